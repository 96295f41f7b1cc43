"""Where the data folder is."""

import os
import sys
from pathlib import Path


def default_folder() -> Path:
    """Return the data folder: `PEIL_DATA`, or the place this system has for a user's data."""
    chosen = os.environ.get("PEIL_DATA", "")
    if chosen:
        return expanded(chosen)
    if _is_linux():
        # What platformdirs says here, without the time that importing it takes: every
        # command, even --help, needs to know.
        home = Path(os.environ.get("XDG_DATA_HOME", "").strip())
        return (home if home.is_absolute() else expanded("~/.local/share")) / "peil"
    return _folder_of_library()


def expanded(path: str) -> Path:
    """Return a path with `~` put in full; as it stands, as shells do, for an unknown user."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def _is_linux() -> bool:
    return sys.platform.startswith("linux")


def _folder_of_library() -> Path:
    from platformdirs import user_data_path

    return user_data_path("peil", appauthor=False)
