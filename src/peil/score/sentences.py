"""The result in sentences: what stands, what comes first, new tools, and only then figures."""

from collections.abc import Sequence
from typing import Final

from peil.assessment.items import Items
from peil.score.lifts import Lift
from peil.score.model import (
    Contradiction,
    Scores,
    TopicScore,
    percent_down,
    percent_shown,
    percent_up,
)
from peil.text.languages import Words

_MOST_NAMED: Final = 6
"""Most topics that a sentence names; the rest is counted."""
_FIRST: Final = 2
"""How many topics are named as what comes first."""


def headline(
    scores: Scores,
    stands_in_week: int | None,
    hours: float,
    say: Words,
    *,
    first: Sequence[str] = (),
) -> str:
    """Return the result in one paragraph.

    "Already standing: Culture, Monitoring. First: Objectives and Capacity. New tools:
    not yet; at 3 hours a week the base carries in week 12. Readiness 41 %."

    `stands_in_week` and `hours` a week are the plan's. `first` names the topics with
    which the plan begins; without a plan the first foundations that hold back are named.
    """
    sentences = (
        strengths_line(scores, say),
        first_line(scores, first or first_topics(scores), say),
        tools_line(scores, stands_in_week, hours, say),
        readiness_line(scores, say),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def first_topics(scores: Scores) -> tuple[str, ...]:
    """Return what comes first: foundations that do not stand, else the lowest topics.

    At most two; none when everything that is answered stands.
    """
    gate = [name for name in scores.readiness.blocking if scores.topic(name).stands == "no"]
    if gate:
        return tuple(gate[:_FIRST])
    weak = [
        topic
        for topic in _topics(scores)
        if topic.level is not None and topic.id not in scores.strengths
    ]
    weak.sort(key=lambda topic: topic.score or 0)
    return tuple(topic.id for topic in weak[:_FIRST])


def strengths_line(scores: Scores, say: Words) -> str:
    """Return what stands already; empty when nothing does.

    Says "as far as answered" while some of it rests on questions that are still open.
    """
    topics = [scores.topic(name) for name in scores.strengths]
    if not topics:
        return ""
    names = named([topic.title for topic in topics], say)
    if all(topic.answered == topic.asked for topic in topics):
        return say("Already standing: {topics}.", topics=names)
    return say("Already standing, as far as answered: {topics}.", topics=names)


def first_line(scores: Scores, topics: Sequence[str], say: Words) -> str:
    """Return what comes first, by the full ids of topics; empty without any."""
    titles = [scores.topic(name).title for name in dict.fromkeys(topics)][:_FIRST]
    return say("First: {topics}.", topics=say.listing(titles)) if titles else ""


def tools_line(scores: Scores, stands_in_week: int | None, hours: float, say: Words) -> str:
    """Return whether new tools make sense, and else from when; empty without a verdict."""
    words = tools_words(scores, stands_in_week, hours, say)
    return say("New tools: {words}.", words=words) if words else ""


def tools_words(scores: Scores, stands_in_week: int | None, hours: float, say: Words) -> str:
    """Return what `tools_line` says, without label and full stop."""
    if scores.readiness.verdict == "not-ready":
        if stands_in_week is not None:
            return say.many(
                "not yet; at {hours} hour a week the base carries in week {week}",
                "not yet; at {hours} hours a week the base carries in week {week}",
                1 if hours == 1 else 2,
                hours=say.number(hours, 2),
                week=stands_in_week,
            )
        waiting = _with_open_questions(scores)
        if waiting:
            titles = named([topic.title for topic in waiting], say)
            return say("not yet; the week depends on what is still open in {topics}", topics=titles)
        return say("not yet")
    return _decided_words(scores, say)


def tools_words_at_core(scores: Scores, say: Words) -> str:
    """Return whether new tools make sense while only core questions are answered."""
    if scores.readiness.verdict == "not-ready":
        return say("not yet; the open questions cannot change that any more")
    return _decided_words(scores, say)


def base_line(scores: Scores, say: Words) -> str:
    """Return the verdict as a sentence about the base; empty without a verdict."""
    match scores.readiness.verdict:
        case "ready":
            return say("The base carries new tools.")
        case "not-ready":
            return say("The base does not carry new tools yet.")
        case "undecided":
            return say("Whether the base carries new tools is not certain yet.")
        case None:
            return ""


def readiness_line(scores: Scores, say: Words) -> str:
    """Return readiness in whole per cent, labelled with what it rests on; empty without any."""
    if scores.readiness.score is None:
        return ""
    percent = percent_shown(scores.readiness.score, complete=scores.complete)
    match scores.basis:
        case "all":
            return say("Readiness {percent} %.", percent=percent)
        case "core":
            return say("Readiness on the core questions: {percent} %.", percent=percent)
        case _:
            answered, asked = _counts(scores)
            return say(
                "Readiness on {answered} of {asked} questions: {percent} %.",
                answered=answered,
                asked=asked,
                percent=percent,
            )


def range_line(scores: Scores, say: Words) -> str:
    """Return how much is answered, the score so far, and what the rest can make of it.

    "18 of 54 questions · on the core questions 41 % · the rest can still bring it
    between 13 and 81 %"
    """
    readiness = scores.readiness
    answered, asked = _counts(scores)
    parts = [say("{answered} of {asked} questions", answered=answered, asked=asked)]
    if readiness.score is not None:
        percent = percent_shown(readiness.score, complete=scores.complete)
        labels = {
            "all": say("readiness {percent} %", percent=percent),
            "core": say("on the core questions {percent} %", percent=percent),
        }
        parts.append(labels.get(scores.basis) or say("so far {percent} %", percent=percent))
        if readiness.low is not None and readiness.high is not None:
            between = {"low": percent_down(readiness.low), "high": percent_up(readiness.high)}
            if not scores.complete:
                parts.append(
                    say("the rest can still bring it between {low} and {high} %", **between)
                )
            elif readiness.low != readiness.high:
                parts.append(
                    say("what you find out can bring it between {low} and {high} %", **between)
                )
    return " · ".join(parts)


def lift_sentence(lift: Lift, items: Items, say: Words) -> str:
    """Return what a mark of not applicable does to the level or the standing of its topic."""
    values = {
        "question": items.question(lift.question).text,
        "topic": items.topic(lift.topic).title,
        "level": lift.level,
        "otherwise": lift.otherwise,
    }
    if lift.level is None:
        return say(
            'Because "{question}" does not count, {topic} stands; at its first level it would not.',
            **values,
        )
    if lift.stands:
        return say(
            'Because "{question}" does not count, {topic} is at {level} and stands; '
            "with that question at {otherwise} it would be at {otherwise}, and not stand.",
            **values,
        )
    return say(
        'Because "{question}" does not count, {topic} is at {level}; '
        "with that question at {otherwise} it would be at {otherwise}.",
        **values,
    )


def contradiction_sentence(contradiction: Contradiction, items: Items, say: Words) -> str:
    """Return which two answers contradict each other."""
    needs = contradiction.needs
    values = {
        "question": items.question(contradiction.question).text,
        "level": contradiction.stands_at,
        "needed_level": contradiction.needs_level,
        "found": contradiction.stands,
    }
    if items.has_topic(needs):
        return say(
            '"{question}" is at {level}, but that needs {needed} to stand at {needed_level}, '
            "and its weakest link is at {found}.",
            needed=items.topic(needs).title,
            **values,
        )
    return say(
        '"{question}" is at {level}, but that needs "{needed}" at {needed_level}, '
        "and it is at {found}.",
        needed=items.question(needs).text,
        **values,
    )


def named(titles: Sequence[str], say: Words) -> str:
    """Return titles as one phrase, the last of many as a count."""
    if len(titles) <= _MOST_NAMED:
        return say.listing(list(titles))
    shown = titles[: _MOST_NAMED - 1]
    more = say.many("{count} more", "{count} more", len(titles) - len(shown))
    return say.listing([*shown, more])


def _decided_words(scores: Scores, say: Words) -> str:
    """Return what the verdict says about new tools where no week is needed."""
    if scores.readiness.verdict == "ready":
        return say("yes, the base carries them")
    if scores.readiness.verdict == "undecided":
        titles = [scores.topic(name).title for name in scores.readiness.blocking]
        return say("not certain yet; that hangs on {topics}", topics=named(titles, say))
    return say("not yet") if scores.readiness.verdict else ""


def _topics(scores: Scores) -> list[TopicScore]:
    """Return the scores of all topics, in order."""
    return [topic for questionnaire in scores.questionnaires for topic in questionnaire.topics]


def _with_open_questions(scores: Scores) -> list[TopicScore]:
    """Return the blocking topics of which something is open or not known."""
    blocking = (scores.topic(name) for name in scores.readiness.blocking)
    return [topic for topic in blocking if topic.unknown or topic.answered < topic.asked]


def _counts(scores: Scores) -> tuple[int, int]:
    """Return how many questions are answered, of how many that count."""
    topics = _topics(scores)
    return sum(topic.answered for topic in topics), sum(topic.asked for topic in topics)
