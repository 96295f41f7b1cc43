"""The real program as a user whom rights stop: tests often run as root, whom none do."""

import os
import sys
from pathlib import Path
from typing import Final

_DROP_AND_RUN: Final = """
import ctypes, os, sys
if os.geteuid() == 0:
    for capability in (1, 2):  # writing and reading whatever the rights say
        assert ctypes.CDLL(None).prctl(24, capability, 0, 0, 0) == 0
os.execv(sys.executable, [sys.executable, "-m", "peil", *sys.argv[1:]])
"""
_SOMEBODY_ELSE: Final = 65534


def command(*arguments: str) -> list[str]:
    """Return how to run Peil so that the rights of files count."""
    return [sys.executable, "-c", _DROP_AND_RUN, *arguments]


def give_away(folder: Path) -> None:
    """Make a folder and all in it somebody else's; without the right to: nobody's to enter."""
    folder.chmod(0o700)
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, _SOMEBODY_ELSE, _SOMEBODY_ELSE, follow_symlinks=False)
    else:
        folder.chmod(0)
