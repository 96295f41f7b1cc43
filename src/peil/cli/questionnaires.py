"""`peil questionnaire list|show|check|new|update`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from peil.cli.asking import agreed
from peil.cli.invocation import Invocation, assessment_argument, common_options, json_option
from peil.cli.printing import print_json, print_text
from peil.cli.spoken import Spoken, SpokenGroup, examples
from peil.errors import QuestionnaireInvalid
from peil.text.languages import mark

if TYPE_CHECKING:  # loaded when the command runs
    from peil.sitting.updating import Update
    from peil.sitting.view import View


@click.group(
    "questionnaire",
    cls=SpokenGroup,
    help=mark("See, check and write questionnaires: Markdown files, one per language."),
    epilog=examples(
        "peil questionnaire list",
        "peil questionnaire show iceberg > mine.en.md",
        "peil questionnaire check mine.en.md",
        "peil questionnaire update bakery-jansen",
    ),
)
def questionnaire_command() -> None:
    """See, check and write questionnaires."""


@questionnaire_command.command(
    "list",
    cls=Spoken,
    help=mark("The questionnaires there are: those that ship, and your own."),
    epilog=examples(
        "peil questionnaire list",
    ),
)
@json_option
@common_options
@click.pass_obj
def list_them(invocation: Invocation, as_json: bool) -> None:
    """List the questionnaires."""
    from peil.report.questionnaires import entries_document, entries_text

    entries = invocation.catalog.entries()
    if as_json:
        print_json(entries_document(entries, invocation.say))
    else:
        print_text(entries_text(entries, invocation.say))


@questionnaire_command.command(
    "show",
    cls=Spoken,
    help=mark("Print a questionnaire as Markdown, to read or to start from."),
    epilog=examples(
        "peil questionnaire show iceberg --language nl",
    ),
)
@click.argument("id")
@common_options
@click.pass_obj
def show(invocation: Invocation, id: str) -> None:  # noqa: A002 - click passes it by this name
    """Print a questionnaire's Markdown in the language of the invocation."""
    texts = invocation.catalog.texts(id)
    language = invocation.say.language
    print_text(texts.get(language) or next(iter(texts.values())))


@questionnaire_command.command(
    "check",
    cls=Spoken,
    help=mark("Find every error and warning in questionnaire files, each with line and cure."),
    epilog=examples(
        "peil questionnaire check mine.en.md mine.nl.md",
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
@common_options
@click.pass_obj
def check(invocation: Invocation, files: tuple[Path, ...], as_json: bool) -> int:
    """Check files; exit 3 when one of them has errors."""
    from peil.questionnaire.checking import check_files
    from peil.questionnaire.problems import has_errors

    say = invocation.say
    problems = check_files(files, invocation.catalog)
    if as_json:
        print_json([problem.as_data(say) for problem in problems])
    else:
        print_text("\n".join(problem.printed(say) for problem in problems) or say("No problems."))
    return QuestionnaireInvalid.exit_code if has_errors(problems) else 0


@questionnaire_command.command(
    "new",
    cls=Spoken,
    help=mark("Write a valid starting file, named ID.LANGUAGE.md."),
    epilog=examples(
        "peil questionnaire new mine.en.md",
    ),
)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@common_options
@click.pass_obj
def new(invocation: Invocation, file: Path | None) -> None:
    """Write a starting file, never over an existing one."""
    from peil.questionnaire.template import starting_text
    from peil.report.files import write_new

    say = invocation.say
    file = file or Path(say("my-questionnaire.{language}.md", language=say.language))
    place = write_new(file, starting_text(file.name, say))
    print_text(
        say("Written to {place}. Check it with: peil questionnaire check {place}", place=place)
    )


@questionnaire_command.command(
    "update",
    cls=Spoken,
    help=mark(
        "Show what a newer version of a questionnaire would change in an assessment, and take it "
        "over when you say so. Until then the assessment keeps the version that it has."
    ),
    epilog=examples(
        "peil questionnaire update bakery-jansen",
        "peil questionnaire update bakery-jansen iceberg --yes",
        "peil questionnaire update bakery-jansen ./mine.en.md",
    ),
)
@assessment_argument
@click.argument("questionnaire", required=False, metavar="[ID_OR_FILE]")
@click.option("--yes", is_flag=True, help=mark("Do not ask first."))
@json_option
@common_options
@click.pass_obj
def update(
    invocation: Invocation, assessment: str, questionnaire: str | None, yes: bool, as_json: bool
) -> None:
    """Show newer versions, and take over those that are agreed to."""
    from peil.report.differences import difference_document

    view = invocation.look(assessment)
    updates = _newer(invocation, view, questionnaire)
    if not as_json:
        _talk_through(invocation, view, updates, wanted=questionnaire, yes=yes)
        return
    if yes and updates:
        _take_over(invocation, view, updates)
    print_json(
        {
            "assessment": view.assessment.id,
            "updated": yes and bool(updates),
            "updates": [difference_document(one, updated=yes) for one in updates],
        }
    )


def _newer(invocation: Invocation, view: "View", questionnaire: str | None) -> "tuple[Update, ...]":
    from peil.sitting.updating import newer, newer_of

    if questionnaire is None:
        return newer(view, invocation.catalog)
    found = newer_of(view, invocation.catalog, questionnaire)
    return () if found is None else (found,)


def _talk_through(
    invocation: Invocation,
    view: "View",
    updates: "tuple[Update, ...]",
    *,
    wanted: str | None,
    yes: bool,
) -> None:
    """Say for each newer version what it would change, and take over what is agreed to."""
    from peil.report.differences import difference_lines, heading

    say = invocation.say
    name = view.assessment.id
    if not updates:
        print_text(say("There is no newer version: {name} keeps what it has.", name=name))
    for one in updates:
        print_text("\n".join((heading(one, say), *difference_lines(one, say))))
        if not (yes or invocation.may_ask):
            print_text(
                say(
                    "Nothing was changed. To take it over: "
                    "peil questionnaire update {name} {questionnaire} --yes",
                    name=name,
                    questionnaire=wanted or one.questionnaire,
                )
            )
        elif yes or agreed(say("Take this version over? Type yes to do so"), say):
            _take_over(invocation, view, (one,))
            print_text(
                say(
                    "{name} now answers version {version} of {questionnaire}. The file as it was "
                    "is kept: peil backups {name}",
                    name=name,
                    version=one.to_version,
                    questionnaire=one.questionnaire,
                )
            )
        else:
            print_text(say("Nothing was changed."))


def _take_over(invocation: Invocation, view: "View", updates: "tuple[Update, ...]") -> None:
    """Change the assessment, all of it or nothing."""
    from peil.cli.finishing import finish
    from peil.sitting import Sitting

    sitting = Sitting.open(invocation.workspace, view.assessment.id, view.language)
    try:
        with sitting.all_or_nothing():
            for one in updates:
                sitting.update_questionnaire(one)
    finally:
        finish(sitting)
