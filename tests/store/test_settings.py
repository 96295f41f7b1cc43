"""The settings file, which people may edit."""

from pathlib import Path

import pytest

from peil.store.settings import FILE, Settings, load_settings, save_settings

_OWN = """# my own words
theme = "dark"   # nicer

[later]
language = "of something else"
ascii = 4
"""


def test_no_file_means_nothing_chosen(tmp_path: Path) -> None:
    """Looking makes no file."""
    assert load_settings(tmp_path / "none") == (Settings(), None)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings("nl", "high-contrast", ascii=True),
        Settings("en", 'quote " and \\ and é', ascii=False),
        Settings(theme="dark"),
    ],
)
def test_what_was_chosen_comes_back(tmp_path: Path, settings: Settings) -> None:
    """Whatever stood there before."""
    save_settings(tmp_path / "data", Settings("nl", "light", ascii=True))
    save_settings(tmp_path / "data", settings)
    assert load_settings(tmp_path / "data") == (settings, None)


def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    """Comments, other keys and tables are left as they stand."""
    (tmp_path / FILE).write_text(_OWN)
    assert load_settings(tmp_path).settings == Settings(theme="dark")
    save_settings(tmp_path, Settings("nl", "light", ascii=True))
    assert (tmp_path / FILE).read_text() == _OWN.replace(
        'theme = "dark"   # nicer\n\n', 'theme = "light"\n\nlanguage = "nl"\nascii = true\n'
    )
    assert load_settings(tmp_path) == (Settings("nl", "light", ascii=True), None)


@pytest.mark.parametrize(
    "data",
    [
        b"language = ",
        b"\xff\xfe",
        b"\x00" * 50,
        b"a = 1\na = 2\n",
        b"a." * 5_000 + b"b = 1\n",  # takes the parser a time that grows with its square
    ],
)
def test_a_damaged_file_means_the_usual_settings(tmp_path: Path, data: bytes) -> None:
    """One sentence; and at the next choice the damaged file is kept beside."""
    (tmp_path / FILE).write_bytes(data)
    settings, notice = load_settings(tmp_path)
    assert settings == Settings()
    assert "usual settings" in str(notice)
    save_settings(tmp_path, Settings("en"))
    assert load_settings(tmp_path) == (Settings("en"), None)
    assert (tmp_path / "settings.damaged-1.toml").read_bytes() == data


@pytest.mark.parametrize("text", ["x = [\n[1,2],\n[3]]\n", 'x = """\nlanguage = 1\n"""\n'])
def test_a_file_too_clever_to_edit_is_kept_beside(tmp_path: Path, text: str) -> None:
    """The choice counts, and the file that could not take it is not lost."""
    (tmp_path / FILE).write_text(text)
    save_settings(tmp_path, Settings("en"))
    assert load_settings(tmp_path) == (Settings("en"), None)
    assert (tmp_path / "settings.damaged-1.toml").read_text() == text


def test_values_that_mean_nothing_are_not_chosen(tmp_path: Path) -> None:
    """An unknown language, a number for a theme: as if nothing stood there."""
    (tmp_path / FILE).write_text('language = "fr"\ntheme = 3\nascii = "yes"\n')
    assert load_settings(tmp_path) == (Settings(), None)


def test_a_theme_is_foreign_text(tmp_path: Path) -> None:
    """What stands in the file cannot drive the terminal."""
    (tmp_path / FILE).write_text('theme = "da\\u001b[31mrk"\n')
    assert load_settings(tmp_path).settings.theme == "dark"
