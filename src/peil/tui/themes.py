"""Three themes, and the inks in which everything drawn by hand is written.

An ink is a name for what a piece of text is (`chosen`, `faint`, `water`), so that
drawing code never names a colour. Every pair of ink and background has a contrast of
at least 4.5 to 1 (WCAG 2.2 AA), in high contrast at least 7 to 1; a test computes it.
Lines and empty parts of bars carry no meaning of their own and may be softer.
"""

from functools import cache
from typing import NamedTuple

from textual.color import Color
from textual.style import Style
from textual.theme import Theme


class Colours(NamedTuple):
    """The colours of one theme, as `#rrggbb`."""

    dark: bool
    background: str
    raised: str
    """Behind dialogs and chosen lines."""
    plain: str
    faint: str
    """For what stands aside: labels, help."""
    line: str
    """Rules, and what is still to go."""
    deep: str
    """The colour of the house: water, headings, keys."""
    ice: str
    warm: str
    """The cursor and what is chosen."""
    good: str
    caution: str
    failed: str


COLOURS = {
    "peil-dark": Colours(
        dark=True,
        background="#0b1a22",
        raised="#13303c",
        plain="#e3edf0",
        faint="#93aeb8",
        line="#355563",
        deep="#5cc2cf",
        ice="#bfe4ea",
        warm="#f5b06a",
        good="#83d3a4",
        caution="#f0cf65",
        failed="#ff9384",
    ),
    "peil-light": Colours(
        dark=False,
        background="#f7f5ef",
        raised="#e6ecec",
        plain="#15262e",
        faint="#4c626c",
        line="#b4c3c8",
        deep="#0a6172",
        ice="#28707f",
        warm="#9a3f05",
        good="#1d5f38",
        caution="#6f5200",
        failed="#a3201a",
    ),
    "peil-contrast": Colours(
        dark=True,
        background="#000000",
        raised="#00303a",
        plain="#ffffff",
        faint="#d8d8d8",
        line="#8a8a8a",
        deep="#66f0ff",
        ice="#ffffff",
        warm="#ffd400",
        good="#5dff9b",
        caution="#ffe066",
        failed="#ffb0a8",
    ),
}
"""The themes by name; the first is what Peil starts with."""

DEFAULT_THEME = "peil-dark"
"""The theme of a first start."""

INKS = {
    "plain": ("plain", ""),
    "strong": ("plain", "bold"),
    "faint": ("faint", ""),
    "title": ("deep", "bold"),
    "deep": ("deep", ""),
    "key": ("deep", "bold"),
    "line": ("line", ""),
    "cursor": ("warm", "bold"),
    "chosen": ("warm", "bold raised"),
    "band": ("plain", "raised"),
    "warm": ("warm", ""),
    "good": ("good", ""),
    "caution": ("caution", ""),
    "failed": ("failed", "bold"),
    "agreed": ("good", "bold"),
    "apart": ("caution", "bold"),
    "water": ("deep", ""),
    "ice": ("ice", ""),
    "full": ("deep", ""),
    "empty": ("line", ""),
}
"""Inks by name: the colour, and how it is set. `chosen` and `band` stand on a raised band."""


def themes() -> tuple[Theme, ...]:
    """Return the three themes as Textual knows them, for its own widgets."""
    return tuple(_theme(name, colours) for name, colours in COLOURS.items())


def _theme(name: str, colours: Colours) -> Theme:
    return Theme(
        name=name,
        dark=colours.dark,
        primary=colours.deep,
        secondary=colours.ice,
        accent=colours.warm,
        warning=colours.caution,
        error=colours.failed,
        success=colours.good,
        foreground=colours.plain,
        background=colours.background,
        surface=colours.background,
        panel=colours.raised,
        variables={
            "faint": colours.faint,
            "line": colours.line,
            "raised": colours.raised,
            "input-cursor-background": colours.warm,
            "input-cursor-foreground": colours.background,
            "input-selection-background": f"{colours.deep} 35%",
            "block-cursor-background": colours.deep,
            "block-cursor-foreground": colours.background,
            "scrollbar": colours.line,
            "scrollbar-background": colours.background,
        },
    )


@cache
def inks(theme: str) -> dict[str, Style]:
    """Return the style of every ink in a theme; an unknown theme gets the default one."""
    colours = COLOURS.get(theme, COLOURS[DEFAULT_THEME])
    return {
        name: Style(
            foreground=Color.parse(getattr(colours, colour)),
            background=Color.parse(colours.raised) if "raised" in manner else None,
            bold=True if "bold" in manner else None,
        )
        for name, (colour, manner) in INKS.items()
    }
