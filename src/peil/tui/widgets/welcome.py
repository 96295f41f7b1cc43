"""What the first page draws: a few words, the iceberg, and the rows of choices."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.content import Content
from textual.events import Click
from textual.message import Message

from peil.text.languages import mark
from peil.tui.canvas import Canvas
from peil.tui.content import NOTHING, fit, join, paragraph, text, width_of

if TYPE_CHECKING:
    from peil.tui.app import PeilApp

DRAWN_FROM = 22
"""Lines of the window below which there is no room for frames and greetings."""
DRAWN_WIDE = 72
"""Columns from which the iceberg is drawn."""


class Choice(NamedTuple):
    """A question with a few answers in a row."""

    question: str
    options: tuple[str, ...]


CHOICES = (
    Choice(
        mark("Do you work there alone or with colleagues?"),
        (mark("alone"), mark("with colleagues")),
    ),
    Choice(mark("Whom do you want to reach?"), (mark("customers"), mark("staff"), mark("both"))),
)
"""What is asked beside the name."""
DEFAULTS = (0, 2)
"""Place of each choice's default: alone, and both."""

BERG = (
    "          ▗▙          ",
    "         ▟██▙         ",
    "~~~~~~~~▟████▙~~~~~~~~",
    "      ▗▟██████▙▖      ",
    "     ▟██████████▙     ",
    "     ▜██████████▛     ",
    "      ▜████████▛      ",
    "       ▝▜████▛▘       ",
    "          ▜▛          ",
)
"""The iceberg; its third line is the waterline."""
WATERLINE = 2


def _berg_line(row: int) -> Content:
    line = BERG[row]
    if row < WATERLINE:
        return text(line, "ice")
    if row > WATERLINE:
        return text(line, "deep")
    return join(*(text(sign, "water" if sign == "~" else "ice") for sign in line))


class Welcome(Canvas):
    """The greeting at the left, the iceberg at the right, the question for the name below."""

    def draw(self, width: int, height: int) -> Sequence[Content]:
        """Return as much of the greeting as fits, ending in the question for the name."""
        app = cast("PeilApp", self.app)
        drawn = width >= DRAWN_WIDE and height > len(BERG) and not app.signs.ascii
        room = width - 3 - (33 if drawn else 2)
        lines = [join("   ", line) for line in self._greeting(room, height - 2)]
        lines = [*lines, *[NOTHING] * (height - 1 - len(lines))][: max(0, height - 1)]
        if drawn:
            top = max(0, (height - 1 - len(BERG)) // 2)
            words = {1: app.say("tools"), 5: app.say("the base")}
            for row in range(len(BERG)):
                berg = join(_berg_line(row), " ", text(words.get(row, ""), "faint"))
                lines[top + row] = join(fit(lines[top + row], room + 4), berg)
        return [*lines, join("     ", text(app.say("What is your business called?"), "strong"))]

    def _greeting(self, width: int, height: int) -> list[Content]:
        say = cast("PeilApp", self.app).say
        title = paragraph(
            say("How ready is your business for social media and community?"),
            min(width, 38),
            "title",
        )
        sentences = (
            say("{count} core questions, a quarter of an hour.", count=18),
            say("Then you know what to do first, and why."),
            say("Stop whenever you like: everything is saved by itself."),
            say("Nothing leaves this computer."),
        )
        body = [paragraph(sentence, width) for sentence in sentences]
        whole = [NOTHING, *title, NOTHING, *chain.from_iterable(body)]
        if len(whole) <= height:
            return whole
        lines = title if len(title) <= height else []
        for sentence in body:
            if len(lines) + len(sentence) > height:
                break
            lines = [*lines, *sentence]
        return lines


class Hit(NamedTuple):
    """What was clicked: a row (the last one begins), and the option in it."""

    row: int
    option: int


class Choices(Canvas):
    """Two questions with their answers in a row, and the line that begins."""

    @dataclass
    class Picked(Message):
        """Something was clicked."""

        hit: Hit
        """What it was."""

    def __init__(self) -> None:
        """Make it; `show` says what is chosen."""
        super().__init__()
        self._chosen: Sequence[int] = DEFAULTS
        self._row = -1
        self._spots: list[tuple[int, int, int, Hit]] = []

    def show(self, chosen: Sequence[int], row: int) -> None:
        """Show which options are chosen and on which row the cursor stands (-1: none)."""
        self._chosen, self._row = chosen, row
        self.redraw()

    def draw(self, _width: int, height: int) -> Sequence[Content]:
        """Return two lines for each choice, and the line that begins."""
        app = cast("PeilApp", self.app)
        lines: list[Content] = []
        self._spots = []
        for row, choice in enumerate(CHOICES):
            lines.append(join("     ", text(app.say(choice.question), "strong")))
            lines.append(self._options(row, choice, len(lines)))
        begins = self._row >= len(CHOICES)
        button = text("[ " + app.say("Begin with question 1") + " ]", "chosen" if begins else "key")
        caret = text(app.signs.cursor if begins else " ", "cursor")
        if height > len(lines) + 1:
            lines.append(NOTHING)
        self._spots.append((len(lines), 5, 5 + width_of(button), Hit(len(CHOICES), 0)))
        return [*lines, join("   ", caret, " ", button)]

    def _options(self, row: int, choice: Choice, line: int) -> Content:
        app = cast("PeilApp", self.app)
        drawn = join("   ", text(app.signs.cursor if row == self._row else " ", "cursor"), "   ")
        for place, option in enumerate(choice.options):
            taken = self._chosen[row] == place
            piece = join(
                text(
                    "(" + (app.signs.chosen if taken else " ") + ")", "cursor" if taken else "plain"
                ),
                " ",
                text(app.say(option), "warm" if taken else "plain"),
            )
            begin = width_of(drawn)
            self._spots.append((line, begin, begin + width_of(piece), Hit(row, place)))
            drawn = join(drawn, piece, "    ")
        return drawn

    def on_click(self, event: Click) -> None:
        """Tell what stands under the mouse."""
        for line, left, right, hit in self._spots:
            if line == event.y and left <= event.x < right:
                event.stop()
                self.post_message(self.Picked(hit))
