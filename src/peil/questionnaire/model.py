"""A questionnaire as frozen data: topics, questions, levels, and what leads to them.

All texts are plain text: inline Markdown is flattened when it is read. Ids are
local to one questionnaire; `full_id` joins them to the form used everywhere else.
"""

from typing import Literal

import msgspec

Operator = Literal[">=", "<=", "=", "<", ">"]


class Need(msgspec.Struct, frozen=True):
    """This level makes sense only after that one: one item of a `needs:` bullet."""

    target: str
    """Full id of a question or of a topic (`iceberg/objectives`)."""
    level: int
    """Level number at which it must stand."""


class LevelAction(msgspec.Struct, frozen=True):
    """What to do to get to a level."""

    title: str
    minutes: int = 120
    """Effort in minutes of work."""
    role: str = ""
    done_when: str = ""
    how: tuple[str, ...] = ()


class Level(msgspec.Struct, frozen=True):
    """One described step of a question."""

    number: int
    text: str
    action: LevelAction | None = None
    needs: tuple[Need, ...] = ()


class Condition(msgspec.Struct, frozen=True):
    """One part of `ask if`; all parts must hold."""

    subject: str
    """Local id of an earlier question, or the profile field `people` or `audience`."""
    operator: Operator
    value: str
    """A level number in digits, or a value of the profile field."""


class HelpParagraph(msgspec.Struct, frozen=True):
    """A paragraph of help, with the bold words before its colon as a label of its own."""

    label: str
    """Such as "Why"; empty when the paragraph begins with ordinary text."""
    text: str


class Question(msgspec.Struct, frozen=True):
    """One thing to place yourself on."""

    id: str
    text: str
    levels: tuple[Level, ...]
    core: bool = False
    weight: int = 1
    source: tuple[str, ...] = ()
    evidence: str = ""
    """What to point at."""
    ask_if: tuple[Condition, ...] = ()
    see: str = ""
    """Full id of the earlier twin whose answer is shown with this question; or empty."""
    was: tuple[str, ...] = ()
    """Local ids that this question had in earlier versions."""
    introduction: str = ""
    help: tuple[HelpParagraph, ...] = ()


class Topic(msgspec.Struct, frozen=True):
    """A group of questions with a score and a level of its own."""

    id: str
    title: str
    questions: tuple[Question, ...]
    weight: int = 1
    goals: tuple[str, ...] = ()
    introduction: str = ""


class Questionnaire(msgspec.Struct, frozen=True):
    """One instrument in one language."""

    id: str
    title: str
    version: int
    language: str
    topics: tuple[Topic, ...]
    first_level: int = 1
    last_level: int = 4
    target: int = 3
    gate: bool = False
    weight: int = 1
    original: bool = False
    level_names: tuple[str, ...] = ()
    level_meanings: tuple[str, ...] = ()
    credit: str = ""
    introduction: str = ""

    def level_name(self, level: int) -> str:
        """Return the name of a level number, or the number itself where it has no name."""
        place = level - self.first_level
        return self.level_names[place] if self.level_names else str(level)


GOALS = ("visibility", "relations", "recruiting", "knowledge", "service", "advertising", "sales")
"""Ids of the seven goals of a profile, in the order in which they are shown."""


def full_id(questionnaire: str, item: str) -> str:
    """Return the id of a topic or question that holds across questionnaires."""
    return f"{questionnaire}/{item}"
