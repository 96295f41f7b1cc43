"""What the levels of a questionnaire are called and mean, to read beside each other."""

from peil.questionnaire.model import Questionnaire
from peil.text.languages import Words
from peil.tui.content import NOTHING, text
from peil.tui.overlay import Labelled, Line


def level_lines(questionnaire: Questionnaire, say: Words) -> list[Line]:
    """Return a heading and a line for each level; nothing where levels have numbers only."""
    if not (questionnaire.level_names or questionnaire.level_meanings):
        return []
    levels = [
        Labelled(name, meaning) if meaning else text(name, "key")
        for name, meaning in named_levels(questionnaire)
    ]
    return [NOTHING, text(say("What the levels mean"), "title"), *levels]


def named_levels(questionnaire: Questionnaire) -> list[tuple[str, str]]:
    """Return number and name of each level, and its meaning, empty where none is given."""
    numbers = range(questionnaire.first_level, questionnaire.last_level + 1)
    names = [
        f"{number} {questionnaire.level_name(number)}" if questionnaire.level_names else f"{number}"
        for number in numbers
    ]
    return list(zip(names, questionnaire.level_meanings or [""] * len(names), strict=True))
