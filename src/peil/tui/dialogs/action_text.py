"""What there is to read about one action: how, done when, why here, and what hangs together."""

from collections.abc import Iterator
from typing import NamedTuple

from textual.content import Content

from peil.plan.figures import short_figures
from peil.plan.model import PlannedAction
from peil.report.differing import differing_words
from peil.report.titles import action_title
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.content import NOTHING, join, labelled, paragraph, shortened, text
from peil.tui.dialogs.question_list import answer_words
from peil.tui.pages import outcome
from peil.tui.pages.plan_past import past_words

LABEL = 15
"""Columns of the labels."""


class ActionScene(NamedTuple):
    """What the text is written from."""

    sitting: Sitting
    action: PlannedAction
    say: Words
    width: int

    @property
    def is_planned(self) -> bool:
        """Whether the action has a place in the plan."""
        return self.sitting.plan.find(self.action.key) is not None

    def code(self, key: str) -> str:
        """Return the code of an action."""
        return self.sitting.codes.get(key, "–")


class _Part(NamedTuple):
    """A labelled part."""

    label: str
    sentences: list[str]
    ink: str = "plain"
    most: int = 99
    """Most lines of each sentence where room is short; `w` tells it in full."""


def action_text(scene: ActionScene, *, airy: bool) -> Iterator[Content]:
    """Return the title, and then one labelled part after the other.

    Without air there are no empty lines between them, and what `w` tells in full is short.
    """
    code = text(f"{scene.code(scene.action.key)}  ", "key")
    room = scene.width - code.cell_length
    title = paragraph(action_title(scene.sitting, scene.action), room, "strong")
    for number, line in enumerate(title):
        yield join(code if number == 0 else " " * code.cell_length, line)
    for part in _parts(scene) if airy else _short_parts(scene):
        if airy:
            yield NOTHING
        for number, sentence in enumerate(part.sentences):
            label = part.label if number == 0 else ""
            lines = labelled(label, sentence, scene.width, LABEL, ("faint", part.ink))
            yield from shortened(lines, part.most, scene.width)


def _parts(scene: ActionScene) -> Iterator[_Part]:
    """Return the parts that have something to say."""
    action, say = scene.action, scene.say
    yield from _how(scene)
    if scene.is_planned:
        why = scene.sitting.reasons(say).reason(action)
        yield _Part(say("Why here"), [one for one in (why.words, why.figures) if one])
        links = [one for one in (_needs(scene), why.opens) if one]
        if links:
            yield _Part(say("Connected"), links)
    else:
        yield _ending(scene)
    yield _Part(say("Effort"), [_effort(scene, say.duration(action.minutes))])
    yield from _differing(scene)
    yield from _where(scene)


def _short_parts(scene: ActionScene) -> Iterator[_Part]:
    """Return the same in fewer lines."""
    action, say = scene.action, scene.say
    yield from _how(scene)
    if scene.is_planned:
        why = scene.sitting.reasons(say).reason(action)
        yield _Part(say("Why here"), [why.words], most=2)
        links = " ".join(one for one in (_needs(scene), why.opens) if one)
        if links:
            yield _Part(say("Connected"), [links], most=2)
        yield _Part(say("Effort"), [_effort(scene, short_figures(action, say))], most=2)
    else:
        yield _ending(scene)
    yield from _differing(scene)
    yield from (part._replace(most=1) for part in _where(scene))


def _how(scene: ActionScene) -> Iterator[_Part]:
    """Return how to do it, and when it is done."""
    action, say = scene.action, scene.say
    if action.how:
        numbered = [f"{number}  {step}" for number, step in enumerate(action.how, 1)]
        yield _Part(say("How"), numbered if len(action.how) > 1 else list(action.how))
    if action.done_when:
        yield _Part(say("Done when"), [action.done_when])


def _ending(scene: ActionScene) -> _Part:
    words = past_words(scene.sitting, scene.action.key, scene.say)
    return _Part(scene.say("How it ended"), [words])


def _differing(scene: ActionScene) -> Iterator[_Part]:
    """Return that it rests on an answer about which a team differs, if it does."""
    differing = differing_words(scene.sitting, scene.action.question, scene.say)
    if differing:
        yield _Part(scene.say("Your team"), [differing], "caution")


def _where(scene: ActionScene) -> Iterator[_Part]:
    """Return what it waits for, and the topic and the question that it belongs to."""
    sitting, action, say = scene.sitting, scene.action, scene.say
    period = sitting.assessment.period
    if period is not None and sitting.codes.get(action.key) in period.codes:
        yield _Part(say("Part of"), [period.name])
    if action.waiting_for:
        asked = [sitting.items.question(name).text for name in action.waiting_for]
        yield _Part(say("Waits for"), asked, "caution")
    topic = outcome.title_of(sitting, action.topic) if action.topic else ""
    if action.question:
        question = sitting.items.question(action.question).text
        now = say("now {answer}", answer=answer_words(sitting, action.question, say))
        belongs = say("{topic}: {question}", topic=topic, question=question)
        yield _Part(say("Belongs to"), [belongs, now], "faint")
    elif topic:
        yield _Part(say("Belongs to"), [topic], "faint")


def _needs(scene: ActionScene) -> str:
    needed = [scene.code(key) for key in scene.action.needs]
    return scene.say("After {codes}.", codes=scene.say.listing(needed)) if needed else ""


def _effort(scene: ActionScene, effort: str) -> str:
    """Return the effort, in which week it begins, and for whom it is."""
    action, say = scene.action, scene.say
    parts = [effort]
    if action.week is not None:
        parts.append(say("begins in week {week}", week=action.week))
    if action.role:
        parts.append(say("who: {role}", role=action.role))
    return " · ".join(parts)
