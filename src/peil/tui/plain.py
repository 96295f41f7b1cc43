"""What every line passes on its way to a terminal that can show less."""

import os
from collections.abc import Mapping, Sequence

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
        return [
            Segment(readable(text, self._encoding), style, control)
            for text, style, control in segments
        ]


class NoColours(LineFilter):
    """Takes every colour away; what is bold, underlined or reversed stays."""

    def apply(self, segments: list[Segment], _background: Color) -> list[Segment]:
        """Return the line without colours."""
        return [
            Segment(text, None if style is None else style.without_color, control)
            for text, style, control in segments
        ]


def filters_for(
    signs: Signs, *, bare: bool, environment: Mapping[str, str] = os.environ
) -> Sequence[LineFilter]:
    """Return the filters for a terminal that draws these signs; `bare`: without colours."""
    filters: list[LineFilter] = []
    if signs.ascii:
        filters.append(PlainLetters(encoding_of_screen()))
    if bare or is_monochrome(environment.get("TERM", "")):
        filters.append(NoColours())
    return filters


def is_monochrome(terminal: str) -> bool:
    """Return whether a terminal of this name has no colours."""
    return terminal.endswith(("-mono", "-m")) or terminal.startswith(("vt1", "vt2"))
