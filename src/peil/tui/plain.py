"""What every line passes on its way to a terminal that can show less."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from peil.text.letters import readable
from peil.tui.signs import Signs, encoding_of_screen


class PlainLetters(LineFilter):
    """Writes signs in ASCII, and letters that an encoding does not have with those it has."""

    def __init__(self, encoding: str) -> None:
        """Keep to the letters of `encoding`."""
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], _background: Color) -> list[Segment]:
        """Return the line with other letters, as wide as before."""
        return [Segment(self._written(text), style, control) for text, style, control in segments]

    def _written(self, text: str) -> str:
        if text.isascii():
            return text
        return "".join(_as_wide(character, self._encoding) for character in text)


@lru_cache(maxsize=4096)
def _as_wide(character: str, encoding: str) -> str:
    """Return what is written for a character, as wide as the screen takes it to be."""
    written, width = readable(character, encoding), cell_len(character)
    return written if cell_len(written) == width else written[:width].ljust(width, "?")


def filters_for(signs: Signs) -> Sequence[LineFilter]:
    """Return the filters for a terminal that draws these signs."""
    return [PlainLetters(encoding_of_screen())] if signs.ascii else []


def is_monochrome(terminal: str) -> bool:
    """Return whether a terminal of this name has no colours."""
    return terminal.endswith(("-mono", "-m")) or terminal.startswith(("vt1", "vt2"))


def without_colours(text: str) -> str:
    """Return what is written to a terminal without a colour; bold and reversed stay.

    Textual draws some empty lines past all filters, so that colours go at the very end.
    """
    return _STYLE.sub(_colourless, text)


_STYLE = re.compile("\x1b\\[([0-9;]*)m")


def _colourless(found: re.Match[str]) -> str:
    kept = _kept(found[1])
    return f"\x1b[{kept}m" if kept or not found[1] else ""


@lru_cache(maxsize=1024)
def _kept(numbers: str) -> str:
    """Return the numbers of a style that are no colours."""
    kept: list[str] = []
    rest = numbers.split(";")
    while rest:
        number = rest.pop(0)
        if number in ("38", "48"):
            del rest[: 4 if rest[:1] == ["2"] else 2]
        elif not (number.isdecimal() and (30 <= int(number) <= 49 or 90 <= int(number) <= 107)):
            kept.append(number)
    return ";".join(kept)
