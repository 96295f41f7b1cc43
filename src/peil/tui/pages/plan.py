"""The plan page: now, next, later; why here; what it brings; and the way out to a file."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult

from peil.tui.content import text
from peil.tui.keys import Command
from peil.tui.page import Heading
from peil.tui.pages.hanging import Hanging, HangingDesk, certainty
from peil.tui.pages.plan_acts import PlanActs
from peil.tui.pages.plan_foot import foot_height, plan_foot
from peil.tui.pages.plan_keys import COMMANDS
from peil.tui.pages.plan_sheet import (
    LOOK,
    PAST,
    PlanScene,
    heading_name,
    nearest_name,
    parts_of,
    plan_sheet,
    shown_actions,
    shown_names,
)
from peil.tui.widgets.foot import Foot
from peil.tui.widgets.lines import Lines, Sheet, moved, names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from peil.tui.dialogs.action_details import ActionDetails
    from peil.tui.overlay import Line


class PlanPage(PlanActs):
    """Shows the plan; a cursor walks over headings and actions."""

    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self) -> None:
        """Make the page; the cursor begins at the first action."""
        super().__init__()
        self._cursor: str | None = None
        self._names: list[str] = []
        """What could be chosen when the page was last shown, in order."""
        self._unfolded: dict[str, bool] = {}
        self._past_shown = False
        self._desk = HangingDesk(self)

    def compose(self) -> ComposeResult:
        """Put up the list, and what follows the cursor below it."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield Foot(self._below)

    @property
    def _lines(self) -> Lines:
        return self.query_one(Lines)

    @property
    def scene(self) -> PlanScene:
        """What the page is drawn from, as it stands now."""
        sitting = self.sitting
        return PlanScene(
            sitting,
            sitting.codes,
            self.say,
            self.signs,
            self._cursor,
            self._unfolded,
            self._past_shown,
            self.peil.presents,
        )

    @property
    def key(self) -> str | None:
        """The key of the action under the cursor; None on a heading."""
        keys = {action.key for actions in parts_of(self.scene).values() for action in actions}
        return self._cursor if self._cursor in keys else None

    @property
    def hanging(self) -> Hanging | None:
        """What the first actions hang on; None while that is worked out."""
        return self._desk.hanging

    @property
    def hangs_on(self) -> str:
        """The same in a sentence; empty while that is worked out."""
        return certainty(self.hanging, self.say) if self.hanging else ""

    def heading(self) -> Heading:
        """Say for how many hours a week the plan is."""
        hours = self.sitting.plan.hours_per_week
        words = self.say.many(
            "Plan · {hours} hour a week",
            "Plan · {hours} hours a week",
            1 if hours == 1 else 2,
            hours=self.say.number(hours, 2),
        )
        return Heading(right=text(words, "faint"), done=0.0 if self.sitting.plan.actions else None)

    def help_first(self) -> "Sequence[Line]":
        """Say what the signs mean."""
        say, signs = self.say, self.signs
        return [
            text(say("What the signs mean"), "title"),
            say("[ ] open · [~] somebody is at it · [x] done · [-] dropped"),
            say("{up} put at the top · {down} postponed", up=signs.up, down=signs.down),
            say("{sign} rests on an answer about which your team differs", sign=signs.differs),
        ]

    def show(self) -> None:
        """Draw the plan as it stands now; actions without a code get one."""
        self.sitting.give_codes()
        self._desk.refresh()
        names = shown_names(self.scene, self._lines.content_size.height)
        self._cursor = nearest_name(names, self._cursor, self._names)
        if self._cursor is None:
            actions = self.sitting.plan.actions
            self._cursor = actions[0].key if actions else next(iter(names), None)
        self._redraw()

    def offers(self, command: Command) -> bool:
        """Leave out of the footer what needs an action when there is none."""
        needs_action = command.action in ("export", "why", "done", "what_if")
        return super().offers(command) and (bool(self.sitting.plan.actions) or not needs_action)

    def key_brief(self, command: Command) -> str:
        """Say what a key does to what is under the cursor."""
        if command.action == "open" and not self.sitting.plan.actions and self.key is None:
            return self.say("questions")
        if command.action == "open" and self._cursor == LOOK:
            return self.say("look again")
        if command.action == "done" and self.key and self.is_done(self.key):
            return self.say("open again")
        return super().key_brief(command)

    def on_resize(self) -> None:
        """Give the foot the room that the window allows."""
        self._foot_size()

    def _foot_size(self) -> None:
        height = foot_height(*self.size) if self.sitting.plan.actions else 0
        self.query_one(Foot).be_high(height)

    def _redraw(self) -> None:
        self._names = shown_names(self.scene, self._lines.content_size.height)
        self._foot_size()
        self._lines.redraw()
        self.query_one(Foot).redraw()
        self.peil.peil_screen.footer.redraw()

    def _sheet(self, width: int, height: int) -> Sheet:
        return plan_sheet(self.scene, width, height)

    def _below(self, width: int, height: int) -> "list[Content]":
        return plan_foot(self.scene, width, height, self.hangs_on)

    def action_move(self, by: int) -> None:
        """Move the cursor up or down."""
        self._cursor = moved(names_of(self._lines.sheet), self._cursor, by)
        self._redraw()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; a heading folds at once, an action opens at a second click."""
        event.stop()
        self._cursor = event.name
        self._redraw()
        if event.again or self.key is None:
            self.action_open()

    def action_open(self) -> None:
        """Fold or unfold a heading, or open an action; without actions go to the questions."""
        if self._cursor == LOOK:
            self.peil.look_at_done()
            return
        for slot, actions in parts_of(self.scene).items():
            if self._cursor == heading_name(slot):
                shown = shown_actions(self.scene, self._lines.content_size.height)
                self._unfolded[slot] = shown[slot] != actions
                self._redraw()
                return
        if self.key is not None:
            details = cast("ActionDetails", self.peil.overlay("action_details"))
            planned = [action.key for action in self.sitting.plan.actions]
            past = [action.key for action in self.sitting.past]
            details.about(self.key, planned if self.key in planned else past, self.turn_to)
            self.peil.open_overlay("action_details")
        elif not self.sitting.scores.complete:
            self.sitting.go_to(self._open_question())
            self.peil.open_page("question")

    def _open_question(self) -> str:
        walk = self.sitting.walk
        here = walk.resume()
        return here if walk.states.get(here) == "unanswered" else walk.next_open_after(here) or here

    def turn_to(self, key: str) -> None:
        """Let the cursor follow the details; a folded part of the plan unfolds for it."""
        self._cursor = key
        shown = shown_actions(self.scene, self._lines.content_size.height)
        for slot, actions in parts_of(self.scene).items():
            keys = {action.key for action in actions}
            if key in keys - {action.key for action in shown[slot]}:
                self._unfolded[slot] = True
        self._redraw()

    def begin_at(self, key: str) -> None:
        """Show this action when the page is opened; a folded part unfolds for it."""
        self._past_shown = self._past_shown or any(each.key == key for each in self.sitting.past)
        self._cursor = key
        for slot, actions in parts_of(self.scene).items():
            if any(action.key == key for action in actions):
                self._unfolded[slot] = True

    def action_past(self) -> None:
        """Show what was done or dropped behind the plan, or leave it out again."""
        if not self.sitting.past:
            self.peil.tell(self.say("Nothing is done or dropped yet."), "faint")
            return
        self._past_shown = not self._past_shown
        self.show()
        if self._past_shown:
            # The first heading of the past, so that Enter unfolds it.
            past = [name for name in self._names if name in map(heading_name, PAST)]
            self._cursor = past[0]
            self._redraw()
