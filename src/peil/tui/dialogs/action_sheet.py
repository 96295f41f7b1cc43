"""The lines of the details of an action: what there is to read, the fields, SMART, what if."""

from collections.abc import Iterator, Sequence
from typing import Final

from textual.content import Content

from peil.tui.content import NOTHING, join, labelled, shortened, text
from peil.tui.dialogs.action_fields import LABELS, SMART, STATUS_FIELD, FieldScene, shown_value
from peil.tui.dialogs.action_text import LABEL, action_text
from peil.tui.dialogs.smart_fields import SmartScene, letters_line, smart_rows, told_of
from peil.tui.widgets.lines import Sheet, Spot

_NOTE_LINES: Final = 3
"""Most lines of a note that are shown; opened it is whole."""

_Block = tuple[str, Sequence[Content]]
"""The name of a field, empty for what cannot be chosen, and its lines."""


def action_sheet(scene: FieldScene, effect: Sequence[str], height: int) -> Sheet:
    """Return all of it, with air between the parts where everything fits."""
    sheet = _sheet(scene, effect, airy=True)
    return sheet if len(sheet.lines) <= height else _sheet(scene, effect, airy=False)


def _sheet(scene: FieldScene, effect: Sequence[str], *, airy: bool) -> Sheet:
    lines = [join("  ", line) for line in action_text(scene.about, airy=airy)]
    spots: list[Spot] = []
    blocks = [
        ("", [NOTHING]),
        *_fields(scene),
        *_air(airy=airy),
        *_smart(scene),
        *_what_if(scene, effect, airy=airy),
    ]
    for name, block in blocks:
        for row, line in enumerate(block):
            if name:
                spots.append(Spot(name, len(lines), 0, scene.about.width + 2))
            here = name and name == scene.chosen and row == 0
            lines.append(join(text(scene.signs.cursor if here else " ", "cursor"), " ", line))
    return Sheet(lines, spots, scene.chosen)


def _air(*, airy: bool) -> list[_Block]:
    return [("", [NOTHING])] if airy else []


def _fields(scene: FieldScene) -> Iterator[_Block]:
    """Return the rows of status, who, for when, note and title."""
    say = scene.about.say
    for field, label in LABELS.items():
        value = shown_value(scene, field)
        here = scene.chosen == field
        ink = "cursor" if here else "plain" if value else "faint"
        words = value or "–"
        if field == STATUS_FIELD and here:
            words = f"{value} {scene.signs.between} {_status_keys(scene)}"
        lines = labelled(say(label), words, scene.about.width, LABEL, ("faint", ink))
        yield field, shortened(lines, _NOTE_LINES, scene.about.width)


def _status_keys(scene: FieldScene) -> str:
    """Return which keys change the status."""
    say = scene.about.say
    return {
        "open": say("Enter: begin it, Space: done, k: drop"),
        "doing": say("Enter: not begun, Space: done, k: drop"),
        "done": say("Space: open again"),
        "dropped": say("k: open again"),
    }[scene.about.sitting.action_status(scene.about.action.key)]


def _smart(scene: FieldScene) -> Iterator[_Block]:
    """Return the line of the letters with what is missing, and the five fields if unfolded."""
    about = scene.about
    record = about.sitting.record(about.action.key)
    smart = SmartScene(
        record.smart, "action", record.title, about.say, scene.signs, about.width, LABEL
    )
    label = text(about.say("SMART").ljust(LABEL), "faint")
    letters = join(label, letters_line(smart, about.width - LABEL))
    told = [
        line
        for sentence in told_of(smart)
        for line in labelled("", sentence, about.width, LABEL, ("faint", "caution"))
    ]
    if len(told) == 1 and letters.cell_length + told[0].cell_length - LABEL + 1 <= about.width:
        yield SMART, [join(letters, " ", text(told[0].plain.strip(), "caution"))]
    else:
        yield SMART, [letters]
        yield "", told
    if scene.unfolded:
        yield from smart_rows(smart, scene.chosen)


def _what_if(scene: FieldScene, effect: Sequence[str], *, airy: bool) -> Iterator[_Block]:
    """Return what the action would change."""
    if effect:
        yield from _air(airy=airy)
    label = scene.about.say("What if")
    for number, sentence in enumerate(effect):
        yield (
            "",
            labelled(
                label if number == 0 else "", sentence, scene.about.width, LABEL, ("faint", "plain")
            ),
        )
