"""Whether a questionnaire can be asked and counted, whatever else is wrong with its text."""

from peil.questionnaire.ids import is_id
from peil.questionnaire.model import Condition, Question, Questionnaire
from peil.questionnaire.needs import circles
from peil.questionnaire.values import PROFILE_VALUES


def is_sound(questionnaire: Questionnaire) -> bool:
    """Return whether scores and plan can be made from a questionnaire that has errors.

    Every topic and question has an id of its own, every question a level for each number of
    the scale, conditions look back, and no needs wait for each other.
    """
    first, last = questionnaire.first_level, questionnaire.last_level
    ids = [topic.id for topic in questionnaire.topics]
    earlier: set[str] = set()
    for topic in questionnaire.topics:
        for question in topic.questions:
            if not (_fits(question, first, last) and _looks_back(question, earlier)):
                return False
            ids.append(question.id)
            earlier.add(question.id)
    return (
        bool(earlier)
        and len(set(ids)) == len(ids)
        and all(map(is_id, (questionnaire.id, *ids)))
        and first < questionnaire.target <= last
        and len(questionnaire.level_names) in (0, last - first + 1)
        and len(questionnaire.level_meanings) in (0, last - first + 1)
        and not circles((questionnaire,))
    )


def _fits(question: Question, first: int, last: int) -> bool:
    numbers = [level.number for level in question.levels]
    return numbers == list(range(first, last + 1)) and all(level.text for level in question.levels)


def _looks_back(question: Question, earlier: set[str]) -> bool:
    return all(_is_known(part, earlier) for part in question.ask_if)


def _is_known(part: Condition, earlier: set[str]) -> bool:
    if part.subject in PROFILE_VALUES:
        return part.value in PROFILE_VALUES[part.subject]
    return part.subject in earlier and part.value.isdecimal()
