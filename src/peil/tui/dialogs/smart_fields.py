"""The five SMART fields of an action or a goal: which letters are there, and what they ask."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace
from textual.content import Content

from peil.assessment.model import Smart
from peil.plan.smart import EXAMPLES, LETTERS, Subject, missing, text_of
from peil.plan.vagueness import vague_plan
from peil.text.languages import Words
from peil.tui.content import NOTHING, join, labelled, shortened, text
from peil.tui.overlay import Labelled, Line
from peil.tui.signs import Signs
from peil.tui.widgets.field_editor import Editable

FIELDS: Final = tuple(letter.field for letter in LETTERS)
"""The names of the five fields, in order."""
_ROOMY: Final = 25
"""Cells from which the letters stand apart."""


class SmartScene(NamedTuple):
    """What the lines about five fields are written from."""

    smart: Smart
    subject: Subject
    title: str
    """The user's own words for the action or the goal, if there are any."""
    say: Words
    signs: Signs
    width: int
    label: int
    """Columns of the labels."""


def smart_editables(smart: Smart, subject: Subject, say: Words) -> list[Editable]:
    """Return the five fields as they are edited."""
    return [
        Editable(
            letter.field,
            f"{letter.letter}  {say(letter.name)}",
            text_of(smart, letter),
            letter.asks(subject, say),
        )
        for letter in LETTERS
    ]


def with_field(smart: Smart, field: str, written: str) -> Smart:
    """Return the five texts with one of them replaced."""
    return replace(smart, **{field: written})


def letters_line(scene: SmartScene, room: int) -> Content:
    """Return the five letters, each with a sign that says whether it is filled in.

    Where `room` is short they stand close together.
    """
    lacks = missing(scene.smart)
    wide = room >= _ROOMY
    pieces: list[Content | str] = []
    for letter in LETTERS:
        there = letter not in lacks
        sign = scene.signs.stands if there else scene.signs.beyond
        pieces.append(text(letter.letter, "strong" if there else "faint"))
        pieces.append(text(f" {sign}  " if wide else f"{sign} ", "good" if there else "faint"))
    return join(*pieces)


def told_of(scene: SmartScene) -> list[str]:
    """Return what is missing with its question, or how many are; and which wish is vague."""
    say, lacks = scene.say, missing(scene.smart)
    told = []
    if len(lacks) == len(LETTERS):
        told.append(say("nothing filled in yet"))
    elif lacks:
        told.append(
            say(
                "{letters} is missing: {question}",
                letters=say.listing([letter.letter for letter in lacks]),
                question=lacks[0].asks(scene.subject, say),
            )
            if len(lacks) == 1
            else say(
                "{letters} are missing", letters=say.listing([letter.letter for letter in lacks])
            )
        )
    wish = vague_plan(scene.title, scene.smart, say.language)
    if wish is not None:
        told.append(wish.sentence(say))
    return told


def smart_rows(scene: SmartScene, chosen: str | None) -> Iterator[tuple[str, Sequence[Content]]]:
    """Return the lines of each of the five fields by its name; empty ones show their question."""
    for letter in LETTERS:
        value = text_of(scene.smart, letter)
        label = f"{letter.letter}  {scene.say(letter.name)}"
        ink = "cursor" if letter.field == chosen else "plain" if value else "faint"
        words = value or letter.asks(scene.subject, scene.say)
        lines = labelled(label, words, scene.width, scene.label, ("faint", ink))
        yield letter.field, shortened(lines, 3, scene.width)


def example_lines(say: Words) -> list[Line]:
    """Return the two examples, to read in help."""
    lines: list[Line] = []
    for example in EXAMPLES:
        told = example.told(say)
        lines += [
            *([NOTHING] if lines else []),
            text(say("Example: {name}", name=say(example.name)), "title"),
            say(example.about),
            *(
                Labelled(f"{each.letter}  {say(each.name)}", text_of(told, each))
                for each in LETTERS
            ),
        ]
    return lines
