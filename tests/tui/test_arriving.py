"""Keys and pastes told apart, however they are cut on their way."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from peil.tui.arriving import LUMP, Arrival, Arrivals, decoder

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x1b"), max_size=40)
"""Texts without an escape."""


def pieces_of(text: str, cuts: list[int]) -> list[str]:
    """Return a text cut at some places."""
    places = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    return [text[start:end] for start, end in pairwise(places)]


def arrived(arrivals: list[Arrival]) -> list[tuple[str, bool]]:
    """Return what came, keys that follow keys as one."""
    joined: list[tuple[str, bool]] = []
    for text, pasted in arrivals:
        if joined and not pasted and not joined[-1][1]:
            joined[-1] = (joined[-1][0] + text, pasted)
        else:
            joined.append((text, pasted))
    return joined


@given(TEXTS, TEXTS, TEXTS, st.lists(st.integers(1, 140)))
def test_a_marked_paste_is_one_text(before: str, pasted: str, after: str, cuts: list[int]) -> None:
    """Wherever the marks are cut, what stands between them is one paste, and the rest keys."""
    whole = f"{before}\x1b[200~{pasted}\x1b[201~{after}"
    pieces = [piece for piece in pieces_of(whole, cuts) if piece]
    if any(piece.endswith("\x1b") for piece in pieces):
        return  # a lone Escape is a key at once: Textual's own parser puts such marks together
    arrivals = Arrivals()
    found = arrived([each for piece in pieces for each in arrivals.feed(piece)])
    expected = [(before, False), (pasted, True), (after, False)]
    assert found == [each for each in expected if each[0] or each[1]]
    assert not list(arrivals.rest())


@given(st.text(min_size=1, max_size=60), st.lists(st.integers(1, 60)))
def test_no_key_is_lost(typed: str, cuts: list[int]) -> None:
    """What is no paste comes out as it went in, at the latest after a pause."""
    if "\x1b[200~" in typed:
        return
    arrivals = Arrivals()
    found = [each for piece in pieces_of(typed, cuts) for each in arrivals.feed(piece)]
    found += arrivals.rest()
    assert "".join(each.text for each in found) == typed
    assert not any(each.pasted for each in found)


def test_a_lump_is_text_and_so_is_what_follows_it_at_once() -> None:
    """Until nothing comes for a while; a mouse that moves makes no lump."""
    arrivals = Arrivals()
    moves = "\x1b[<35;10;20M" * LUMP
    assert list(arrivals.feed(moves)) == [Arrival(moves, pasted=False)]
    assert list(arrivals.feed("x" * LUMP)) == [Arrival("x" * LUMP, pasted=True)]
    assert list(arrivals.feed("2")) == [Arrival("2", pasted=True)]
    assert not list(arrivals.rest())
    assert list(arrivals.feed("2")) == [Arrival("2", pasted=False)]


@given(st.binary(), st.text())
def test_any_bytes_are_text(noise: bytes, text: str) -> None:
    """UTF-8 stays, whatever came before is Latin 1; nothing raises."""
    decode = decoder().decode
    assert decode(noise) is not None
    assert (
        decoder().decode(text.encode("utf-8", "ignore")) == text.encode("utf-8", "ignore").decode()
    )
    assert decoder().decode(b"caf\xe9!") == "café!"
