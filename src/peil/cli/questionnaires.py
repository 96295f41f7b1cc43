"""`peil questionnaire list|show|check|new`."""

from pathlib import Path

import click

from peil.cli.invocation import Invocation, common_options, json_option
from peil.cli.printing import print_json, print_text
from peil.cli.spoken import Spoken, SpokenGroup, examples
from peil.errors import QuestionnaireInvalid
from peil.text.languages import mark


@click.group(
    "questionnaire",
    cls=SpokenGroup,
    help=mark("See, check and write questionnaires: Markdown files, one per language."),
    epilog=examples(
        "peil questionnaire list",
        "peil questionnaire show iceberg > mine.en.md",
        "peil questionnaire check mine.en.md",
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
