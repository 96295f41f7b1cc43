"""A walk as a screen reader would read it aloud, kept whole in both languages.

After a change that is meant: `PEIL_KEEP_SCREENS=1 pytest tests/line/test_transcript.py`, and
read aloud what has changed.
"""

import os
from pathlib import Path

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.line.test_plain import ask, printable

_KEPT = Path(__file__).parent / "transcripts"
_TYPED = (
    *("2", "h", "?", "d", "x", "3", "our association does this", "b", "n", "as agreed in March"),
    *(
        "e",
        "the list on the wall",
        "f",
        "zz",
        "",
        "w",
        "3",
        "s",
        "b",
        "t",
        "t",
        "z",
        "o",
        "g",
        "calendar",
    ),
    *("1", "2", "r", "a", "q"),
)
"""Every command once, and a slip."""


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_walk_reads_as_it_was_read_aloud(
    sitting: Sitting, workspace: Workspace, language: str
) -> None:
    """Line for line, and nothing in it but text and newlines."""
    sitting.close()
    typed = "\n".join(_TYPED).replace("calendar", {"en": "calendar", "nl": "kalender"}[language])
    done = ask(workspace.folder, f"{typed}\n", "bakery", "--plain", "--language", language)
    assert done.returncode == 0, done.stderr
    assert printable(done.stdout)
    said = done.stdout.decode()
    kept = _KEPT / f"{language}.txt"
    if os.environ.get("PEIL_KEEP_SCREENS"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(said)
    assert said == kept.read_text()
