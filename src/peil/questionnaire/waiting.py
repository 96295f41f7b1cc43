"""Needs of a draft: known, on the scale, and such that some order of work meets them."""

from collections.abc import Mapping, Sequence

from peil.questionnaire.draft import Draft, DraftQuestion, DraftTopic, PlacedNeed
from peil.questionnaire.model import Questionnaire, full_id
from peil.questionnaire.needs import circles_through, spelled
from peil.questionnaire.problems import Problems, closest

Scale = tuple[int, int]
"""First and last level number."""


def examine_needs(draft: Draft, scale: Scale, problems: Problems) -> None:
    """Note the needs on this questionnaire itself that cannot be met, and take them out.

    They are taken out so that no circle is reported of what is wrong already.
    """
    inward = _Inward(draft, scale, problems)
    for topic in draft.topics:
        for question in topic.questions:
            for number, level in enumerate(question.levels, scale[0]):
                level.needs = [
                    placed
                    for placed in level.needs
                    if inward.can_be_met(placed, topic, question, number)
                ]


class _Inward:
    """The needs of a draft on its own topics and questions."""

    def __init__(self, draft: Draft, scale: Scale, problems: Problems) -> None:
        """Look up ids in `draft`."""
        self._id = draft.id
        self._known = draft.lines
        self._scale = scale
        self._problems = problems

    def can_be_met(
        self, placed: PlacedNeed, topic: DraftTopic, question: DraftQuestion, number: int
    ) -> bool:
        """Return whether a need of `question` at level `number` can be met; note it when not."""
        owner, local = placed.need.target.split("/")
        level = placed.need.level
        if owner != self._id:
            return True
        if local not in self._known:
            self._problems.add_unknown("needs-unknown", placed.line, local, list(self._known))
        elif not self._scale[0] <= level <= self._scale[1]:
            _note_level(placed, local, self._scale, self._problems)
        elif self._asked_of(local, level, topic, question) >= max(number, self._scale[0] + 1):
            self._problems.add(
                "needs-itself", placed.line, question=question.id, name=local, level=level
            )
        else:
            return True
        return False

    def _asked_of(self, local: str, level: int, topic: DraftTopic, question: DraftQuestion) -> int:
        """Return the level that a need asks of the very question that has it."""
        if local == question.id or (local == topic.id and question.core):
            return level
        return level - 1 if local == topic.id else self._scale[0]


def _note_level(placed: PlacedNeed, name: str, scale: Scale, problems: Problems) -> None:
    first, last = scale
    level = placed.need.level
    problems.add("needs-level", placed.line, name=name, level=level, first=first, last=last)


def examine_outward(
    draft: Draft, others: Sequence[Questionnaire], known: Sequence[str], problems: Problems
) -> None:
    """Note what points at another questionnaire, of those at hand, and finds nothing there.

    `known` are the ids of all questionnaires there are: one that has another id is no
    mistake, unless it looks like one of these.
    """
    _examine_owners(draft, known, problems)
    scales = {other.id: (other.first_level, other.last_level) for other in others}
    questions = {other.id: _question_ids(other) for other in others}
    items = {other.id: _topic_ids(other) + questions[other.id] for other in others}
    scales.pop(draft.id, None)
    for question in draft.questions:
        twin = question.settings.get("see")
        owner = twin.text.rpartition("/")[0] if twin is not None else ""
        if twin is not None and owner in scales and twin.text not in questions[owner]:
            problems.add_unknown("see-unknown", twin.line, twin.text, questions[owner])
        for level in question.levels:
            for placed in level.needs:
                _examine_outward_need(placed, items, scales, problems)


def _examine_owners(draft: Draft, known: Sequence[str], problems: Problems) -> None:
    """Note the questionnaires that are unknown and look like one that is known."""
    places: dict[str, int] = {}
    for question in draft.questions:
        twin = question.settings.get("see")
        if twin is not None and "/" in twin.text:
            places.setdefault(twin.text.partition("/")[0], twin.line)
        for level in question.levels:
            for placed in level.needs:
                places.setdefault(placed.need.target.partition("/")[0], placed.line)
    for owner, line in places.items():
        near = closest(owner, tuple(known)) if owner not in (draft.id, *known) else ""
        if near:
            problems.add("questionnaire-unknown", line, name=owner, suggestion=near)


def _examine_outward_need(
    placed: PlacedNeed,
    items: Mapping[str, list[str]],
    scales: Mapping[str, Scale],
    problems: Problems,
) -> None:
    target = placed.need.target
    owner = target.partition("/")[0]
    if owner not in scales:
        return
    if target not in items[owner]:
        problems.add_unknown("needs-unknown", placed.line, target, items[owner])
    elif not scales[owner][0] <= placed.need.level <= scales[owner][1]:
        _note_level(placed, target, scales[owner], problems)


def _topic_ids(questionnaire: Questionnaire) -> list[str]:
    return [full_id(questionnaire.id, topic.id) for topic in questionnaire.topics]


def _question_ids(questionnaire: Questionnaire) -> list[str]:
    return [
        full_id(questionnaire.id, question.id)
        for topic in questionnaire.topics
        for question in topic.questions
    ]


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
