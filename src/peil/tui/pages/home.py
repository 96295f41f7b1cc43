"""Home: going on where one was, and all assessments."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp

from peil.errors import PeilError
from peil.sitting import Sitting
from peil.text.languages import mark
from peil.tui.canvas import Canvas
from peil.tui.content import text
from peil.tui.keys import LANGUAGE, QUIT, Command
from peil.tui.page import Heading, Page
from peil.tui.widgets.home_sheet import RESUME, Home, Place, home_sheet, list_room

if TYPE_CHECKING:
    from peil.store.summary import Summary


class HomePage(Page):
    """Resume on top, then the list."""

    BLANK = True
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "open",
            mark("Enter"),
            mark("open"),
            mark("Go on with the assessment under the cursor."),
            palette=False,
        ),
        Command(("n",), "new", "n", mark("new"), mark("Begin a new assessment.")),
        Command(
            ("down", "j"), "move(1)", "↓", mark("down"), mark("Next."), footer=False, palette=False
        ),
        Command(
            ("up", "k"),
            "move(-1)",
            "↑",
            mark("up"),
            mark("The one before."),
            footer=False,
            palette=False,
        ),
        Command(
            ("pagedown",),
            "move(10)",
            mark("PgDn"),
            mark("further"),
            mark("Ten further."),
            footer=False,
            palette=False,
        ),
        Command(
            ("pageup",),
            "move(-10)",
            mark("PgUp"),
            mark("back"),
            mark("Ten back."),
            footer=False,
            palette=False,
        ),
        Command(
            ("home",),
            "move(-100000)",
            "Home",
            mark("top"),
            mark("To the first one."),
            footer=False,
            palette=False,
        ),
        Command(
            ("end",),
            "move(100000)",
            "End",
            mark("bottom"),
            mark("To the last one."),
            footer=False,
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make the page; `show` reads which assessments there are."""
        super().__init__()
        self._list = HomeList(self)
        self._summaries: Sequence[Summary] = ()
        self._place: tuple[str, str, Place | None] = ("", "", None)
        self._cursor = RESUME
        self._top = 1

    def compose(self) -> ComposeResult:
        """Return one drawn widget."""
        yield self._list

    def heading(self) -> Heading:
        """Return the word for home, without an assessment's name."""
        return Heading(right=text(self.say("Home"), "faint"), titled=False)

    def footer_commands(self) -> list[Command]:
        """Return the keys of home, with those for the language and for stopping."""
        return [*super().footer_commands(), LANGUAGE, QUIT]

    def show(self) -> None:
        """Read the list again, the latest changed first."""
        found = self.peil.desk.workspace.summaries()
        self._summaries = sorted(found, key=lambda summary: summary.changed, reverse=True)
        self._cursor = min(self._cursor, len(self._summaries))
        self._list.redraw()
        self.call_after_refresh(self._look_up_place)

    def _look_up_place(self) -> None:
        """Find out where the latest one stands; its file is read once, after the first paint."""
        if not self._summaries or self._summaries[0].damaged:
            return
        latest = self._summaries[0]
        known = (latest.id, latest.changed + self.say.language)
        if self._place[:2] == known:
            return
        try:
            sitting = Sitting.look(self.peil.desk.workspace, latest.id, self.say.language)
            question = sitting.walk.resume()
            progress = sitting.walk.progress(question)
            topic = sitting.items.topic(sitting.items.topic_of(question)).title
        except (PeilError, KeyError):
            return
        place = Place(topic, progress.core, progress.number, progress.minutes_left)
        self._place = (*known, place)
        self._list.redraw()

    def what(self) -> Home:
        """Return everything to draw."""
        latest = self._summaries[0].id if self._summaries else ""
        place = self._place[2] if self._place[0] == latest else None
        today = datetime.now().astimezone().date()
        return Home(self._summaries, place, self._cursor, self._top, today)

    def scroll_into_sight(self, height: int) -> None:
        """Move the part of the list that is drawn until the cursor is in it."""
        room = list_room(height, any_there=bool(self._summaries))
        if self._cursor == RESUME:
            self._top = 1
        else:
            self._top = min(self._top, self._cursor)
            self._top = max(self._top, self._cursor - room + 1)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._cursor = max(RESUME, min(len(self._summaries), self._cursor + by))
        self._list.redraw()

    def action_open(self) -> None:
        """Open the assessment under the cursor."""
        if self._summaries:
            place = max(self._cursor, 1) - 1
            self.peil.open_assessment(self._summaries[place].id)

    def action_new(self) -> None:
        """Begin a new assessment."""
        self.peil.open_page("start")

    def pick(self, row: int) -> None:
        """Put the cursor on a row and open it."""
        self._cursor = row
        self.action_open()


class HomeList(Canvas):
    """Draws home, and knows what is clicked."""

    def __init__(self, page: HomePage) -> None:
        """Draw what `page` holds."""
        super().__init__()
        self._home = page
        self._rows: dict[int, int] = {}

    def draw(self, width: int, height: int) -> Sequence[Content]:
        """Return the lines."""
        self._home.scroll_into_sight(height)
        drawn = home_sheet(self._home.what(), self._home.say, self._home.signs, width, height)
        self._rows = drawn.rows
        return drawn.lines

    def on_click(self, event: Click) -> None:
        """Open what is clicked."""
        if event.y in self._rows:
            event.stop()
            self._home.pick(self._rows[event.y])

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Move the cursor with the wheel."""
        event.stop()
        self._home.action_move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Move the cursor with the wheel."""
        event.stop()
        self._home.action_move(-1)
