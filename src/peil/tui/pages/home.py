"""Home: going on where one was, what waits, and all assessments."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp

from peil.errors import PeilError
from peil.sitting import Sitting
from peil.text.days import today
from peil.tui.canvas import Canvas
from peil.tui.content import text
from peil.tui.keys import LANGUAGE, QUIT, Command
from peil.tui.page import Heading, Page
from peil.tui.pages.home_keys import COMMANDS, EARLIER
from peil.tui.waiting import what_waits
from peil.tui.widgets.home_sheet import RESUME, Home, Place, ToDo, home_sheet, list_room, todo_shown

if TYPE_CHECKING:
    from peil.store.summary import Summary
    from peil.text.languages import Words


class HomePage(Page):
    """Resume on top, then what waits, then the list."""

    BLANK = True
    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self) -> None:
        """Make the page; `show` reads which assessments there are."""
        super().__init__()
        self._list = HomeList(self)
        self._summaries: Sequence[Summary] = ()
        self._place: tuple[str, str, Place | None] = ("", "", None)
        self._todo: Sequence[ToDo] = ()
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
        return [*super().footer_commands(), QUIT, LANGUAGE]

    def offers(self, command: Command) -> bool:
        """Return whether the footer shows a command: earlier saves where one is damaged."""
        if command is EARLIER:
            here = self._under_cursor()
            return here is not None and here.damaged
        return super().offers(command)

    def show(self) -> None:
        """Read the list again, the latest changed first."""
        found = self.peil.desk.summaries()
        self._summaries = sorted(found, key=lambda summary: summary.changed, reverse=True)
        self._cursor = min(self._cursor, self._last_row)
        self._list.redraw()
        self.call_after_refresh(self._look_further)

    @property
    def _last_row(self) -> int:
        return len(self._todo) + len(self._summaries)

    @property
    def _first_row(self) -> int:
        return RESUME if self._summaries else min(1, self._last_row)

    def _look_further(self) -> None:
        """Find out, after the first paint, where the latest one stands and what waits."""
        self._look_up_place()
        work = partial(self._look_for_todo, self._summaries, self.say)
        self.run_worker(work, thread=True, exclusive=True, group="waiting")

    def _look_for_todo(self, summaries: "Sequence[Summary]", say: "Words") -> None:
        """Find out in a thread what waits, and show it in the app's own."""
        self.app.call_from_thread(self.take, what_waits(self.peil.desk, summaries, say))

    def take(self, todo: "Sequence[ToDo]") -> None:
        """Show what waits; the cursor stays on its assessment."""
        if self._cursor > len(self._todo):
            self._cursor += len(todo) - len(self._todo)
        elif self._cursor > len(todo):
            self._cursor = RESUME
        self._todo = todo
        self._cursor = max(self._first_row, min(self._cursor, self._last_row))
        self._list.redraw()

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
        return Home(self._summaries, place, self._todo, self._cursor, self._top, today())

    def scroll_into_sight(self, height: int) -> None:
        """Move the part of the list that is drawn until the cursor is in it."""
        todo = len(todo_shown(self.what(), height))
        room = list_room(height, any_there=bool(self._summaries), todo=todo)
        place = self._cursor - len(self._todo)
        if place < 1:
            self._top = 1
        else:
            self._top = min(self._top, place)
            self._top = max(self._top, place - room + 1)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._cursor = max(self._first_row, min(self._last_row, self._cursor + by))
        self._list.redraw()
        self.peil.peil_screen.footer.redraw()

    def _under_cursor(self) -> "Summary | None":
        """Return the assessment under the cursor; None on what waits."""
        place = self._cursor - len(self._todo)
        if self._cursor == RESUME:
            return next(iter(self._summaries), None)
        return self._summaries[place - 1] if 0 < place <= len(self._summaries) else None

    def action_open(self) -> None:
        """Open the assessment under the cursor, or what waits there."""
        here = self._under_cursor()
        if here is not None:
            self.peil.open_assessment(here.id)
        elif 0 < self._cursor <= len(self._todo):
            self._do(self._todo[self._cursor - 1])

    def _do(self, todo: ToDo) -> None:
        """Open what waits."""
        if todo.name == "check":
            self.peil.open_check()
        elif todo.name == "vote":
            self.peil.open_vote_in(todo.assessment)
        elif todo.name == "team":
            self.peil.open_assessment(todo.assessment, "team")
        elif todo.name == "look":
            self.peil.open_to_look(todo.assessment)
        elif self.peil.open_assessment(todo.assessment):
            if todo.name == "list":
                self.peil.open_list_file()
            else:
                self.peil.open_newer()

    def action_earlier(self) -> None:
        """Show the earlier saves of the assessment under the cursor."""
        here = self._under_cursor()
        if here is not None:
            self.peil.open_earlier(here.id)

    def action_open_file(self) -> None:
        """Ask for an assessment file of somebody else."""
        self.peil.open_overlay("open_file")

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
