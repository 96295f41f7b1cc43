"""An app at whose desk at most one assessment lies open: leaving it, and what there is to say."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, cast

from peil.errors import DataDamaged, OpenElsewhere, PeilError
from peil.sitting import Sitting
from peil.store.writer import Saved
from peil.text.languages import LANGUAGES, mark
from peil.tui.frame import Header
from peil.tui.navigation import NavigatingApp
from peil.tui.newer import newer_ones
from peil.tui.opening import ready_to_leave
from peil.tui.presenting import REFUSAL, SHUT, SOMETHING_TO_KNOW

if TYPE_CHECKING:
    from pathlib import Path

    from peil.assessment.model import Assessment
    from peil.questionnaire.catalog import Catalog
    from peil.store.settings import Settings
    from peil.store.summary import Summary
    from peil.store.workspace import Workspace
    from peil.tui.dialogs.about_file import AboutFile
    from peil.tui.dialogs.checking import Checking
    from peil.tui.dialogs.earlier import Earlier
    from peil.tui.dialogs.elsewhere import Elsewhere
    from peil.tui.dialogs.newer_questionnaire import NewerQuestionnaire
    from peil.tui.dialogs.open_file import TakeIn
    from peil.tui.dialogs.readback import ReadBack
    from peil.tui.dialogs.readback_file import ReadBackFile

_BESIDE = mark(
    "The file of {title} was changed meanwhile, not by this window: by a sync program, another "
    "computer, or a copy put back. Peil leaves that as it is. Your answers are safe in {place}, "
    "and go there from now on. The first page says under TO DO that this file needs a look: there "
    "you can open it as an assessment of its own, compare the two, and keep the one you want."
)
_STOP_TWICE = mark(
    "{title} is not saved yet: {reason}. Solve that first, or press q again to stop without your "
    "last changes."
)


class Desk(NamedTuple):
    """What the app works with."""

    workspace: "Workspace"
    catalog: "Catalog"
    settings: "Settings"
    language: str | None = None
    """The language that the command line asks for, which wins over an assessment's own."""
    only: str | None = None
    """Id of the only assessment that may appear, in a run before a room; None: all may."""

    def summaries(self) -> "list[Summary]":
        """Return the lines of the assessments that may appear."""
        found = self.workspace.summaries()
        return [each for each in found if self.only in (None, each.id)]


class DeskApp(NavigatingApp):
    """An app with at most one assessment open, and the dialogs about its file."""

    def __init__(self, desk: Desk, language: str, first: str) -> None:
        """Begin on the page `first`, with nothing open; `sit_down` opens an assessment."""
        super().__init__(language, first)
        self.desk = desk
        self._sitting: Sitting | None = None
        self._told_beside = ""
        self._notice_waits = False
        self._warned: Assessment | None = None
        """The state of which it was said that stopping now loses its last changes."""

    @property
    def has_sitting(self) -> bool:
        """Whether an assessment is open."""
        return self._sitting is not None

    @property
    def sitting(self) -> Sitting:
        """The open assessment; only asked for on pages that need one."""
        if self._sitting is None:
            message = "no assessment is open"
            raise RuntimeError(message)
        return self._sitting

    @property
    def open_sitting(self) -> Sitting | None:
        """The open assessment, to be closed at the end; None without one."""
        return self._sitting

    def is_open(self, assessment: str) -> bool:
        """Return whether the assessment with this id is the open one."""
        return self._sitting is not None and self._sitting.assessment.id == assessment

    # Before a room

    @property
    def presents(self) -> bool:
        """Whether this is a run before a room: one assessment, no notes and no names."""
        return self.desk.only is not None

    def is_shut(self, room: str) -> bool:
        """Return whether a page or dialog is never opened in this run."""
        return self.presents and room in SHUT

    def refuses(self, room: str) -> bool:
        """Return whether a page or dialog is never opened in this run, and say so then."""
        if self.is_shut(room):
            self.tell(self.say(REFUSAL))
        return self.is_shut(room)

    def open_page(self, name: str) -> None:
        """Show a page, unless this run never opens it; Escape leads back from it."""
        if not self.refuses(name):
            super().open_page(name)

    def open_overlay(self, name: str) -> None:
        """Open a dialog over the page, unless this run never opens it."""
        if not self.refuses(name):
            super().open_overlay(name)

    # Sitting down and leaving

    def sit_down(self, sitting: Sitting) -> None:
        """Go on with another assessment, closing the one that was open."""
        if self._sitting is not None and self._sitting is not sitting:
            self._sitting.close()
        self._sitting = sitting
        if sitting.language in LANGUAGES:
            self.language = sitting.language

    def may_leave(self) -> bool:
        """Return whether what is open is on the disk; else say why it is not."""
        if self._sitting is None:
            return True
        try:
            ready_to_leave(self._sitting)
        except PeilError as error:
            self.tell(error.sentence(self.say), "failed")
            return False
        return True

    def may_stop(self) -> bool:
        """Return whether all is on the disk, or it was said before that it is not; else say so."""
        if self._sitting is None or self._warned is self._sitting.assessment:
            return True
        try:
            ready_to_leave(self._sitting, _STOP_TWICE)
        except PeilError as error:
            self.tell(error.sentence(self.say), "failed")
            self._warned = self._sitting.assessment
            return False
        return True

    def offer_look(self, assessment: str, error: OpenElsewhere) -> None:
        """Offer to look only, because another window has the assessment."""
        cast("Elsewhere", self.overlay("elsewhere")).ask(assessment, error)
        self.open_overlay("elsewhere")

    def attempt(self, change: Callable[[], object]) -> bool:
        """Make a change and show it; say why when it cannot be made, and return False."""
        try:
            change()
        except PeilError as error:
            self.tell(error.sentence(self.say), "failed")
            return False
        self.changed()
        return True

    # What there is to say of a file

    def tell_notice(self) -> None:
        """Say what the file of the open assessment has to say: in a dialog what is wrong."""
        notice = None if self._sitting is None else self._sitting.notice
        self._notice_waits = notice is not None and self.presents
        if self._notice_waits:
            self.call_after_refresh(self.tell, self.say(SOMETHING_TO_KNOW), "caution")
        else:
            self._tell(notice)

    def tell_what_waited(self) -> None:
        """Say what could not be said while a dialog was open, or before a room."""
        if self.peil_screen.is_busy:
            return
        if self._notice_waits and self._sitting is not None:
            self._notice_waits = False
            self._tell(self._sitting.notice)
        self.tell_unsaved()

    def _tell(self, notice: PeilError | None) -> None:
        if isinstance(notice, DataDamaged):
            self.tell_about_file(self.sitting.assessment.id, notice)
        elif notice is not None:
            self.call_after_refresh(self.tell, notice.sentence(self.say), "caution")

    def tell_about_file(self, assessment: str, notice: PeilError) -> None:
        """Show what is wrong with the file of an assessment, and what can be done."""
        cast("AboutFile", self.overlay("about_file")).tell(assessment, notice)
        self.open_overlay("about_file")

    def open_earlier(self, assessment: str) -> None:
        """Show the earlier saves of an assessment."""
        if self.is_open(assessment) and not self.may_leave():
            return
        try:
            cast("Earlier", self.overlay("earlier")).about(assessment)
        except PeilError as error:
            self.tell(error.sentence(self.say), "failed")
        else:
            self.open_overlay("earlier")

    def tell_unsaved(self) -> None:
        """Say once, in words, that saves go to another file since somebody else changed ours.

        Not over an open dialog, where something may be typed: then with the next save. Nor
        before a room full of people: then when that page is left.
        """
        status = Saved() if self._sitting is None else self._sitting.status
        beside = status.beside if isinstance(status, Saved) else ""
        if not beside or beside == self._told_beside or self.peil_screen.is_busy:
            return
        self._told_beside = beside
        title = self.sitting.assessment.title
        self.read_aloud(self.say("Saved beside"), [self.say(_BESIDE, title=title, place=beside)])

    def open_check(self) -> None:
        """Look at all files, and offer to repair."""
        if self.refuses("checking"):
            return
        cast("Checking", self.overlay("checking")).begin()
        self.open_overlay("checking")

    def open_file(self, path: "Path") -> None:
        """Offer to take a file in as an assessment of its own."""
        cast("TakeIn", self.overlay("open_file")).offer(path)
        self.open_overlay("open_file")

    # The action list that comes back

    def open_readback(self, path: "Path | None" = None) -> None:
        """Show what an edited action list would change; without a path ask which list."""
        if path is None:
            cast("ReadBackFile", self.overlay("readback_file")).ask()
            self.open_overlay("readback_file")
            return
        try:
            self.show_readback(path)
        except PeilError as error:
            self.tell(error.sentence(self.say), "failed")

    def show_readback(self, path: "Path") -> None:
        """Show what the list at `path` would change; PeilError when it cannot be read."""
        from peil.report.readback import read_back
        from peil.text.days import today

        found = read_back(self.sitting, path, today())
        cast("ReadBack", self.overlay("readback")).about(found)
        self.open_overlay("readback")

    # What is newer than the open assessment's questionnaires, and what is no longer asked

    def open_newer(self) -> None:
        """Show what newer versions of the questionnaires would change, or say there is none."""
        found = newer_ones(self.desk, self.sitting)
        if not found:
            self.tell(self.say("There is no newer version of these questionnaires."), "faint")
            return
        cast("NewerQuestionnaire", self.overlay("newer_questionnaire")).about(found)
        self.open_overlay("newer_questionnaire")

    def open_former(self) -> None:
        """Show the answers that are no longer asked for, to read."""
        if self.refuses("former"):
            return
        from peil.report.former import former_lines

        self.read_aloud(self.say("No longer asked"), former_lines(self.sitting, self.say))

    def tell_written(self) -> None:
        """Let the header show what became of a save; called from the thread that writes."""
        if self.is_running and self.screen_stack:
            header = self.peil_screen.header
            if header.is_attached:  # not while the screen is made or taken down
                header.post_message(Header.Written())
