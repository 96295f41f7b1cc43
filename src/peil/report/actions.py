"""The action list: Markdown to work in, with a code on every line.

The code is the key of an action; the comment at the top says in which language and
against which state the list was written. What comes now is given in full, what comes
next with its reason, the rest in one line each, so that the list stays one that
people read.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from peil.assessment.model import ExportRecord, Listed, Smart
from peil.errors import PeilError
from peil.plan.model import PlannedAction, Slot
from peil.plan.period import reached
from peil.plan.reasons import Reasons
from peil.report.escape import escaped
from peil.report.files import write_new, write_over
from peil.report.given import GOAL_NAMES
from peil.report.headline import headline_of
from peil.report.listed import (
    GOALS_HEADING,
    HEADINGS,
    NAMES,
    NOTHING_TO_DO,
    all_listed,
    filled_in,
    goal_code,
    smart_texts,
)
from peil.report.titles import weeks_words
from peil.sitting import Sitting
from peil.text.languages import Words, mark, words

FORMAT = 1
"""Version of the list's own form, named in its first comment."""


_NO_CODES = mark(
    "Some actions have no code yet, and none can be kept, since this assessment is open to look "
    "only; without its code no line could be read back. What there is to do is shown by: peil plan "
    "{name}"
)


class _List(NamedTuple):
    """What every line of one list is written from."""

    sitting: Sitting
    state: dict[str, Listed]
    """What it says of each action, by key."""
    reasons: Reasons
    say: Words


class ActionList(NamedTuple):
    """An action list as it was written."""

    text: str
    """The Markdown."""
    number: int
    """Number of the export; 0 where none is kept."""


def file_name(sitting: Sitting) -> str:
    """Return the name that an action list gets unless another is chosen."""
    say = words(sitting.language)
    return say("actions-{id}.md", id=sitting.assessment.id)


def write_action_list(
    sitting: Sitting, target: Path, *, overwrite: bool = False, everything: bool = False
) -> Path:
    """Write the action list to `target`, remember where, and return where it went.

    PeilError when something is there and `overwrite` is not wanted, when it cannot be
    written, or when what it says could not be saved first.
    """
    made = action_list(sitting, everything=everything)
    sitting.must_be_saved()  # a list whose number is not kept would be read back wrongly
    place = (write_over if overwrite else write_new)(target, made.text)
    sitting.note_list_file(made.number, str(place.absolute()), digest_of(made.text))
    return place


def digest_of(text: str) -> str:
    """Return the SHA-256 of a list, by which it is known whether somebody edited it."""
    return sha256(text.encode()).hexdigest()


def action_list(sitting: Sitting, *, everything: bool = False) -> ActionList:
    """Return the action list as Markdown, and record what it says.

    Gives codes to actions without one; PeilError where a sitting that looks only cannot:
    a line without its code would be read back as an action of its own. `everything` writes
    each action in full.
    """
    plan, say = sitting.plan, words(sitting.language)
    codes = sitting.give_codes()
    if any(action.key not in codes for action in plan.actions):
        raise PeilError(_NO_CODES, name=sitting.assessment.id)
    state = all_listed(sitting)
    written = _List(sitting, state, sitting.reasons(say), say)
    record = sitting.record_export(list(state.values()))
    lines = [
        "# " + say("Action list – {title}", title=escaped(sitting.assessment.title)),
        "",
        _header(sitting, record),
        "",
        escaped(headline_of(sitting)),
        *_period(written),
        "",
        say(
            "Tick what is done, fill in who and when, and let Peil read it back: {command}",
            command="`peil readback " + sitting.assessment.id + " " + say("THIS-FILE") + "`",
        ),
        *_goals(written),
        *_now(written),
        *_slot(written, "next", everything=everything),
        *_slot(written, "later", everything=everything),
        *_waiting(written),
        *_past(written),
    ]
    if not plan.actions:
        lines += ["", say(NOTHING_TO_DO)]
    return ActionList("\n".join(lines) + "\n", record.number)


def _header(sitting: Sitting, record: ExportRecord) -> str:
    return (
        f"<!-- peil {FORMAT}; assessment {sitting.assessment.id}; language {sitting.language}; "
        f"export {record.number}; {record.time[:16]}Z -->"
    )


def _period(written: _List) -> Iterator[str]:
    """Say what is to be reached in this period, and how much of it is done."""
    sitting = written.sitting
    goal = reached(sitting.assessment, sitting.known, sitting.plan)
    if goal is not None:
        yield ""
        yield written.say(
            "{name}: {codes} ({done} of {all} done)",
            name="**" + escaped(goal.name) + "**",  # so that no name becomes a line of its own
            codes=written.say.listing(goal.codes),
            done=goal.done,
            all=goal.total,
        )


def _goals(written: _List) -> Iterator[str]:
    """Name the goals of the profile, with what makes each one that can be checked."""
    assessment, say = written.sitting.assessment, written.say
    if not assessment.profile.goals:
        return
    yield from ("", "## " + say(GOALS_HEADING), "")
    for goal in assessment.profile.goals:
        yield f"- **{goal_code(goal)}** {escaped(say(GOAL_NAMES[goal]))}"
        texts = smart_texts(assessment.goal_plans.get(goal, Smart()))
        yield from (_bullet(say(NAMES[field]), text) for field, text in texts.items() if text)


def _now(written: _List) -> Iterator[str]:
    actions = _of(written, "now")
    if actions:
        say = written.say
        hours = say.number(written.sitting.plan.hours_per_week, 2)
        title = say(HEADINGS["now"], weeks=weeks_words(actions, say), hours=hours)
        yield from ("", f"## {title}", "")
        for action in actions:
            yield from _in_full(written, action)


def _slot(written: _List, slot: Slot, *, everything: bool) -> Iterator[str]:
    actions = _of(written, slot)
    if not actions:
        return
    say = written.say
    yield from ("", f"## {say(HEADINGS[slot], weeks=weeks_words(actions, say))}", "")
    for action in actions:
        if everything:
            yield from _in_full(written, action)
        else:
            yield from _item(written, action)
            if slot == "next":
                yield _bullet(say("why"), written.reasons.line(action))


def _waiting(written: _List) -> Iterator[str]:
    actions = [action for action in written.sitting.plan.actions if action.slot is None]
    if not actions:
        return
    say = written.say
    yield from ("", "## " + say(HEADINGS["waiting"]), "")
    for action in actions:
        yield from _item(written, action)
        yield _bullet(say("why"), written.reasons.line(action))


def _past(written: _List) -> Iterator[str]:
    """Return what was done, and what was dropped: a line each, so that both can be taken back."""
    past = written.sitting.past
    for status in ("done", "dropped"):
        actions = [action for action in past if written.state[action.key].status == status]
        if actions:
            yield from ("", f"## {written.say(HEADINGS[status])}", "")
            for action in actions:
                yield from _item(written, action)


def _of(written: _List, slot: Slot) -> list[PlannedAction]:
    return [action for action in written.sitting.plan.actions if action.slot == slot]


def _in_full(written: _List, action: PlannedAction) -> Iterator[str]:
    say = written.say
    yield from _item(written, action, always=(say(NAMES["owner"]), say(NAMES["due"])))
    if action.role:
        yield _bullet(say("role"), action.role)
    yield _bullet(say("effort"), _effort(action.minutes, say))
    yield _bullet(say("why"), written.reasons.line(action))
    if action.done_when:
        yield _bullet(say("done when"), action.done_when)
    for each in action.how:
        yield _bullet(say("how"), each)


def _item(written: _List, action: PlannedAction, always: Sequence[str] = ()) -> Iterator[str]:
    """Return the line of an action, and what is filled in; `always` also where it is empty."""
    each = written.state[action.key]
    tick = "x" if each.status == "done" else " "
    yield f"- [{tick}] **{each.code}** {escaped(each.title)}"
    filled = filled_in(each, written.say)
    for name in dict.fromkeys((*always, *filled)):
        yield _bullet(name, filled.get(name, ""))


def _bullet(name: str, value: str) -> str:
    return f"  - {name}: {escaped(value)}".rstrip()


def _effort(minutes: int, say: Words) -> str:
    if minutes < 60:
        return say("{minutes}m", minutes=minutes)
    return say("{hours}h", hours=say.number(minutes / 60, 2))
