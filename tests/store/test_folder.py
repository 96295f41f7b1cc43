"""Where the data folder is."""

import sys
from pathlib import Path

import pytest
from platformdirs import user_data_path

from peil.store.folder import default_folder


@pytest.mark.parametrize("home", ["", "/elsewhere/data", "~/data"])
def test_the_usual_folder_is_the_one_that_platformdirs_names(
    monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    """The short way on Linux leads to the same folder as the library."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux has a short way")
    monkeypatch.delenv("PEIL_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", home)
    assert default_folder() == user_data_path("peil", appauthor=False).expanduser()


def test_peil_data_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    """`PEIL_DATA` names the folder, `~` included."""
    monkeypatch.setenv("PEIL_DATA", "~/mine")
    assert default_folder() == Path("~/mine").expanduser()


def test_a_home_that_nobody_knows_stays_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking where the folder is never fails, whatever `PEIL_DATA` holds."""
    monkeypatch.setenv("PEIL_DATA", "~nobody-of-that-name/mine")
    assert default_folder() == Path("~nobody-of-that-name/mine")
