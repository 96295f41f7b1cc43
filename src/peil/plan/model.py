"""The plan as frozen data: actions in the order in which to do them.

Actions are known here by their key: a step `iceberg/objectives-written@2`, a find-out
`iceberg/objectives-written?`, or one of the user's own `own/A07`. Codes (`A07`) are given
by the sitting and put in when a plan is shown.
"""

from typing import Literal

import msgspec

from peil.assessment.model import Importance

Kind = Literal["step", "find-out", "own"]
Slot = Literal["now", "next", "later"]


class PlannedAction(msgspec.Struct, frozen=True):
    """One action at its place in the plan."""

    key: str
    kind: Kind
    question: str
    """Full id; empty for one of the user's own."""
    topic: str
    """Full id; empty for one of the user's own that is tied to none."""
    title: str
    """The user's own words, or those of the questionnaires given; else empty for a find-out."""
    from_level: int | None
    """None for all but a step."""
    to_level: int | None
    minutes: int
    gain: float
    """What it adds to readiness `low`, as a fraction of 1; 0 for all but a step."""
    importance: Importance
    needs: tuple[str, ...]
    """Keys of the actions that must come before it and are not done."""
    opens: tuple[str, ...]
    """Keys of the actions that need this one directly."""
    waiting_for: tuple[str, ...]
    """Questions to answer or find out first; empty unless it waits for any."""
    waiting_for_dropped: tuple[str, ...]
    """Keys of the dropped actions without which it cannot be done."""
    needed_by: tuple[str, ...]
    """Keys that pulled it in, where it lies above its topic's target; else empty."""
    completes: str | None
    """The gate topic that comes to stand with this action, if it does."""
    moved_up: bool
    """Whether it stands earlier than its own gain per hour alone would put it."""
    start_minutes: int | None
    """Minutes of planned work before it; None while waiting."""
    week: int | None
    """The week in which it begins, from 1; None while waiting."""
    slot: Slot | None
    role: str
    done_when: str
    how: tuple[str, ...]
    doing: bool = False
    pinned: bool = False
    postponed: bool = False

    @property
    def waits(self) -> bool:
        """Whether it waits for something, and so has no week."""
        return bool(self.waiting_for or self.waiting_for_dropped)


class CurvePoint(msgspec.Struct, frozen=True):
    """Readiness `low` after some hours of work."""

    hours: float
    low: float


class Standing(msgspec.Struct, frozen=True):
    """How many gate topics stand from a week on."""

    week: int
    topics: int


class Plan(msgspec.Struct, frozen=True):
    """The actions in order, and what they bring over time."""

    hours_per_week: float
    actions: tuple[PlannedAction, ...]
    stands_in_week: int | None
    """Week in which the last gate topic comes to stand; None when all stand, or some cannot."""
    curve: tuple[CurvePoint, ...]
    """From (0, now) on, one point at the end of each action that has a week."""
    standing: tuple[Standing, ...]
    """Gate topics standing: first at week 0 (now), then each week in which the count changes."""

    def action(self, key: str) -> PlannedAction:
        """Return the action with this key; KeyError when it is not in the plan."""
        found = self.find(key)
        if found is None:
            raise KeyError(key)
        return found

    def find(self, key: str | None) -> PlannedAction | None:
        """Return the action with this key; None when it is not in the plan, and for no key."""
        return next((action for action in self.actions if action.key == key), None)
