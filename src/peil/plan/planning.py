"""The plan of an assessment: what to do, in which order, in which week, and why.

Pure: no screen, no file, no clock. `first_actions` finds the beginning of the order
alone; `make_plan` writes out the whole plan.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from peil.assessment.answered import Answered, answered
from peil.assessment.model import Assessment
from peil.plan.arranging import arranged
from peil.plan.drafts import Draft, Drafts
from peil.plan.links import Links, moved_up
from peil.plan.masks import members
from peil.plan.model import Plan, PlannedAction
from peil.plan.order import order
from peil.plan.schedule import Completion, curve, minutes_a_week, slot_of, week_of_start
from peil.plan.steps import draft_actions
from peil.questionnaire.model import Questionnaire


def make_plan(questionnaires: Sequence[Questionnaire], assessment: Assessment) -> Plan:
    """Return the plan, in the language of the questionnaires given."""
    known = answered(questionnaires, assessment)
    return _Writing(known, draft_actions(known, assessment), assessment.profile.hours).plan()


def first_actions(known: Answered, assessment: Assessment, count: int) -> tuple[str, ...]:
    """Return the keys of the first actions that can be done, at most `count`, in order."""
    drafts = draft_actions(known, assessment).drafts
    planned = (drafts[place] for place in arranged(drafts, _ordered(drafts, waiting=False)))
    return tuple(islice((draft.key for draft in planned if draft.kind), count))


def _ordered(drafts: Sequence[Draft], *, waiting: bool) -> Iterator[int]:
    """Return the places of the scored drafts that wait, or of those that do not, by their rate."""
    places = [
        place
        for place, draft in enumerate(drafts)
        if bool(draft.waiting) is waiting and draft.is_scored and not draft.dropped
    ]
    number = {place: index for index, place in enumerate(places)}
    ordered = order(
        [drafts[place].order_gain for place in places],
        [drafts[place].order_minutes for place in places],
        [[number[need] for need in drafts[place].needs if need in number] for place in places],
    )
    return (places[index] for index in ordered)


class _Writing:
    """The work of writing out one plan."""

    def __init__(self, known: Answered, drafts: Drafts, hours: float) -> None:
        self._known = known
        self._hours = hours
        self._capacity = minutes_a_week(hours)
        self._all = drafts
        self._drafts = drafts.drafts
        ordered = list(_ordered(self._drafts, waiting=False))
        self._moved_up = moved_up(self._drafts, ordered)
        self._planned = [
            place for place in arranged(self._drafts, iter(ordered)) if self._drafts[place].kind
        ]
        waiting = [
            place for place in _ordered(self._drafts, waiting=True) if self._drafts[place].kind
        ]
        self._sequence = self._planned + waiting

    def plan(self) -> Plan:
        """Return the whole plan."""
        ends: dict[int, int] = {}
        minutes = 0
        for place in self._planned:
            minutes += self._drafts[place].minutes
            ends[place] = minutes
        completion = Completion(self._all.foundations, ends, self._capacity)
        return Plan(
            hours_per_week=self._hours,
            actions=tuple(self._actions(completion.by_draft, ends)),
            stands_in_week=completion.stands_in_week,
            curve=curve(self._all, [self._drafts[place] for place in self._planned]),
            standing=completion.standing,
        )

    def _actions(
        self, completes: Mapping[int, str], ends: Mapping[int, int]
    ) -> Iterator[PlannedAction]:
        """Return the actions in the order of the plan."""
        links = Links(self._drafts, self._sequence)
        questions = self._all.questions
        for number, place in enumerate(self._sequence):
            draft = self._drafts[place]
            start = ends[place] - draft.minutes if place in ends else None
            week = None if start is None else week_of_start(start, self._capacity)
            level = draft.level
            action = level.action if level else None
            waiting = tuple(members(draft.waiting))
            yield PlannedAction(
                key=draft.key,
                kind=draft.kind or "step",
                question=draft.question,
                topic=draft.topic,
                title=draft.title or (action.title if action else level.text if level else ""),
                from_level=level.number - 1 if level else None,
                to_level=level.number if level else None,
                minutes=draft.minutes,
                gain=draft.gain / self._all.shares.unit,
                importance=draft.importance,
                needs=links.needs(place),
                opens=links.opens(place),
                waiting_for=tuple(questions[one] for one in waiting if one < len(questions)),
                waiting_for_dropped=tuple(
                    self._drafts[one - len(questions)].key
                    for one in waiting
                    if one >= len(questions)
                ),
                needed_by=links.needed_by(place),
                completes=completes.get(place),
                moved_up=place in self._moved_up,
                start_minutes=start,
                week=week,
                slot=None if week is None else slot_of(number, week),
                role=action.role if action else "",
                done_when=action.done_when if action else "",
                how=action.how if action else (),
                doing=draft.doing,
                pinned=bool(draft.pinned),
                postponed=draft.postponed,
            )
