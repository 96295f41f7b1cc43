"""The most valuable set of actions that is closed under needs: a minimum cut.

Every action of a group has a worth, positive or negative. Which set, that leaves
out nothing that its members need, is worth most? Picard (1976) answers with a
minimum cut: worth flows from each positive action to the negative ones that it
needs, directly or through others, until they are paid for; positive actions with
worth left over belong to the set, with everything that they need.

All amounts are whole numbers, so the answer is the same on every machine.
Sets are masks (see `masks`).
"""

from collections.abc import Sequence

from peil.plan.masks import mask_of, members


class Payments:
    """Who pays for what within one group: the flow, and where it got stuck."""

    def __init__(self, group: Sequence[int], worth: Sequence[int], before: Sequence[int]) -> None:
        """Pay as far as possible.

        `worth` holds the worth of each action of `group`, in the same order;
        `before` the mask of all that an action needs, itself included, by action.
        """
        self._before = before
        self._room: dict[int, int] = {}
        self._paid: dict[int, dict[int, int]] = {}
        costly = 0
        for item, value in zip(group, worth, strict=True):
            if value < 0:
                self._room[item] = -value
                self._paid[item] = {}
                costly |= 1 << item
        self.costly = costly
        """Mask of the negative actions."""
        self._unpaid = costly
        self._stuck = 0  # positive actions that belong to the most valuable set
        self._reached = 0  # negative actions that these have paid for in full
        left = []
        for item, value in zip(group, worth, strict=True):
            if value > 0 and (rest := self._pay(item, value)):
                left.append((item, rest))
        for item, rest in left:
            self._pay_by_others(item, rest)

    def _pay(self, item: int, value: int) -> int:
        """Let `item` pay for what it needs itself; return what it has left."""
        targets = self._before[item] & self._unpaid
        while targets:
            lowest = targets & -targets
            targets ^= lowest
            costly = lowest.bit_length() - 1
            room = self._room[costly]
            if value < room:
                self._room[costly] = room - value
                self._paid[costly][item] = value
                return 0
            self._unpaid ^= lowest
            self._room[costly] = 0
            self._paid[costly][item] = room
            value -= room
        return value

    def _pay_by_others(self, item: int, value: int) -> None:
        """Let `item` take over what others pay, who then pay for something else."""
        while value:
            found = self._way_to_room(item)
            if found is None:
                return
            value -= self._shift(found, value)

    def _way_to_room(self, item: int) -> list[int] | None:
        """Return a way from `item` to an unpaid action, or None and mark what is stuck.

        The way alternates: who pays, for what, who paid for that, for what instead …
        """
        payer_of: dict[int, int] = {}
        place_of: dict[int, int] = {}
        givers, costly_seen = 1 << item, self._reached
        waiting = [item]
        for giver in waiting:
            fresh = self._before[giver] & self.costly & ~costly_seen
            if free := fresh & self._unpaid:
                way = [(free & -free).bit_length() - 1, giver]
                while way[-1] != item:
                    costly = place_of[way[-1]]
                    way += (costly, payer_of[costly])
                return way[::-1]
            costly_seen |= fresh
            for costly in members(fresh):
                payer_of[costly] = giver
                for other, amount in self._paid[costly].items():
                    if amount and not (givers | self._stuck) >> other & 1:
                        givers |= 1 << other
                        place_of[other] = costly
                        waiting.append(other)
        self._stuck |= givers
        self._reached = costly_seen
        return None

    def _shift(self, way: list[int], value: int) -> int:
        """Move as much as fits along `way`, at most `value`; return how much."""
        end = way[-1]
        amount = min(value, self._room[end])
        released = list(zip(way[1:-1:2], way[2:-1:2], strict=True))
        for costly, other in released:
            amount = min(amount, self._paid[costly][other])
        for costly, other in released:
            self._paid[costly][other] -= amount
        for giver, costly in zip(way[::2], way[1::2], strict=True):
            paid = self._paid[costly]
            paid[giver] = paid.get(giver, 0) + amount
        self._room[end] -= amount
        if not self._room[end]:
            self._unpaid ^= 1 << end
        return amount

    def best_set(self) -> int:
        """Return the mask of the smallest set that is worth most; 0 when none is worth anything."""
        best = 0
        for item in members(self._stuck):
            best |= self._before[item]
        return best

    def payers(self, costly: int) -> int:
        """Return the mask of the actions that pay for a negative one."""
        return mask_of(giver for giver, amount in self._paid[costly].items() if amount)
