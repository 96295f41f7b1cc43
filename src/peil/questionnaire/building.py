"""From drafts without errors to the frozen model; a translation onto its original."""

import msgspec

from peil.questionnaire.draft import Draft, DraftLevel, DraftQuestion, DraftTopic
from peil.questionnaire.frontmatter import level_texts
from peil.questionnaire.model import Level, LevelAction, Question, Questionnaire, Topic
from peil.questionnaire.values import DEFAULT_MINUTES, full

DEFAULT_SCALE = (1, 4)
"""First and last level number of a questionnaire that names none."""


def scale_of(draft: Draft, original: Draft) -> tuple[int, int]:
    """Return the first and the last level number: the file's own, else the original's."""
    return draft.front.scale or original.front.scale or DEFAULT_SCALE


def target_of(draft: Draft, original: Draft) -> int:
    """Return the level to reach: as written, else the last but one, at least the second."""
    first, last = scale_of(draft, original)
    written = draft.front.target if draft.front.target is not None else original.front.target
    return max(last - 1, first + 1) if written is None else written


def build(draft: Draft, original: Draft) -> Questionnaire:
    """Return the model of a draft; what a translation leaves out is the original's.

    Structure (ids, order, levels, settings) is the original's throughout, so that
    no answer, score or plan hangs on the language; the texts are the draft's.
    """
    own = _questionnaire(draft, original)
    if draft is original:
        return own
    return _translated(_questionnaire(original, original), own)


def _questionnaire(draft: Draft, original: Draft) -> Questionnaire:
    front = draft.front
    first, last = scale_of(draft, original)
    names, meanings = level_texts(front)
    return Questionnaire(
        id=draft.id,
        title=front.text("title"),
        version=front.version or 0,
        language=front.language or "",
        topics=tuple(_topic(topic, draft.id, first) for topic in draft.topics),
        first_level=first,
        last_level=last,
        target=target_of(draft, original),
        gate=bool(front.gate),
        weight=front.weight or 1,
        original=bool(front.original),
        level_names=names,
        level_meanings=meanings,
        credit=front.text("credit"),
        introduction=draft.introduction,
    )


def _topic(topic: DraftTopic, questionnaire: str, first: int) -> Topic:
    return Topic(
        id=topic.id,
        title=topic.title,
        questions=tuple(_question(question, questionnaire, first) for question in topic.questions),
        weight=topic.weight or 1,
        goals=topic.goals,
        introduction=topic.introduction,
    )


def _question(question: DraftQuestion, questionnaire: str, first: int) -> Question:
    see = question.settings.get("see")
    evidence = question.settings.get("evidence")
    return Question(
        id=question.id,
        text=question.text,
        levels=tuple(_level(level, first + place) for place, level in enumerate(question.levels)),
        core=bool(question.core),
        weight=question.weight or 1,
        source=question.listed("source"),
        evidence=evidence.text if evidence else "",
        ask_if=tuple(placed.condition for placed in question.ask_if),
        see=full(see.text, questionnaire) if see else "",
        was=question.listed("was"),
        introduction=question.introduction,
        help=question.help,
    )


def _level(level: DraftLevel, number: int) -> Level:
    action = None
    if level.action:
        action = LevelAction(
            title=level.action.title,
            minutes=level.action.minutes or DEFAULT_MINUTES,
            role=level.action.role or "",
            done_when=level.action.done_when or "",
            how=tuple(level.action.how),
        )
    return Level(number, level.text, action, tuple(placed.need for placed in level.needs))


def _translated(original: Questionnaire, translation: Questionnaire) -> Questionnaire:
    topics = {topic.id: topic for topic in translation.topics}
    questions = {
        question.id: question for topic in translation.topics for question in topic.questions
    }
    return msgspec.structs.replace(
        original,
        title=translation.title,
        language=translation.language,
        original=translation.original,
        level_names=translation.level_names or original.level_names,
        level_meanings=translation.level_meanings or original.level_meanings,
        credit=translation.credit or original.credit,
        introduction=translation.introduction or original.introduction,
        topics=tuple(_translated_topic(topic, topics, questions) for topic in original.topics),
    )


def _translated_topic(
    topic: Topic, topics: dict[str, Topic], questions: dict[str, Question]
) -> Topic:
    own = topics.get(topic.id, topic)
    return msgspec.structs.replace(
        topic,
        title=own.title,
        introduction=own.introduction or topic.introduction,
        questions=tuple(
            _translated_question(question, questions.get(question.id, question))
            for question in topic.questions
        ),
    )


def _translated_question(question: Question, own: Question) -> Question:
    if len(own.levels) != len(question.levels):
        return question
    return msgspec.structs.replace(
        question,
        text=own.text,
        evidence=own.evidence or question.evidence,
        introduction=own.introduction or question.introduction,
        help=own.help or question.help,
        levels=tuple(
            msgspec.structs.replace(
                level, text=words.text, action=_translated_action(level.action, words.action)
            )
            for level, words in zip(question.levels, own.levels, strict=True)
        ),
    )


def _translated_action(action: LevelAction | None, own: LevelAction | None) -> LevelAction | None:
    if action is None or own is None:
        return action
    return msgspec.structs.replace(
        action,
        title=own.title,
        role=own.role or action.role,
        done_when=own.done_when or action.done_when,
        how=own.how or action.how,
    )
