"""The walk from question to question: what is asked, what is next, how far one is.

Core questions come first, over all questionnaires, then the others in the order of
the questionnaires. What is not asked or pending is left out until it is put.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from peil.assessment.items import Items, items_of
from peil.assessment.model import Assessment
from peil.assessment.skipped import why_not_put
from peil.assessment.states import QuestionState, question_states
from peil.questionnaire.model import Question, Questionnaire
from peil.text.languages import Words

__all__ = ["Progress", "QuestionState", "Walkthrough", "question_states"]

WORDS_A_MINUTE: Final = 180
"""How many words a person reads in a minute, on a screen and with thought."""
SECONDS_A_QUESTION: Final = 8
"""How long choosing takes once a question is read."""

_LEFT_OUT: Final = ("not-asked", "not-applicable")


class Progress(NamedTuple):
    """How far the walk is at one question."""

    number: int
    """Its place: among the core questions when it is one, else in the whole walk. From 1."""
    total: int
    """How many there are where `number` counts."""
    core: bool
    """Whether it is a core question."""
    minutes_left: int
    """Whole minutes for what is unanswered where `number` counts; 0 when nothing is."""
    core_answered: int
    """Core questions answered: rated or don't know."""
    core_total: int
    """Core questions that count: not applicable and not asked are left out."""
    answered: int
    """Questions answered: rated or don't know."""
    asked: int
    """Questions that count: not applicable and not asked are left out."""


class Walkthrough:
    """The questions to put for one assessment, as it stands now. It never changes."""

    def __init__(
        self,
        questionnaires: Sequence[Questionnaire],
        assessment: Assessment,
        *,
        pace: float = 1.0,
    ) -> None:
        """Lay out the walk; `pace` multiplies the minutes for a slower or faster reader."""
        self._assessment = assessment
        self._items: Items = items_of(questionnaires)
        self._pace = pace
        self.states: dict[str, QuestionState] = question_states(questionnaires, assessment)
        """State of each question by full id, in questionnaire order."""
        every = self._items.questions
        core = [name for name in every if self._is_core(name)]
        others = [name for name in every if not self._is_core(name)]
        self._rank = {name: rank for rank, name in enumerate((*core, *others))}
        put = [name for name in core if self._is_put(name)]
        self._core_put = len(put)
        if not assessment.core_only:
            put += [name for name in others if self._is_put(name)]
        self.order: tuple[str, ...] = tuple(put)
        """Full ids of the questions to put, in the order of the walk."""
        self._ranks = [self._rank[name] for name in put]

    def _is_core(self, name: str) -> bool:
        """Return whether a question is a core question."""
        return self._items.question(name).core

    def _is_put(self, name: str) -> bool:
        """Return whether a question is put now."""
        return self.states[name] not in ("not-asked", "pending")

    def _is_open(self, name: str) -> bool:
        """Return whether a question is put and has no answer yet."""
        return self.states[name] == "unanswered"

    @property
    def core(self) -> tuple[str, ...]:
        """The core questions that are put, in their order."""
        return self.order[: self._core_put]

    def next_after(self, question: str) -> str | None:
        """Return the next question of the walk, or None after the last one.

        A question that is not put now keeps its place: what comes after that place is
        next. After an unknown one comes the first.
        """
        place = bisect_right(self._ranks, self._rank.get(question, -1))
        return self.order[place] if place < len(self.order) else None

    def before(self, question: str) -> str | None:
        """Return the question before this one in the walk, or None before the first."""
        place = bisect_left(self._ranks, self._rank.get(question, -1))
        return self.order[place - 1] if place else None

    def next_open_after(self, question: str) -> str | None:
        """Return the next unanswered question, going round at the end of the walk.

        None when no other question is unanswered.
        """
        place = bisect_right(self._ranks, self._rank.get(question, -1))
        round_trip = (*self.order[place:], *self.order[:place])
        return next((name for name in round_trip if name != question and self._is_open(name)), None)

    def resume(self) -> str:
        """Return where the walk goes on: the kept place, else the first unanswered question.

        When all are answered it is the first question; empty when nothing is put at all.
        """
        place = self._assessment.place
        if place in self._rank and self._rank[place] in self._ranks:
            return place
        unanswered = (name for name in self.order if self._is_open(name))
        return next(unanswered, self.order[0] if self.order else "")

    def progress(self, question: str) -> Progress:
        """Return how far the walk is at this question."""
        core = self._items.has_question(question) and self._is_core(question)
        total = self._core_put if core else len(self.order)
        counted = [name for name in self.states if self.states[name] not in _LEFT_OUT]
        answered = [name for name in counted if self.states[name] in ("rated", "unknown")]
        return Progress(
            number=bisect_right(self._ranks, self._rank.get(question, -1)),
            total=total,
            core=core,
            minutes_left=self.minutes(filter(self._is_open, self.order[:total])),
            core_answered=sum(map(self._is_core, answered)),
            core_total=sum(map(self._is_core, counted)),
            answered=len(answered),
            asked=len(counted),
        )

    def minutes(self, questions: Iterable[str]) -> int:
        """Return the whole minutes that reading and answering these questions takes.

        Rounded up; words of question, levels and help at `WORDS_A_MINUTE`, and
        `SECONDS_A_QUESTION` for each.
        """
        seconds = sum(reading_seconds(self._items.question(name)) for name in questions)
        return -int(-seconds * self._pace // 60)

    @property
    def core_done(self) -> bool:
        """Whether no core question that is put is unanswered."""
        return not any(map(self._is_open, self.order[: self._core_put]))

    @property
    def complete(self) -> bool:
        """Whether nothing is unanswered or pending, core questions or not."""
        return not {"unanswered", "pending"}.intersection(self.states.values())

    def skipped(self, say: Words) -> dict[str, str]:
        """Return why each question that is not asked is skipped, by full id."""
        return {
            name: self.why_not_put(name, say)
            for name, state in self.states.items()
            if state == "not-asked"
        }

    def why_not_put(self, question: str, say: Words) -> str:
        """Return why a question is not asked or waits, in a sentence; empty when it is put."""
        return why_not_put(question, self._items, self._assessment, self.states, say)


def reading_seconds(question: Question) -> float:
    """Return how long it takes to read and answer one question."""
    texts = [
        question.text,
        *(level.text for level in question.levels),
        *(f"{paragraph.label} {paragraph.text}" for paragraph in question.help),
    ]
    count = sum(len(text.split()) for text in texts)
    return count * 60 / WORDS_A_MINUTE + SECONDS_A_QUESTION
