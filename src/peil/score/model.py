"""Scores as frozen data. Fractions of 1 rounded to 6 decimals, or None where nothing is rated.

Ids are full ids (`iceberg/objectives`).
"""

from typing import Literal

import msgspec

from peil.assessment.states import QuestionState

Stands = Literal["yes", "no", "open"]
Verdict = Literal["ready", "not-ready", "undecided"]
Basis = Literal["nothing", "core", "part", "all"]
"""What the figures rest on: no answer, the core questions alone, some questions, or all."""


class QuestionScore(msgspec.Struct, frozen=True):
    """One question's part in the scores."""

    id: str
    state: QuestionState
    level: int | None
    """The level number when rated."""


class TopicScore(msgspec.Struct, frozen=True):
    """One topic's score, range and levels."""

    id: str
    title: str
    score: float | None
    low: float | None
    high: float | None
    level: int | None
    """Lowest level number among its rated and don't-know questions."""
    level_low: int | None
    level_high: int | None
    target: int
    """The level it should reach: the user's own, or the questionnaire's."""
    stands: Stands | None
    """Whether a gate topic stands at its questionnaire's target; None where there is no gate."""
    asked: int
    answered: int
    """Rated and don't know."""
    unknown: int
    not_applicable: int
    questions: tuple[QuestionScore, ...]


class QuestionnaireScore(msgspec.Struct, frozen=True):
    """One questionnaire's score, range and topics."""

    id: str
    title: str
    score: float | None
    low: float | None
    high: float | None
    topics: tuple[TopicScore, ...]


class Readiness(msgspec.Struct, frozen=True):
    """The score over all questionnaires, and the verdict of the gate."""

    score: float | None
    low: float | None
    high: float | None
    verdict: Verdict | None
    blocking: tuple[str, ...]
    """Gate topics that are `no`, then those that are `open`, each in their order."""
    gate_not_applicable: tuple[str, ...]
    """The gate's questions marked not applicable."""


class Contradiction(msgspec.Struct, frozen=True):
    """A question that stands at a level whose needs its own answers deny."""

    question: str
    stands_at: int
    needs: str
    """Full id of the needed question or topic."""
    needs_level: int
    stands: int | None
    """The level at which the needed one stands now (a topic: its weakest link)."""


class Scores(msgspec.Struct, frozen=True):
    """Everything computed from the answers."""

    complete: bool
    """Nothing unanswered or pending."""
    readiness: Readiness
    questionnaires: tuple[QuestionnaireScore, ...]
    contradictions: tuple[Contradiction, ...]
    basis: Basis = "part"
    """What the figures rest on, so that they can be labelled."""
    strengths: tuple[str, ...] = ()
    """Topics that stand at their questionnaire's target as far as they are answered, in order."""

    def topic(self, topic: str) -> TopicScore:
        """Return the score of a topic by its full id; KeyError when there is none."""
        for questionnaire in self.questionnaires:
            for score in questionnaire.topics:
                if score.id == topic:
                    return score
        raise KeyError(topic)


def percent_shown(score: float, *, complete: bool) -> int:
    """Return a score in whole per cent, rounded down; 99 at most until all is answered."""
    return percent_down(score) if complete else min(percent_down(score), 99)


def percent_down(fraction: float) -> int:
    """Return a score or low bound in whole per cent, rounded down: 100 is never shown early."""
    return round(fraction * 1_000_000) // 10_000


def percent_up(fraction: float) -> int:
    """Return a high bound in whole per cent, rounded up."""
    return -(-round(fraction * 1_000_000) // 10_000)
