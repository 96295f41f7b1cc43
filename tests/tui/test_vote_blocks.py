"""Votes as blocks: as many as there are votes, however little room there is."""

from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.team import MAX_VOTERS
from peil.tui.widgets.vote_blocks import FIVE, Shape, shapes


@given(
    count=st.integers(0, MAX_VOTERS),
    more=st.integers(0, MAX_VOTERS),
    room=st.integers(12, 100),
)
def test_every_vote_is_a_block_of_two_lines_within_the_room(
    count: int, more: int, room: int
) -> None:
    """In every shape that is offered for so many, the widest first."""
    found = list(shapes(max(count, more), room))
    assert found
    for shape in (one._replace(apart=apart) for one in found for apart in (0, 1)):
        lines = shape.drawn(count, "#", "'")
        assert len(lines) == shape.lines(count)
        assert max(map(len, lines)) == shape.cells(count) <= room
        blocks = [word for line in lines for word in line.split()]
        assert blocks.count("#" * shape.wide) == blocks.count("'" * shape.wide) == count
    assert [shape.wide for shape in found] == sorted((one.wide for one in found), reverse=True)


def test_after_each_fifth_block_the_eye_may_rest() -> None:
    """One more empty cell, in the same place for every level."""
    assert Shape(2, 12).drawn(12, "#")[0] == "## ## ## ## ##  ## ## ## ## ##  ## ##"
    assert Shape(1, FIVE).drawn(7, "#") == ["# # # # #"] * 2 + [""] + ["# #"] * 2
    assert Shape(4, 3).drawn(0, "#") == ["", ""]
