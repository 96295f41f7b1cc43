"""What a result says, in sentences: what stands, the verdict, the figures, what is open.

Told in this order everywhere: what already stands, then what comes first, then figures.
"""

from collections.abc import Sequence
from typing import NamedTuple

from peil.assessment.answered import answered
from peil.report.differing import differing_questions
from peil.report.goal import goal_line
from peil.score import sentences
from peil.score.lifts import lifts
from peil.score.model import (
    Contradiction,
    TopicScore,
    percent_down,
    percent_shown,
    percent_up,
)
from peil.sitting import Sitting
from peil.sitting.acting import question_of
from peil.sitting.view import View
from peil.text.languages import Words


class Note(NamedTuple):
    """One thing to know about a result, with the question that it leads to."""

    label: str
    sentence: str
    question: str
    """Full id; empty when it leads to none."""
    page: str = ""
    """The page to which it leads; empty for the one on which its question is put."""


def title_of(sitting: View, name: str) -> str:
    """Return the title of a topic, or of the topic of a question, by full id."""
    items = sitting.items
    return items.topic(name if items.has_topic(name) else items.topic_of(name)).title


def topics_of(sitting: View) -> tuple[TopicScore, ...]:
    """Return the scores of all topics, in order."""
    return tuple(topic for each in sitting.scores.questionnaires for topic in each.topics)


def furthest_topics(sitting: Sitting) -> list[str]:
    """Return the titles of the topics that are furthest, at most two, the best first."""
    scored = [topic for topic in topics_of(sitting) if topic.score]
    scored.sort(key=lambda topic: -(topic.score or 0))
    return [topic.title for topic in scored[:2]]


def first_topics(sitting: Sitting) -> tuple[str, ...]:
    """Return the full ids of the topics with which the plan begins, at most two."""
    begun = [
        each.topic for each in sitting.plan.actions[:3] if each.week is not None and each.topic
    ]
    return tuple(dict.fromkeys(begun or sentences.first_topics(sitting.scores)))[:2]


def has_answers(sitting: Sitting) -> bool:
    """Whether any question was rated or answered with don't know."""
    return any(topic.answered for topic in topics_of(sitting))


def strengths(sitting: Sitting, say: Words) -> str:
    """Return what stands already; where nothing does, what is furthest."""
    standing = [title_of(sitting, topic) for topic in sitting.scores.strengths]
    if standing:
        return sentences.named(standing, say)
    furthest = furthest_topics(sitting)
    if furthest:
        return say("nothing yet at its target; furthest: {topics}", topics=say.listing(furthest))
    return say("nothing yet; every business begins here")


def strengths_sentence(sitting: Sitting, say: Words) -> str:
    """Return what stands already, as a sentence of its own."""
    line = sentences.strengths_line(sitting.scores, say)
    return line or say("Already standing: {topics}.", topics=strengths(sitting, say))


def verdict_sentence(sitting: Sitting, say: Words) -> str:
    """Return the verdict in one sentence, and what comes first."""
    if not has_answers(sitting):
        return say("Nothing is answered yet. Press Enter to begin with the first question.")
    scores = sitting.scores
    first = sentences.first_line(scores, first_topics(sitting), say)
    if not first and scores.complete:
        first = say("Everything stands at its target: keep it up.")
    elif not first:
        first = say("What is answered stands at its target; the rest is still open.")
    return f"{sentences.base_line(scores, say)} {first}".strip()


def tools_words(sitting: View, say: Words) -> str:
    """Return in a few words whether new tools make sense; empty without a gate."""
    verdict = sitting.scores.readiness.verdict
    if verdict is None:
        return ""
    words = {
        "ready": say("now they fit"),
        "not-ready": say("not yet"),
        "undecided": say("still open"),
    }
    return words[verdict]


def figures(sitting: Sitting, say: Words) -> str:
    """Return the figures in one line: standing foundations, week, readiness with its range."""
    week = _week_figure(sitting, say)
    if not sitting.scores.complete:
        parts = [sentences.range_line(sitting.scores, say), week]
    else:
        parts = [_standing_figure(sitting, say), week, _readiness_figure(sitting, say)]
    line = " · ".join(part for part in parts if part)
    return line[:1].upper() + line[1:]


def range_words(low: float, high: float, say: Words) -> str:
    """Return a range in whole per cent, rounded outwards."""
    return say("{low} to {high} %", low=percent_down(low), high=percent_up(high))


def foundations_of(sitting: View) -> list[TopicScore]:
    """Return the topics of the base that are assessed."""
    return [
        topic for topic in topics_of(sitting) if topic.stands is not None and topic.high is not None
    ]


def _standing_figure(sitting: Sitting, say: Words) -> str:
    gate = foundations_of(sitting)
    if not gate:
        return ""
    count = sum(topic.stands == "yes" for topic in gate)
    return say("Standing: {count} of {total}", count=count, total=len(gate))


def _week_figure(sitting: Sitting, say: Words) -> str:
    week = sitting.plan.stands_in_week
    if week is None:
        return ""
    hours = sitting.plan.hours_per_week
    return say.many(
        "carries in week {week} at {hours} hour a week",
        "carries in week {week} at {hours} hours a week",
        1 if hours == 1 else 2,
        week=week,
        hours=say.number(hours, 2),
    )


def _readiness_figure(sitting: Sitting, say: Words) -> str:
    """Return readiness of a complete assessment, with its range where some is not known."""
    readiness = sitting.scores.readiness
    if readiness.score is None or readiness.low is None or readiness.high is None:
        return ""
    percent = percent_shown(readiness.score, complete=True)
    if readiness.low == readiness.high:
        return say("readiness {percent} %", percent=percent)
    between = range_words(readiness.low, readiness.high, say)
    return say("readiness {percent} %, or {range} once found out", percent=percent, range=between)


def notes(sitting: Sitting, hangs_on: str, say: Words) -> list[Note]:
    """Return what else to know: what is open, what was done, what clashes, what is left out.

    `hangs_on` is what `certainty` said, or empty while that is computed.
    """
    return [
        *_goal_note(sitting, say),
        *_open_note(sitting, say),
        *_done_note(sitting, say),
        *_differing_note(sitting, say),
        *_contradiction_notes(sitting, say),
        *_not_applicable_notes(sitting, say),
        *([Note(say("Certainty"), hangs_on, "")] if hangs_on else []),
    ]


def _goal_note(sitting: Sitting, say: Words) -> list[Note]:
    goal = goal_line(sitting, say)
    return [Note(say("Goal"), goal, "", "plan")] if goal else []


def _open_note(sitting: Sitting, say: Words) -> list[Note]:
    states = sitting.walk.states
    unanswered = [name for name in states if states[name] in ("unanswered", "pending")]
    if not unanswered or not has_answers(sitting):
        return []
    sentence = _in_topics(sitting, unanswered, say)
    first = next((name for name in sitting.walk.order if states[name] == "unanswered"), "")
    return [Note(say("Still open"), sentence, first)]


def _in_topics(sitting: Sitting, questions: Sequence[str], say: Words) -> str:
    """Return how many questions these are, and in which topics."""
    topics = list(dict.fromkeys(title_of(sitting, name) for name in questions))
    return say.many(
        "{count} question, in {topics}",
        "{count} questions, in {topics}",
        len(questions),
        topics=say.listing(topics)
        if len(topics) <= 3
        else say(
            "{topics} and {more} other topics", topics=", ".join(topics[:2]), more=len(topics) - 2
        ),
    )


def _differing_note(sitting: Sitting, say: Words) -> list[Note]:
    differing = differing_questions(sitting)
    if not differing:
        return []
    return [Note(say("You differ"), _in_topics(sitting, differing, say), "", "consensus")]


def _done_note(sitting: Sitting, say: Words) -> list[Note]:
    waiting = sitting.to_look_at
    if not waiting:
        return []
    sentence = say.many(
        "{count} action since its question was answered; look at it again",
        "{count} actions since their questions were answered; look at them again",
        len(waiting),
    )
    return [Note(say("Done"), sentence, question_of(waiting[0]), "looking")]


def _contradiction_notes(sitting: Sitting, say: Words) -> list[Note]:
    found: dict[str, list[Contradiction]] = {}
    for contradiction in sitting.scores.contradictions:
        found.setdefault(contradiction.question, []).append(contradiction)
    return [
        Note(say("Clashes"), _clash(sitting, question, denied, say), question)
        for question, denied in found.items()
    ]


def _clash(sitting: Sitting, question: str, denied: list[Contradiction], say: Words) -> str:
    stands_at_level = denied[0].stands_at
    topic = title_of(sitting, question)
    if all(title_of(sitting, one.needs) == topic for one in denied):
        return say("{topic}: one answer goes further than another that it rests on.", topic=topic)
    needed = list(dict.fromkeys(title_of(sitting, one.needs) for one in denied))
    if len(needed) > 3:
        return say(
            "{topic} stands at level {level}, while {count} topics below it do not carry that yet.",
            topic=topic,
            level=stands_at_level,
            count=len(needed),
        )
    return say(
        "{topic} stands at level {level}, while {needed} should come before that.",
        topic=topic,
        level=stands_at_level,
        needed=say.listing(needed),
    )


def _not_applicable_notes(sitting: Sitting, say: Words) -> list[Note]:
    known = answered(sitting.questionnaires, sitting.assessment)
    return [
        Note(say("Left out"), sentences.lift_sentence(lift, sitting.items, say), lift.question)
        for lift in lifts(known)
    ]
