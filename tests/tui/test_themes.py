"""Themes: every ink can be read on what it stands on."""

import pytest
from textual.color import Color

from peil.tui.themes import COLOURS, INKS, inks, themes

DECORATION = {"line", "empty"}
"""Inks that carry no meaning of their own."""


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", COLOURS)
@pytest.mark.parametrize("ink", sorted(set(INKS) - DECORATION))
def test_every_ink_can_be_read(theme: str, ink: str) -> None:
    """At least 4.5 to 1, in high contrast 7 to 1, on the plain and on its own background."""
    style = inks(theme)[ink]
    assert style.foreground is not None
    least = 7 if theme == "peil-contrast" else 4.5
    for ground in {Color.parse(COLOURS[theme].background), style.background} - {None}:
        assert ground is not None
        assert contrast(style.foreground, ground) >= least


def test_an_unknown_theme_is_the_default_one() -> None:
    """Settings from elsewhere never leave the screen without inks."""
    assert inks("no-such-theme") == inks("peil-dark")


def test_textual_knows_all_three() -> None:
    """Dark, light and high contrast are there for Textual's own widgets as well."""
    assert {theme.name for theme in themes()} == set(COLOURS)
    assert [theme.dark for theme in themes()] == [True, False, True]
