"""An app that opens assessments: from home, after something replaced a file, and again."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from peil.errors import DataDamaged, OpenElsewhere, PeilError, QuestionnaireInvalid
from peil.sitting import Sitting
from peil.tui.desk import DeskApp
from peil.tui.newer import look_later
from peil.tui.opening import with_questions
from peil.tui.presenting import REFUSAL

if TYPE_CHECKING:
    from peil.tui.pages.looking import LookingPage


class OpeningApp(DeskApp):
    """An app that opens assessments, one at a time."""

    @property
    def begins_at(self) -> str:
        """The page on which an assessment begins that is opened."""
        return "present" if self.presents else "question"

    def begin_at_question(self, sitting: Sitting, page: str | None = None) -> None:
        """Go on with another assessment, at its question, and say what there is to say of it."""
        self.sit_down(sitting)
        self.open_page(page or self.begins_at)
        self.tell_notice()
        look_later(self)

    def open_assessment(self, assessment: str, page: str | None = None) -> bool:
        """Open an assessment and go to its question; return whether it is open now.

        Offers to look when it is open elsewhere, and says what else stands in the way.
        """
        if self.is_open(assessment):
            self.open_page(page or self.begins_at)
            return True
        if self.desk.only not in (None, assessment):
            self.tell(self.say(REFUSAL))
            return False
        if not self.may_leave():
            return False
        workspace = self.desk.workspace
        try:
            sitting = with_questions(
                Sitting.open(workspace, assessment, self.desk.language, self.tell_written)
            )
        except OpenElsewhere as error:
            self.offer_look(assessment, error)
        except (DataDamaged, QuestionnaireInvalid) as error:
            self.tell_about_file(assessment, error)
        except PeilError as error:
            self.tell(error.sentence(self.say), "failed")
        else:
            self.begin_at_question(sitting, page)
            return True
        return False

    # What to do with the plan after a while

    def open_to_look(self, assessment: str) -> None:
        """Open an assessment to look at the questions of its finished actions."""
        if self.is_open(assessment):
            self.look_at_done()
        else:
            self.open_assessment(assessment, "looking")

    def look_at_done(self) -> None:
        """Look at the questions of the finished actions of what is open, one after the other."""
        if self.sitting.looks_only:
            self.tell(self.sitting.refusal().sentence(self.say), "failed")
        elif self.sitting.to_look_at:
            cast("LookingPage", self.page("looking")).begin_anew()
            self.open_page("looking")
        else:
            self.tell(self.say("No finished action waits for a look at its question."), "faint")

    def action_look_at_done(self) -> None:
        """Look at the questions of the finished actions, from a key."""
        self.look_at_done()

    def open_list_file(self) -> None:
        """Offer to read back the latest action list of what is open."""
        written = self.sitting.list_file
        if written is not None:
            self.open_readback(Path(written.path))

    def replaced(self, assessment: str, work: Callable[[], object]) -> bool:
        """Let `work` replace the file of an assessment, also of the open one; False if it cannot.

        What cannot be done is said in a sentence.
        """
        return self.reopened(work) if self.is_open(assessment) else self.attempt(work)

    def reopened(self, work: Callable[[], object]) -> bool:
        """Close what is open, let `work` replace its file, and open it again on the same page.

        What cannot be done is said in a sentence, and then this returns False.
        """
        if not self.put_aside():
            return False
        failed: PeilError | None = None
        try:
            work()
        except PeilError as error:
            failed = error
        taken_up = self.take_up()
        if failed is not None:
            self.tell(failed.sentence(self.say), "failed")
        return taken_up and failed is None

    def put_aside(self) -> bool:
        """Close the file of what is open, which then can only be looked at; say why it cannot."""
        if not self.may_leave():
            return False
        if self._sitting is not None:
            self._sitting.close()
            self._sitting.file = None
        return True

    def take_up(self) -> bool:
        """Open again what was put aside, on the same page; go home when it cannot be opened."""
        before = self._sitting
        if before is None:
            return True
        try:
            self._sit_down_again(before.assessment.id, before.assessment.place)
        except PeilError as error:
            self._sitting = None
            self.go_home()
            self.tell(error.sentence(self.say), "failed")
            return False
        self.changed()
        return True

    def _sit_down_again(self, assessment: str, place: str | None) -> None:
        """Open an assessment that was open before, at the question at which it was."""
        workspace = self.desk.workspace
        try:
            again = Sitting.open(workspace, assessment, self.language, self.tell_written)
        except OpenElsewhere:
            again = Sitting.look(workspace, assessment, self.language)
        again = with_questions(again)
        if place in again.walk.order:
            again.go_to(place)
        self.sit_down(again)
