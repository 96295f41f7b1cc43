"""Where the data folder is."""

import os
from pathlib import Path


def default_folder() -> Path:
    """Return the data folder: `PEIL_DATA`, or the place this system has for a user's data."""
    chosen = os.environ.get("PEIL_DATA", "")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed with PEIL_DATA

    return user_data_path("peil", appauthor=False)
