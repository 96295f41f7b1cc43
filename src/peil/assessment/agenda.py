"""What a team talks about, after everybody voted on everything in silence.

What lies far apart comes first; what has a proposal is taken over at once. Pure functions
over what was voted and agreed.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from peil.assessment.items import Items, target_of
from peil.assessment.model import Assessment
from peil.assessment.team import Agreement, Round, TeamVote
from peil.assessment.votes import (
    Verdict,
    is_contested,
    many_do_not_know,
    mean_consensus,
    proposal,
    spread,
    verdict,
)

PART_FOR_PLAN: Final = 6
"""One part in this many of the whole time is kept for the plan."""
PART_TO_CLOSE: Final = 15
"""One part in this many of the whole time is kept to finish."""
SHORTEST_TALK: Final = 60
"""Fewest seconds that a talk gets: less is no talk."""


class Line(NamedTuple):
    """One question of the agenda, as it was voted last."""

    question: str
    votes: Round
    """The latest round."""
    rounds: int
    """How many rounds there were."""
    verdict: Verdict | None
    """None when nobody chose a level."""
    contested: bool
    proposal: int | None
    """What Peil proposes to agree on."""
    low: bool
    """Whether the proposal lies below the topic's target, so that the plan has an action for it."""
    agreed: Agreement | None
    """What was agreed after the latest round; None while that is still to be done."""


class Agenda(NamedTuple):
    """The questions that were voted on, each in one of four groups."""

    talk: tuple[Line, ...]
    """Nothing is agreed and there is something to talk about: widest first, then the lowest."""
    proposed: tuple[Line, ...]
    """Nothing is agreed, and there is a proposal to take over."""
    parked: tuple[Line, ...]
    """Put off as a whole."""
    settled: tuple[Line, ...]
    """Agreed on after the latest round."""

    @property
    def low(self) -> tuple[Line, ...]:
        """What needs no talk but an action: proposals below the target."""
        return tuple(line for line in self.proposed if line.low)


class TimeLeft(NamedTuple):
    """How the time that is left is divided, in whole seconds."""

    talks: int
    plan: int
    closing: int
    each: int
    """For each of the talks; 0 without any."""


def put_off(assessment: Assessment) -> frozenset[str]:
    """Return the full ids of the questions that are in the parking lot as a whole."""
    return frozenset(parked.question for parked in assessment.parked if not parked.text)


def agenda_of(items: Items, assessment: Assessment, questions: Iterable[str]) -> Agenda:
    """Return the agenda over those of `questions` that were voted on, in their order."""
    wholly = put_off(assessment)
    talk, proposed, parked, settled = [], [], [], []
    for question in questions:
        vote = assessment.votes.get(question)
        if vote is None or not vote.rounds:
            continue
        line = line_of(items, assessment, question, vote)
        if line.agreed is not None:
            settled.append(line)
        elif question in wholly:
            parked.append(line)
        elif line.proposal is None or many_do_not_know(line.votes):
            talk.append(line)
        else:
            proposed.append(line)
    talk.sort(key=_urgency)
    return Agenda(tuple(talk), tuple(proposed), tuple(parked), tuple(settled))


def line_of(items: Items, assessment: Assessment, question: str, vote: TeamVote) -> Line:
    """Return what the latest round on a question says; there must be one."""
    scale = items.questionnaire_of(question)
    votes, agreed = vote.rounds[-1], vote.agreed
    proposed = proposal(votes, scale)
    target = target_of(items, assessment, items.topic_of(question))
    return Line(
        question=question,
        votes=votes,
        rounds=len(vote.rounds),
        verdict=verdict(votes, scale),
        contested=is_contested(votes, scale),
        proposal=proposed,
        low=proposed is not None and proposed < target,
        agreed=agreed if agreed is not None and agreed.rounds == len(vote.rounds) else None,
    )


def _urgency(line: Line) -> tuple[bool, int, int]:
    """Return what sorts talks: contested first, the widest spread, then the lowest median."""
    levels = line.votes.levels
    middle = levels[(len(levels) - 1) // 2] if levels else 0
    return not line.contested, -(spread(line.votes) or 0), middle


def time_left(seconds: int, minutes: int, talks: int) -> TimeLeft:
    """Divide what is left of a meeting of so many minutes over its talks, the plan and the end.

    The plan and the end get their part first; a talk never gets less than a minute.
    """
    left = max(0, seconds)
    closing = min(left, minutes * 60 // PART_TO_CLOSE)
    plan = min(left - closing, minutes * 60 // PART_FOR_PLAN)
    for_talks = left - closing - plan
    each = max(SHORTEST_TALK, for_talks // talks // 30 * 30) if talks else 0
    return TimeLeft(for_talks, plan, closing, each)


class TopicConsensus(NamedTuple):
    """How much of one mind a team was on a topic, before it talked."""

    topic: str
    consensus: float
    """Mean of the first rounds of its questions, from 0 to 1."""
    contested: tuple[str, ...]
    """Full ids of its questions of which the latest round is contested."""


def by_consensus(items: Items, assessment: Assessment) -> Sequence[TopicConsensus]:
    """Return the topics that were voted on, the least of one mind first: talk about these."""
    found = []
    for topic in items.topics:
        questions = items.questions_of(topic)
        index = topic_consensus(items, assessment, topic)
        if index is not None:
            contested = tuple(
                question for question in questions if contested_now(items, assessment, question)
            )
            found.append(TopicConsensus(topic, index, contested))
    return sorted(found, key=lambda each: each.consensus)


def topic_consensus(items: Items, assessment: Assessment, topic: str) -> float | None:
    """Return the mean consensus of the first rounds of a topic's questions; None without any."""
    votes = map(assessment.votes.get, items.questions_of(topic))
    return mean_consensus(votes, items.questionnaire_of(topic))


def contested_now(items: Items, assessment: Assessment, question: str) -> bool:
    """Tell whether the latest round on a question is contested; False where there is none."""
    vote = assessment.votes.get(question)
    if vote is None or not vote.rounds:
        return False
    return is_contested(vote.rounds[-1], items.questionnaire_of(question))
