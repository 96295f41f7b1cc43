"""What becomes of a what-if: the goal of this period, or nothing."""

from typing import TYPE_CHECKING

from peil.tui.page import Page
from peil.tui.pages.what_if_choice import Choice

if TYPE_CHECKING:
    from peil.tui.dialogs.period_name import PeriodName


class KeepingPage(Page):
    """A page on which actions are chosen that can become a goal."""

    def __init__(self) -> None:
        """Begin with nothing chosen."""
        super().__init__()
        self.choice = Choice()
        """What is taken as done."""
        self._dialog: PeriodName | None = None

    def forget(self) -> None:
        """Let go of what was chosen: it leaves no trace."""
        raise NotImplementedError

    @property
    def drops_goal(self) -> bool:
        """Whether keeping means that the goal there is given up: nothing is chosen."""
        return not self.choice.keys and self.sitting.assessment.period is not None

    def keep_as_goal(self) -> None:
        """Keep what is chosen as the goal of this period; with nothing chosen give that goal up."""
        if self.sitting.looks_only:
            self.peil.tell(self.sitting.refusal().sentence(self.say))
        elif self.choice.keys:
            self._ask_name()
        elif self.drops_goal:
            self._drop_goal()
        else:
            self.peil.tell(self.say("Nothing is chosen yet: Space puts an action in."))

    def _ask_name(self) -> None:
        if self._dialog is None:
            from peil.tui.dialogs.period_name import PeriodName

            self._dialog = PeriodName(self._keep)
        self._dialog.ask(len(self.choice.keys))
        self.peil.open_soon(self.peil.peil_screen.open_overlay, self._dialog)

    def _keep(self, name: str) -> bool:
        """Keep the choice under a name and go back; False where that cannot be done."""
        codes = [self.sitting.codes[key] for key in self.choice.keys]
        if not self.peil.attempt(lambda: self.sitting.choose_period(name, codes)):
            return False
        self._leave(
            self.say.many(
                "Kept as a goal: {count} action. z takes that back.",
                "Kept as a goal: {count} actions. z takes that back.",
                len(codes),
            )
        )
        return True

    def _drop_goal(self) -> None:
        if self.peil.attempt(lambda: self.sitting.choose_period("", ())):
            self._leave(self.say("There is no goal for this period any more. z takes that back."))

    def _leave(self, sentence: str) -> None:
        """Go back to where one came from, and say what was done."""
        self.forget()
        self.peil.back()
        self.screen.call_after_refresh(self.peil.tell, sentence, "good")
