"""Rules that need a whole file: its scale, its ids, its conditions; and the warnings."""

from typing import Final

from peil.questionnaire.building import scale_of, target_of
from peil.questionnaire.conditions import never_asked
from peil.questionnaire.draft import Draft, DraftQuestion, DraftTopic
from peil.questionnaire.frontmatter import level_texts
from peil.questionnaire.problems import Problems
from peil.questionnaire.references import examine_references
from peil.questionnaire.waiting import examine_needs

LEVEL_TEXT_LIMIT: Final = 140
"""Longest level text that fits a small screen, in characters."""
HELP_LIMIT: Final = 280
"""Longest help that fits a small screen, in characters."""


def examine(draft: Draft, original: Draft, problems: Problems) -> None:
    """Note what is wrong in a whole file.

    `original` is the file whose settings count where this one has none: the same
    draft when it stands alone.
    """
    _examine_front(draft, original, problems)
    if not draft.questions:
        problems.add("questions-missing", draft.title.line if draft.title else 1)
    for topic in draft.topics:
        _examine_core(topic, problems)
        if topic.title and not topic.questions:
            problems.add("topic-without-questions", topic.line)
        elif topic.title and draft is original and not _has_core(topic):
            problems.add("core-missing", topic.line)
    scale = scale_of(draft, original)
    actions: dict[str, int] = {}
    for question in draft.questions:
        if draft.front.tells_scale and not _has_right_count(question, scale, problems):
            question.complete = False  # which level is which is not known
        _examine_levels(question, problems)
        _examine_help(question, problems)
        _examine_actions(question, scale[0], actions, problems)
    examine_references(draft, scale, problems)
    examine_needs(draft, scale, problems)
    for question in never_asked(draft, scale):
        problems.add("question-never-asked", question.settings["ask if"].line)


def _examine_front(draft: Draft, original: Draft, problems: Problems) -> None:
    front = draft.front
    first, last = scale_of(draft, original)
    if "scale" in front.values and front.scale is None:
        return  # what has no scale cannot have too many names for it
    wanted = last - first + 1
    names, meanings = level_texts(front)
    if names and (len(names) != wanted or not all(names)):
        count = len([name for name in names if name])
        problems.add("level-names-count", front.line("level names"), count=count, wanted=wanted)
    if meanings and (len(meanings) != wanted or not all(meanings)):
        count = len([meaning for meaning in meanings if meaning])
        line = front.line("level meanings")
        problems.add("level-meanings-count", line, count=count, wanted=wanted)
    target = target_of(draft, original)
    if not first < target <= last:
        line = front.line("target" if "target" in front.values else "scale")
        problems.add("target-outside", line, value=target, first=first + 1, last=last)


def _examine_core(topic: DraftTopic, problems: Problems) -> None:
    core = [question for question in topic.questions if question.core]
    for question in core[1:]:
        line = question.settings["core"].line
        problems.add("core-twice", line, first=core[0].settings["core"].line)


def _has_core(topic: DraftTopic) -> bool:
    """Return whether a question says that it is the core one, or tried to."""
    return any(
        "core" in question.settings and question.core is not False for question in topic.questions
    )


def _has_right_count(question: DraftQuestion, scale: tuple[int, int], problems: Problems) -> bool:
    """Return whether a question has a level for each number; note it when not."""
    first, last = scale
    wanted = last - first + 1
    count = len(question.levels)
    if not question.complete or not count or count == wanted:
        return True
    line = question.levels[0].line
    problems.add("levels-count", line, count=count, wanted=wanted, first=first, last=last)
    return False


def _examine_levels(question: DraftQuestion, problems: Problems) -> None:
    seen: dict[str, int] = {}
    for level in question.levels:
        words = level.text.casefold().rstrip(". ")
        if words and words in seen:
            problems.add("levels-alike", level.line, first=seen[words])
        seen.setdefault(words, level.line)
        if len(level.text) > LEVEL_TEXT_LIMIT:
            length = len(level.text)
            problems.add("level-too-long", level.line, count=length, limit=LEVEL_TEXT_LIMIT)


def _examine_help(question: DraftQuestion, problems: Problems) -> None:
    length = sum(
        len(f"{part.label}: {part.text}" if part.label else part.text) for part in question.help
    )
    if length > HELP_LIMIT:
        problems.add("help-too-long", question.help_line, count=length, limit=HELP_LIMIT)


def _examine_actions(
    question: DraftQuestion, first: int, actions: dict[str, int], problems: Problems
) -> None:
    """Look at each level's action; `actions` holds the lines of those met before."""
    for number, level in enumerate(question.levels, first):
        if number == first:
            if level.action and question.complete:
                problems.add("action-on-first-level", level.action.line)
            continue
        if level.action is None:
            if "to get here" not in level.settings and question.complete:
                problems.add("level-without-action", level.line, level=number)
            continue
        words = level.action.title.casefold().rstrip(". ")
        if words in actions:
            problems.add("action-alike", level.action.line, first=actions[words])
        actions.setdefault(words, level.action.line)
