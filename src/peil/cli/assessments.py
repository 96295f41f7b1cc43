"""`peil new`, `set`, `delete`."""

import click

from peil.assessment.model import Audience, Importance, People
from peil.cli.asking import agreed
from peil.cli.invocation import (
    Hours,
    Invocation,
    assessment_argument,
    common_options,
    json_option,
)
from peil.cli.pairs import split_pair
from peil.cli.printing import print_json, print_text
from peil.cli.spoken import Spoken, examples
from peil.errors import WrongUse
from peil.questionnaire.model import GOALS
from peil.report.overview import summary_document
from peil.text.languages import mark

IMPORTANCES: tuple[Importance, ...] = ("low", "normal", "high")

people_option = click.option(
    "--people",
    type=click.Choice(["solo", "team"]),
    help=mark("Do you work there alone (solo), or with colleagues (team)?"),
)
audience_option = click.option(
    "--audience",
    type=click.Choice(["customers", "staff", "both"]),
    help=mark("Whom do you want to reach?"),
)
hours_option = click.option(
    "--hours", type=Hours(), metavar="N", help=mark("Hours a week for this work, at most 80.")
)
goal_option = click.option(
    "--goal",
    "goals",
    multiple=True,
    type=click.Choice(GOALS),
    help=mark("What it must bring; at most three times."),
)


@click.command(
    "new",
    cls=Spoken,
    help=mark("Make an assessment and print its id."),
    epilog=examples(
        'peil new "Bakery Jansen"',
        'peil new "Bakery Jansen" --people team --audience customers --hours 4 --goal sales',
    ),
)
@click.argument("title")
@click.option(
    "--questionnaire",
    "questionnaires",
    multiple=True,
    metavar="ID_OR_FILE",
    help=mark("A questionnaire by its id or its Markdown file; may be given more than once."),
)
@people_option
@audience_option
@hours_option
@goal_option
@json_option
@common_options
@click.pass_obj
def new_command(
    invocation: Invocation,
    title: str,
    questionnaires: tuple[str, ...],
    people: People | None,
    audience: Audience | None,
    hours: float | None,
    goals: tuple[str, ...],
    as_json: bool,
) -> None:
    """Make an assessment."""
    from peil.cli.finishing import finish
    from peil.sitting.begin import Wishes, begin
    from peil.sitting.summary import summarise

    wishes = Wishes(title)
    wishes = wishes._replace(
        people=people or wishes.people,
        audience=audience or wishes.audience,
        hours=wishes.hours if hours is None else hours,
        goals=goals,
        questionnaires=questionnaires or wishes.questionnaires,
    )
    sitting = begin(
        invocation.workspace, invocation.catalog, wishes, language=invocation.say.language
    )
    finish(sitting)
    if as_json:
        print_json(summary_document(summarise(sitting)))
    else:
        print_text(sitting.assessment.id)


@click.command(
    "set",
    cls=Spoken,
    help=mark("Change the profile of an assessment and the settings of its plan."),
    epilog=examples(
        "peil set bakery-jansen --hours 5 --goal sales --goal service",
        "peil set bakery-jansen --target strategy=4 --importance strategy=high",
    ),
)
@assessment_argument
@click.option("--title", help=mark("Another name; the id stays."))
@hours_option
@people_option
@audience_option
@goal_option
@click.option(
    "--target",
    "targets",
    multiple=True,
    metavar="TOPIC=LEVEL",
    help=mark("The level that a topic should reach."),
)
@click.option(
    "--importance",
    "importances",
    multiple=True,
    metavar="TOPIC=low|normal|high",
    help=mark("How much a topic matters to you."),
)
@click.option(
    "--add-questionnaire",
    metavar="ID_OR_FILE",
    help=mark("One more questionnaire to answer in this assessment."),
)
@json_option
@common_options
@click.pass_obj
def set_command(
    invocation: Invocation,
    assessment: str,
    title: str | None,
    hours: float | None,
    people: People | None,
    audience: Audience | None,
    goals: tuple[str, ...],
    targets: tuple[str, ...],
    importances: tuple[str, ...],
    add_questionnaire: str | None,
    as_json: bool,
) -> None:
    """Change an assessment, all of it or nothing."""
    from peil.cli.finishing import finish
    from peil.report.given import profile_text
    from peil.sitting import begin
    from peil.sitting.finding import find_topic
    from peil.sitting.summary import summarise

    sitting = invocation.open(assessment)
    try:
        with sitting.all_or_nothing():
            if add_questionnaire:
                begin.add_questionnaire(sitting, invocation.catalog, add_questionnaire)
            if title is not None:
                sitting.rename(title)
            sitting.set_profile(people=people, audience=audience, hours=hours, goals=goals or None)
            for topic, level in map(split_pair, targets):
                sitting.set_target(find_topic(sitting.items, topic), _level(level))
            for topic, importance in map(split_pair, importances):
                sitting.set_importance(find_topic(sitting.items, topic), _importance(importance))
    finally:
        finish(sitting)
    if as_json:
        print_json(summary_document(summarise(sitting)))
    else:
        print_text(profile_text(sitting))


@click.command(
    "delete",
    cls=Spoken,
    help=mark("Move an assessment, with its backups, to a folder from which it can be taken back."),
    epilog=examples(
        "peil delete bakery-jansen --yes",
    ),
)
@assessment_argument
@click.option("--yes", is_flag=True, help=mark("Do not ask first."))
@common_options
@click.pass_obj
def delete_command(invocation: Invocation, assessment: str, yes: bool) -> None:
    """Move an assessment out of the way, after asking."""
    name = invocation.workspace.resolve(assessment)
    say = invocation.say
    if not yes:
        if not invocation.may_ask:
            raise WrongUse(mark("Nothing was deleted: without a question asked, --yes is needed."))
        question = say("Move {name} out of the way? Type yes to do so", name=name)
        if not agreed(question, say):
            print_text(say("Nothing was deleted."))
            return
    place = invocation.workspace.delete(name)
    told = say(
        "{name} was moved to {place}. To have it back, move that file to {folder}.",
        name=name,
        place=place,
        folder=invocation.workspace.assessments,
    )
    print_text(told)


def _level(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 4):
        raise WrongUse(mark("A target is TOPIC=LEVEL, with a number: {text} is none."), text=text)
    return int(text)


def _importance(text: str) -> Importance:
    for importance in IMPORTANCES:
        if text == importance:
            return importance
    raise WrongUse(mark("Importance is low, normal or high: {text} is none of them."), text=text)
