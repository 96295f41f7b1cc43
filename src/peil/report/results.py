"""Scores and plan as plain lines, for `peil score` and `peil plan`."""

from collections.abc import Iterator

from peil.assessment.answered import answered
from peil.plan.influence import answered_influence, open_influence
from peil.plan.model import PlannedAction
from peil.report.documents import action_title
from peil.report.table import columns
from peil.score import explanation
from peil.score.lifts import lifts
from peil.score.model import QuestionnaireScore, TopicScore, percent_down, percent_up
from peil.score.sentences import (
    contradiction_sentence,
    headline,
    lift_sentence,
    range_line,
)
from peil.sitting import Sitting
from peil.text.languages import Words, words


def score_text(sitting: Sitting) -> str:
    """Return verdict, range and every topic's level and score."""
    say = words(sitting.language)
    scores = sitting.scores
    lines = [
        sitting.assessment.title,
        headline_of(sitting),
        range_line(scores, say),
    ]
    for questionnaire in scores.questionnaires:
        lines += ["", *_questionnaire(sitting, questionnaire, say)]
    remarks = [
        *(contradiction_sentence(each, sitting.items, say) for each in scores.contradictions),
        *(
            lift_sentence(each, sitting.items, say)
            for each in lifts(answered(sitting.questionnaires, sitting.assessment))
        ),
    ]
    if remarks:
        lines += ["", say("To look at again:"), *(f"  {remark}" for remark in remarks)]
    return "\n".join(lines)


def headline_of(sitting: Sitting) -> str:
    """Return the result in one paragraph: what stands, what the plan begins with, the figure."""
    plan = sitting.plan
    return headline(
        sitting.scores,
        plan.stands_in_week,
        plan.hours_per_week,
        words(sitting.language),
        first=[action.topic for action in plan.actions[:3] if action.week is not None],
    )


def _questionnaire(
    sitting: Sitting, questionnaire: QuestionnaireScore, say: Words
) -> Iterator[str]:
    yield f"{questionnaire.title}: {score_words(questionnaire, say)}"
    yield from columns(
        [
            (
                topic.title,
                _level(sitting, topic, say),
                score_words(topic, say),
                _standing(topic, say),
            )
            for topic in questionnaire.topics
        ],
        indent="  ",
    )


def score_words(scored: QuestionnaireScore | TopicScore, say: Words) -> str:
    """Return a score with its range where it still has one; words where there is none."""
    if scored.high is None or scored.low is None:
        return say("not assessed")
    if scored.score is None:
        return say("nothing answered yet")
    score = say("{percent} %", percent=percent_down(scored.score))
    if scored.low == scored.high:
        return score
    return say(
        "{score} (between {low} and {high} %)",
        score=score,
        low=percent_down(scored.low),
        high=percent_up(scored.high),
    )


def _level(sitting: Sitting, topic: TopicScore, say: Words) -> str:
    if topic.level is None:
        return "–"
    questionnaire = sitting.items.questionnaire_of(topic.id)
    return say("{level} {name}", level=topic.level, name=questionnaire.level_name(topic.level))


def _standing(topic: TopicScore, say: Words) -> str:
    sentences = {
        "yes": say("stands"),
        "no": say("does not stand yet"),
        "open": say("open questions decide"),
    }
    return sentences[topic.stands] if topic.stands else ""


def explanation_text(sitting: Sitting) -> str:
    """Return how every score is made from the answers: readiness first, then each topic."""
    say = words(sitting.language)
    of = (sitting.questionnaires, sitting.assessment)
    lines = [*explanation.explain_readiness(*of, say)]
    for questionnaire in sitting.scores.questionnaires:
        lines += ["", *explanation.explain_questionnaire(*of, questionnaire.id, say)]
        for topic in questionnaire.topics:
            lines += ["", *explanation.explain_topic(*of, topic.id, say)]
    return "\n".join(lines)


def depends_text(sitting: Sitting) -> str:
    """Return which answers, given and open, can still change the first actions or the verdict."""
    say = words(sitting.language)
    of = (sitting.questionnaires, sitting.assessment)
    lines = []
    for influence, none, some in (
        (
            answered_influence(*of),
            say("No single answer, one level higher or lower, changes your first three actions."),
            say("One level more or less on one of these changes your first three actions:"),
        ),
        (
            open_influence(*of),
            say("No open question can still change your first three actions."),
            say("These open questions can still change your first three actions:"),
        ),
    ):
        if influence.top_three:
            lines += [
                some,
                *(f"  {sitting.items.question(each).text}" for each in influence.top_three),
            ]
        else:
            lines.append(none)
    return "\n".join(lines)


def plan_text(sitting: Sitting) -> str:
    """Return the plan: now with reasons, next and later in one line each, then what waits."""
    say = words(sitting.language)
    plan = sitting.plan
    lines = [
        sitting.assessment.title,
        headline_of(sitting),
    ]
    if not plan.actions:
        lines += ["", say("There is nothing to do: every answered question is at its target.")]
    for slot, title in (
        ("now", say("Now")),
        ("next", say("Next")),
        ("later", say("Later")),
        (None, say("Waiting for an answer")),
    ):
        actions = [action for action in plan.actions if action.slot == slot]
        if actions:
            lines += ["", f"{title} ({_work(actions, say)})"]
            lines += columns([_row(sitting, action, say) for action in actions], indent="  ")
    return "\n".join(lines)


def _work(actions: list[PlannedAction], say: Words) -> str:
    count = say.many("{count} action", "{count} actions", len(actions))
    return f"{count}, {say.duration(sum(action.minutes for action in actions))}"


def _row(sitting: Sitting, action: PlannedAction, say: Words) -> tuple[str, str, str, str]:
    week = "" if action.week is None else say("week {week}", week=action.week)
    return (
        sitting.codes.get(action.key, "–"),
        week,
        say.duration(action.minutes),
        action_title(sitting, action),
    )
