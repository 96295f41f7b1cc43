"""Random sequences of everything that happens to an assessment, beside a plain model of it."""

import errno
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple, TypeAlias

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from peil.errors import OpenElsewhere
from peil.questionnaire.catalog import Catalog
from peil.sitting import Sitting
from peil.sitting.begin import Wishes, begin
from peil.sitting.view import View
from peil.store.copies import Copy
from peil.store.workspace import Workspace
from peil.store.writer import NotSaved, Saved
from tests.faults.failing_disk import NEVER, FailingDisk
from tests.promises import Tally

_SHOP: Final = Path(__file__).parents[1] / "tui" / "sample" / "shop.en.md"
_NAME: Final = "the-shop"
_QUESTIONS: Final = ("shop/goal-written", "shop/goal-known", "shop/hours-set")


class Given(NamedTuple):
    """What a person said to one question."""

    state: str | None = None
    level: int | None = None
    reason: str = ""
    note: str = ""


Answers: TypeAlias = Mapping[str, Given]
"""The plain model of an assessment: what was said to each question."""

_NOTHING: Final[Answers] = dict.fromkeys(_QUESTIONS, Given())
_texts = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8).map(
    lambda text: f"a {text} z"
)
_levels = st.integers(1, 4)
_givens = st.one_of(
    _levels.map(lambda level: Given("rated", level)),
    _texts.map(lambda reason: Given("not-applicable", reason=reason)),
    st.sampled_from((Given("unknown"), Given())),
)
_questions = st.sampled_from(_QUESTIONS)


@cache
def _beginning() -> Mapping[Path, bytes]:
    """Return a new assessment as paths below the data folder, made once."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        workspace = Workspace(folder)
        wishes = Wishes("The shop", people="team", questionnaires=(str(_SHOP),))
        begin(workspace, Catalog([], workspace.cache), wishes, language="en").close()
        return {
            path.relative_to(folder): path.read_bytes()
            for path in folder.rglob("*")
            if path.suffix == ".json" or path.parent.name == "cache"
        }


def _answers(view: View) -> Answers:
    given = {name: view.answer(name) for name in _QUESTIONS}
    return {
        name: Given(each.state, each.level, each.reason, each.note) for name, each in given.items()
    }


class Life(RuleBasedStateMachine):
    """An assessment on a model of a disk, with at most one window in which it is open."""

    runs = 0
    """How many sequences there were."""

    def __init__(self) -> None:
        """Begin with a new assessment, closed."""
        super().__init__()
        type(self).runs += 1
        self._home = TemporaryDirectory()  # for locks, which are no model
        self.folder = Path(self._home.name)
        (self.folder / "assessments").mkdir()
        self.sitting: Sitting | None = None
        self.now: Answers = _NOTHING
        self.before: list[Answers] = []
        self.language = "en"
        self.as_saved: dict[bytes, Answers] = {}

    @initialize()
    def begin(self) -> None:
        """Put the new assessment on the disk."""
        self._find({self.folder / path: data for path, data in _beginning().items()})
        self.as_saved[self._file()] = self.now

    def teardown(self) -> None:
        """Close the window."""
        if self.sitting and self.sitting.file:
            self.sitting.file.abandon()
        self._home.cleanup()

    def _find(self, contents: Mapping[Path, bytes]) -> None:
        """Go on with a disk as it was found."""
        self.disk = FailingDisk(NEVER, NEVER, errno.ENOSPC, contents=contents)
        self.disk.folders.add(self.folder / "assessments")
        self.workspace = Workspace(self.folder, self.disk)

    def _file(self) -> bytes:
        return self.disk.contents[self.workspace.file(_NAME)]

    def _held(self, copy: Copy) -> Answers:
        """Return what was said when a copy was the file."""
        folder = self.workspace.generations(_NAME).folder
        return self.as_saved[self.disk.contents[folder / copy.file]]

    def _open(self) -> Sitting:
        assert self.sitting is not None
        return self.sitting

    def _flush(self) -> object:
        file = self._open().file
        assert file is not None
        return file.flush()

    def _say(self, question: str, given: Given) -> bool:
        """Say something else to a question; False when it was said before."""
        said = self.now[question]
        if given._replace(note=said.note) == said:
            return False
        sitting = self._open()
        match given:
            case Given("rated", int(level)):
                sitting.rate(question, level)
            case Given("unknown"):
                sitting.mark_unknown(question)
            case Given("not-applicable"):
                sitting.mark_not_applicable(question, given.reason)
            case _:
                sitting.take_back(question)
        self._changed({**self.now, question: given._replace(note=said.note)})
        return True

    def _changed(self, now: Answers) -> None:
        self.before.append(self.now)
        self.now = now

    def _saved(self) -> None:
        assert self._flush() == Saved()
        self.as_saved[self._file()] = self.now

    is_open = precondition(lambda self: self.sitting is not None)
    is_closed = precondition(lambda self: self.sitting is None)

    @is_closed
    @rule()
    def open(self) -> None:
        """Open the window."""
        self.sitting = Sitting.open(self.workspace, _NAME)
        assert self.sitting.notice is None
        self.before = []

    @is_open
    @rule(question=_questions, given=_givens)
    def answer(self, question: str, given: Given) -> None:
        """Answer, don't know, not applicable, or take the answer back."""
        if self._say(question, given):
            self._saved()

    @is_open
    @rule(question=_questions, text=_texts | st.just(""))
    def note(self, question: str, text: str) -> None:
        """Write a note."""
        if text != self.now[question].note:
            self._open().write_note(question, text)
            self._changed({**self.now, question: self.now[question]._replace(note=text)})
            self._saved()

    @is_open
    @rule()
    def undo(self) -> None:
        """Take the last change back."""
        change = self._open().undo()
        assert (change is None) == (not self.before)
        if self.before:
            self.now = self.before.pop()
            self._saved()

    @is_open
    @rule(language=st.sampled_from(("nl", "en")))
    def speak(self, language: str) -> None:
        """Go on in another language."""
        self._open().speak(language)
        self.language = language
        self._saved()

    @is_open
    @rule()
    def close(self) -> None:
        """Close the window."""
        assert self._open().close() == Saved()
        self.as_saved[self._file()] = self.now
        self.sitting = None

    @is_open
    @rule(question=_questions, given=_givens)
    def fill_the_disk(self, question: str, given: Given) -> None:
        """Answer on a full disk, and make room."""
        self.disk.fail(0, NEVER)
        if self._say(question, given):
            assert self._flush() == NotSaved("disk full", errno.ENOSPC)
        self.disk.mend()
        self._saved()

    @is_open
    @rule(
        question=_questions,
        given=_givens,
        after=st.integers(0, 12),
        choose=st.none() | st.integers(0, 10**6),
    )
    def kill(self, question: str, given: Given, after: int, choose: int | None) -> None:
        """Answer, and die after some operations of the disk: killed, or by a power cut."""
        possible = [self.now]
        self.disk.fail(self.disk.done + after, NEVER)
        if self._say(question, given):
            possible = [self.now] if self._flush() == Saved() else [*possible, self.now]
        file = self._open().file
        assert file is not None
        file.abandon()
        found = self.disk.contents
        if choose is not None:
            disks = list(self.disk.moment().disks())
            found = disks[choose % len(disks)]
        self.sitting = None
        self._find(found)
        kept = Sitting.look(self.workspace, _NAME)
        assert kept.notice is None
        assert _answers(kept) in possible
        self.now, self.language = _answers(kept), kept.language
        self.as_saved[self._file()] = self.now

    @is_closed
    @rule(choose=st.integers(0, 100))
    def restore(self, choose: int) -> None:
        """Go back to one of the earlier saves."""
        copies = self.workspace.copies(_NAME)
        if copies:
            wanted = copies[choose % len(copies)]
            said = self._held(wanted)
            assert self.workspace.restore(_NAME, wanted.number) == wanted
            kept = Sitting.look(self.workspace, _NAME)
            assert kept.notice is None
            replaced, self.now = self.now, said
            self.language = kept.language
            self.as_saved[self._file()] = self.now
            assert self._held(self.workspace.copies(_NAME)[0]) == replaced

    @is_open
    @rule()
    def second_window(self) -> None:
        """Open it once more: refused, but for looking."""
        with pytest.raises(OpenElsewhere):
            Sitting.open(self.workspace, _NAME)
        assert Sitting.look(self.workspace, _NAME).looks_only

    @is_open
    @rule(question=_questions, given=_givens)
    def change_underneath(self, question: str, given: Given) -> None:
        """Let another program bring back the first state, and go on answering."""
        file = self.workspace.file(_NAME)
        theirs = _beginning()[file.relative_to(self.folder)]
        if theirs == self.disk.contents[file] or not self._say(question, given):
            return
        assert self._flush() == Saved()
        self.disk.put(file, theirs)
        self._open().write_note(question, "beside")
        beside = file.with_suffix(".conflict-1.json")
        assert self._flush() == Saved(str(beside))
        assert self._open().close() == Saved(str(beside))
        self.sitting = None
        contents = self.disk.contents
        assert contents[file] == theirs
        self._find({**contents, file.with_stem("ours"): contents[beside]})
        ours = self.now[question]._replace(note="beside")
        assert _answers(Sitting.look(self.workspace, "ours")) == {**self.now, question: ours}
        self._find({self.folder / path: data for path, data in _beginning().items()})
        self.now, self.language, self.as_saved = _NOTHING, "en", {self._file(): _NOTHING}

    @invariant()
    def what_is_on_the_disk_is_what_was_said(self) -> None:
        """Look as another process would, and at what the window shows."""
        kept = Sitting.look(self.workspace, _NAME)
        assert kept.notice is None
        assert _answers(kept) == self.now
        assert kept.language == self.language
        if self.sitting:
            assert _answers(self.sitting) == self.now
            assert self.sitting.status == Saved()


def test_no_sequence_loses_an_answer(tally: Tally, *, long_run: bool) -> None:
    """After each step the disk holds what was said, whatever happened before."""
    Life.runs = 0
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=1000 if long_run else 30,
            stateful_step_count=40 if long_run else 25,
            deadline=None,
            phases=(Phase.reuse, Phase.generate),  # to make an example shorter takes minutes
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert Life.runs >= 30
    tally("sequences", Life.runs)
