"""When each action comes: weeks, slots, the curve, and the foundations over the weeks.

Minutes are counted in whole numbers. Actions follow one another; an action's week is
the one in which it begins, and a topic stands from the week in which the last action
that it takes is finished.
"""

from collections.abc import Mapping, Sequence

from peil.plan.drafts import Draft, Drafts, Foundation
from peil.plan.model import CurvePoint, Slot, Standing
from peil.score.mean import Ratio

NOW_WEEKS = 4
"""Actions that begin within so many weeks are for now …"""
NOW_ACTIONS = 6
"""… but at most so many."""
NEXT_WEEKS = 12
"""Actions that begin within so many weeks are next."""


def minutes_a_week(hours: float) -> int:
    """Return the capacity in whole minutes a week, at least 1."""
    return max(1, round(hours * 60))


def week_of_start(minutes_before: int, capacity: int) -> int:
    """Return the week, from 1, in which work begins after some minutes of other work."""
    return minutes_before // capacity + 1


def week_of_end(minutes: int, capacity: int) -> int:
    """Return the week, from 1, in which so many minutes of work are finished."""
    return max(1, -(-minutes // capacity))


def slot_of(number: int, week: int) -> Slot:
    """Return the slot of the action with this number, from 0, that begins in `week`."""
    if week <= NOW_WEEKS and number < NOW_ACTIONS:
        return "now"
    return "next" if week <= NEXT_WEEKS else "later"


def curve(drafts: Drafts, planned: Sequence[Draft]) -> tuple[CurvePoint, ...]:
    """Return readiness `low` now and after each planned action; empty when nothing counts."""
    if not drafts.shares.of_level:
        return ()
    minutes, low = 0, drafts.low
    unit = drafts.shares.unit
    points = [CurvePoint(0.0, Ratio(low, unit).rounded())]
    for draft in planned:
        minutes += draft.minutes
        low += draft.gain
        points.append(CurvePoint(round(minutes / 60, 6), Ratio(low, unit).rounded()))
    return tuple(points)


class Completion:
    """When the topics of the gate come to stand."""

    def __init__(
        self,
        foundations: Sequence[Foundation],
        ends: Mapping[int, int],
        capacity: int,
    ) -> None:
        """Find when each one stands.

        `ends` holds, by place of a draft, the minutes of work until it is finished.
        """
        self.by_draft: dict[int, str] = {}
        """The topic that comes to stand with a draft, by the draft's place."""
        weeks = []
        for foundation in foundations:
            if foundation.completable and not foundation.stands:
                last = max(foundation.needs, key=lambda place: ends[place], default=None)
                if last is not None:
                    self.by_draft[last] = foundation.topic
                # With all its steps done it stands as soon as somebody looks at the answers.
                weeks.append(week_of_end(0 if last is None else ends[last], capacity))
        weeks.sort()
        standing = sum(foundation.stands for foundation in foundations)
        complete = standing + len(weeks) == len(foundations)
        self.stands_in_week: int | None = weeks[-1] if weeks and complete else None
        """Week in which the last one comes to stand; None when all stand, or some cannot."""
        counts = {0: standing} | {week: number for number, week in enumerate(weeks, standing + 1)}
        self.standing: tuple[Standing, ...] = (
            tuple(Standing(week, topics) for week, topics in counts.items()) if foundations else ()
        )
        """How many stand: now (week 0), then in each week in which that changes."""
