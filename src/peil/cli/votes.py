"""`peil vote`."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import click

from peil.cli.invocation import Invocation, assessment_argument, common_options, json_option
from peil.cli.printing import print_complaint, print_json, print_text
from peil.cli.spoken import Spoken, examples
from peil.errors import WrongUse
from peil.text.languages import mark

if TYPE_CHECKING:  # loaded when the command runs
    from peil.sitting import Sitting
    from peil.sitting.view import View

_ABSTAINING_FIRST = re.compile(r"-[-0-9?]+")
"""Votes of which the first one is an abstention: to click they look like an option."""


class Voting(Spoken):
    """A command that takes votes such as `-223` for what they are."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of the command line, votes that look like an option last."""
        valued = {
            name
            for each in self.params
            if isinstance(each, click.Option) and not each.is_flag
            for name in each.opts
        }
        return super().parse_args(ctx, _votes_last(args, valued))


def _votes_last(args: Sequence[str], valued: set[str]) -> list[str]:
    """Return the words with votes that begin with `-` behind the mark that ends all options.

    A word after an option that takes a value is that value; what stands behind the mark
    already is as it was written.
    """
    if "--" in args[:-1]:
        return list(args)
    votes = [
        word
        for before, word in pairwise(("", *args))
        if before not in valued and _ABSTAINING_FIRST.fullmatch(word)
    ]
    if not votes:
        return list(args)
    others = [
        word
        for before, word in pairwise(("", *args))
        if before in valued or not _ABSTAINING_FIRST.fullmatch(word)
    ]
    return [*others, "--", *votes]


class Decision(NamedTuple):
    """What is to be agreed on a question."""

    choice: str
    """A level number in digits, `unknown`, or `na:REASON`."""
    reason: str
    dissent: str


@click.command(
    "vote",
    cls=Voting,
    help=mark(
        "Take the votes of a team on one question, and what it agrees on.\n"
        "\n"
        "DIGITS is one word with a sign for each voter: a level number, ? for don't know, - for "
        "an abstention. They make a finished round; only counts are kept. Put the word between "
        "quotes when there is a ? in it, since a shell takes that for the name of a file.\n"
        "\n"
        "--agree alone agrees after the rounds that there are; with DIGITS the round comes first, "
        "and then both are taken or neither. Without either it shows what was voted and agreed."
    ),
    epilog=examples(
        "peil vote bakery-jansen objectives-written 22314",
        "peil vote bakery-jansen objectives-written '-223?'",
        'peil vote bakery-jansen objectives-written --agree 2 --reason "half of it is on paper"',
        "peil vote bakery-jansen capacity-hours 2232 --agree 2",
        'peil vote bakery-jansen research-networks 112 --agree "na:our association does this"',
        "peil vote bakery-jansen objectives-written --json",
    ),
)
@assessment_argument
@click.argument("question")
@click.argument("digits", required=False)
@click.option(
    "--agree",
    metavar="LEVEL",
    help=mark("What you agree on: a level number, unknown, or na:REASON."),
)
@click.option("--reason", help=mark("Why, in a line; needed where the votes lie far apart."))
@click.option("--dissent", help=mark("What somebody who sees it otherwise wants on record."))
@json_option
@common_options
@click.pass_obj
def vote_command(
    invocation: Invocation,
    assessment: str,
    question: str,
    digits: str | None,
    agree: str | None,
    reason: str | None,
    dissent: str | None,
    as_json: bool,
) -> None:
    """Take a round, an agreement, or both; or show what there is."""
    from peil.sitting.finding import find_question

    decision = _decision(agree, reason, dissent)
    if digits is None and decision is None:
        view = invocation.look(assessment)
        _print(view, find_question(view.items, question), as_json=as_json)
        return
    from peil.cli.finishing import finish

    sitting = invocation.open(assessment)
    try:
        name = find_question(sitting.items, question)
        with sitting.all_or_nothing():
            if digits is not None:
                sitting.tally(name, digits)
            if decision is not None:
                _agree(sitting, name, decision)
    finally:
        finish(sitting)
    if digits is not None:
        _warn_when_known(invocation, sitting, name)
    _print(sitting, name, as_json=as_json)


def _decision(agree: str | None, reason: str | None, dissent: str | None) -> Decision | None:
    if agree is None:
        if reason is not None or dissent is not None:
            raise WrongUse(mark("--reason and --dissent go with --agree: say what you agree on."))
        return None
    if agree.startswith("na:") and reason is not None:
        raise WrongUse(mark("na: carries its own reason, so --reason does not go with it."))
    if not (agree in ("unknown", "na") or agree.startswith("na:") or _is_level(agree)):
        raise WrongUse(
            mark("{value} is nothing to agree on: write a level number, unknown or na:REASON."),
            value=agree,
        )
    return Decision(agree, reason or "", dissent or "")


def _is_level(value: str) -> bool:
    return value.isdecimal() and value.isascii() and len(value) < 4


def _agree(sitting: "Sitting", question: str, decision: Decision) -> None:
    choice, reason, dissent = decision
    if choice == "unknown":
        sitting.agree(question, "unknown", reason, dissent)
    elif _is_level(choice):
        sitting.agree(question, int(choice), reason, dissent)
    else:
        why = choice.partition(":")[2] or reason
        sitting.agree_not_applicable(question, why, dissent)


def _warn_when_known(invocation: Invocation, view: "View", question: str) -> None:
    """Say so when so few voted that everybody knows what the other one chose."""
    from peil.assessment.team import ANONYMOUS_FROM
    from peil.report.vote_words import NOT_ANONYMOUS

    if view.vote_on(question).rounds[-1].size < ANONYMOUS_FROM:
        print_complaint(invocation.say(NOT_ANONYMOUS))


def _print(view: "View", question: str, *, as_json: bool) -> None:
    from peil.report.vote_text import vote_document, vote_text

    if as_json:
        print_json(vote_document(view, question))
    else:
        print_text(vote_text(view, question))
