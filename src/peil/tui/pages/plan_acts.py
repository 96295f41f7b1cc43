"""What the keys of the plan page do to the action under the cursor, and to the plan as a whole."""

from typing import TYPE_CHECKING, cast

from peil.tui import deeds
from peil.tui.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from peil.tui.app import PeilApp
    from peil.tui.dialogs.drop_action import DropAction
    from peil.tui.dialogs.export_file import ExportFile
    from peil.tui.dialogs.goal_plans import GoalPlans
    from peil.tui.dialogs.own_action import OwnAction
    from peil.tui.pages.hanging import Hanging


class PlanActs(Page):
    """A page with an action under its cursor."""

    @property
    def key(self) -> str | None:
        """The key of the action under the cursor; None where there is none."""
        raise NotImplementedError

    @property
    def hanging(self) -> "Hanging | None":
        """What the first actions hang on; None while that is worked out."""
        raise NotImplementedError

    def is_done(self, key: str) -> bool:
        """Return whether an action is done."""
        return self.sitting.action_status(key) == "done"

    def turn_to(self, key: str) -> None:
        """Put the cursor on an action."""
        raise NotImplementedError

    def _do(self, deed: "Callable[[PeilApp, str], None]") -> None:
        """Do something to the action under the cursor, or say that there is none there."""
        if self.key is not None:
            deed(self.peil, self.key)
        elif self.sitting.plan.actions:
            self.peil.tell(self.say("Put the cursor on an action first."), "faint")
        else:
            self.peil.tell(self.say("There is no action yet; + adds one of your own."), "faint")

    def action_done(self) -> None:
        """Say that the action is done, or open again."""
        self._do(deeds.toggle_done)

    def action_top(self) -> None:
        """Put the action at the top, or back at its place."""
        self._do(deeds.toggle_top)

    def action_postpone(self) -> None:
        """Put the action at the end, or back at its place."""
        self._do(deeds.toggle_postponed)

    def action_drop(self) -> None:
        """Ask why the action is dropped; a dropped one is open again."""
        self._do(self._drop)

    def _drop(self, peil: "PeilApp", key: str) -> None:
        if peil.sitting.action_status(key) == "dropped":
            deeds.reopen(peil, key)
        elif deeds.may_drop(peil, key):
            cast("DropAction", peil.overlay("drop_action")).about(key)
            peil.open_overlay("drop_action")

    def action_undo(self) -> None:
        """Take back the last change, and say which one it was."""
        deeds.take_back(self.peil)

    def action_own(self) -> None:
        """Ask for an action of one's own."""
        if deeds.may_change(self.peil):
            cast("OwnAction", self.peil.overlay("own_action")).about(self.turn_to)
            self.peil.open_overlay("own_action")

    def action_weights(self) -> None:
        """Show how important each topic is, and its target."""
        self.peil.open_overlay("weights")

    def action_goals(self) -> None:
        """Show what makes the goals of the profile ones that can be checked."""
        cast("GoalPlans", self.peil.overlay("goal_plans")).begin()
        self.peil.open_overlay("goal_plans")

    def action_what_if(self) -> None:
        """Try what would change if actions were done."""
        self.peil.open_page("what_if")

    def action_read_back(self) -> None:
        """Read a list back that was worked in."""
        self.peil.open_readback(None)

    def action_results(self) -> None:
        """Go to the results."""
        self.peil.open_page("results")

    def action_export(self) -> None:
        """Ask for a file name and write the action list."""
        if not self.sitting.plan.actions:
            self.peil.tell(self.say("There is no action yet, so there is nothing to export."))
            return
        cast("ExportFile", self.peil.overlay("export_file")).ask()
        self.peil.open_overlay("export_file")

    def action_why(self) -> None:
        """Show why the action under the cursor stands here, and the sums behind it."""
        from peil.tui.pages.why import why_action, why_readiness

        key = self.key
        if key is not None and self.sitting.plan.find(key):
            title = self.say("Why {code} stands here", code=self.sitting.codes.get(key, ""))
            self.peil.read_aloud(title, why_action(self.sitting, key, self.hanging, self.say))
        else:
            self.peil.read_aloud(
                self.say("Why this readiness"), why_readiness(self.sitting, self.say)
            )
