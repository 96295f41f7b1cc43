"""What one action would change, told before it is done: and what it does not move, and why."""

from collections.abc import Iterator

from peil.plan.model import PlannedAction
from peil.plan.naming import Names
from peil.report.what_if_text import readiness_words
from peil.sitting.view import View, WhatIf
from peil.text.languages import Words, mark


def effect_lines(view: View, action: PlannedAction, say: Words) -> list[str]:
    """Return what changes with an action of the plan and all that it needs, a few sentences."""
    after = view.what_if([action.key])
    names = Names(view.items, view.codes, say)
    parts = [*_figures(view, after, say)]
    if action.question:
        parts += _topic(view, after.view, action.topic, say)
    if after.view.scores.readiness.verdict == "ready" != view.scores.readiness.verdict:
        parts.append(say("the base carries new tools"))
    if after.opened:
        parts.append(say("opens {actions}", actions=names.actions(after.opened)))
    needed = [key for key in after.done if key != action.key]
    done = (
        say("With {actions} done as well", actions=names.actions(needed))
        if needed
        else say("Once it is done")
    )
    effect = " · ".join(parts or [say("no score moves")])
    return [f"{done}: {effect}.", *_held_down(view, after.view, action, say)]


def _figures(before: View, after: WhatIf, say: Words) -> Iterator[str]:
    """Return how readiness moves, if any score does."""
    now, then = before.scores.readiness.score, after.view.scores.readiness.score
    if now is None or then is None or now == then:
        return
    points = round((then - now) * 100, 2)
    sign = "+" if points >= 0 else ""
    message = (
        mark("readiness {now} to {then} ({sign}{points} points)")
        if before.scores.complete
        else mark("readiness so far {now} to {then} ({sign}{points} points on what is answered)")
    )
    yield say(
        message,
        now=readiness_words(before, say),
        then=readiness_words(after.view, say),
        sign=sign,
        points=say.number(points, 2),
    )


def _topic(before: View, after: View, topic: str, say: Words) -> Iterator[str]:
    """Return what its topic becomes."""
    now, then = before.scores.topic(topic), after.scores.topic(topic)
    if then.stands == "yes" and now.stands != "yes":
        yield say("{topic} stands", topic=then.title)
    if then.level is not None and then.level != now.level:
        message = (
            mark("{topic} becomes {level} as far as it is answered")
            if then.stands == "open"
            else mark("{topic} becomes {level}")
        )
        yield say(message, topic=then.title, level=_level(after, topic, say))


def _held_down(before: View, after: View, action: PlannedAction, say: Words) -> Iterator[str]:
    """Return which weaker question keeps the level of the topic where it is, if one does."""
    if action.kind != "step":
        return
    now, then = before.scores.topic(action.topic), after.scores.topic(action.topic)
    if then.stands == "yes" or then.level is None or then.level != now.level:
        return
    holding = [
        question.id
        for question in then.questions
        if question.id != action.question
        and (question.level == then.level or question.state == "unknown")
    ]
    if not holding:
        return
    others = len(holding) - 1
    values = {
        "topic": then.title,
        "level": _level(after, action.topic, say),
        "question": after.items.question(holding[0]).text,
    }
    if others:
        yield say.many(
            "{topic} stays {level}: “{question}” and {count} other stand no higher.",
            "{topic} stays {level}: “{question}” and {count} others stand no higher.",
            others,
            **values,
        )
    else:
        yield say("{topic} stays {level}: “{question}” stands no higher.", **values)


def _level(view: View, topic: str, say: Words) -> str:
    """Return the name of the level at which a topic stands, or its number."""
    level = view.scores.topic(topic).level or 0
    scale = view.items.questionnaire_of(topic)
    return scale.level_name(level) if scale.level_names else say("level {level}", level=level)
