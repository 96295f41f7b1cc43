"""Screens as plain text, kept beside the tests so that a change of them is reviewed.

`PEIL_PICTURES=write` keeps what the tests see now instead of comparing.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "pictures"
"""One file for each screen, named after page, language and size."""


def compare(name: str, screen: str) -> None:
    """Compare a screen with the one that is kept under this name."""
    file = FOLDER / f"{name}.txt"
    if os.environ.get("PEIL_PICTURES") == "write":
        FOLDER.mkdir(exist_ok=True)
        file.write_text(screen + "\n", encoding="utf-8")
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    assert screen + "\n" == kept, f"{name} looks different: PEIL_PICTURES=write keeps the new one"
