"""Spread and consensus of a round, told from the team's own votes: to be redone with a pencil."""

from collections.abc import Sequence
from math import log2

from peil.assessment.team import Round
from peil.assessment.votes import consensus, ends, spread
from peil.questionnaire.model import Questionnaire
from peil.text.languages import Words

_DIGITS = 4
"""Decimals of the steps: enough for the same result in two."""


def explain_votes(votes: Round, scale: Questionnaire, say: Words) -> tuple[str, ...]:
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
    return (*lines, "", *_consensus_lines(levels, ends(votes, scale), index, say))


def _consensus_lines(
    levels: Sequence[int], scale: tuple[int, int], index: float, say: Words
) -> tuple[str, ...]:
    """Return the sum of Tastle and Wierman with the votes filled in."""
    (first, last), count = scale, len(levels)
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
