"""Two versions of one questionnaire side by side: which question became which, and in what words.

Texts are compared in every language that both versions have; what differs in white
space, case or end punctuation only is the same.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from peil.questionnaire.model import Question, Questionnaire, full_id

Pair = tuple[Questionnaire, Questionnaire]
"""The earlier and the later version in one language."""

_END: Final = ".,;:!?…"
"""Punctuation that says nothing at the end of a text."""


def alike(one: str, other: str) -> bool:
    """Return whether two texts differ in nothing but white space, case and end punctuation."""
    return one == other or plain(one) == plain(other)


def plain(text: str) -> str:
    """Return what counts of a text when two are compared."""
    return "".join(unicodedata.normalize("NFC", text).casefold().split()).rstrip(_END)


class Versions:
    """An earlier and a later version of one questionnaire."""

    def __init__(self, before: Questionnaire, after: Questionnaire, shared: Sequence[Pair]) -> None:
        """Lay them side by side, in the reader's language, and in all that both have.

        With no `shared` language they are compared as the reader sees them.
        """
        self.before = before
        """The earlier version in the reader's language."""
        self.after = after
        """The later version in the reader's language."""
        self.old = questions_of(before)
        """The earlier questions by their local id, in order."""
        self.new = questions_of(after)
        """The later questions by their local id, in order."""
        pairs = tuple(shared) or ((before, after),)
        self.in_every_language: tuple[tuple[dict[str, Question], dict[str, Question]], ...] = tuple(
            (questions_of(one), questions_of(other)) for one, other in pairs
        )
        """Both versions' questions by local id, in each language that is compared."""
        self.same_scale: bool = scale_of(before) == scale_of(after)
        """Whether the levels have the same numbers."""
        self.moved: dict[str, str] = self._moved()
        """Local ids of earlier questions that have another id now, with that id."""
        self._came_from = {new: old for old, new in self.moved.items()}

    def _moved(self) -> dict[str, str]:
        moved: dict[str, str] = {}
        for new, question in self.new.items():
            if new in self.old:
                continue
            for old in question.was:
                if old in self.old and old not in self.new and old not in moved:
                    moved[old] = new
                    break
        return moved

    @property
    def renamed(self) -> dict[str, str]:
        """Full ids of earlier questions that have another id now, with that id."""
        name = self.after.id
        return {full_id(name, old): full_id(name, new) for old, new in self.moved.items()}

    def goes_to(self, old: str) -> str | None:
        """Return the local id that an earlier question has now; None when it is gone."""
        return old if old in self.new else self.moved.get(old)

    def came_from(self, new: str) -> str | None:
        """Return the local id that a question had before; None when it is new."""
        return new if new in self.old else self._came_from.get(new)

    def common(self) -> Iterator[tuple[str, str]]:
        """Return the earlier and the later local id of each question in both, in order."""
        for new in self.new:
            old = self.came_from(new)
            if old is not None:
                yield old, new

    def changed_levels(self, old: str, new: str) -> tuple[int, ...]:
        """Return the numbers of the levels that read otherwise, in any language.

        All of them when the scale has other numbers.
        """
        if not self.same_scale:
            return tuple(level.number for level in self.new[new].levels)
        found: set[int] = set()
        for olds, news in self.in_every_language:
            before, after = level_texts(olds[old]), level_texts(news[new])
            found.update(
                number
                for number in before.keys() | after.keys()
                if not alike(before.get(number, ""), after.get(number, ""))
            )
        return tuple(sorted(found))

    def reworded(self, old: str, new: str) -> bool:
        """Return whether the question itself reads otherwise, in any language."""
        return any(
            not alike(olds[old].text, news[new].text) for olds, news in self.in_every_language
        )


def questions_of(questionnaire: Questionnaire) -> dict[str, Question]:
    """Return the questions of all topics by local id, in order."""
    return {question.id: question for topic in questionnaire.topics for question in topic.questions}


def level_texts(question: Question) -> dict[int, str]:
    """Return what each level of a question says, by its number."""
    return {level.number: level.text for level in question.levels}


def scale_of(questionnaire: Questionnaire) -> tuple[int, int]:
    """Return the numbers of the first and the last level."""
    return questionnaire.first_level, questionnaire.last_level
