"""A running vote as lines, for any question, number of voters and window."""

from hypothesis import given, settings
from hypothesis import strategies as st

from peil.text.languages import words
from peil.tui.content import width_of
from peil.tui.pages.vote_card import card_sheet
from peil.tui.pages.vote_sheet import Face, VoteScene, boxes, vote_sheet
from peil.tui.signs import ASCII, UNICODE

WIDTHS = st.sampled_from((40, 60, 79, 80, 104, 120, 200))
HEIGHTS = st.sampled_from((7, 15, 19, 35))
TEXTS = st.text(alphabet="abc de", min_size=1, max_size=140).filter(str.strip)


@st.composite
def scenes(draw: st.DrawFn, faces: tuple[Face, ...]) -> VoteScene:
    """Return what a page may show of a vote."""
    voters = draw(st.integers(1, 40))
    titles = tuple(draw(st.lists(TEXTS, min_size=1, max_size=60)))
    return VoteScene(
        face=draw(st.sampled_from(faces)),
        say=words("en"),
        signs=draw(st.sampled_from((UNICODE, ASCII))),
        way=draw(st.sampled_from(("keyboard", "slips"))),
        voters=voters,
        fallen=draw(st.integers(0, voters - 1)),
        position=draw(st.integers(0, len(titles) - 1)),
        levels="1-4",
        question=draw(TEXTS),
        options=tuple(
            (str(number), each)
            for number, each in enumerate(draw(st.lists(TEXTS, min_size=2, max_size=6)), 1)
        ),
        titles=titles,
        told=tuple(draw(st.lists(TEXTS, max_size=2))),
        caution=draw(st.sampled_from(("", "Few."))),
    )


@settings(max_examples=60, deadline=None)
@given(scene=scenes(("question", "slip", "tally")), width=WIDTHS, height=HEIGHTS)
def test_any_vote_can_be_drawn(scene: VoteScene, width: int, height: int) -> None:
    """No line leaves the window, no level is cut off, and the place on a slip can be seen."""
    sheet = vote_sheet(scene, width, height)
    assert all(line.cell_length <= width for line in sheet.lines)
    text = " ".join(line.plain for line in sheet.lines).split()
    if scene.face == "slip":
        (here,) = sheet.spots
        assert scene.signs.cursor in sheet.lines[here.line].plain
    else:
        for _, words_of_level in scene.options:
            assert all(word in text for word in words_of_level.split() if len(word) < 20)
        if len(sheet.lines) > height:
            assert "Vote" in text[:3] or "Typed" in sheet.lines[0].plain


@settings(max_examples=60, deadline=None)
@given(scene=scenes(("card", "all_in")), width=WIDTHS, height=HEIGHTS)
def test_any_card_can_be_drawn(scene: VoteScene, width: int, height: int) -> None:
    """No line leaves the window, and there are no more than needed."""
    sheet = card_sheet(scene, width, height)
    assert all(line.cell_length <= width for line in sheet.lines)
    if len(sheet.lines) > height:
        assert sheet.lines[0].plain.strip()


@given(done=st.integers(0, 40), total=st.integers(1, 40), width=st.sampled_from((20, 36, 74)))
def test_every_box_is_drawn_once(done: int, total: int, width: int) -> None:
    """As many as vote, as many filled as are in, in lines that fit."""
    lines = boxes(min(done, total), total, UNICODE, width)
    drawn = "".join(line.plain for line in lines)
    assert drawn.count(UNICODE.reached) == min(done, total)
    assert drawn.count(UNICODE.to_target) == total - min(done, total)
    assert all(width_of(line) <= width for line in lines)
    assert drawn.strip() == drawn
