"""How the actions of a plan hang together: what needs what, and what moved up."""

from collections.abc import Sequence
from heapq import heappop, heappush

from peil.plan.drafts import Draft


class Links:
    """Which actions need which, by key and in the order of the plan."""

    def __init__(self, drafts: Sequence[Draft], sequence: Sequence[int]) -> None:
        """Go once through the places of the actions, `sequence`, in the order of the plan."""
        self._drafts = drafts
        self._rank = {place: rank for rank, place in enumerate(sequence)}
        self._dependents: dict[int, list[int]] = {place: [] for place in sequence}
        for place in sequence:
            for needed in drafts[place].needs:
                if needed in self._dependents:  # else it was dropped
                    self._dependents[needed].append(place)
        self._pulled_in_by: dict[int, set[int]] = {}
        for place in reversed(sequence):
            if drafts[place].pulled_in:
                self._pulled_in_by[place] = {
                    root
                    for dependent in self._dependents[place]
                    for root in self._pulled_in_by.get(dependent, {dependent})
                }

    def needs(self, place: int) -> tuple[str, ...]:
        """Return the actions that must come directly before this one."""
        return self._keys(self._rank.keys() & self._drafts[place].needs)

    def opens(self, place: int) -> tuple[str, ...]:
        """Return the actions that need this one directly."""
        return self._keys(set(self._dependents[place]))

    def needed_by(self, place: int) -> tuple[str, ...]:
        """Return the actions up to a target for which this one, above its own, joined the plan."""
        return self._keys(self._pulled_in_by.get(place, set()))

    def _keys(self, places: set[int]) -> tuple[str, ...]:
        """Return the keys of some actions in the order of the plan."""
        if len(places) < 2:
            return tuple([self._drafts[place].key for place in places])
        return tuple(
            [self._drafts[place].key for place in sorted(places, key=self._rank.__getitem__)]
        )


def moved_up(drafts: Sequence[Draft], ordered: Sequence[int]) -> set[int]:
    """Return the places of the drafts that stand earlier than their own rate would put them.

    That is so where one with a higher gain per hour comes later, though nothing that it
    needs was missing any more. `ordered` names the drafts in the order of the plan,
    foundations included.
    """
    rank = {place: number for number, place in enumerate(ordered)}
    rates = [_rate(drafts[place]) for place in ordered]
    ready: list[list[int]] = [[] for _ in ordered]
    for number, place in enumerate(ordered):
        needs = drafts[place].needs
        ready[max([rank[need] for need in needs]) + 1 if needs else 0].append(number)
    found: set[int] = set()
    ahead: list[tuple[float, int]] = []
    for number, place in enumerate(ordered):
        for fresh in ready[number]:
            heappush(ahead, (-rates[fresh], fresh))
        while ahead[0][1] < number:
            heappop(ahead)
        if -ahead[0][0] > rates[number]:
            found.add(place)
    return found


def _rate(draft: Draft) -> float:
    """Return the gain per minute that counts for the order."""
    return draft.order_gain / draft.order_minutes if draft.order_minutes else float("inf")
