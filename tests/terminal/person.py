"""Somebody who works in the real program with keys, until it is killed."""

import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from tests.terminal.driver import Terminal

_PLACE = re.compile(r"(?:core question|kernvraag) (\d+) (?:of|van) \d+")
_CHOSEN = re.compile(r"([1-4]) ●")
_NOTE = re.compile(r"^ *(?:Note|Notitie) +(\w+)$", re.MULTILINE)
_QUESTION = re.compile(r"^   (\w[^\n]*)\n\n +▸?  ?1 ", re.MULTILINE)
"""What stands above the levels: at the width of the test on one line."""
_SAVED = re.compile(r"✓ (?:saved|bewaard)")
_OVERLAY: Final = "╭"
_FIELD = re.compile(r"╭─ (?:Note|Notitie) ─[^╰]*│ +(n\d+) +│\n│ +│\n")
"""A note that is being written, in its field."""
_QUIET: Final = 0.008
"""How long nothing must have come for somebody to look, in seconds."""
_LAST_PLACE: Final = 12
"""Where to turn round: behind the core questions there is another page."""


class Killed(Exception):
    """The moment has come at which the program is killed."""


class Seen(NamedTuple):
    """What a screen showed of one question."""

    level: str
    note: str


class Memory:
    """What a person knows of the answers: seen as saved, and typed since then."""

    def __init__(self) -> None:
        """Begin without a memory."""
        self.seen: dict[int, Seen] = {}
        """What was called saved, by the place of the question in the walk."""
        self.saved = 0
        """How many answers the screen called saved after they were typed."""
        self._levels: dict[int, list[str]] = {}
        self._notes: dict[int, list[str]] = {}

    def type_level(self, place: int, level: str) -> None:
        """Remember a level that was typed: it may be there from now on."""
        self._levels.setdefault(place, []).append(level)

    def last_level(self, place: int) -> str:
        """Return the level that was typed last, or else was seen."""
        return [self.last_seen(place).level, *self._levels.get(place, [])][-1]

    def last_seen(self, place: int) -> Seen:
        """Return what was last seen of a question."""
        return self.seen.get(place, Seen("", ""))

    def type_note(self, place: int, note: str) -> None:
        """Remember a note that was typed."""
        self._notes.setdefault(place, []).append(note)

    def see(self, place: int, seen: Seen) -> None:
        """Remember what was called saved; what was typed before that is no longer possible."""
        self.seen[place] = seen
        for typed, what in ((self._levels, seen.level), (self._notes, seen.note)):
            since = typed.get(place, [])
            if what in since:
                self.saved += 1
                typed[place] = since[since.index(what) + 1 :]

    def holds(self, place: int, found: Seen) -> bool:
        """Tell whether what is on the disk is what was saved, or something typed since."""
        seen = self.last_seen(place)
        levels = {seen.level, *self._levels.get(place, [])}
        return found.level in levels and found.note in {seen.note, *self._notes.get(place, [])}

    def tell(self, place: int) -> str:
        """Return what is known of a question, for whoever reads why a test failed."""
        typed = self._levels.get(place, []), self._notes.get(place, [])
        return f"seen {self.last_seen(place)}, typed since {typed}"

    def forget_typed(self, place: int, found: Seen) -> None:
        """Go on from what is on the disk."""
        self.seen[place] = found
        self._levels.pop(place, None)
        self._notes.pop(place, None)


class Person:
    """Hands on the keys and eyes on the screen of one run of the program."""

    def __init__(
        self, terminal: Terminal, memory: Memory, chance: random.Random, texts: Sequence[str]
    ) -> None:
        """Work in `terminal` until a moment that `chance` decides.

        `texts` are the questions in their order, each in all languages together.
        """
        self._terminal = terminal
        self._texts = texts
        self._memory = memory
        self._chance = chance
        self._killed = float("inf")

    def arrive(self) -> None:
        """Wait for the question."""
        self._terminal.until(lambda text: self._terminal.shows_whole_frame and _place(text) > 0)
        assert _OVERLAY not in self._terminal.text, self._terminal.text

    def until_killed(self, do: "Habit", longest: float) -> None:
        """Do something for at most `longest` seconds, and kill the program in the midst of it."""
        self._killed = time.monotonic() + self._chance.uniform(0, longest)
        try:
            for keys in do(self):
                self._press(keys)
        except Killed:
            pass
        self._terminal.kill()
        while self._terminal.read(0.02):
            pass
        self._look()

    def answers(self) -> Iterator[str]:
        """Choose levels, going back and forth."""
        while True:
            yield from self._level()
            yield from self._go_on()

    def notes(self) -> Iterator[str]:
        """Answer with a note, over and over."""
        while True:
            yield from self._level()
            place = self._place()
            yield "n"
            self._until(lambda text: _OVERLAY in text)
            yield from self._write(place, f"n{self._chance.randrange(10**6)}")
            yield "tab"
            self._until(lambda text: _OVERLAY not in text)
            yield from self._go_on()

    def long_notes(self) -> Iterator[str]:
        """Stop to think in the middle of a note, until it says that this much is saved."""
        place = self._place()
        yield "n"
        self._until(lambda text: _OVERLAY in text)
        while True:
            yield from self._write(place, f"n{self._chance.randrange(10**6)}")
            self._until(lambda text: bool(_SAVED.search(text)))
            yield "7"

    def _write(self, place: int, note: str) -> Iterator[str]:
        """Put a note in the place of the one there is; any part of it may be kept."""
        self._memory.type_note(place, "")
        yield "ctrl+u"
        for length, letter in enumerate(note, 1):
            self._memory.type_note(place, note[:length])
            yield letter

    def languages(self) -> Iterator[str]:
        """Answer, now in one language, now in the other."""
        while True:
            yield from self._level()
            yield "L"

    def exports(self) -> Iterator[str]:
        """Answer, and write the list of actions to a file."""
        yield from self._level()
        yield "a"
        self._until(lambda text: " o export" in text or " o exporteer" in text)
        yield "o"
        self._until(lambda text: "actions-" in text)
        yield "enter"
        self._pause(10)

    def waits(self) -> Iterator[str]:
        """Do nothing: the program is killed while it starts."""
        self._pause(10)
        yield ""

    def _level(self) -> Iterator[str]:
        """Choose another level than the one there is, which typed again would go on."""
        place = self._place()
        drawn = _CHOSEN.search(self._terminal.text)
        taken = {self._memory.last_level(place), drawn[1] if drawn else ""}
        level = self._chance.choice([each for each in "1234" if each not in taken])
        self._memory.type_level(place, level)
        yield level

    def _go_on(self) -> Iterator[str]:
        before = self._place()
        yield "left" if before > 1 and self._chance.random() < before / _LAST_PLACE else "right"
        self._until(lambda text: _place(text) not in (0, before))

    def _place(self) -> int:
        return _place(self._terminal.text)

    def _press(self, key: str) -> None:
        self._terminal.press(key)
        self._pause(self._chance.uniform(0, 0.04))

    def _until(self, seen: Callable[[str], bool]) -> None:
        while not seen(self._terminal.text):
            self._pause(_QUIET)

    def _pause(self, seconds: float) -> None:
        """Read for a while, or until the program is killed."""
        end = time.monotonic() + seconds
        while True:
            left = min(end, self._killed) - time.monotonic()
            if left <= 0:
                break
            if not self._terminal.read(min(_QUIET, left)):
                self._look()
        if time.monotonic() >= self._killed:
            raise Killed

    def _look(self) -> None:
        text = self._terminal.text
        if not self._terminal.shows_whole_frame:
            return  # nobody saw it, for it was not drawn whole
        place = _place(text)
        written = _FIELD.search(text)
        if place and written and _SAVED.search(text):
            self._memory.see(place, self._memory.last_seen(place)._replace(note=written[1]))
        asked = _QUESTION.search(text)
        if not asked or asked[1] not in self._texts[place - 1]:
            return  # the line above is a frame ahead of the question, or of another page
        if place and _SAVED.search(text) and _OVERLAY not in text:
            level, note = _CHOSEN.search(text), _NOTE.search(text)
            seen = Seen(level[1] if level else "", note[1] if note else "")
            self._memory.see(place, seen)


Habit = Callable[[Person], Iterator[str]]
"""Something that a person does, as the keys that are typed for it."""


def _place(text: str) -> int:
    found = _PLACE.search(text)
    return int(found[1]) if found else 0


def habits() -> tuple[tuple[Habit, float], ...]:
    """Return what people do, and for how many seconds at most before they are killed."""
    return (
        (Person.answers, 1.0),
        (Person.notes, 1.4),
        (Person.waits, 0.6),
        (Person.long_notes, 3.0),
        (Person.answers, 0.3),
        (Person.languages, 1.0),
        (Person.exports, 0.6),
        (Person.answers, 0.8),
        (Person.notes, 1.0),
    )


def exported(folder: Path) -> list[Path]:
    """Return the lists of actions that were written to a folder."""
    return list(folder.glob("actions-*.md"))
