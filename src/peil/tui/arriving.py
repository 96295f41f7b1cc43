"""What a terminal sends, divided into keys and pastes before a key is looked for.

A paste between its marks is text, whatever stands in it. A terminal without such marks
types what is pasted, in lumps that no hand types: a lump is text as well, so that digits
in it answer no question and a long text is there at once.
"""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

PASTE, PASTED = "\x1b[200~", "\x1b[201~"
"""The marks around a paste."""
LUMP = 256
"""Characters beside escape sequences that no hand types between two looks."""
LONGEST_PASTE = 4_000_000
"""Characters of one paste that are kept; no field takes as many."""
_SEQUENCE = re.compile(r"\x1b(?:\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|O.|.)?")


class Arrival(NamedTuple):
    """A piece of what came."""

    text: str
    pasted: bool
    """Whether it is text; else there are keys and answers of the terminal in it."""


class Arrivals:
    """Divides what comes, however it is cut in pieces on its way."""

    def __init__(self) -> None:
        """Begin outside a paste."""
        self._held = ""
        self._pasting = False
        self._paste: list[str] = []
        self._room = LONGEST_PASTE
        self._in_lumps = False

    def feed(self, data: str) -> Iterator[Arrival]:
        """Return what is in `data`, all but a mark that is not whole yet."""
        data, self._held = self._held + data, ""
        while data:
            mark = PASTED if self._pasting else PASTE
            before, found, data = data.partition(mark)
            if not found:
                # A lone Escape is a key, which must not wait.
                before, self._held = _parted(before, mark, 1 if self._pasting else 2)
            if self._pasting:
                self._paste.append(before[: self._room])
                self._room -= min(len(before), self._room)
                if found:
                    yield Arrival("".join(self._paste), pasted=True)
                    self._paste.clear()
            elif before:
                self._in_lumps = self._in_lumps or len(_SEQUENCE.sub("", before)) >= LUMP
                yield Arrival(before, pasted=self._in_lumps)
            if found:
                self._pasting = not self._pasting
                self._room = LONGEST_PASTE

    def rest(self) -> Iterator[Arrival]:
        """Return what was held back, because nothing came for a while; a lump ends."""
        self._in_lumps = False
        if self._held and not self._pasting:
            held, self._held = self._held, ""
            yield Arrival(held, pasted=False)


def _parted(data: str, mark: str, least: int) -> tuple[str, str]:
    """Return data without the beginning of a mark at its end, and that beginning."""
    for length in range(len(mark) - 1, least - 1, -1):
        if data.endswith(mark[:length]):
            return data[:-length], data[-length:]
    return data, ""


def _as_latin(error: UnicodeError) -> tuple[str, int]:
    """Read a byte that is no UTF-8 as Latin 1: so an é comes from an old terminal."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("peil.latin", _as_latin)


def decoder() -> codecs.IncrementalDecoder:
    """Return what makes text of a terminal's bytes, and never fails."""
    return codecs.getincrementaldecoder("utf-8")("peil.latin")
