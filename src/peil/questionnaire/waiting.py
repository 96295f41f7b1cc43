"""Needs of a draft: known, on the scale, and such that some order of work meets them."""

from collections.abc import Sequence

from peil.questionnaire.draft import Draft, DraftQuestion, DraftTopic, PlacedNeed
from peil.questionnaire.model import Questionnaire, full_id
from peil.questionnaire.needs import circles_through, spelled
from peil.questionnaire.problems import Problems


def examine_needs(draft: Draft, scale: tuple[int, int], problems: Problems) -> None:
    """Note the needs on this questionnaire itself that cannot be met."""
    first, last = scale
    known = draft.lines
    for topic in draft.topics:
        for question in topic.questions:
            for number, level in enumerate(question.levels, first):
                right: list[PlacedNeed] = []
                for placed in level.needs:
                    owner, local = placed.need.target.split("/")
                    if owner != draft.id:
                        right.append(placed)
                    elif local not in known:
                        problems.add_unknown("needs-unknown", placed.line, local, list(known))
                    elif not first <= placed.need.level <= last:
                        _note_level(placed, local, scale, problems)
                    elif _waits_for_itself(placed, local, topic, question, max(number, first + 1)):
                        problems.add(
                            "needs-itself",
                            placed.line,
                            question=question.id,
                            name=local,
                            level=placed.need.level,
                        )
                    else:
                        right.append(placed)
                level.needs = right


def _note_level(placed: PlacedNeed, name: str, scale: tuple[int, int], problems: Problems) -> None:
    first, last = scale
    level = placed.need.level
    problems.add("needs-level", placed.line, name=name, level=level, first=first, last=last)


def _waits_for_itself(
    placed: PlacedNeed, local: str, topic: DraftTopic, question: DraftQuestion, number: int
) -> bool:
    """Return whether a need of `question` at level `number` is met only by that very step."""
    if local == question.id:
        return placed.need.level >= number
    lower = 0 if question.core else 1
    return local == topic.id and placed.need.level - lower >= number


def examine_outward(draft: Draft, others: Sequence[Questionnaire], problems: Problems) -> None:
    """Note what points at another questionnaire, of those at hand, and finds nothing there."""
    by_id = {other.id: other for other in others if other.id != draft.id}
    for question in draft.questions:
        placed = question.settings.get("see")
        if placed is not None and placed.text.split("/")[0] in by_id and "/" in placed.text:
            owner = by_id[placed.text.split("/")[0]]
            names = [name for name in _ids(owner) if name not in _topic_ids(owner)]
            if placed.text not in names:
                problems.add_unknown("see-unknown", placed.line, placed.text, names)
        for level in question.levels:
            for need in level.needs:
                other = by_id.get(need.need.target.split("/")[0])
                if other is not None:
                    _examine_outward_need(need, other, problems)


def _examine_outward_need(placed: PlacedNeed, other: Questionnaire, problems: Problems) -> None:
    target = placed.need.target
    if target not in _ids(other):
        problems.add_unknown("needs-unknown", placed.line, target, _ids(other))
    elif not other.first_level <= placed.need.level <= other.last_level:
        _note_level(placed, target, (other.first_level, other.last_level), problems)


def _topic_ids(questionnaire: Questionnaire) -> list[str]:
    return [full_id(questionnaire.id, topic.id) for topic in questionnaire.topics]


def _ids(questionnaire: Questionnaire) -> list[str]:
    questions = [
        full_id(questionnaire.id, question.id)
        for topic in questionnaire.topics
        for question in topic.questions
    ]
    return _topic_ids(questionnaire) + questions


def examine_circles(
    draft: Draft, questionnaires: Sequence[Questionnaire], problems: Problems
) -> None:
    """Note the circles of needs that run through this draft, each where it begins here."""
    lines = {
        f"{full_id(draft.id, question.id)}@{number}": level.needs[0].line
        for question in draft.questions
        for number, level in enumerate(question.levels, questionnaires[0].first_level)
        if level.needs
    }
    for circle in circles_through(draft.id, questionnaires):
        own = [step for step in circle if step in lines]
        line = lines[own[0]] if own else 1
        problems.add("needs-circle", line, circle=spelled(circle))
