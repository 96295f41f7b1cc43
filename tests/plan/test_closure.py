"""The most valuable closed set, against a look at every closed set."""

from collections.abc import Iterator
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from peil.plan.closure import Payments
from peil.plan.masks import gathered_over_needs, mask_of, members


class Worths(NamedTuple):
    """Actions with their worth and, as masks, with all that each needs and itself."""

    worth: list[int]
    before: list[int]

    def closed(self) -> Iterator[int]:
        """Return every set that leaves out nothing that its members need."""
        for mask in range(1 << len(self.worth)):
            if all(not self.before[item] & ~mask for item in members(mask)):
                yield mask

    def value(self, mask: int) -> int:
        """Return what a set is worth."""
        return sum(self.worth[item] for item in members(mask))


@st.composite
def worths(draw: st.DrawFn) -> Worths:
    """Draw up to nine actions, of which the later ones may need the earlier."""
    worth = draw(st.lists(st.integers(-6, 6), min_size=1, max_size=9))
    needs = [
        [other for other in range(item) if draw(st.integers(0, 2)) == 0]
        for item in range(len(worth))
    ]
    return Worths(worth, gathered_over_needs([1 << item for item in range(len(worth))], needs))


@given(worths())
def test_best_set_is_the_smallest_of_the_most_valuable(case: Worths) -> None:
    """No closed set is worth more, and none that is worth as much is smaller."""
    group = list(range(len(case.worth)))
    best = Payments(group, case.worth, case.before).best_set()
    most = max(case.value(mask) for mask in case.closed())
    smallest = min((mask for mask in case.closed() if case.value(mask) == most), key=int.bit_count)
    assert best == smallest


def test_payments_move_to_make_room() -> None:
    """Who pays for something shared gives way when it can pay for something else instead.

    Action 4 needs 0 and 1, action 5 needs only 0, action 6 only 1 and 2: everything is
    paid for in full when 4 leaves 0 to 5, and 6 leaves 1 to 4.
    """
    worth = [-5, -5, -5, 0, 5, 5, 5]
    before = [1, 2, 4, 8, 16 | 3, 32 | 1, 64 | 6]
    payments = Payments(list(range(7)), worth, before)
    assert payments.best_set() == 0
    assert [payments.payers(item) for item in (0, 1, 2)] == [1 << 5, 1 << 4, 1 << 6]


@given(st.sets(st.integers(0, 200)))
def test_masks_hold_numbers(numbers: set[int]) -> None:
    """A mask gives back the numbers that it was made of, lowest first."""
    assert list(members(mask_of(numbers))) == sorted(numbers)
