"""What a newer version of a questionnaire would change: as plain lines, and as JSON."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from peil.assessment.differences import Differences, QuestionDifference, TopicDifference
from peil.assessment.updating import Fate
from peil.text.languages import Words, mark, mark_many

if TYPE_CHECKING:
    from peil.sitting.updating import Update

Document = dict[str, object]

_ANSWER_FATES: dict[Fate, str] = {
    "kept": mark("your answer is kept"),
    "look-again": mark("your answer is kept, look at it again"),
    "former": mark("your answer moves to no longer asked"),
    "returns": mark("your former answer comes back"),
}
_NOTE_FATES: dict[Fate, str] = {
    "kept": mark("what you wrote is kept"),
    "look-again": mark("what you wrote is kept"),
    "former": mark("what you wrote moves to no longer asked"),
    "returns": mark("what you wrote comes back"),
}
_RETURNS_CHANGED = mark("your former answer comes back, look at it again")


def heading(update: "Update", say: Words) -> str:
    """Return in one line which questionnaire has a newer version."""
    return say(
        "{title}: version {to_version} is there, you answer version {from_version}",
        title=update.title,
        to_version=update.to_version,
        from_version=update.from_version,
    )


def difference_lines(update: "Update", say: Words) -> tuple[str, ...]:
    """Return what the newer version would change, the items of a list indented by two."""
    found = update.differences
    lines = [*_question_lines(found, say), *_topic_lines(found, say), *_other_lines(found, say)]
    if not lines:
        lines = [say("No question and no level changes: only explanations do.")]
    return tuple(lines)


def _question_lines(found: Differences, say: Words) -> Iterator[str]:
    titles = (
        (found.new, mark_many("{count} new question:", "{count} new questions:")),
        (
            found.gone,
            mark_many(
                "{count} question is no longer asked:", "{count} questions are no longer asked:"
            ),
        ),
        (
            found.moved,
            mark_many(
                "{count} question takes the place of an earlier one:",
                "{count} questions take the place of earlier ones:",
            ),
        ),
        (
            found.levels,
            mark_many(
                "{count} question of which a level reads otherwise:",
                "{count} questions of which a level reads otherwise:",
            ),
        ),
        (
            found.wording,
            mark_many(
                "{count} question is put in other words:",
                "{count} questions are put in other words:",
            ),
        ),
    )
    for questions, (one, more) in titles:
        if questions:
            yield say.many(one, more, len(questions))
            line = _new_line if questions is found.new else _question_line
            yield from (f"  {line(question, say)}" for question in questions)


def _new_line(one: QuestionDifference, say: Words) -> str:
    if one.fate == "look-again" and one.answered:
        return f"{one.text} – {say(_RETURNS_CHANGED)}"
    return _question_line(one, say)


def _question_line(one: QuestionDifference, say: Words) -> str:
    parts = []
    if one.before and one.before != one.text:
        parts.append(say("before: {text}", text=one.before))
    if one.levels:
        numbers = [str(level.number) for level in one.levels]
        parts.append(
            say.many(
                "level {levels} reads otherwise",
                "levels {levels} read otherwise",
                len(numbers),
                levels=say.listing(numbers),
            )
        )
    if one.fate is not None:
        fates = _ANSWER_FATES if one.answered else _NOTE_FATES
        parts.append(say(fates[one.fate]))
    return f"{one.text} – {'; '.join(parts)}" if parts else one.text


def _topic_lines(found: Differences, say: Words) -> Iterator[str]:
    for topic in found.new_topics:
        yield say("New topic: {topic}.", topic=topic.title)
    for topic in found.gone_topics:
        yield say(
            "No longer a topic: {topic}. The target and importance that you gave it stay stored.",
            topic=topic.title,
        )
    for topic in found.core:
        yield say(
            "The core question of {topic} is now: {question}",
            topic=topic.title,
            question=topic.core,
        )


def _other_lines(found: Differences, say: Words) -> Iterator[str]:
    if found.scale:
        yield say(
            "The levels are numbered {first} to {last} now, no longer {old_first} to {old_last}. "
            "So the levels that you chose no longer count, and targets of your own are dropped.",
            first=found.scale.after[0],
            last=found.scale.after[1],
            old_first=found.scale.before[0],
            old_last=found.scale.before[1],
        )
    if found.target:
        yield say(
            "The level to reach is {after}; it was {before}.",
            after=found.target.after,
            before=found.target.before,
        )
    if found.gate is not None:
        yield (
            say("Its topics are foundations now: new tools wait until all of them stand.")
            if found.gate
            else say("Its topics are no longer foundations that new tools wait for.")
        )
    if found.steps:
        yield say("Steps of the plan change.")
    if found.counting:
        yield say("Some questions weigh otherwise, or are asked of others.")


def difference_document(update: "Update", *, updated: bool) -> Document:
    """Return one newer version as `peil questionnaire update --json` prints it."""
    found = update.differences
    return {
        "questionnaire": update.questionnaire,
        "title": update.title,
        "from": update.from_version,
        "to": update.to_version,
        "new": _questions(found.new),
        "gone": _questions(found.gone),
        "moved": _questions(found.moved),
        "levels": _questions(found.levels),
        "wording": _questions(found.wording),
        "new_topics": _topics(found.new_topics),
        "gone_topics": _topics(found.gone_topics),
        "core": _topics(found.core),
        "target": found.target and found.target._asdict(),
        "gate": found.gate,
        "scale": found.scale and found.scale._asdict(),
        "steps": found.steps,
        "counting": found.counting,
        "updated": updated,
    }


def _questions(questions: Sequence[QuestionDifference]) -> list[Document]:
    return [
        {
            "question": one.question,
            "was": one.was or None,
            "text": one.text,
            "before": one.before or None,
            "levels": [
                {"level": level.number, "before": level.before, "after": level.after}
                for level in one.levels
            ],
            "answered": one.answered,
            "answer": one.fate,
        }
        for one in questions
    ]


def _topics(topics: Sequence[TopicDifference]) -> list[Document]:
    return [{"topic": one.topic, "title": one.title, "core": one.core or None} for one in topics]
