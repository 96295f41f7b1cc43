"""Header and footer: what fits is shown, and never more."""

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key

from peil.tui.content import width_of
from peil.tui.frame import MOST_KEYS, footer_line, rule
from peil.tui.keys import HELP, Command
from peil.tui.signs import ASCII, UNICODE
from tests.tui.conftest import SHOP
from tests.tui.stage import on_stage

KEYS = st.lists(
    st.tuples(st.text("abcde→", min_size=1, max_size=6), st.text("wordsé ", max_size=14))
)


@given(KEYS, st.integers(min_value=20, max_value=140))
def test_the_footer_never_overflows_and_keeps_help(keys: list[tuple[str, str]], width: int) -> None:
    """At most six keys, as many as fit, help last, each where its spot says it is."""
    commands = [(Command((sign,), "x", sign, words, ""), sign, words) for sign, words in keys]
    line, spots = footer_line([*commands, (HELP, "?", "help")], width, UNICODE)
    assert width_of(line) <= width
    assert len(spots) <= MOST_KEYS
    assert spots[-1].command is HELP
    assert line.plain[spots[-1].start : spots[-1].end] == "? help"


def test_the_progress_bar_is_full_only_at_the_end() -> None:
    """A bar that is not quite done shows that something is left."""
    assert rule(1, 20, UNICODE).plain == UNICODE.done * 20
    assert rule(0.999, 20, UNICODE).plain == UNICODE.done * 19 + UNICODE.to_go
    assert rule(0, 20, UNICODE).plain == UNICODE.to_go * 20
    assert rule(None, 20, UNICODE).plain == UNICODE.rule * 20


def test_the_progress_bar_has_an_ascii_form() -> None:
    """On the Linux console the bar is drawn with plain characters."""
    assert rule(0.5, 10, ASCII).plain == "=====-----"


@pytest.mark.parametrize("slow", ["Header", "Lines"])
async def test_heading_and_question_are_drawn_in_one_frame(shop: Path, slow: str) -> None:
    """However busy the one widget is, no frame shows the other one ahead of it."""
    async with on_stage(shop, assessment=SHOP) as stage:
        busy, ready = stage.app.screen.query(slow).first(), asyncio.Event()
        frames = stage.record_frames()
        busy.call_next(ready.wait)
        stage.app.post_message(Key("right", None))
        heading, question = False, False
        while not (heading or question):
            await asyncio.sleep(0.01)
            last = frames[-1] if frames else ""
            heading, question = "core question 2 of 2" in last, "How many hours" in last
        ready.set()
        assert heading
        assert question
