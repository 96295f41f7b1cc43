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

from peil.assessment.ballot import Ballot
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


class Votes(NamedTuple):
    """The plain model of what a team of two votes on one question."""

    rounds: tuple[str, ...] = ()
    """The signs of each round that was shown, in alphabetical order."""
    cast: str | None = None
    """The signs that are counted in the running vote, in that order; None when none runs."""
    word: str = ""
    """The sign that can still be taken back."""

    @property
    def shown(self) -> "Votes":
        """What is left when the running vote is left out."""
        return Votes(self.rounds)


_VOTED: Final = _QUESTIONS[0]

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
        sitting = begin(workspace, Catalog([], workspace.cache), wishes, language="en")
        sitting.set_meeting(voters=2)
        sitting.close()
        return {
            path.relative_to(folder): path.read_bytes()
            for path in folder.rglob("*")
            if (path.suffix == ".json" and path.parent.name == "assessments")
            or path.parent.name == "cache"
        }


def _answers(view: View) -> Answers:
    given = {name: view.answer(name) for name in _QUESTIONS}
    return {
        name: Given(each.state, each.level, each.reason, each.note) for name, each in given.items()
    }


def _votes(view: View, ballot: Ballot | None) -> Votes:
    signs = [
        "".join(sorted("".join(level * count for level, count in each.votes.items())))
        for each in view.vote_on(_VOTED).rounds
    ]
    if ballot is None:
        return Votes(tuple(signs))
    row = zip(ballot.signs[0], ballot.counts[0], strict=True)
    return Votes(tuple(signs), "".join(sign * count for sign, count in row), ballot.word)


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
        self.votes = Votes()
        self.before: list[Answers] = []
        self.language = "en"
        self.as_saved: dict[bytes, tuple[Answers, tuple[str, ...]]] = {}

    @initialize()
    def begin(self) -> None:
        """Put the new assessment on the disk."""
        self._find({self.folder / path: data for path, data in _beginning().items()})
        self._remember()

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

    def _remember(self) -> None:
        """Note what the file holds now, for when it comes back."""
        self.as_saved[self._file()] = self.now, self.votes.rounds

    def _held(self, copy: Copy) -> tuple[Answers, tuple[str, ...]]:
        """Return what was said and voted when a copy was the file."""
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
        self._remember()

    is_open = precondition(lambda self: self.sitting is not None)
    is_closed = precondition(lambda self: self.sitting is None)

    @is_closed
    @rule()
    def open(self) -> None:
        """Open the window."""
        self.sitting = Sitting.open(self.workspace, _NAME)
        assert self.sitting.notice is None
        assert _votes(self.sitting, self.sitting.ballot) == self.votes
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
        self._remember()
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
        assert _votes(kept, None) == self.votes.shown
        self.now, self.language = _answers(kept), kept.language
        self._remember()

    is_voting = precondition(lambda self: self.sitting is not None and self.sitting.ballot)
    is_quiet = precondition(lambda self: self.sitting is not None and not self.sitting.ballot)

    @is_quiet
    @precondition(lambda self: self.now[_VOTED].state != "not-applicable")
    @rule()
    def begin_vote(self) -> None:
        """Begin a hidden vote of two."""
        self._open().begin_ballot([_VOTED], "keyboard")
        self.votes = self.votes._replace(cast="", word="")
        self._saved()

    @is_voting
    @rule(sign=st.sampled_from("1234"))
    def vote(self, sign: str) -> None:
        """Vote where that is still to be done; after two votes show them."""
        sitting, votes = self._open(), self.votes
        assert votes.cast is not None
        if votes.word and len(votes.cast) == 1:
            sitting.reveal()
            signs = "".join(sorted(votes.cast + votes.word))
            self.votes = Votes((*votes.rounds, signs))
        elif votes.word:
            sitting.next_voter()
            self.votes = votes._replace(cast=votes.cast + votes.word, word="")
        else:
            sitting.give(sign)
            self.votes = votes._replace(word=sign)
        self._saved()

    @is_voting
    @rule()
    def take_back(self) -> None:
        """Take back the sign that was given last, if nobody voted since."""
        self._open().take_back_sign()
        self.votes = self.votes._replace(word="")
        self._saved()

    @is_voting
    @rule(after=st.integers(0, 6), choose=st.none() | st.integers(0, 10**6))
    def kill_a_vote(self, after: int, choose: int | None) -> None:
        """Vote, or show the votes, and die after some operations of the disk."""
        before = self.votes
        self.disk.fail(self.disk.done + after, NEVER)
        sitting = self._open()
        assert sitting.ballot is not None
        if sitting.ballot.all_in:
            sitting.reveal()
        elif sitting.ballot.word:
            sitting.next_voter()
        else:
            sitting.give("3")
        now = _votes(sitting, sitting.ballot)
        possible = [now] if self._flush() == Saved() else [before, now]
        assert sitting.file is not None
        sitting.file.abandon()
        found = self.disk.contents
        if choose is not None:
            disks = list(self.disk.moment().disks())
            found = disks[choose % len(disks)]
        self.sitting = None
        self._find(found)
        self.sitting = Sitting.open(self.workspace, _NAME)
        self.before = []
        assert self.sitting.notice is None
        self.votes = _votes(self.sitting, self.sitting.ballot)
        assert self.votes in possible
        self._remember()

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
            replaced = self.now, self.votes.rounds
            self.now, self.votes = said[0], self.votes._replace(rounds=said[1])
            self.language = kept.language
            self._remember()
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
        self.now, self.language, self.votes, self.as_saved = _NOTHING, "en", Votes(), {}
        self._remember()

    @invariant()
    def what_is_on_the_disk_is_what_was_said(self) -> None:
        """Look as another process would, and at what the window shows."""
        kept = Sitting.look(self.workspace, _NAME)
        assert kept.notice is None
        assert _answers(kept) == self.now
        assert _votes(kept, None) == self.votes.shown
        assert kept.language == self.language
        if self.sitting:
            assert _answers(self.sitting) == self.now
            assert _votes(self.sitting, self.sitting.ballot) == self.votes
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
