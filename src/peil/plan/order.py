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
    parts = [Part(group, gains, minutes, needs) for group in _connected(needs)]
    longest = max(1, sum(minutes))
    beyond = sum(gains) * longest * longest + 1

    def rank(group: Group) -> tuple[int, int, Group]:
        gain = sum(gains[item] for item in group)
        hours = sum(minutes[item] for item in group)
        # Two different rates differ by at least 1 / longest², so whole numbers can tell them apart.
        rate = gain * longest * longest // hours if hours else beyond
        return -rate, hours, group

    tie = count()
    heads = []
    for part in parts:
        sets = part.sets()
        first = next(sets)
        heads.append((rank(first), next(tie), first, sets, part))
    heapify(heads)
    while heads:
        _, number, best, sets, part = heads[0]
        yield from part.unfold(best)
        following = next(sets, None)
        if following is None:
            heappop(heads)
        else:
            heapreplace(heads, (rank(following), number, following, sets, part))


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


class Part:
    """Actions that needs connect, and their decomposition."""

    def __init__(
        self,
        group: Group,
        gains: Sequence[int],
        minutes: Sequence[int],
        needs: Sequence[Sequence[int]],
    ) -> None:
        """Number the actions of `group` from 0, so that masks stay short."""
        self._names = group
        place = {item: number for number, item in enumerate(group)}
        self._gains = [gains[item] for item in group]
        self._minutes = [minutes[item] for item in group]
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
        """Return the smallest sets of a group in which none has a rate above the average."""
        inside = mask_of(group)
        reach = {}
        for item, value in zip(group, worth, strict=True):
            mask = self._before[item] & inside
            reach[item] = mask | payments.payers(item) if value < 0 else mask
        _spread(reach)
        sets: dict[int, list[int]] = {}
        for item in group:
            together = mask_of(
                [other for other in members(reach[item]) if reach[other] >> item & 1]
            )
            sets[together] = [other for other in members(together)]
        needed = {mask: reach[items[0]] & ~mask for mask, items in sets.items()}
        taken = 0
        while sets:
            free = [mask for mask in sets if not needed[mask] & ~taken]
            best = min(free, key=lambda mask: (self._hours(sets[mask]), sets[mask]))
            yield sets.pop(best)
            taken |= best

    def _hours(self, group: Group) -> int:
        """Return the minutes of a group."""
        return sum(self._minutes[item] for item in group)

    def _unfold(self, best: Group) -> Iterator[int]:
        """Return the actions of a best set: its best proper closed subset first, then the rest."""
        stack: list[tuple[Group, bool]] = [(best, True)]
        while stack:
            group, whole = stack.pop()
            if len(group) == 1:
                yield group[0]
            elif not whole:
                stack += [(one, True) for one in list(self._sets(group))[::-1]]
            else:
                subset = self._best_proper(group)
                rest = [item for item in group if item not in subset]
                stack += [(rest, False), (subset, True)]

    def _best_proper(self, group: Group) -> Group:
        """Return the best closed subset of a group that is not the group itself.

        Such a subset leaves out an action that no other of the group needs.
        """
        needed = 0
        for item in group:
            needed |= self._before[item] & ~(1 << item)
        found = []
        for last in group:
            if not needed >> last & 1:
                found.append(next(self._sets([item for item in group if item != last])))
        return min(found, key=self._rank)

    def _rank(self, group: Group):
        from fractions import Fraction

        gain = sum(self._gains[item] for item in group)
        hours = self._hours(group)
        return (Fraction(-gain, hours) if hours else Fraction(-(10**30)), hours, group)


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
