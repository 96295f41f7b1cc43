"""Which actions there are: steps, find-outs, and the foundations that they complete.

Every rated question below its topic's target gives a step for each level up to the
target; what these need above a target joins them. A don't-know question gives one
find-out. A gate topic that can come to stand is an item of 0 hours that stands in the
order, but is no action. What the user did is no action any more and meets needs; what the
user dropped is none either, and what needs it waits. The user's own actions come last.
"""

from collections.abc import Mapping, Sequence

from peil.assessment.actions import is_own, records_by_key
from peil.assessment.answered import Answered
from peil.assessment.items import target_of
from peil.assessment.model import ActionRecord, Assessment
from peil.plan.drafts import Draft, Drafts, Foundation
from peil.plan.importance import HALVES, importance_of
from peil.plan.masks import gathered_over_needs
from peil.plan.needs import Requirement, missing, requirements_of
from peil.plan.shares import shares_of
from peil.questionnaire.model import Level

FIND_OUT_MINUTES = 30
"""Effort of finding out where a question stands."""
DEFAULT_MINUTES = 120
"""Effort of a step to a level without an action of its own."""
DEFAULT_OWN_MINUTES = 60
"""Effort of one of the user's own actions for which none was given."""


def draft_actions(answered: Answered, assessment: Assessment) -> Drafts:
    """Return every action that the answers lead to, in questionnaire order."""
    return _Drafting(answered, assessment).result()


def minutes_to(level: Level) -> int:
    """Return the effort of the step to a level."""
    return level.action.minutes if level.action else DEFAULT_MINUTES


class _Drafting:
    """The work of drawing up the drafts of one assessment."""

    def __init__(self, answered: Answered, assessment: Assessment) -> None:
        items = answered.items
        self.answered = answered
        self.items = items
        self.levels = answered.levels
        self.required = requirements_of(items)
        self.shares = shares_of(answered)
        self.importances = {
            topic: importance_of(topic, items, assessment) for topic in items.topics
        }
        self.targets = {topic: target_of(items, assessment, topic) for topic in items.topics}
        self.records = records_by_key(assessment)
        self.drafts: list[Draft] = []
        self.place: dict[Requirement, int] = {}
        self.done: set[Requirement] = set()
        """Steps that the user did; the answers do not know it yet."""
        self.number = {name: number for number, name in enumerate(items.questions)}

    def result(self) -> Drafts:
        """Draw up everything."""
        unmet, upto = self._wanted()
        foundations: list[tuple[str, list[Requirement], bool]] = []
        for topic in self.items.topics:
            for question in self.items.questions_of(topic):
                self._add_steps(question, topic, upto.get(question, 0))
                if self.answered.states[question] == "unknown":
                    self._add_find_out(question, topic)
            if topic in self.required.by_topic and topic in self.shares.of_topic:
                lacking = missing(self.answered, self.required.by_topic[topic])
                needed = [one for one in lacking if one not in self.done]
                foundations.append((topic, needed, not lacking))
                self._add_foundation(topic, needed)
        self._add_own()
        self._connect(unmet)
        return Drafts(
            self.drafts,
            [
                self._foundation(topic, needed, stands=stands)
                for topic, needed, stands in foundations
            ],
            self.shares,
            sum(
                self.shares.of_level[name] * (level - self.items.questionnaire_of(name).first_level)
                for name, level in self.levels.items()
            ),
            self.items.questions,
        )

    def _wanted(self) -> tuple[dict[Requirement, list[Requirement]], dict[str, int]]:
        """Return what each step needs, and up to which level each question is raised."""
        levels, items = self.levels, self.items
        upto: dict[str, int] = {}
        waiting: list[tuple[str, int, int]] = []
        for name, level in levels.items():
            target = self.targets[items.topic_of(name)]
            if level < target:
                upto[name] = target
                waiting.append((name, level, target))
        unmet: dict[Requirement, list[Requirement]] = {}
        for name, above, last in waiting:
            for level in range(above + 1, last + 1):
                first = level == levels[name] + 1
                required = self.required.upto_level if first else self.required.by_level
                needed = missing(self.answered, required[name][level])
                for other, other_level in needed:
                    reached = upto.get(other, levels.get(other, other_level))
                    if reached < other_level:
                        upto[other] = other_level
                        waiting.append((other, reached, other_level))
                unmet[name, level] = needed
        return unmet, upto

    def _add_steps(self, name: str, topic: str, last: int) -> None:
        """Add the steps of a question up to a level."""
        if not last:
            return
        from_level, gain = self.levels[name], self.shares.of_level[name]
        importance, target = self.importances[topic], self.targets[topic]
        for level in self.items.question(name).levels:
            if not from_level < level.number <= last:
                continue
            key = f"{name}@{level.number}"
            record = self.records.get(key)
            if record is not None and record.status == "done":
                self.done.add((name, level.number))
                continue
            minutes, place = minutes_to(level), len(self.drafts)
            before = self.place.get((name, level.number - 1))
            self.place[name, level.number] = place
            self._add(
                record,
                Draft(
                    key,
                    "step",
                    name,
                    topic,
                    level,
                    minutes,
                    gain,
                    minutes,
                    gain * HALVES[importance],
                    importance,
                    [] if before is None else [before],
                    pulled_in=level.number > target,
                ),
            )

    def _add_find_out(self, name: str, topic: str) -> None:
        """Add the find-out of a don't-know question.

        For the order it counts as one level of its question, with the effort of the
        question's first action on top, since it may change the plan.
        """
        key = f"{name}?"
        record = self.records.get(key)
        if record is not None and record.status == "done":
            return
        importance, first_step = self.importances[topic], self.items.question(name).levels[1]
        self._add(
            record,
            Draft(
                key,
                "find-out",
                name,
                topic,
                None,
                FIND_OUT_MINUTES,
                0,
                FIND_OUT_MINUTES + minutes_to(first_step),
                self.shares.of_level[name] * HALVES[importance],
                importance,
                [],
            ),
        )

    def _add_own(self) -> None:
        """Add the user's own actions that are to be done, in the order of their codes."""
        for key, record in sorted(self.records.items(), key=lambda each: int(each[1].code[1:])):
            if is_own(key) and record.status in ("open", "doing"):
                topic = record.topic if record.topic in self.importances else ""
                minutes = record.minutes or DEFAULT_OWN_MINUTES
                self._add(
                    record, Draft(key, "own", "", topic, None, minutes, 0, minutes, 0, "normal", [])
                )

    def _add(self, record: ActionRecord | None, draft: Draft) -> None:
        """Add an action, with what the user said of it."""
        if record is not None:
            draft.title = record.title
            draft.doing = record.status == "doing"
            draft.dropped = record.status == "dropped"
            draft.pinned, draft.postponed = record.pinned, record.postponed
        self.drafts.append(draft)

    def _add_foundation(self, topic: str, needed: list[Requirement]) -> None:
        """Add the item of 0 hours that a gate topic counts once more when it comes to stand.

        There is none where nothing rated is missing, where the core question is open,
        or where the user's own target keeps a step out.
        """
        core = self.items.core_of(topic)
        steps = [one for one in needed if one[0] in self.levels]
        core_is_open = any(name == core and name not in self.levels for name, _ in needed)
        if not steps or core_is_open or not all(one in self.place for one in steps):
            return
        importance = self.importances[topic]
        self.drafts.append(
            Draft(
                topic,
                None,
                "",
                topic,
                None,
                0,
                0,
                0,
                self.shares.of_topic[topic] * HALVES[importance],
                importance,
                [self.place[one] for one in steps],
            )
        )

    def _connect(self, unmet: Mapping[Requirement, Sequence[Requirement]]) -> None:
        """Give every step the places of what it needs, and the questions that it waits for."""
        for step, place in self.place.items():
            draft = self.drafts[place]
            for name, level in unmet[step]:
                if name not in self.levels:
                    draft.blockers |= 1 << self.number[name]
                elif (name, level) in self.done:
                    continue
                elif (needed := self.place[name, level]) not in draft.needs:
                    draft.needs.append(needed)
        questions = len(self.number)
        own = [
            draft.blockers | (draft.dropped << questions + place)
            for place, draft in enumerate(self.drafts)
        ]
        if not any(own):
            return
        waiting = gathered_over_needs(own, [draft.needs for draft in self.drafts])
        for draft, mask in zip(self.drafts, waiting, strict=True):
            draft.waiting = mask

    def _foundation(self, topic: str, needed: list[Requirement], *, stands: bool) -> Foundation:
        """Return a gate topic with the steps that make it stand."""
        steps = [self.place[one] for one in needed if one in self.place]
        completable = len(steps) == len(needed) and not any(
            self.drafts[place].waiting for place in steps
        )
        return Foundation(topic, stands, steps, completable)
