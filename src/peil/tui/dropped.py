"""A path as it arrives in a text field: typed, pasted, or dropped on the terminal.

A terminal writes the name of a dropped file as a shell would want it: in quotation
marks, with a backslash before each space, or as an address that begins with `file://`.
"""

import os
import sys
from pathlib import Path

from peil.store.folder import expanded


def dropped_path(typed: str) -> Path | None:
    """Return the full path that is meant; None where nothing is written.

    What is the name of a file as it stands is that file, whatever signs are in it.
    """
    words = typed.strip()
    if not words:
        return None
    as_it_stands = expanded(words)
    if not _is_there(as_it_stands):
        as_it_stands = expanded(_plain(words))
    return Path(os.path.normpath(as_it_stands.absolute()))


def _plain(words: str) -> str:
    """Return a name without what a shell or an address would need around it."""
    if words.lower().startswith("file://"):
        from urllib.request import url2pathname

        host, slash, rest = words[len("file://") :].partition("/")
        return url2pathname(slash + rest) if host in ("", "localhost") else words
    if sys.platform == "win32":  # there a backslash parts the folders
        return words.strip("\"'")
    if words[0] in "\"'" or "\\" in words:
        return _unquoted(words)
    return words


def _unquoted(words: str) -> str:
    import shlex

    try:
        found = shlex.split(words)
    except ValueError:  # a quotation mark that is never closed
        return words
    return found[0] if len(found) == 1 else words


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
