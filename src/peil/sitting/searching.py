"""Finding questions and topics by a part of their words."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from peil.sitting.view import View


class Found(NamedTuple):
    """A question that fits what was typed."""

    question: str
    """Its full id."""
    topic: str
    """Title of its topic."""
    text: str


def folded(words: str) -> str:
    """Return words without accents and capitals, to compare them."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def find(sitting: View, wanted: str) -> Iterator[Found]:
    """Return the questions in whose words or topic every word of `wanted` occurs.

    In the order of the walk, those that are not put after them; all when nothing is wanted.
    """
    items = sitting.items
    words = folded(wanted).split()
    put = sitting.walk.order
    rest = (name for name in items.questions if name not in set(put))
    for name in (*put, *rest):
        topic = items.topic(items.topic_of(name)).title
        question = items.question(name)
        heap = folded(f"{topic} {question.text} {name}")
        if all(word in heap for word in words):
            yield Found(name, topic, question.text)
