"""The pause after the core questions: what stands, what comes first, two things to settle."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from peil.questionnaire.model import GOALS
from peil.report.goal_words import offered_goals
from peil.tui.content import text
from peil.tui.deeds import take_back
from peil.tui.dialogs.question_list import QuestionList
from peil.tui.keys import Command
from peil.tui.page import Heading, Page
from peil.tui.pages.core_keys import COMMANDS
from peil.tui.pages.core_lines import (
    TEAM,
    CoreScene,
    above,
    below,
    hours_hint,
    hours_label,
)
from peil.tui.pages.hanging import HangingDesk
from peil.tui.widgets.field import Field
from peil.tui.widgets.fields import Told
from peil.tui.widgets.iceberg import water
from peil.tui.widgets.lines import Lines, Sheet


class CoreDonePage(Page):
    """Tells what the core walk showed, and asks hours a week and goals."""

    DEFAULT_CSS = """
    CoreDonePage { overflow-y: auto; scrollbar-size: 1 1; }
    CoreDonePage Horizontal { height: 1; width: 1fr; }
    CoreDonePage #hours-label { width: 28; }
    CoreDonePage Input { width: 6; background: $raised; }
    CoreDonePage Lines { height: auto; }
    """
    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self) -> None:
        """Make the page."""
        super().__init__()
        self._desk = HangingDesk(self)
        self._list_wanted = False
        self._questions = QuestionList()
        self._above = Told(self._above_lines)
        self._label = Told(lambda _width: [hours_label(self._scene)])
        self._label.id = "hours-label"
        self._hours = Field(self.action_hours, most=5, allowed=r"[0-9]{0,2}([.,][0-9]{0,2})?")
        self._hint = Told(lambda _width: [hours_hint(self._scene)])

    def compose(self) -> ComposeResult:
        """Draw what is known, then the field for the hours, then goals and open questions."""
        yield self._above
        yield Horizontal(self._label, self._hours, self._hint)
        yield Lines(self._below_sheet, (self.signs.more_above, self.signs.more_below))

    @property
    def _scene(self) -> CoreScene:
        return CoreScene(
            self.sitting,
            self.say,
            self.signs,
            water(self.app.theme),
            self._desk.hanging,
            typing=self._hours.has_focus,
            height=self.size.height,
        )

    def _above_lines(self, width: int) -> list[Content]:
        return above(self._scene, width)

    def _below_sheet(self, width: int, _height: int) -> Sheet:
        return below(self._scene, width)

    def heading(self) -> Heading:
        """Say how much of the core is answered."""
        progress = self.sitting.walk.progress(self.sitting.walk.resume())
        message = (
            self.say(
                "Core done · {answered} of {total}",
                answered=progress.core_answered,
                total=progress.core_total,
            )
            if self.sitting.walk.core_done
            else self.say(
                "Core · {answered} of {total}",
                answered=progress.core_answered,
                total=progress.core_total,
            )
        )
        done = progress.answered / progress.asked if progress.asked else 0.0
        return Heading(right=text(message, "faint"), done=done)

    def key_sign(self, command: Command) -> str:
        """Return the digits of the goals that are offered."""
        if command.action == "goal":
            count = len(offered_goals(self.sitting))
            return f"1-{count}" if count > 1 else "1"
        return super().key_sign(command)

    def key_brief(self, command: Command) -> str:
        """Say what the arrow does: it lists what matters, or walks on when nothing does."""
        if command.action == "open_questions" and self._nothing_matters:
            return self.say("next question")
        return super().key_brief(command)

    def offers(self, command: Command) -> bool:
        """Leave out what leads nowhere: goals that no topic serves, questions when all are put."""
        if command.action == "goal" and not offered_goals(self.sitting):
            return False
        if command.action == "open_questions" and self.sitting.walk.complete:
            return False
        return super().offers(command)

    @property
    def _nothing_matters(self) -> bool:
        """Whether it is known that no open question can change the first actions."""
        hanging = self._desk.hanging
        return hanging is not None and not hanging.influence.top_three

    def show(self) -> None:
        """Draw the page as everything stands now, and begin to work out what still matters."""
        self._desk.refresh()
        if self._list_wanted and self._desk.hanging is not None:
            self.action_open_questions()
        if not self._hours.has_focus:
            self._hours.value = self.say.number(self.sitting.assessment.profile.hours, 2)
        self._redraw()
        self.peil.peil_screen.footer.redraw()

    def _redraw(self) -> None:
        for told in (self._above, self._label, self._hint):
            told.show()
        lines = self.query_one(Lines)
        lines.refresh(layout=True)
        lines.redraw()

    def on_resize(self) -> None:
        """Give more or less air."""
        self._redraw()

    def keep(self) -> None:
        """Store the hours when the page is left while they are being typed."""
        if self._hours.has_focus:
            self._store_hours()

    # Hours

    def action_hours(self) -> None:
        """Go to the field, or keep it and come back."""
        if not self._hours.has_focus:
            self.take_focus(self._hours)
        elif self._store_hours():
            self.take_focus(self)

    def on_descendant_focus(self) -> None:
        """Show where the cursor is."""
        self._redraw()
        self.peil.peil_screen.show_frame()

    def on_descendant_blur(self) -> None:
        """Show where the cursor is; hours typed and left with the mouse are kept too."""
        self._redraw()
        self.peil.peil_screen.show_frame()

    def _store_hours(self) -> bool:
        """Keep the hours typed; say what is wrong with them when they cannot be kept."""
        typed = self._hours.value.replace(",", ".").strip()
        try:
            hours = float(typed)
        except ValueError:
            self.peil.tell(self.say("Type the hours a week as a number, such as 3 or 2.5."))
            return False
        if hours == self.sitting.assessment.profile.hours:
            return True
        return self.peil.attempt(lambda: self.sitting.set_profile(hours=hours))

    def step_back(self) -> bool:
        """Leave the field first."""
        if not self._hours.has_focus:
            return False
        self.take_focus(self)
        self._hours.value = self.say.number(self.sitting.assessment.profile.hours, 2)
        return True

    # Goals

    def action_goal(self, key: str) -> None:
        """Choose a goal by its number, or take it away again."""
        offered = offered_goals(self.sitting)
        if int(key) > len(offered):
            return
        goal = offered[int(key) - 1]
        goals = self.sitting.assessment.profile.goals
        chosen = [one for one in goals if one != goal] if goal in goals else [*goals, goal]
        self.peil.attempt(lambda: self.sitting.set_profile(goals=chosen))

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose a goal, or see the questions that matter, with the mouse."""
        event.stop()
        if event.name == TEAM:
            self.action_team()
        elif event.name in GOALS:
            self.action_goal(str(offered_goals(self.sitting).index(event.name) + 1))
        else:
            self.action_open_questions()

    # On

    def action_plan(self) -> None:
        """Go to the plan; from the field, keep the hours first."""
        self.peil.open_page("plan")

    def action_results(self) -> None:
        """Go to the results."""
        self.peil.open_page("results")

    def action_team(self) -> None:
        """Go to the session of a team."""
        self.peil.open_page("team")

    def action_open_questions(self) -> None:
        """List the open questions that still matter, as soon as it is known which those are."""
        hanging = self._desk.hanging
        self._list_wanted = hanging is None
        if hanging is None:
            self.peil.tell(self.say("One moment: it is being worked out which questions matter."))
            return
        if self.sitting.assessment.core_only:
            self.sitting.walk_core_only(wanted=False)
        if hanging.complete or not hanging.influence.top_three:
            self._walk_on()
            return
        self._questions.about(
            hanging.influence.top_three,
            lambda: self.say("These can still change your first three actions"),
        )
        self.peil.open_soon(self.peil.peil_screen.open_overlay, self._questions)

    def _walk_on(self) -> None:
        """Go to the first open question, though none can change the first actions any more."""
        walk = self.sitting.walk
        question = walk.next_open_after(walk.resume())
        if question is not None:
            self.peil.go_to_question(question)
        self.peil.tell(self.say("No open question can change your first three actions any more."))

    def action_undo(self) -> None:
        """Take back the last change, and say which one it was."""
        take_back(self.peil)
