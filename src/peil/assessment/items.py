"""Topics and questions by their full id, looked up rather than searched for."""

from collections.abc import Sequence
from functools import lru_cache

from peil.assessment.model import Assessment
from peil.questionnaire.model import Need, Question, Questionnaire, Topic, full_id


class Items:
    """Every topic and question of some questionnaires, by full id and in order.

    Each lookup of an id that is not there raises KeyError.
    """

    __slots__ = (
        "_core_of",
        "_question",
        "_questions_of",
        "_topic",
        "_topic_of",
        "_whole",
        "questionnaires",
    )

    def __init__(self, questionnaires: Sequence[Questionnaire]) -> None:
        """Walk through the questionnaires once."""
        self.questionnaires = tuple(questionnaires)
        """The questionnaires, in the order in which they are walked."""
        self._question: dict[str, Question] = {}
        self._topic: dict[str, Topic] = {}
        self._topic_of: dict[str, str] = {}
        self._questions_of: dict[str, tuple[str, ...]] = {}
        self._core_of: dict[str, str | None] = {}
        self._whole: dict[str, Questionnaire] = {}
        for questionnaire in self.questionnaires:
            for topic in questionnaire.topics:
                self._add(questionnaire, topic)

    def _add(self, questionnaire: Questionnaire, topic: Topic) -> None:
        """Take in one topic with its questions."""
        name = full_id(questionnaire.id, topic.id)
        names = tuple(full_id(questionnaire.id, question.id) for question in topic.questions)
        self._topic[name] = topic
        self._questions_of[name] = names
        self._whole[name] = questionnaire
        self._core_of[name] = None
        for question_name, question in zip(names, topic.questions, strict=True):
            self._question[question_name] = question
            self._topic_of[question_name] = name
            self._whole[question_name] = questionnaire
            if question.core and self._core_of[name] is None:
                self._core_of[name] = question_name

    @property
    def questions(self) -> tuple[str, ...]:
        """Full ids of all questions, in questionnaire order."""
        return tuple(self._question)

    @property
    def topics(self) -> tuple[str, ...]:
        """Full ids of all topics, in questionnaire order."""
        return tuple(self._topic)

    def has_question(self, name: str) -> bool:
        """Return whether there is a question with this full id."""
        return name in self._question

    def has_topic(self, name: str) -> bool:
        """Return whether there is a topic with this full id."""
        return name in self._topic

    def question(self, name: str) -> Question:
        """Return the question with this full id."""
        return self._question[name]

    def topic(self, name: str) -> Topic:
        """Return the topic with this full id."""
        return self._topic[name]

    def topic_of(self, question: str) -> str:
        """Return the full id of the topic in which a question stands."""
        return self._topic_of[question]

    def questions_of(self, topic: str) -> tuple[str, ...]:
        """Return the full ids of a topic's questions, in order."""
        return self._questions_of[topic]

    def questionnaire_of(self, name: str) -> Questionnaire:
        """Return the questionnaire of a topic or question."""
        return self._whole[name]

    def core_of(self, topic: str) -> str | None:
        """Return the full id of a topic's core question; None when it has none."""
        return self._core_of[topic]


class _Same:
    """Questionnaires as a key: equal when they are the very same objects.

    Comparing or hashing their contents would take longer than building the tables.
    """

    __slots__ = ("questionnaires",)

    def __init__(self, questionnaires: Sequence[Questionnaire]) -> None:
        """Hold on to the questionnaires, so that no other object gets their identity."""
        self.questionnaires = tuple(questionnaires)

    def __hash__(self) -> int:
        """Return a number that follows from the identities."""
        return hash(tuple(map(id, self.questionnaires)))

    def __eq__(self, other: object) -> bool:
        """Return whether both hold the same objects in the same order."""
        return (
            isinstance(other, _Same)
            and len(self.questionnaires) == len(other.questionnaires)
            and all(
                one is two
                for one, two in zip(self.questionnaires, other.questionnaires, strict=True)
            )
        )


@lru_cache(maxsize=16)
def _items(same: _Same) -> Items:
    """Build the tables once for each set of questionnaires."""
    return Items(same.questionnaires)


def items_of(questionnaires: Sequence[Questionnaire]) -> Items:
    """Return the tables of these questionnaires, built the first time they are asked for."""
    return _items(_Same(questionnaires))


def target_of(items: Items, assessment: Assessment, topic: str) -> int:
    """Return the level that a topic should reach: the user's own, or the questionnaire's.

    A target that the scale does not have (a file can hold one) counts as none.
    """
    scale = items.questionnaire_of(topic)
    own = assessment.targets.get(topic, scale.target)
    return own if scale.first_level <= own <= scale.last_level else scale.target


def needed_level(items: Items, need: Need) -> int:
    """Return the level that a need asks of a topic or question that is there.

    A newer version can have fewer levels than another questionnaire asks of it: its last
    one will do then.
    """
    return min(need.level, items.questionnaire_of(need.target).last_level)
