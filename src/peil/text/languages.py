"""The program's own words, in Dutch and in English.

Every sentence stands in the code in English, in a call of a `Words` object (by
habit named `say`), and in `locale/nl/LC_MESSAGES/peil.po` in Dutch. Values are
filled in after the translation, by name: `say("{name} is open", name=title)`.
"""

import gettext
import os
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("nl", "en")
"""Languages in which the program itself speaks."""

CATALOGUES: Final = Path(__file__).parent / "locale"
"""Folder of the gettext catalogues."""


def mark(message: str) -> str:
    """Return `message` unchanged: it marks a sentence that is translated where it is shown."""
    return message


def mark_many(one: str, more: str) -> tuple[str, str]:
    """Return the two forms of a sentence unchanged: translated where it is shown."""
    return one, more


_MONTHS: Final = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)


class Words:
    """One language's sentences, and how it writes numbers, times and dates."""

    def __init__(self, language: str) -> None:
        """Load the catalogue of `language`; English is the language of the code."""
        self.language = language
        self._catalogue = (
            gettext.NullTranslations()
            if language == "en"
            else gettext.translation("peil", CATALOGUES, languages=[language], fallback=True)
        )

    def __call__(self, message: str, /, **values: object) -> str:
        """Return `message` in this language, with `{name}` filled in from `values`."""
        translated = self._catalogue.gettext(message) if message else ""
        return translated.format_map(values) if values else translated

    def many(self, one: str, more: str, count: int, /, **values: object) -> str:
        """Return the form of a sentence that fits `count`, which fills `{count}`."""
        return self._catalogue.ngettext(one, more, count).format_map({"count": count, **values})

    def number(self, value: float, decimals: int = 1) -> str:
        """Return a number with at most `decimals` decimals, none of them a closing zero."""
        text = f"{value:.{decimals}f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        return text.replace(".", ",") if self.language == "nl" else text

    def duration(self, minutes: int) -> str:
        """Return an effort: minutes below an hour, else hours ("45 min", "1.5 h")."""
        if minutes < 60:
            return self("{minutes} min", minutes=minutes)
        return self("{hours} h", hours=self.number(minutes / 60, 2))

    def date(self, day: date, *, year: bool = True) -> str:
        """Return a date as this language writes it: "21 November 2026"."""
        text = f"{day.day} {self(_MONTHS[day.month - 1])}"
        return f"{text} {day.year}" if year else text

    def listing(self, items: tuple[str, ...] | list[str]) -> str:
        """Return the items as one phrase: "Culture, Monitoring and Research"."""
        if len(items) < 2:
            return "".join(items)
        return self("{first} and {last}", first=", ".join(items[:-1]), last=items[-1])


@cache
def words(language: str) -> Words:
    """Return the words of `language`, loaded once."""
    return Words(language)


def language_of_environment(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that `LC_ALL`, `LC_MESSAGES` or `LANG` asks for; else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return value[:2].lower() if value[:2].lower() in LANGUAGES else "en"
    return "en"
