"""Header and footer: the same two widgets around every page."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.content import Content
from textual.events import Click
from textual.message import Message

from peil.text.languages import Words
from peil.tui.canvas import Canvas
from peil.tui.content import NOTHING, ends, fit, join, text, width_of, wrap
from peil.tui.keys import HELP, HELP_IN_TEXT, Command
from peil.tui.page import Heading, Room
from peil.tui.saved import (
    danger_word,
    differ_in_place_only,
    is_in_danger,
    is_saving,
    saved,
    saved_sign,
    unkept,
)
from peil.tui.signs import Signs

if TYPE_CHECKING:
    from peil.assessment.model import Assessment
    from peil.tui.app import PeilApp

MOST_KEYS = 6
"""Most keys that the footer shows."""


def rule(done: float | None, width: int, signs: Signs) -> Content:
    """Return the rule under the header: a plain one, or the progress bar."""
    if done is None:
        return text(signs.rule * width, "line")
    full = round(max(0.0, min(1.0, done)) * width)
    if done < 1:
        full = min(full, width - 1)
    return join(text(signs.done * full, "deep"), text(signs.to_go * (width - full), "line"))


class Header(Canvas):
    """One or two lines, and the rule that is the progress bar."""

    DEFAULT_CSS = "Header { height: 2; }"

    class Written(Message):
        """A save was attempted; posted from the thread that writes."""

    def __init__(self) -> None:
        """Make an empty header."""
        super().__init__(id="header")
        self._heading = Heading()
        self._safe: Assessment | None = None

    def show(self, heading: Heading) -> None:
        """Show a heading; the header grows by a line when it has a second one."""
        self._heading = heading
        self.be_high(3 if heading.left or heading.end else 2)
        self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Content]:
        """Return title line, perhaps the line of the walk, and the rule."""
        app = cast("PeilApp", self.app)
        heading = self._heading
        if heading.name:
            return [self._for_the_room(app, heading, width), rule(heading.done, width, app.signs)]
        name = text(" Peil", "title")
        right = heading.right
        if heading.titled and app.has_sitting:
            name = join(
                name,
                text(f" {app.signs.between} ", "faint"),
                text(app.sitting.assessment.title, "strong"),
            )
            right = right or self._saved_sign(app)
        right = self._alarm(app) or self._unkept_sign(app) or right
        lines = [ends(name, join(right, " "), width)]
        if height > 2:
            left, end = join(" ", heading.left), heading.end
            if width_of(left) + width_of(end) + 2 > width:
                end = heading.short_end
            lines.append(ends(left, join(end, " "), width))
        return [*lines, rule(heading.done, width, app.signs)]

    def _for_the_room(self, app: "PeilApp", heading: Heading, width: int) -> Content:
        """Return the line of a discreet page: no assessment, no file, and of a save only a word."""
        alarm = danger_word(app.open_sitting, app.say, app.signs) or self._unkept_sign(app)
        right = join(alarm, "   " if alarm.cell_length else "", heading.right, " ")
        room = width - heading.behind.cell_length - right.cell_length - 2
        name = heading.name
        name = fit(name, max(0, min(name.cell_length, room)))
        return ends(join(" ", name, heading.behind), right, width)

    def on_header_written(self) -> None:
        """Show what became of a save, and say in words what needs words."""
        self.redraw()
        cast("PeilApp", self.app).tell_unsaved()

    def _alarm(self, app: "PeilApp") -> Content:
        """Return on every page that what is open is not on the disk, if it is not."""
        if app.open_sitting is None or not is_in_danger(app.open_sitting):
            return NOTHING
        return saved_sign(app.open_sitting, app.say, app.signs)

    def _unkept_sign(self, app: "PeilApp") -> Content:
        """Return on every page that something is typed which is not kept, if it is."""
        return unkept(app.say, app.signs) if app.peil_screen.unkept else NOTHING

    def _saved_sign(self, app: "PeilApp") -> Content:
        """Return whether the answers are on the disk; going to another question changes none."""
        now = app.sitting.assessment
        saving = is_saving(app.sitting)
        if not saving:
            self._safe = now
        if saving and self._safe is not None and differ_in_place_only(now, self._safe):
            return saved(app.say, app.signs)
        return saved_sign(app.sitting, app.say, app.signs)


class FooterKey(NamedTuple):
    """A key of the footer, and where it stands."""

    command: Command
    start: int
    end: int


def footer_line(
    commands: Sequence[tuple[Command, str, str]], width: int, signs: Signs
) -> tuple[Content, list[FooterKey]]:
    """Return the footer (commands with sign and words), and where each key stands.

    What does not fit is dropped from the right; the last command stays (it is help).
    """
    return _footer_line(tuple(commands), width, signs)


@lru_cache(maxsize=64)
def _footer_line(
    commands: tuple[tuple[Command, str, str], ...], width: int, signs: Signs
) -> tuple[Content, list[FooterKey]]:
    *first, last = commands
    chosen = [*first[: MOST_KEYS - 1], last]
    pieces = [join(text(sign, "key"), " ", text(words, "plain")) for _, sign, words in chosen]
    gap = text(f" {signs.bar} ", "line")
    while len(pieces) > 1 and 1 + sum(width_of(p) for p in pieces) + 3 * (len(pieces) - 1) > width:
        del pieces[-2], chosen[-2]
    line = text(" ")
    keys: list[FooterKey] = []
    for (command, _, _), piece in zip(chosen, pieces, strict=True):
        if keys:
            line = join(line, gap)
        keys.append(FooterKey(command, width_of(line), width_of(line) + width_of(piece)))
        line = join(line, piece)
    return line, keys


class Footer(Canvas):
    """The rule, or a message in its place, and the keys."""

    DEFAULT_CSS = "Footer { height: 2; }"

    def __init__(self) -> None:
        """Make a footer without keys."""
        super().__init__(id="footer")
        self._room: Room | None = None
        self._message: tuple[str, str] = ("", "")
        self._keys: list[FooterKey] = []

    @property
    def message(self) -> str:
        """The sentence that is shown, or nothing."""
        return self._message[0]

    def show(self, room: Room) -> None:
        """Show the keys of a room."""
        self._room = room
        self.redraw()

    def tell(self, sentence: str, ink: str = "warm") -> None:
        """Show a sentence in place of the rule, as high as it needs; an empty one takes it away."""
        if sentence == self.message:
            return
        self._message = (sentence, ink)
        self._make_room()
        self.redraw()

    def on_resize(self) -> None:
        """Give the message the room that it needs at the new width."""
        self._make_room()

    def _make_room(self) -> None:
        """Be as high as the message needs, at most half the screen."""
        lines = wrap(self.message, self.app.size.width - 2) if self.message else [""]
        self.be_high(1 + max(1, min(len(lines), self.app.size.height // 2)))

    def draw(self, width: int, height: int) -> Sequence[Content]:
        """Return the rule or the message, and the line of keys."""
        app = cast("PeilApp", self.app)
        sentence, ink = self._message
        if sentence:
            above = [text(f" {line}", ink) for line in wrap(sentence, width - 2)][: height - 1]
        else:
            above = [rule(None, width, app.signs)]
        line, self._keys = footer_line(self._commands(app.say), width, app.signs)
        return [*above, fit(line, width)]

    def _commands(self, say: Words) -> list[tuple[Command, str, str]]:
        room = self._room
        if room is None:
            return [(HELP, HELP.sign, say(HELP.brief))]
        shown = [
            (command, room.key_sign(command), room.key_brief(command))
            for command in room.footer_commands()
        ]
        if not room.explains:
            return shown
        last = HELP_IN_TEXT if room.typing or room.hides else HELP
        return [*shown, (last, last.sign, say(last.brief))]

    async def on_click(self, event: Click) -> None:
        """Do what the key under the mouse does."""
        if event.y != self.size.height - 1 or self._room is None:
            return
        for key in self._keys:
            if key.start <= event.x < key.end:
                await self.app.run_action(key.command.action, self._room)
                return
