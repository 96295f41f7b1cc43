"""Wishes that cannot be checked: "more turnover", without a figure and without a date.

A wish is only pointed at, never forbidden: the sentence asks what to add. One figure or
one date anywhere in the text and it is no mere wish any more.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

from peil.assessment.model import Smart
from peil.plan.wishes import WISH_WORDS, Kind, WishWords
from peil.text.languages import Words, mark

NEAR: Final = 2
"""Most small words between a word of wanting and the thing that is wished for."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_FIGURE: Final = re.compile(r"(?<![^\W_])(?:[qk])?\d", re.IGNORECASE)
"""A figure that is no part of a name such as B2B or A07; Q3 and K3 name a quarter."""
_CLOCK: Final = re.compile(r"\b24\s*/\s*7\b")
"""Written in figures, and no figure."""

_ASKING: Final[dict[Kind, str]] = {
    "result": mark("“{wish}” is a wish until it has a figure and a date: how much, and by when?"),
    "fame": mark(
        "“{wish}” is a wish until it has a figure and a date: known to whom, by which figure do "
        "you see it, and by when?"
    ),
    "work": mark(
        "“{wish}” is a wish until it has a figure and a date: how many, from whom, and by when?"
    ),
    "people": mark("“{wish}” is a wish until it has a figure and a date: how many, and by when?"),
    "general": mark(
        "“{wish}” is a wish until it has a figure and a date: what will be different, by which "
        "figure do you see it, and by when?"
    ),
}


class Wish(NamedTuple):
    """A wish without a figure or a date."""

    words: str
    """The wish as it stands in the text, on one line."""
    kind: Kind
    """What is wished for, which decides what to ask."""

    def sentence(self, say: Words) -> str:
        """Return what to add to it."""
        return say(_ASKING[self.kind], wish=self.words)


class _Token(NamedTuple):
    """A word of a text, and where it stands in it."""

    word: str
    start: int
    end: int


def vague(text: str, language: str) -> Wish | None:
    """Return the first wish in a text in which neither a figure nor a date stands; or None.

    `language` is `nl` or `en`.
    """
    known, composed = WISH_WORDS[language], _composed(text)
    return None if _is_exact(composed, known) else _wish_in(composed, known, language)


def vague_plan(title: str, smart: Smart, language: str) -> Wish | None:
    """Return the first wish in an action or a goal of which no text holds a figure or a date.

    `title` is the user's own words for it, if there are any. A wish is looked for where one
    says what is wanted and how it is measured; a figure or a date counts wherever it stands.
    """
    known = WISH_WORDS[language]
    texts = [_composed(getattr(smart, field)) for field in smart.__struct_fields__]
    if any(_is_exact(text, known) for text in (_composed(title), *texts)):
        return None
    wished = (_composed(text) for text in (title, smart.specific, smart.measurable))
    return next((wish for text in wished if (wish := _wish_in(text, known, language))), None)


def _composed(text: str) -> str:
    """Return a text with each accent in its letter, as the lists have it."""
    return unicodedata.normalize("NFC", text)


def _is_exact(text: str, known: WishWords) -> bool:
    """Return whether a figure or a date stands in a text."""
    if _FIGURE.search(_CLOCK.sub("", text)):
        return True
    words = [token.word for token in _tokens(text)]
    after = {
        words[place + 1] for place, word in enumerate(words[:-1]) if word in known.before_dates
    }
    exact = known.figures | known.dates
    return not exact.isdisjoint(words) or not known.dates_after.isdisjoint(after)


def _wish_in(text: str, known: WishWords, language: str) -> Wish | None:
    """Return the wish in a text that stands first, the longest one of those."""
    tokens = _tokens(text)
    found = [*_phrases(tokens, language), *_pairs(tokens, known), *_alone(tokens, known)]
    if not found:
        return None
    first, last, kind = min(found, key=lambda each: (each[0], -each[1]))
    words = text[tokens[first].start : tokens[last].end]
    return Wish(" ".join(words.split()), kind)


_Found = tuple[int, int, Kind]
"""First and last word of a wish, and its kind."""


def _phrases(tokens: Sequence[_Token], language: str) -> Iterable[_Found]:
    """Find words in a row that are a wish wherever they stand."""
    phrases = _phrases_by_first(language)
    for place, token in enumerate(tokens):
        for phrase, kind in phrases.get(token.word, ()):
            if tuple(each.word for each in tokens[place : place + len(phrase)]) == phrase:
                yield place, place + len(phrase) - 1, kind


@cache
def _phrases_by_first(language: str) -> dict[str, list[tuple[tuple[str, ...], Kind]]]:
    """Return the phrases of a language by their first word."""
    result: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
    for kind, phrases in WISH_WORDS[language].phrases.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            result.setdefault(words[0], []).append((words, kind))
    return result


def _pairs(tokens: Sequence[_Token], known: WishWords) -> Iterable[_Found]:
    """Find a thing with a word of wanting before or after it, small words between them."""
    for place, token in enumerate(tokens):
        kind = _kind_of(token.word, known)
        if kind is None:
            continue
        for step in (-1, 1):
            other = place + step
            while abs(other - place) <= NEAR + 1 and 0 <= other < len(tokens):
                word = tokens[other].word
                if word in known.wanting:
                    yield min(place, other), max(place, other), kind
                elif word not in known.small:
                    break
                other += step


def _alone(tokens: Sequence[_Token], known: WishWords) -> Iterable[_Found]:
    """Find a thing that is all that a text says, small words aside."""
    told = [place for place, token in enumerate(tokens) if token.word not in known.small]
    kinds = [kind for place in told if (kind := _kind_of(tokens[place].word, known))]
    if kinds and len(kinds) == len(told):
        yield told[0], told[-1], kinds[0]


def _kind_of(word: str, known: WishWords) -> Kind | None:
    """Return what sort of thing a word wishes for, if any."""
    return next((kind for kind, things in known.things.items() if word in things), None)


def _tokens(text: str) -> list[_Token]:
    return [_Token(found.group().lower(), *found.span()) for found in _WORD.finditer(text)]
