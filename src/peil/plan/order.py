"""The order of work: the readiness curve should rise as fast as possible.

Minimising the sum of gain × hours until done, under needs, is the single-machine
problem 1|prec|Σ w·C. Sidney's decomposition (1975) comes within a factor of two of
the optimum, and nearly always far closer: again and again take the set, closed under
needs, with the highest gain per hour; inside a set of several its best proper closed
subset first, then the rest likewise. Ties: fewer hours, then the smaller sorted list
of positions.

The sets are found by halving: the most valuable set at the average rate of a group
holds exactly what comes before the rest (its smallest one holds every better set and
nothing else). Where nothing beats the average, the sets of exactly that rate are read
off the payments of the minimum cut. Groups that no need connects are worked out
apart and merged, so that the effort grows with the number of actions.
"""

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heapreplace
from itertools import count

from peil.plan.closure import Payments
from peil.plan.masks import gathered_over_needs, mask_of, members

Group = list[int]
"""Numbers of actions, lowest first."""


def order(
    gains: Sequence[int], minutes: Sequence[int], needs: Sequence[Sequence[int]]
) -> Iterator[int]:
    """Return the actions' numbers in the order in which to do them, found as they are asked for.

    `gains` are above 0, in any unit; `minutes` at least 0; `needs` names, for each
    action, what must come directly before it, without circles.
    """
    ranking = Ranking(gains, minutes)
    parts = [Part(group, ranking, needs) for group in _connected(needs)]
    tie = count()
    heads = []
    for part in parts:
        sets = part.sets()
        first = next(sets)
        heads.append((ranking.rank(first), next(tie), first, sets, part))
    heapify(heads)
    while heads:
        _, number, best, sets, part = heads[0]
        yield from part.unfold(best)
        following = next(sets, None)
        if following is None:
            heappop(heads)
        else:
            heapreplace(heads, (ranking.rank(following), number, following, sets, part))


def _connected(needs: Sequence[Sequence[int]]) -> list[Group]:
    """Return the groups that needs connect, each with its numbers in order."""
    leader = list(range(len(needs)))

    def find(item: int) -> int:
        while leader[item] != item:
            leader[item] = item = leader[leader[item]]
        return item

    for item, needed in enumerate(needs):
        for other in needed:
            leader[find(item)] = find(other)
    groups: dict[int, Group] = {}
    for item in range(len(needs)):
        groups.setdefault(find(item), []).append(item)
    return list(groups.values())


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
        rate = gain * self._scale // minutes if minutes else self._beyond
        return -rate, minutes, group


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

    def sets(self) -> Iterator[Group]:
        """Return the best closed sets one after another, the best first, by action number."""
        for group in self._sets(list(range(len(self._names)))):
            yield [self._names[item] for item in group]

    def unfold(self, best: Group) -> Iterator[int]:
        """Return the actions of one of the `sets`, in the order in which to do them."""
        if len(best) == 1:
            yield best[0]
            return
        place = {item: number for number, item in enumerate(self._names)}
        for item in self._unfold([place[item] for item in best]):
            yield self._names[item]

    def _sets(self, group: Group) -> Iterator[Group]:
        """Return the best closed sets of a group one after another."""
        stack = [group]
        while stack:
            group = stack.pop()
            if len(group) == 1:
                yield group
                continue
            gain = sum(self._gains[item] for item in group)
            hours = sum(self._minutes[item] for item in group)
            worth = [self._gains[item] * hours - gain * self._minutes[item] for item in group]
            if not hours:
                worth = [0] * len(group)
            payments = Payments(group, worth, self._before)
            if best := payments.best_set():
                stack.append([item for item in group if not best >> item & 1])
                stack.append([item for item in group if best >> item & 1])
            else:
                yield from self._equals(group, worth, payments)

    def _equals(self, group: Group, worth: Sequence[int], payments: Payments) -> Iterator[Group]:
        """Return the smallest sets of a group in which none has a rate above the average.

        Each of them has the average rate. Who pays for what tells which actions only
        reach it together.
        """
        inside = mask_of(group)
        reach = {item: self._before[item] & inside for item in group}
        if any(worth):
            for item, value in zip(group, worth, strict=True):
                if value < 0:
                    reach[item] |= payments.payers(item)
            _spread(reach)
        sets: dict[int, Group] = {}
        seen = 0
        for item in group:
            if not seen >> item & 1:
                bit = 1 << item
                together = [other for other in members(reach[item]) if reach[other] & bit]
                sets[item] = together
                seen |= mask_of(together)
        if len(sets) == 1:
            yield group
            return
        yield from self._in_turn(sets, reach)

    def _in_turn(self, sets: dict[int, Group], reach: dict[int, int]) -> Iterator[Group]:
        """Return sets of equal rate by hours and positions, each after what it reaches.

        `sets` is by first member.
        """
        own = {first: mask_of(group) for first, group in sets.items()}
        taken = 0
        while sets:
            _, best = min(
                (self._hours(group), group)
                for first, group in sets.items()
                if not reach[first] & ~own[first] & ~taken
            )
            del sets[best[0]]
            taken |= own[best[0]]
            yield best

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
            ends = self._ends(group)
            if len(ends) == 1:
                stack.append((ends, True))
                stack.append(([item for item in group if item != ends[0]], False))
            else:
                subset = self._best_proper(group, ends)
                stack.append(([item for item in group if item not in subset], False))
                stack.append((subset, True))

    def _ends(self, group: Group) -> Group:
        """Return the actions of a group that no other of it needs."""
        needed = 0
        for item in group:
            needed |= self._before[item] ^ (1 << item)
        return [item for item in group if not needed >> item & 1]

    def _best_proper(self, group: Group, ends: Group) -> Group:
        """Return the best closed subset of a group that is not the group itself.

        Such a subset leaves out an action that no other of the group needs.
        """
        found = [next(self._sets([item for item in group if item != end])) for end in ends]
        return min(found, key=self._ranking.rank)


def _spread(reach: dict[int, int]) -> None:
    """Let every mask hold what its members reach."""
    grown = True
    while grown:
        grown = False
        for item, mask in reach.items():
            wider = mask
            for other in members(mask):
                wider |= reach[other]
            if wider != mask:
                reach[item] = wider
                grown = True
