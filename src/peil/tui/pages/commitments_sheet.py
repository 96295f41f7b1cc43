"""What stands in the round of promises: one action large, and at the end the list and the fist."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from textual.content import Content

from peil.assessment.team import FINGERS
from peil.plan.model import PlannedAction
from peil.report.differing import differing_words
from peil.report.due import due_words
from peil.report.titles import action_title
from peil.sitting import Sitting
from peil.text.days import read_day, today
from peil.text.languages import Words
from peil.tui.content import (
    NOTHING,
    columns,
    fit,
    join,
    labelled,
    paragraph,
    shortened,
    text,
    width_of,
)
from peil.tui.signs import Signs
from peil.tui.widgets.lines import Sheet, Spot

DAYS: Final = ("+1w", "+2w", "+4w")
"""Days to choose from, as one types them."""
LABEL: Final = 20
"""Columns of the labels."""
_MEASURE: Final = 88
_WIDE: Final = 100
"""Columns from which a day is told in full."""
_ASK_UP_TO: Final = 2
"""Most fingers that somebody shows whom the others ask what is missing."""


class CommitmentsScene(NamedTuple):
    """What the round is drawn from."""

    sitting: Sitting
    say: Words
    signs: Signs
    cursor: str | None
    """Key of the action that is asked about, or under the cursor in the list."""


def actions_now(sitting: Sitting) -> tuple[PlannedAction, ...]:
    """Return the actions of what comes now, in order: what a team can promise."""
    return tuple(action for action in sitting.plan.actions if action.slot == "now")


def known_names(sitting: Sitting) -> tuple[str, ...]:
    """Return who was named: those of the meeting, then who does an action already."""
    owners = (record.owner for record in sitting.assessment.actions.values())
    return tuple(dict.fromkeys(filter(None, (*sitting.assessment.meeting.names, *owners))))


def names_like(sitting: Sitting, typed: str) -> tuple[str, ...]:
    """Return the known names that begin as what is typed does, whatever its capitals."""
    begun = typed.strip().casefold()
    return tuple(name for name in known_names(sitting) if name.casefold().startswith(begun))


# One action


def one_action(scene: CommitmentsScene, width: int, height: int) -> list[Content]:
    """Return an action, large: what, why, and when it is done; in at most `height` lines."""
    sitting, say = scene.sitting, scene.say
    action = sitting.plan.find(scene.cursor)
    if action is None:
        return []
    room, air = min(width, _MEASURE) - 6, height >= _ROOMY
    code = text(f"{sitting.codes.get(action.key, '–')}  ", "key")
    title = paragraph(action_title(sitting, action), room - code.cell_length, "strong")
    lines = [NOTHING] if height > _LOWEST else []
    for row, line in enumerate(title):
        lines.append(join("   ", code if row == 0 else " " * code.cell_length, line))
    parts = [
        (say("Why here"), sitting.reasons(say).reason(action).words, "plain", 2),
        (say("Done when"), action.done_when, "plain", 3),
    ]
    differing = differing_words(sitting, action.question, say)
    if differing:
        label = " ".join((scene.signs.differs, say("Your team")))
        parts.append((label, differing, "caution", 2))
    for label, words, ink, most in parts:
        if words:
            told = labelled(label, words, room, LABEL - 3, ("faint", ink))
            lines += [NOTHING] if air else []
            lines += [join("   ", line) for line in shortened(told, most, room)]
    return lines


_ROOMY: Final = 17
"""Lines of the page from which there is air between the parts."""
_LOWEST: Final = 14


def field_label(scene: CommitmentsScene, words: str, *, here: bool) -> Content:
    """Return the label before a field."""
    sign = scene.signs.cursor if here else " "
    return fit(
        join(" ", text(sign, "cursor"), " ", text(words, "cursor" if here else "deep")), LABEL
    )


def name_hint(scene: CommitmentsScene, typed: str, width: int) -> list[Content]:
    """Return the names to choose from."""
    names = names_like(scene.sitting, typed) or known_names(scene.sitting)
    if not names:
        told = scene.say("a first name is enough; leave it empty to promise nothing here")
    else:
        told = f" {scene.signs.between} ".join(names)
    return [join(" " * LABEL, line) for line in paragraph(told, width - LABEL - 1, "faint")[:2]]


def day_hint(scene: CommitmentsScene, typed: str, width: int) -> list[Content]:
    """Return the day that is meant by what is typed, or how to write one."""
    say, ink = scene.say, "faint"
    day = read_day(typed, today()) if typed.strip() else None
    if day is not None:
        words, ink = say.date(day), "good"
    elif typed.strip():
        words, ink = say("no day yet: such as 2026-12-01, today, or +2w"), "caution"
    else:
        words = say("such as 2026-12-01, today, or +2w for in two weeks")
    return [join(" " * LABEL, line) for line in paragraph(words, width - LABEL - 1, ink)[:2]]


# The end


def end_sheet(scene: CommitmentsScene, width: int, height: int) -> Sheet:
    """Return what is promised, and how many fingers were shown for it."""
    say = scene.say
    actions = actions_now(scene.sitting)
    fist = _fist(scene, width)
    air = height >= len(actions) + len(fist) + 5
    lines: list[Content] = [NOTHING] if air else []
    lines.append(join("   ", text(say("THIS IS WHAT YOU PROMISE"), "title")))
    spots = []
    for action in actions:
        spots.append(Spot(action.key, len(lines), 0, width))
        lines.append(_promise(scene, action, width))
    if not actions:
        words = say("There is nothing to do now. The plan comes from what you agree on.")
        lines += [join("   ", line) for line in paragraph(words, width - 4)]
    lines += [NOTHING] * air
    return Sheet([*lines, NOTHING, *fist], spots, scene.cursor)


def _promise(scene: CommitmentsScene, action: PlannedAction, width: int) -> Content:
    """Return one action with who does it, and by which day."""
    sitting = scene.sitting
    here, owner, day = action.key == scene.cursor, _owner(scene, action), _day(scene, action, width)
    others = actions_now(sitting)
    who = min(max(width_of(_owner(scene, one)) for one in others), max(10, width // 5))
    when = max(width_of(_day(scene, one, width)) for one in others)
    return fit(
        columns(
            [
                (text(scene.signs.cursor if here else "", "cursor"), 3),
                (text(sitting.codes.get(action.key, "–"), "key"), 5),
                (
                    text(action_title(sitting, action), "cursor" if here else "plain"),
                    max(8, width - who - when - 14),
                ),
                (NOTHING, 2),
                (text(owner, "strong" if sitting.record(action.key).owner else "caution"), who),
                (NOTHING, 2),
                (text(day, "plain"), when),
            ]
        ),
        width,
    )


def _owner(scene: CommitmentsScene, action: PlannedAction) -> str:
    return scene.sitting.record(action.key).owner or scene.say("nobody yet")


def _day(scene: CommitmentsScene, action: PlannedAction, width: int) -> str:
    """Return by which day; in a wide window also whether the plan reaches it."""
    if width > _WIDE:
        return due_words(scene.sitting, action.key, scene.say) or "–"
    due = scene.sitting.record(action.key).due
    return scene.say.date(date.fromisoformat(due), year=False) if due else "–"


def _fist(scene: CommitmentsScene, width: int) -> list[Content]:
    """Return a row of blocks for each number of fingers, lowest first, and what to ask."""
    say, signs, shown = scene.say, scene.signs, scene.sitting.assessment.meeting.fist
    room = min(width, _MEASURE) - 5
    lines = [join("   ", text(say("WILL WE DO THIS?"), "title"))]
    if not shown:
        words = say(
            "Everybody shows fingers at the same time: five is “I see to it”, three “I join in”, "
            "none “I am against it”. Press f and type them."
        )
        return [*lines, *(join("   ", line) for line in paragraph(words, room))]
    lowest = min(map(int, shown))
    for fingers in range(lowest, FINGERS + 1):
        count = shown.get(str(fingers), 0)
        ink = "caution" if fingers <= _ASK_UP_TO else "good"
        blocks = " ".join([signs.filled * 2] * count)
        lines.append(join("   ", text(fingers, "key"), "  ", text(blocks, ink)))
    lines += [join("   ", line) for line in paragraph(_asked(lowest, say), room, "strong")]
    return [fit(line, width) if line.cell_length > width else line for line in lines]


def _asked(lowest: int, say: Words) -> str:
    if lowest <= _ASK_UP_TO:
        return say("Who shows two or less: what would make it a three?")
    return say("Everybody shows three or more: you can begin.")


def fingers_word(shown: Sequence[tuple[str, int]]) -> str:
    """Return fingers that were shown as they are typed, lowest first."""
    return "".join(fingers * count for fingers, count in sorted(shown))
