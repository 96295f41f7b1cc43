"""`peil action`."""

import math
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple, get_args

import click
from msgspec.structs import replace

from peil.assessment.model import ActionStatus
from peil.cli.invocation import (
    Hours,
    Invocation,
    assessment_argument,
    common_options,
    completed_by,
    json_option,
)
from peil.cli.printing import print_json, print_text
from peil.cli.spoken import Spoken, examples
from peil.errors import WrongUse
from peil.text.languages import mark

if TYPE_CHECKING:  # loaded when the command runs
    from peil.sitting import Sitting
    from peil.sitting.view import View

SMART: Final = {
    "specific": mark("What exactly, and for whom (the S of SMART)."),
    "measurable": mark("By which figure one sees it (the M)."),
    "acceptable": mark("Who must agree to it (the A)."),
    "realistic": mark("What it takes, and whether that is there (the R)."),
    "time": mark("By when, and for how long (the T)."),
}
"""The five short texts, and what help says of each."""


def _smart_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the five options that make an action one that can be checked."""
    for field, does in reversed(SMART.items()):
        command = click.option(f"--{field}", metavar="TEXT", help=does)(command)
    return command


@click.command(
    "action",
    cls=Spoken,
    help=mark(
        "Change one action of the plan, or add one of your own. CODE is what the plan and the list "
        "call it, such as A07."
    ),
    epilog=examples(
        "peil action bakery-jansen A01 --status done",
        "peil action bakery-jansen A02 --owner Marieke --due 2026-12-01",
        'peil action bakery-jansen A03 --status dropped --reason "the baker left"',
        "peil action bakery-jansen A04 --pin",
        'peil action bakery-jansen --add "Ask the miller for a photo" --hours 0.5',
    ),
)
@assessment_argument
@click.argument("code", required=False, shell_complete=completed_by("codes"))
@click.option("--status", type=click.Choice(get_args(ActionStatus)), help=mark("How it stands."))
@click.option("--reason", metavar="TEXT", help=mark("Why it was dropped."))
@click.option("--owner", metavar="NAME", help=mark("Who does it; empty for nobody."))
@click.option(
    "--due",
    metavar="DATE",
    help=mark("By when: 2026-12-01, today, +2w; empty for no date."),
)
@click.option("--note", metavar="TEXT", help=mark("A note; empty takes it out."))
@click.option(
    "--title", metavar="TEXT", help=mark("Your own words for it; empty for Peil's again.")
)
@click.option("--pin", "place", flag_value="pin", help=mark("Put it at the top."))
@click.option("--postpone", "place", flag_value="postpone", help=mark("Put it at the end."))
@click.option("--free", "place", flag_value="free", help=mark("Let the plan find its place."))
@click.option("--add", metavar="TITLE", help=mark("Add an action of your own."))
@click.option("--hours", type=Hours(), metavar="H", help=mark("What your own action takes."))
@click.option("--topic", metavar="TOPIC", help=mark("The topic that your own action serves."))
@_smart_options
@json_option
@common_options
@click.pass_obj
def action_command(
    invocation: Invocation,
    /,
    assessment: str,
    code: str | None,
    status: ActionStatus | None,
    reason: str | None,
    owner: str | None,
    due: str | None,
    note: str | None,
    title: str | None,
    place: str | None,
    add: str | None,
    hours: float | None,
    topic: str | None,
    as_json: bool,
    **smart: str | None,
) -> None:
    """Change an action, all of it or nothing; with nothing to change only show it."""
    from peil.cli.finishing import finish
    from peil.sitting.acting import record_of

    _check_use(code, add, (hours, topic), (status, reason))
    said = _Said(status, reason, owner, due, note, title, place, _given(smart))
    day = None if due is None else _day(due)
    if add is None and said == _Said():
        view = invocation.look(assessment)
        if view.assessment.actions:
            _tell(view, record_of(view.assessment, code or "").code, as_json=as_json)
            return
    sitting = invocation.open(assessment)
    try:
        with sitting.all_or_nothing():
            sitting.give_codes()
            if add is not None:
                code = _added(sitting, add, hours, topic)
            name = record_of(sitting.assessment, code or "").code
            _change(sitting, name, said, day)
    finally:
        finish(sitting)
    _tell(sitting, name, as_json=as_json)


class _Said(NamedTuple):
    """What the command line says of an action; None where it says nothing."""

    status: ActionStatus | None = None
    reason: str | None = None
    owner: str | None = None
    due: str | None = None
    note: str | None = None
    title: str | None = None
    place: str | None = None
    smart: tuple[tuple[str, str], ...] = ()
    """The five texts that are given, each with the name of its field."""


def _given(smart: dict[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((field, text) for field, text in smart.items() if text is not None)


def _change(sitting: "Sitting", code: str, said: _Said, day: date | None) -> None:
    """Change what is said of an action; `day` is the due date that was read."""
    if said.status is not None:
        sitting.set_status(code, said.status, said.reason or "")
    if said.owner is not None:
        sitting.set_owner(code, said.owner)
    if said.due is not None:
        sitting.set_due(code, day)
    if said.note is not None:
        sitting.note_action(code, said.note)
    if said.title is not None:
        sitting.retitle(code, said.title)
    _move(sitting, code, said.place)
    if said.smart:
        now = sitting.assessment.actions[code].smart
        sitting.make_checkable(code, replace(now, **dict(said.smart)))


def _check_use(
    code: str | None, add: str | None, own: tuple[object, ...], status: tuple[object, object]
) -> None:
    """Raise WrongUse where the options do not go together."""
    if (code is None) == (add is None):
        raise WrongUse(mark("Give the code of one action, such as A07, or --add with a title."))
    if add is None and any(each is not None for each in own):
        raise WrongUse(mark("--hours and --topic go with --add: they are of your own action."))
    if status[1] is not None and status[0] != "dropped":
        raise WrongUse(mark("--reason goes with --status dropped: say why it was dropped."))


def _day(text: str) -> date | None:
    """Return the day that was written; None for an empty text."""
    from peil.text.days import read_day, today

    if not text.strip():
        return None
    day = read_day(text, today())
    if day is None:
        raise WrongUse(
            mark("{text} is no date: write it as 2026-12-01, 14 december, today, or +2w."),
            text=repr(text),
        )
    return day


def _added(sitting: "Sitting", title: str, hours: float | None, topic: str | None) -> str:
    from peil.sitting.finding import find_topic

    full = find_topic(sitting.items, topic) if topic else ""
    fair = hours is None or (math.isfinite(hours) and round(hours * 60) >= 1)
    minutes = round(hours * 60) if fair and hours is not None else 0
    if not fair:
        raise WrongUse(mark("Hours must be above 0: {hours} is not."), hours=f"{hours:g}")
    return sitting.add_action(title, minutes=minutes, topic=full)


def _move(sitting: "Sitting", code: str, place: str | None) -> None:
    if place == "pin":
        sitting.pin(code)
    elif place == "postpone":
        sitting.postpone(code)
    elif place == "free":
        sitting.free(code)


def _tell(view: "View", code: str, *, as_json: bool) -> None:
    """Print the action as it stands now."""
    from peil.report.action_text import action_text
    from peil.report.plan_json import action_document

    key = view.assessment.actions[code].key
    if as_json:
        print_json(action_document(view, key))
    else:
        print_text(action_text(view, key))
