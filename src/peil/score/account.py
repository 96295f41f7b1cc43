"""What explanations are written from, and the phrases that they share."""

from collections.abc import Sequence
from typing import NamedTuple

from peil.assessment.answered import Answered
from peil.assessment.model import Assessment
from peil.questionnaire.model import Questionnaire
from peil.score.mean import Means
from peil.score.model import percent_down, percent_shown, percent_up
from peil.score.sums import Term, mean_of, written_sum
from peil.text.languages import Words


class Account(NamedTuple):
    """The answers to explain, and the language to explain them in."""

    answered: Answered
    assessment: Assessment
    say: Words


class Terms(NamedTuple):
    """The parts of which the three means of a score consist."""

    score: list[Term]
    low: list[Term]
    high: list[Term]


def level_words(questionnaire: Questionnaire, level: int) -> str:
    """Return a level as one says it: its number, and its name where it has one."""
    name = questionnaire.level_name(level)
    return str(level) if name == str(level) else f"{level} ({name})"


def is_complete(account: Account, questions: Sequence[str]) -> bool:
    """Return whether none of these questions is unanswered or pending."""
    states = account.answered.states
    return not any(states[name] in ("unanswered", "pending") for name in questions)


def headed(title: str, means: Means, say: Words, *, complete: bool) -> str:
    """Return a title with its score and range: "Objectives: 22 %, ..."."""
    score, low, high = means.rounded()
    if low is None or high is None:
        return say("{title}: nothing here counts for you, so there is no score.", title=title)
    between = {"title": title, "low": percent_down(low), "high": percent_up(high)}
    if score is None:
        return say(
            "{title}: no score yet; once everything is answered between {low} and {high} %.",
            **between,
        )
    percent = percent_shown(score, complete=complete)
    if low == high:
        return say("{title}: {percent} %.", title=title, percent=percent)
    return say(
        "{title}: {percent} %; once everything is known between {low} and {high} %.",
        percent=percent,
        **between,
    )


def sums(terms: Terms, say: Words, *, complete: bool) -> list[str]:
    """Return score, worst and best written out, as far as they differ."""
    lines = []
    if terms.score:
        exact = mean_of(terms.score).rounded()
        result = say("{percent} %", percent=percent_shown(exact, complete=complete))
        if exact == 1 and not complete:
            result = say("1, shown as 99 % as long as something is open")
        lines.append(say("Score: {sum}{result}", sum=written_sum(terms.score, say), result=result))
    if terms.low and terms.low != terms.score:
        lines.append(
            say(
                "At worst, with everything open at its first level: {sum}{percent} %",
                sum=written_sum(terms.low, say),
                percent=percent_down(mean_of(terms.low).rounded()),
            )
        )
    if terms.high and terms.high != terms.score:
        lines.append(
            say(
                "At best, with everything open at its last level: {sum}{percent} %",
                sum=written_sum(terms.high, say),
                percent=percent_up(mean_of(terms.high).rounded()),
            )
        )
    return lines


def weighted(line: str, weight: int, say: Words) -> str:
    """Return a line about one part, saying how often it counts where that is not once."""
    if weight == 1:
        return line
    return say("{line}; counts {weight} times", line=line, weight=weight)
