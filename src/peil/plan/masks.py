"""Sets of actions as whole numbers: action 3 is in the set when bit 3 is on."""

from collections.abc import Iterable, Iterator, Sequence


def members(mask: int) -> Iterator[int]:
    """Return the numbers of the bits that are on, lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def mask_of(items: Iterable[int]) -> int:
    """Return the mask of some numbers."""
    mask = 0
    for item in items:
        mask |= 1 << item
    return mask


def gathered_over_needs(own: Sequence[int], needs: Sequence[Sequence[int]]) -> list[int]:
    """Return, for each action, its own mask joined with those of all that it needs.

    `needs` names what each one needs directly, without circles; what that needs in
    turn is joined too.
    """
    joined = list(own)
    begun = [not needed for needed in needs]
    for start, simple in enumerate(begun):
        stack = [] if simple else [start]
        while stack:
            item = stack[-1]
            begun[item] = True
            missing = [other for other in needs[item] if not begun[other]]
            if missing:
                stack += missing
                continue
            for other in needs[stack.pop()]:
                joined[item] |= joined[other]
    return joined
