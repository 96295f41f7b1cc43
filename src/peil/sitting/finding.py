"""A question or topic by the name that a person typed."""

from collections.abc import Sequence
from difflib import get_close_matches

from peil.assessment.items import Items
from peil.errors import PeilError
from peil.text.languages import mark


def find_question(items: Items, name: str) -> str:
    """Return the full id of the question called `name`, with or without its questionnaire.

    PeilError when there is none, or when two questionnaires share the name.
    """
    return _found(
        name,
        items.questions,
        mark("There is no question {name} here. Did you mean {close}?"),
        mark("There is no question {name} here. A question is called, for example, {all}."),
    )


def find_topic(items: Items, name: str) -> str:
    """Return the full id of the topic called `name`, with or without its questionnaire.

    PeilError when there is none, or when two questionnaires share the name.
    """
    return _found(
        name,
        items.topics,
        mark("There is no topic {name} here. Did you mean {close}?"),
        mark("There is no topic {name} here. There are: {all}."),
    )


def _found(name: str, full_ids: Sequence[str], close_sentence: str, none_sentence: str) -> str:
    if name in full_ids:
        return name
    same = [each for each in full_ids if each.partition("/")[2] == name]
    if len(same) == 1:
        return same[0]
    if same:
        raise PeilError(
            mark("{name} is in more than one questionnaire: write {all}."),
            name=name,
            all=", ".join(same),
        )
    short = {each.partition("/")[2]: each for each in full_ids}
    close = get_close_matches(name.partition("/")[2] or name, short, 1, 0.5)
    if close:
        raise PeilError(close_sentence, name=name, close=short[close[0]])
    raise PeilError(none_sentence, name=name, all=", ".join(full_ids[:18]))
