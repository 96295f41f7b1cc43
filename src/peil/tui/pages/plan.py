"""The plan page: now, next, later; why here; what it brings; and the way out to a file."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content

from peil.tui.canvas import Canvas
from peil.tui.content import text
from peil.tui.keys import Command
from peil.tui.page import Heading, Page
from peil.tui.pages.hanging import HangingDesk, certainty
from peil.tui.pages.plan_foot import foot_height, plan_foot
from peil.tui.pages.plan_keys import COMMANDS
from peil.tui.pages.plan_sheet import (
    PlanScene,
    actions_by_slot,
    heading_name,
    plan_sheet,
    shown_actions,
)
from peil.tui.widgets.lines import Lines, Sheet, moved, names_of

if TYPE_CHECKING:
    from peil.tui.dialogs.action_details import ActionDetails
    from peil.tui.dialogs.export_file import ExportFile


class _Foot(Canvas):
    """What stands under the list; it follows the cursor."""

    DEFAULT_CSS = "_Foot { height: 11; }"

    def __init__(self, page: "PlanPage") -> None:
        super().__init__()
        self._page = page

    def draw(self, width: int, height: int) -> list[Content]:
        """Return the box and the picture."""
        return plan_foot(self._page.scene, width, height, self._page.hangs_on)


class PlanPage(Page):
    """Shows the plan; a cursor walks over headings and actions."""

    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self) -> None:
        """Make the page; the cursor begins at the first action."""
        super().__init__()
        self._cursor: str | None = None
        self._unfolded: dict[str, bool] = {}
        self._desk = HangingDesk(self)
        self._details: ActionDetails | None = None
        self._export: ExportFile | None = None

    def compose(self) -> ComposeResult:
        """Put up the list, and what follows the cursor below it."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield _Foot(self)

    @property
    def _lines(self) -> Lines:
        return self.query_one(Lines)

    @property
    def scene(self) -> PlanScene:
        """What the page is drawn from, as it stands now."""
        sitting = self.sitting
        return PlanScene(sitting, sitting.codes, self.say, self.signs, self._cursor, self._unfolded)

    @property
    def hangs_on(self) -> str:
        """What the first actions hang on, in a sentence; empty while that is worked out."""
        return certainty(self._desk.hanging, self.say) if self._desk.hanging else ""

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

    def show(self) -> None:
        """Draw the plan as it stands now; actions without a code get one."""
        self.sitting.give_codes()
        self._desk.refresh()
        actions = self.sitting.plan.actions
        names = {action.key for action in actions} | {
            heading_name(slot) for slot in actions_by_slot(self.sitting)
        }
        if self._cursor not in names:
            self._cursor = actions[0].key if actions else None
        self._redraw()

    def offers(self, command: Command) -> bool:
        """Leave out of the footer what needs an action when there is none."""
        needs_action = command.action in ("export", "why")
        return super().offers(command) and (bool(self.sitting.plan.actions) or not needs_action)

    def key_brief(self, command: Command) -> str:
        """Say what Enter does: without actions it leads to the questions."""
        if command.action == "open" and not self.sitting.plan.actions:
            return self.say("questions")
        return super().key_brief(command)

    def on_resize(self) -> None:
        """Give the foot the room that the window allows."""
        self._foot_size()

    def _foot_size(self) -> None:
        height = foot_height(*self.size) if self.sitting.plan.actions else 0
        foot = self.query_one(_Foot)
        if foot.styles.height is None or foot.styles.height.value != height:
            foot.styles.height = height

    def _redraw(self) -> None:
        self._foot_size()
        self._lines.redraw()
        self.query_one(_Foot).redraw()

    def _sheet(self, width: int, height: int) -> Sheet:
        return plan_sheet(self.scene, width, height)

    def action_move(self, by: int) -> None:
        """Move the cursor up or down."""
        self._cursor = moved(names_of(self._lines.sheet), self._cursor, by)
        self._redraw()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; a heading folds at once, an action opens at a second click."""
        event.stop()
        self._cursor = event.name
        self._redraw()
        if event.again or event.name in map(heading_name, actions_by_slot(self.sitting)):
            self.action_open()

    def action_open(self) -> None:
        """Fold or unfold a heading, or open an action; without actions go to the questions."""
        if not self.sitting.plan.actions:
            if not self.sitting.scores.complete:
                self.sitting.go_to(self._open_question())
                self.peil.open_page("question")
            return
        for slot, actions in actions_by_slot(self.sitting).items():
            if self._cursor == heading_name(slot):
                shown = shown_actions(self.scene, self._lines.content_size.height)
                self._unfolded[slot] = shown[slot] != actions
                self._redraw()
                return
        self._open_details()

    def _open_question(self) -> str:
        walk = self.sitting.walk
        here = walk.resume()
        return here if walk.states.get(here) == "unanswered" else walk.next_open_after(here) or here

    def _open_details(self) -> None:
        if self._details is None:
            from peil.tui.dialogs.action_details import (
                ActionDetails,
            )

            self._details = ActionDetails(self._turn_to)
        if self._cursor is not None:
            self._details.about(self._cursor)
            self.peil.open_soon(self.peil.peil_screen.open_overlay, self._details)

    def _turn_to(self, key: str) -> None:
        """Let the cursor follow the details; a folded part of the plan unfolds for it."""
        self._cursor = key
        shown = shown_actions(self.scene, self._lines.content_size.height)
        for slot, actions in actions_by_slot(self.sitting).items():
            keys = {action.key for action in actions}
            if key in keys - {action.key for action in shown[slot]}:
                self._unfolded[slot] = True
        self._redraw()

    def action_results(self) -> None:
        """Go to the results."""
        self.peil.open_page("results")

    def action_export(self) -> None:
        """Ask for a file name and write the action list."""
        if not self.sitting.plan.actions:
            self.peil.tell(self.say("There is no action yet, so there is nothing to export."))
            return
        if self._export is None:
            from peil.tui.dialogs.export_file import (
                ExportFile,
            )

            self._export = ExportFile()
        self._export.ask()
        self.peil.open_soon(self.peil.peil_screen.open_overlay, self._export)

    def action_why(self) -> None:
        """Show why the action under the cursor stands here, and the sums behind it."""
        from peil.tui.pages.why import why_action, why_readiness

        keys = {action.key for action in self.sitting.plan.actions}
        if self._cursor in keys and self._cursor is not None:
            title = self.say(
                "Why {code} stands here", code=self.sitting.codes.get(self._cursor, "")
            )
            lines = why_action(self.sitting, self._cursor, self._desk.hanging, self.say)
            self.peil.read_aloud(title, lines)
        else:
            self.peil.read_aloud(
                self.say("Why this readiness"), why_readiness(self.sitting, self.say)
            )

    def action_undo(self) -> None:
        """Take back the last change, and say which one it was."""
        change = self.sitting.undo()
        if change is None:
            self.peil.tell(self.say("There is nothing to take back."), "faint")
            return
        self.peil.changed()
        self.peil.tell(self.say("Taken back: {what}.", what=self.say(change.what)))
