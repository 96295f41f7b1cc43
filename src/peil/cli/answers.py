"""`peil answer`."""

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import click

from peil.cli.invocation import (
    Invocation,
    assessment_argument,
    common_options,
    completed_by,
    json_option,
)
from peil.cli.pairs import split_pair
from peil.cli.printing import print_json, print_text
from peil.cli.spoken import Spoken, examples
from peil.errors import WrongUse
from peil.text.languages import mark

if TYPE_CHECKING:  # loaded when the command runs
    from peil.sitting import Sitting


@click.command(
    "answer",
    cls=Spoken,
    help=mark(
        "Answer questions: QUESTION=VALUE, where VALUE is a level number, unknown, na:REASON, or "
        "none to take the answer back. All of them are taken, in order, or none."
    ),
    epilog=examples(
        "peil answer bakery-jansen objectives-written=2 capacity-hours=unknown",
        'peil answer bakery-jansen "research-networks=na:our association does this"',
        'peil answer bakery-jansen objectives-written=3 --evidence "on the fridge"',
    ),
)
@assessment_argument
@click.argument(
    "pairs",
    nargs=-1,
    required=True,
    metavar="QUESTION=VALUE...",
    shell_complete=completed_by("answers"),
)
@click.option("--note", help=mark("A note with the answer."))
@click.option("--evidence", help=mark("What you can point at."))
@click.option("--evidence-date", metavar="DATE", help=mark("The date of it: 2026-11-21."))
@click.option("--look-again", is_flag=True, help=mark("Mark it to be looked at again later."))
@json_option
@common_options
@click.pass_obj
def answer_command(
    invocation: Invocation,
    assessment: str,
    pairs: tuple[str, ...],
    note: str | None,
    evidence: str | None,
    evidence_date: str | None,
    look_again: bool,
    as_json: bool,
) -> None:
    """Answer questions, all of them or none."""
    from peil.cli.finishing import finish
    from peil.report.given import answers_text
    from peil.report.overview import summary_document
    from peil.sitting.finding import find_question
    from peil.sitting.summary import summarise

    extras = (note, evidence, evidence_date, look_again or None)
    if len(pairs) != 1 and any(extra is not None for extra in extras):
        raise WrongUse(
            mark("A note, evidence or flag goes with exactly one answer: give them one by one.")
        )
    day = _date(evidence_date)
    if day is not None and evidence is None:
        raise WrongUse(mark("--evidence-date goes with --evidence: say what it is the date of."))
    wanted = [split_pair(pair) for pair in pairs]
    sitting = invocation.open(assessment)
    try:
        questions = []
        with sitting.all_or_nothing():
            for name, value in wanted:
                question = find_question(sitting.items, name)
                questions.append(question)
                _answer(sitting, question, value)
            if note is not None:
                sitting.write_note(questions[0], note)
            if evidence is not None:
                sitting.write_evidence(questions[0], evidence, day)
            if look_again:
                sitting.look_again(questions[0], wanted=True)
    finally:
        finish(sitting)
    if as_json:
        print_json(summary_document(summarise(sitting)))
    else:
        print_text(answers_text(sitting, questions))


def _answer(sitting: "Sitting", question: str, value: str) -> None:
    if value == "unknown":
        sitting.mark_unknown(question)
    elif value == "none":
        sitting.take_back(question)
    elif value == "na" or value.startswith("na:"):
        sitting.mark_not_applicable(question, value.partition(":")[2])
    elif value.isdecimal() and value.isascii() and len(value) < 4:
        sitting.rate(question, int(value))
    else:
        raise WrongUse(
            mark("{value} is no answer: write a level number, unknown, na:REASON or none."),
            value=value,
        )


def _date(text: str | None) -> date | None:
    if text is None:
        return None
    with suppress(ValueError):
        if len(text) == 10 and text[4] == text[7] == "-":
            return date.fromisoformat(text)
    raise WrongUse(
        mark("{text} is no date: write it as year-month-day, such as 2026-11-21."), text=repr(text)
    )
