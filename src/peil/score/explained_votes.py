"""How spread and consensus come about, told from the votes themselves.

A round in one line, for a list of rounds; and step by step, to be redone with a pencil.
"""

from collections.abc import Iterator, Sequence
from math import gcd, log2
from typing import Final

from peil.assessment.agenda import topic_consensus
from peil.assessment.items import Items
from peil.assessment.model import Assessment
from peil.assessment.team import Round
from peil.assessment.votes import consensus, ends_of_scale, is_contested, spread
from peil.questionnaire.model import Questionnaire
from peil.score.mean import Ratio
from peil.score.sums import fraction
from peil.text.languages import Words, mark

_DIGITS: Final = 4
"""Decimals of the steps: enough for the same result in two."""
_VOTES: Final = mark(
    "Your votes. Consensus is 1 when all choose one level and 0 when half stand at each end; each "
    "vote counts by its distance from the mean, as a part of the whole scale:"
)
_FIRST_VOTES: Final = mark(
    "How much of one mind you were at first: 1 when all choose one level, 0 when half stand at "
    "each end; each vote counts by its distance from the mean, as a part of the whole scale:"
)


def question_votes_lines(
    items: Items, assessment: Assessment, question: str, say: Words
) -> Iterator[str]:
    """Yield the sum behind each round on a question; nothing where nobody voted."""
    vote = assessment.votes.get(question)
    if vote is None or not vote.rounds:
        return
    scale = items.questionnaire_of(question)
    yield say(_VOTES)
    for number, votes in enumerate(vote.rounds, 1):
        line = say("Round {number}: {sum}", number=number, sum=round_line(votes, scale, say))
        yield f"  {line}"
    if is_contested(vote.rounds[-1], scale):
        yield say("It is contested: a level that you agree on asks for a reason.")


def topic_votes_lines(
    items: Items, assessment: Assessment, topic: str, say: Words
) -> Iterator[str]:
    """Yield how a topic's consensus is made of its first rounds; nothing without one."""
    whole = topic_consensus(items, assessment, topic)
    if whole is None:
        return
    scale, parts = items.questionnaire_of(topic), []
    yield say(_FIRST_VOTES)
    for question in items.questions_of(topic):
        vote = assessment.votes.get(question)
        if vote is None or not vote.rounds:
            continue
        line = say(
            '"{question}": {sum}',
            question=items.question(question).text,
            sum=round_line(vote.rounds[0], scale, say),
        )
        yield f"  {line}"
        index = consensus(vote.rounds[0], scale)
        if index is not None:
            parts.append(say.number(index, 2))
    mean = parts[0] if len(parts) == 1 else f"({' + '.join(parts)}) / {len(parts)}"
    result = say.number(whole, 2)
    written = mean if mean == result else f"{mean} = {result}"
    yield say("Consensus: {sum}", sum=written)


def round_line(votes: Round, scale: Questionnaire, say: Words) -> str:
    """Return the votes of a round, its spread, and its consensus written out."""
    levels = votes.levels
    if not levels:
        return say("nobody chose a level, so there is no spread and no consensus")
    apart = say(
        "votes {votes}; spread {high} − {low} = {spread}",
        votes=", ".join(map(str, levels)),
        high=levels[-1],
        low=levels[0],
        spread=spread(votes),
    )
    index = consensus(votes, scale)
    if index is None:
        return say("{spread}; one vote alone has no consensus", spread=apart)
    return say(
        "{spread}; mean {mean}, consensus {sum} = {index}",
        spread=apart,
        mean=say.number(sum(levels) / len(levels), 2),
        sum=_written_out(votes, scale),
        index=say.number(index, 2),
    )


def _written_out(votes: Round, scale: Questionnaire) -> str:
    """Return the formula of the consensus with the votes filled in; all at the mean add nothing."""
    levels = votes.levels
    first, last = ends_of_scale(levels, scale)
    terms = []
    for level in dict.fromkeys(levels):
        away = abs(level * len(levels) - sum(levels))
        if away:
            count, far = levels.count(level), _ratio(away, len(levels) * (last - first))
            times = f"{count}·" if count > 1 else ""
            terms.append(f"{times}log2(1 − {fraction(far)})")
    if not terms:
        return "1 + 0"
    added = " + ".join(terms)
    return f"1 + ({added}) / {len(levels)}"


def _ratio(numerator: int, denominator: int) -> Ratio:
    common = gcd(numerator, denominator)
    return Ratio(numerator // common, denominator // common)


def round_steps(votes: Round, scale: Questionnaire, say: Words) -> tuple[str, ...]:
    """Return how spread and consensus of a round come about; a sentence where there is neither."""
    levels = votes.levels
    if not levels:
        return (say("Nobody chose a level, so there is neither spread nor consensus."),)
    lines = [
        say(
            "Spread: the highest vote {highest} − the lowest vote {lowest} = {spread}.",
            highest=levels[-1],
            lowest=levels[0],
            spread=spread(votes),
        )
    ]
    index = consensus(votes, scale)
    if index is None:
        return (*lines, say("Consensus takes two votes for a level, and there is one."))
    return (*lines, "", *_consensus_lines(levels, scale, index, say))


def _consensus_lines(
    levels: Sequence[int], scale: Questionnaire, index: float, say: Words
) -> tuple[str, ...]:
    """Return the sum of Tastle and Wierman with the votes filled in."""
    count = len(levels)
    first, last = ends_of_scale(levels, scale)
    width = last - first
    mean = round(sum(levels) / count, _DIGITS)
    chosen = {level: levels.count(level) for level in sorted(set(levels))}
    steps = []
    total = 0.0
    for level, times in chosen.items():
        apart = round(abs(level - mean) / width, _DIGITS)
        part = round(times * round(log2(1 - apart), _DIGITS), _DIGITS) + 0.0
        total += part
        steps.append(
            say(
                "Level {level}, {times} ×: distance |{level} − {mean}| / {width} = {apart}; "
                "{times} × log2(1 − {apart}) = {part}",
                level=level,
                times=times,
                mean=_figure(mean, say),
                width=width,
                apart=_figure(apart, say),
                part=_figure(part, say),
            )
        )
    return (
        say(
            "Consensus: 1 when all are at one level, 0 when one half is at each end "
            "(Tastle and Wierman, 2007). Only votes for a level count."
        ),
        say(
            "The mean of the votes: ({votes}) / {count} = {mean}. The scale is {width} wide: "
            "{last} − {first}.",
            votes=" + ".join(f"{times} × {level}" for level, times in chosen.items()),
            count=count,
            mean=_figure(mean, say),
            width=width,
            last=last,
            first=first,
        ),
        *steps,
        say(
            "Together {total}. Consensus: 1 − {taken} / {count} votes = {index}",
            total=_figure(total, say),
            taken=_figure(-total, say),
            count=count,
            index=say.number(index, 2),
        ),
    )


def _figure(value: float, say: Words) -> str:
    """Return a figure of the sum, with the sign that a minus has."""
    return say.number(round(value, _DIGITS) + 0.0, _DIGITS).replace("-", "−")
