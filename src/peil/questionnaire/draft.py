"""A questionnaire as its file says it: with line numbers, and with gaps where it is wrong.

Reading makes drafts; the checks walk over them; a draft without errors becomes the
frozen model.
"""

import msgspec

from peil.questionnaire.model import Condition, HelpParagraph, Need


class Placed(msgspec.Struct, frozen=True):
    """A text and the line on which it stands."""

    text: str
    line: int
    """Line number in the file, from 1."""


class PlacedNeed(msgspec.Struct, frozen=True):
    """A need and the line of its bullet."""

    need: Need
    line: int


class PlacedCondition(msgspec.Struct, frozen=True):
    """A part of `ask if` and the line of its bullet."""

    condition: Condition
    line: int


class DraftAction(msgspec.Struct):
    """A level's `to get here`; None where the file says nothing."""

    title: str
    line: int
    minutes: int | None = None
    role: str | None = None
    done_when: str | None = None
    how: list[str] = msgspec.field(default_factory=list)


class DraftLevel(msgspec.Struct):
    """One item of the numbered list."""

    text: str
    line: int
    action: DraftAction | None = None
    needs: list[PlacedNeed] = msgspec.field(default_factory=list)
    settings: dict[str, Placed] = msgspec.field(default_factory=dict)
    """The bullets as written, by name, for comparing translations."""


class DraftQuestion(msgspec.Struct):
    """A `###` heading and what stands under it."""

    id: str
    """Empty when the heading has none that can be used."""
    text: str
    line: int
    settings: dict[str, Placed] = msgspec.field(default_factory=dict)
    """The bullets as written, by name; those whose value is wrong are left out."""
    core: bool | None = None
    weight: int | None = None
    ask_if: list[PlacedCondition] = msgspec.field(default_factory=list)
    introduction: str = ""
    help: tuple[HelpParagraph, ...] = ()
    help_line: int = 0
    levels: list[DraftLevel] = msgspec.field(default_factory=list)
    complete: bool = True
    """False when the levels could not be told apart: their number says nothing then."""

    def listed(self, name: str) -> tuple[str, ...]:
        """Return the items of a setting with commas between."""
        placed = self.settings.get(name)
        return split_list(placed.text) if placed else ()


class DraftTopic(msgspec.Struct):
    """A `##` heading and its questions."""

    id: str
    title: str
    """Empty for what stands in no topic."""
    line: int
    settings: dict[str, Placed] = msgspec.field(default_factory=dict)
    weight: int | None = None
    goals: tuple[str, ...] = ()
    introduction: str = ""
    questions: list[DraftQuestion] = msgspec.field(default_factory=list)


class DraftFront(msgspec.Struct):
    """The front matter; None where a name is missing or its value is wrong."""

    values: dict[str, Placed] = msgspec.field(default_factory=dict)
    """All values as written, by name."""
    end: int = 0
    """Line number of the closing `---`, 0 when there is no front matter."""
    id: str | None = None
    version: int | None = None
    language: str | None = None
    scale: tuple[int, int] | None = None
    target: int | None = None
    gate: bool | None = None
    original: bool | None = None
    weight: int | None = None

    @property
    def tells_scale(self) -> bool:
        """Return whether the scale is known: as written, or left out of what can be read."""
        return self.end > 0 and ("scale" not in self.values or self.scale is not None)

    def text(self, name: str) -> str:
        """Return the value of a name as written, or nothing."""
        placed = self.values.get(name)
        return placed.text if placed else ""

    def line(self, name: str) -> int:
        """Return the line of a name, or the first line."""
        placed = self.values.get(name)
        return placed.line if placed else 1


class Draft(msgspec.Struct):
    """One file."""

    front: DraftFront
    title: Placed | None = None
    introduction: str = ""
    topics: list[DraftTopic] = msgspec.field(default_factory=list)

    @property
    def id(self) -> str:
        """Return the questionnaire's id, or nothing."""
        return self.front.id or ""

    @property
    def lines(self) -> dict[str, int]:
        """Return the lines of all topics and questions, by id."""
        topics = {topic.id: topic.line for topic in self.topics if topic.id}
        return topics | {item.id: item.line for item in self.questions if item.id}

    @property
    def questions(self) -> list[DraftQuestion]:
        """Return the questions of all topics, in order."""
        return [question for topic in self.topics for question in topic.questions]


def split_list(text: str, separator: str = ",") -> tuple[str, ...]:
    """Return the items of a list written on one line, without white space around them."""
    return tuple(item.strip() for item in text.split(separator))
