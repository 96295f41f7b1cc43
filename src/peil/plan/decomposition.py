"""Sidney's decomposition of actions that needs connect.

Again and again the set, closed under needs, with the highest gain per hour; inside a
set of several its best proper closed subset first, then the rest likewise.

The sets are found by halving: at the average rate of a group, the smallest most
valuable set holds every better set and nothing else, so it comes before the rest.
Where nothing beats the average, the sets of exactly that rate are read off the
payments of the minimum cut.
"""

from collections.abc import Iterator, Sequence

from peil.plan.closure import Payments
from peil.plan.masks import gathered_over_needs, mask_of, members

Group = list[int]
"""Numbers of actions, lowest first."""


class Ranking:
    """Which of two sets comes first: the higher gain per hour, and what decides ties."""

    def __init__(self, gains: Sequence[int], minutes: Sequence[int]) -> None:
        """Keep gain and effort of every action."""
        self.gains = gains
        self.minutes = minutes
        total = max(1, sum(minutes))
        # Two different rates differ by at least 1 / total², so whole numbers tell them apart.
        self._scale = total * total
        self._beyond = sum(gains) * self._scale + 1

    def rank(self, group: Group) -> tuple[int, int, Group]:
        """Return what sorts sets: the best first, then fewer hours, then the positions."""
        gain = sum([self.gains[item] for item in group])
        minutes = sum([self.minutes[item] for item in group])
        return -self._rate(gain, minutes), minutes, group

    def rate(self, item: int) -> int:
        """Return a number that grows with an action's gain per hour."""
        return self._rate(self.gains[item], self.minutes[item])

    def _rate(self, gain: int, minutes: int) -> int:
        return gain * self._scale // minutes if minutes else self._beyond


class Part:
    """Actions that needs connect, and their decomposition."""

    def __init__(self, group: Group, ranking: Ranking, needs: Sequence[Sequence[int]]) -> None:
        """Give the actions of `group` numbers from 0, so that masks stay short."""
        self._names = group
        self._ranking = Ranking(
            [ranking.gains[item] for item in group], [ranking.minutes[item] for item in group]
        )
        self._gains, self._minutes = self._ranking.gains, self._ranking.minutes
        place = {item: number for number, item in enumerate(group)}
        direct = [[place[other] for other in needs[item]] for item in group]
        self._before = gathered_over_needs([1 << item for item in range(len(group))], direct)
        self._current: Group = []
        self._remaining = self._sets(list(range(len(group))))

    def next_set(self) -> Group | None:
        """Return the best closed set of what is left, by the numbers outside; None at the end."""
        self._current = next(self._remaining, [])
        return [self._names[item] for item in self._current] or None

    def unfold(self) -> Iterator[int]:
        """Return the actions of that set in order, by their numbers outside."""
        for item in self._unfold(self._current):
            yield self._names[item]

    def _sets(self, group: Group) -> Iterator[Group]:
        """Return the best closed sets of a group one after another."""
        gains, minutes = self._gains, self._minutes
        stack = [group]
        while stack:
            group = stack.pop()
            if len(group) == 1:
                yield group
                continue
            if len(group) == 2:
                yield from self._pair(*group)
                continue
            gain = sum([gains[item] for item in group])
            hours = sum([minutes[item] for item in group])
            worth = [gains[item] * hours - gain * minutes[item] for item in group]
            if not any(worth):
                yield from self._in_turn({item: [item] for item in group}, self._before)
                continue
            payments = Payments(group, worth, self._before)
            if best := payments.best_set():
                stack.append([item for item in group if not best >> item & 1])
                stack.append([item for item in group if best >> item & 1])
            elif len(group) == payments.costly.bit_count() + 1:
                yield group  # one action alone makes up for all others, which it needs
            else:
                yield from self._equals(group, payments)

    def _pair(self, one: int, two: int) -> Iterator[Group]:
        """Return the best closed sets of two actions."""
        if self._before[one] >> two & 1:
            first, second = two, one
        elif self._before[two] >> one & 1:
            first, second = one, two
        else:
            yield from sorted(([one], [two]), key=self._ranking.rank)
            return
        gains, minutes = self._gains, self._minutes
        if gains[second] * minutes[first] > gains[first] * minutes[second]:
            yield [one, two]
        else:
            yield [first]
            yield [second]

    def _equals(self, group: Group, payments: Payments) -> Iterator[Group]:
        """Return the smallest sets of a group in which none has a rate above the average.

        Each of them has the average rate. Who pays for what tells which actions only
        reach it together.
        """
        inside = mask_of(group)
        reach = {item: self._before[item] & inside for item in group}
        for item in members(payments.costly):
            reach[item] |= payments.payers(item)
        _spread(reach)
        sets: dict[int, Group] = {}
        seen = 0
        for item in group:
            bit = 1 << item
            if not seen & bit:
                together = [other for other in members(reach[item]) if reach[other] & bit]
                sets[item] = together
                seen |= mask_of(together)
        if len(sets) == 1:
            yield group
        else:
            yield from self._in_turn(sets, [reach.get(item, 0) for item in range(group[-1] + 1)])

    def _in_turn(self, sets: dict[int, Group], reach: Sequence[int]) -> Iterator[Group]:
        """Return sets of equal rate by hours and positions, each after what it reaches.

        `sets` is by first member, `reach` by action.
        """
        missing = 0
        for group in sets.values():
            missing |= mask_of(group)
        waiting = sorted((self._hours(group), group, mask_of(group)) for group in sets.values())
        while waiting:
            place = next(
                place
                for place, (_, group, own) in enumerate(waiting)
                if not reach[group[0]] & missing & ~own
            )
            _, group, own = waiting.pop(place)
            missing &= ~own
            yield group

    def _hours(self, group: Group) -> int:
        """Return the minutes of a group."""
        return sum([self._minutes[item] for item in group])

    def _unfold(self, best: Group) -> Iterator[int]:
        """Return the actions of a best set: its best proper closed subset first, then the rest."""
        stack: list[tuple[Group, bool]] = [(best, True)]
        while stack:
            group, whole = stack.pop()
            if len(group) == 1:
                yield group[0]
                continue
            if not whole:
                stack += [(one, True) for one in list(self._sets(group))[::-1]]
                continue
            rest, last = self._without_end(group)
            if last:
                stack += [([item], True) for item in last]
                stack += [(rest, False)] if rest else []
            else:
                subset = self._best_proper(group)
                stack.append((sorted(set(group).difference(subset)), False))
                stack.append((subset, True))

    def _without_end(self, group: Group) -> tuple[Group, Group]:
        """Return a group without the actions that need all others of it, and these, last first."""
        inside = mask_of(group)
        sizes = {item: (self._before[item] & inside).bit_count() for item in group}
        rest = sorted(group, key=sizes.__getitem__)
        last = []
        while rest and sizes[rest[-1]] == len(rest):
            last.append(rest.pop())
        return sorted(rest), last

    def _best_proper(self, group: Group) -> Group:
        """Return the best closed subset of a group that is not the group itself.

        Such a subset leaves out an action that no other of the group needs.
        """
        found = [
            next(self._sets([item for item in group if item != end]))
            for end in self._ends_to_leave_out(group)
        ]
        return min(found, key=self._ranking.rank)

    def _ends_to_leave_out(self, group: Group) -> Group:
        """Return the actions that no other of a group needs, but for those better kept.

        Of two with the very same needs, the one is better kept that gains no less in no
        more time, and comes first: leaving out the other is at least as good.
        """
        needed = 0
        for item in group:
            needed |= self._before[item] ^ (1 << item)
        alike: dict[int, Group] = {}
        for item in group:
            if not needed >> item & 1:
                alike.setdefault(self._before[item] ^ (1 << item), []).append(item)
        ends = []
        for same in alike.values():
            same.sort(key=lambda item: (self._gains[item], -self._minutes[item], -item))
            slowest = -1
            for item in same:
                if self._minutes[item] > slowest:
                    ends.append(item)
                    slowest = self._minutes[item]
        return ends


def _spread(reach: dict[int, int]) -> None:
    """Let every mask hold what its members reach (Warshall's way)."""
    for between, further in reach.items():
        for item, mask in reach.items():
            if mask >> between & 1:
                reach[item] = mask | further
