"""Ids from titles, and titles from beginnings."""

from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.errors import PeilError
from peil.store.names import ID_LIMIT, free_id, is_id, resolve, slug


@given(st.text())
def test_any_title_gives_a_safe_id(title: str) -> None:
    """Whatever the title: lower-case letters, digits and hyphens, never empty or too long."""
    assert is_id(slug(title))


@given(st.text(max_size=90), st.integers(0, 12))
def test_a_free_id_is_free(title: str, taken: int) -> None:
    """The id is none that is taken, and still a safe one."""
    ids: list[str] = []
    for _ in range(taken + 1):
        ids.append(free_id(title, ("list", "help"), ids.__contains__))
    assert len(set(ids)) == len(ids)
    assert all(is_id(name) and len(name) <= ID_LIMIT for name in ids)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Bakkerij Jansen", "bakkerij-jansen"),
        ("Café 't Hoekje", "cafe-t-hoekje"),
        ("Straße & Söhne", "strasse-sohne"),
        ("../../etc/passwd", "etc-passwd"),
        ("日本", "assessment"),
        ("...", "assessment"),
        ("list", "list-2"),
        ("CON", "con-2"),
        ("lpt1", "lpt1-2"),
        ("x" * 80, "x" * ID_LIMIT),
    ],
)
def test_titles_become_ids(title: str, expected: str) -> None:
    """Accents, signs, paths, reserved words and length."""
    assert free_id(title, ("list",), lambda _: False) == expected


@given(st.text())
def test_no_id_is_a_windows_device(title: str) -> None:
    """No title becomes a file that Windows takes for a device."""
    name = free_id(title, (), lambda _: False)
    assert not PureWindowsPath(f"{name}.json").is_reserved()


_IDS = ("bakery", "bakery-jansen", "bakery-smit", "cafe")


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        ("bakery", "bakery"),
        ("bakery-j", "bakery-jansen"),
        ("c", "cafe"),
        ("CAFE", "cafe"),
        (" cafe ", "cafe"),
    ],
)
def test_a_beginning_finds_one(beginning: str, expected: str) -> None:
    """An exact id wins; else the beginning must fit one only."""
    assert resolve(beginning, _IDS) == expected


@pytest.mark.parametrize(
    ("beginning", "ids", "sentence"),
    [
        ("ba", _IDS, "ba fits bakery, bakery-jansen, bakery-smit. Type more of the one you mean."),
        ("cofe", _IDS, "There is no assessment cofe. Did you mean cafe?"),
        ("zzz", _IDS, "There is no assessment zzz. `peil list` shows which there are."),
        ("\x1b[31mzz\x1b[0m", _IDS, "There is no assessment zz."),
        ("", _IDS, "There is no assessment"),
        ("cafe", (), "There is no assessment yet. Make one with: peil new TITLE"),
        (
            "a",
            tuple(f"a-{n}" for n in range(8)),
            "a fits a-0, a-1, a-2, a-3, a-4 and 3 more. Type more of the one you mean.",
        ),
    ],
)
def test_what_finds_none_says_so(beginning: str, ids: tuple[str, ...], sentence: str) -> None:
    """The sentence names the candidates, or what was meant."""
    with pytest.raises(PeilError) as caught:
        resolve(beginning, ids)
    assert str(caught.value).startswith(sentence)
