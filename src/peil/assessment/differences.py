"""What a newer version of a questionnaire changes, and what becomes of each answer."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from peil.assessment.model import Answer, Assessment
from peil.assessment.updating import Fate, fate, returning
from peil.assessment.versions import Versions, level_texts, plain, scale_of
from peil.questionnaire.model import Level, Question, Questionnaire, Topic, full_id


class LevelDifference(NamedTuple):
    """A level that reads otherwise."""

    number: int
    before: str
    """What it said; empty where there was no such level."""
    after: str
    """What it says now, in the reader's language; empty where there is no such level."""


class QuestionDifference(NamedTuple):
    """What changes about one question."""

    question: str
    """Full id, as it is now; of a question that is gone, as it was."""
    was: str
    """Full id that it had before, where it has another one now; else empty."""
    text: str
    """The question as it is put now; of one that is gone, as it was."""
    before: str
    """The question as it was put where that was otherwise; else empty."""
    levels: tuple[LevelDifference, ...]
    """The levels that read otherwise."""
    answered: bool
    """Whether it is answered: a level, don't know, or not applicable."""
    fate: Fate | None
    """What becomes of what was said; None where nothing was."""


class TopicDifference(NamedTuple):
    """What changes about one topic."""

    topic: str
    """Full id."""
    title: str
    core: str
    """The core question as it is put now, where that is another one; else empty."""


class Change(NamedTuple):
    """A number of the questionnaire, before and after."""

    before: int
    after: int


class ScaleChange(NamedTuple):
    """The numbers of the first and the last level, before and after."""

    before: tuple[int, int]
    after: tuple[int, int]


class Differences(NamedTuple):
    """Everything that a newer version changes. A question stands in one of the lists at most."""

    new: tuple[QuestionDifference, ...]
    """Questions that were not there."""
    gone: tuple[QuestionDifference, ...]
    """Questions that are no longer asked."""
    moved: tuple[QuestionDifference, ...]
    """Questions that have another id now, and perhaps other words."""
    levels: tuple[QuestionDifference, ...]
    """Questions of which a level reads otherwise."""
    wording: tuple[QuestionDifference, ...]
    """Questions put in other words, with the same levels."""
    new_topics: tuple[TopicDifference, ...]
    gone_topics: tuple[TopicDifference, ...]
    core: tuple[TopicDifference, ...]
    """Topics with another core question."""
    target: Change | None
    """The level to reach."""
    gate: bool | None
    """Whether its topics are foundations now; None where that did not change."""
    scale: ScaleChange | None
    steps: bool
    """Whether what is to be done for a level, or what it needs first, changed."""
    counting: bool
    """Whether weights, goals, topics or conditions of questions changed."""


def differences(versions: Versions, assessment: Assessment) -> Differences:
    """Return what changes for an assessment when the later version takes the earlier's place."""
    before, after = versions.before, versions.after
    common = [_common(versions, assessment, old, new) for old, new in versions.common()]
    same = [one for one in common if not one.was]
    scales = ScaleChange(scale_of(before), scale_of(after))
    return Differences(
        new=tuple(_new(versions, assessment)),
        gone=tuple(_gone(versions, assessment)),
        moved=tuple(one for one in common if one.was),
        levels=tuple(one for one in same if one.levels),
        wording=tuple(one for one in same if one.before and not one.levels),
        new_topics=_topics_beside(after, before),
        gone_topics=_topics_beside(before, after),
        core=tuple(_core(versions)),
        target=None if before.target == after.target else Change(before.target, after.target),
        gate=None if before.gate == after.gate else after.gate,
        scale=None if versions.same_scale else scales,
        steps=_steps_changed(versions),
        counting=_counting_changed(versions),
    )


def _said(assessment: Assessment, versions: Versions, old: str) -> Answer | None:
    return assessment.answers.get(full_id(versions.before.id, old))


def _common(versions: Versions, assessment: Assessment, old: str, new: str) -> QuestionDifference:
    before, after = versions.old[old], versions.new[new]
    answer = _said(assessment, versions, old)
    olds, news = level_texts(before), level_texts(after)
    return QuestionDifference(
        question=full_id(versions.after.id, new),
        was="" if old == new else full_id(versions.before.id, old),
        text=after.text,
        before=before.text if versions.reworded(old, new) else "",
        levels=tuple(
            LevelDifference(number, olds.get(number, ""), news.get(number, ""))
            for number in versions.changed_levels(old, new)
        ),
        answered=answer is not None and answer.state is not None,
        fate=fate(versions, old, answer) if answer else None,
    )


def _new(versions: Versions, assessment: Assessment) -> Iterator[QuestionDifference]:
    back = returning(assessment.former, versions)
    for new, question in versions.new.items():
        if versions.came_from(new) is None:
            name = full_id(versions.after.id, new)
            coming: Fate | None = None
            if name in back:
                coming = "look-again" if back[name][1].formerly else "returns"
            answered = name in back and back[name][1].state is not None
            yield QuestionDifference(name, "", question.text, "", (), answered, coming)


def _gone(versions: Versions, assessment: Assessment) -> Iterator[QuestionDifference]:
    for old, question in versions.old.items():
        if versions.goes_to(old) is None:
            answer = _said(assessment, versions, old)
            answered = answer is not None and answer.state is not None
            name = full_id(versions.before.id, old)
            what: Fate | None = "former" if answer else None
            yield QuestionDifference(name, "", question.text, "", (), answered, what)


def _topics_beside(one: Questionnaire, other: Questionnaire) -> tuple[TopicDifference, ...]:
    """Return the topics of one version that the other does not have."""
    there = {topic.id for topic in other.topics}
    return tuple(
        TopicDifference(full_id(one.id, topic.id), topic.title, "")
        for topic in one.topics
        if topic.id not in there
    )


def _core(versions: Versions) -> Iterator[TopicDifference]:
    cores = {topic.id: _core_of(topic) for topic in versions.before.topics}
    for topic in versions.after.topics:
        core, earlier = _core_of(topic), cores.get(topic.id)
        if core and earlier and versions.goes_to(earlier.id) != core.id:
            yield TopicDifference(full_id(versions.after.id, topic.id), topic.title, core.text)


def _core_of(topic: Topic) -> Question | None:
    return next((question for question in topic.questions if question.core), None)


def _steps_changed(versions: Versions) -> bool:
    return any(
        [_step(level, versions.renamed) for level in olds[old].levels]
        != [_step(level, {}) for level in news[new].levels]
        for old, new in versions.common()
        for olds, news in versions.in_every_language
    )


def _step(level: Level, renamed: Mapping[str, str]) -> tuple[object, ...]:
    """Return what is to be done for a level and what it needs, as far as it counts."""
    needs = {(renamed.get(need.target, need.target), need.level) for need in level.needs}
    action = level.action
    if action is None:
        return (needs,)
    texts = (action.title, action.role, action.done_when, *action.how)
    return (needs, action.minutes, *map(plain, texts))


def _counting_changed(versions: Versions) -> bool:
    before, after = versions.before, versions.after
    topics = {topic.id: (topic.weight, set(topic.goals)) for topic in after.topics}
    kept = [topic for topic in before.topics if topic.id in topics]
    olds, news = _topic_of(before), _topic_of(after)
    return (
        before.weight != after.weight
        or any(topics[topic.id] != (topic.weight, set(topic.goals)) for topic in kept)
        or any(
            olds[old] != news[new]
            or versions.old[old].weight != versions.new[new].weight
            or _asked_if(versions.old[old], versions.moved) != _asked_if(versions.new[new], {})
            for old, new in versions.common()
        )
    )


def _topic_of(questionnaire: Questionnaire) -> dict[str, str]:
    return {question.id: topic.id for topic in questionnaire.topics for question in topic.questions}


def _asked_if(question: Question, moved: Mapping[str, str]) -> set[tuple[str, str, str]]:
    return {
        (moved.get(part.subject, part.subject), part.operator, part.value)
        for part in question.ask_if
    }
