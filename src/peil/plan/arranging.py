"""What the user moved: begun and pinned actions first, own ones after the scored, postponed last.

The order by gain per hour is given; here it is only rearranged, and no need is broken: an
action that comes first brings along what it needs, one that goes last takes along what needs
it.
"""

from collections.abc import Iterator, Sequence

from peil.plan.drafts import Draft


def arranged(drafts: Sequence[Draft], ordered: Iterator[int]) -> Iterator[int]:
    """Return the places of all drafts that do not wait, in the order in which to do them.

    `ordered` holds those of the scored ones by their rate, and is read no further than needed.
    """
    own = [
        place
        for place, draft in enumerate(drafts)
        if not draft.is_scored and not draft.dropped and not draft.waiting
    ]
    if not any(draft.doing or draft.pinned or draft.postponed for draft in drafts):
        yield from ordered
        yield from own
        return
    by_rate = [*ordered, *own]
    begun = [place for place in by_rate if drafts[place].doing]
    pinned = sorted(
        (place for place in by_rate if drafts[place].pinned), key=lambda each: drafts[each].pinned
    )
    first = list(_needs_first(drafts, by_rate, (*begun, *pinned)))
    last = _postponed(drafts, by_rate, set(first))
    middle = [place for place in by_rate if place not in last]
    yield from _needs_first(drafts, by_rate, (*first, *middle, *by_rate))


def _postponed(drafts: Sequence[Draft], by_rate: Sequence[int], first: set[int]) -> set[int]:
    """Return the places of what is postponed, and of what needs it, but for what comes first.

    `by_rate` names nothing before what it needs.
    """
    last: set[int] = set()
    for place in by_rate:
        late = drafts[place].postponed or last.intersection(drafts[place].needs)
        if late and place not in first:
            last.add(place)
    return last


def _needs_first(
    drafts: Sequence[Draft], by_rate: Sequence[int], wished: Sequence[int]
) -> Iterator[int]:
    """Return each place once, in the order that is wished, after what it needs."""
    rank = {place: number for number, place in enumerate(by_rate)}
    out: set[int] = set()
    for place in wished:
        if place in out:
            continue
        missing, looking = {place}, [place]
        while looking:
            fresh = {
                need
                for need in drafts[looking.pop()].needs
                if need not in out and need not in missing
            }
            missing |= fresh
            looking += fresh
        # What is needed stands before what needs it in the order by rate as well.
        for each in sorted(missing, key=rank.__getitem__):
            out.add(each)
            yield each
