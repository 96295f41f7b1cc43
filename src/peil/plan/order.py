"""The order of work: the readiness curve should rise as fast as possible.

Minimising the sum of gain × hours until done, under needs, is the single-machine
problem 1|prec|Σ w·C. Sidney's decomposition (1975) comes within a factor of two of
the optimum, and nearly always far closer: again and again take the set, closed under
needs, with the highest gain per hour. Ties: fewer hours, then the smaller sorted list
of positions.

Most actions need no decomposition: one that nothing needs, and whose rate is not
above the rate of anything that it needs itself, never belongs to a better set than
itself. They are taken out first. Of the others, groups that no need connects are
decomposed apart; all are merged by rank, so that the effort grows with the number of
actions.
"""

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush

from peil.plan.decomposition import Group, Part, Ranking

_ALONE = -1


def order(
    gains: Sequence[int], minutes: Sequence[int], needs: Sequence[Sequence[int]]
) -> Iterator[int]:
    """Return the actions' numbers in the order in which to do them, found as they are asked for.

    `gains` are above 0, in any unit; `minutes` at least 0; `needs` names, for each
    action, what must come directly before it, each once and without circles.
    """
    ranking = Ranking(gains, minutes)
    dependents: list[list[int]] = [[] for _ in needs]
    for item, needed in enumerate(needs):
        for other in needed:
            dependents[other].append(item)
    alone = _alone(ranking, needs, dependents)
    parts = [Part(group, ranking, needs) for group in _connected(needs, alone)]
    missing = [len(needed) for needed in needs]
    ready = [(ranking.rank([item]), _ALONE) for item in alone if not missing[item]]
    for number, part in enumerate(parts):
        if first := part.next_set():
            ready.append((ranking.rank(first), number))
    heapify(ready)
    while ready:
        (_, _, best), number = heappop(ready)
        for item in best if number == _ALONE else parts[number].unfold():
            yield item
            for other in dependents[item]:
                missing[other] -= 1
                if not missing[other] and other in alone:
                    heappush(ready, (ranking.rank([other]), _ALONE))
        if number != _ALONE and (following := parts[number].next_set()):
            heappush(ready, (ranking.rank(following), number))


def _alone(
    ranking: Ranking, needs: Sequence[Sequence[int]], dependents: Sequence[Sequence[int]]
) -> set[int]:
    """Return the actions that are always a set of their own.

    Nothing but such actions needs them, and nothing that they need has a lower rate.
    """
    rates = [ranking.rate(item) for item in range(len(needs))]
    lowest = list(rates)
    missing = [len(needed) for needed in needs]
    in_turn = [item for item, count in enumerate(missing) if not count]
    for item in in_turn:
        for other in dependents[item]:
            lowest[other] = min(lowest[other], lowest[item])
            missing[other] -= 1
            if not missing[other]:
                in_turn.append(other)
    alone: set[int] = set()
    for item in reversed(in_turn):
        if rates[item] == lowest[item] and alone.issuperset(dependents[item]):
            alone.add(item)
    return alone


def _connected(needs: Sequence[Sequence[int]], alone: set[int]) -> list[Group]:
    """Return the groups that needs connect, without those that stand alone."""
    leader = list(range(len(needs)))

    def find(item: int) -> int:
        while leader[item] != item:
            leader[item] = item = leader[leader[item]]
        return item

    groups: dict[int, Group] = {}
    rest = [item for item in range(len(needs)) if item not in alone]
    for item in rest:
        for other in needs[item]:
            if leader[item] != leader[other]:
                leader[find(item)] = find(other)
    for item in rest:
        groups.setdefault(find(item), []).append(item)
    return list(groups.values())
