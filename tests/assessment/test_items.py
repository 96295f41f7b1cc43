"""Looking up topics and questions by their full id."""

import pytest

from peil.assessment.items import Items, items_of
from tests.builders import question, questionnaire, topic

OVER = (
    questionnaire("one", topic("a", question("a1"), question("a2", core=True))),
    questionnaire("two", topic("a", question("a1", core=True)), topic("b", question("b1"))),
)


def test_ids_lead_to_what_they_name() -> None:
    """The same local id in two questionnaires leads to two different things."""
    items = Items(OVER)
    assert items.questions == ("one/a1", "one/a2", "two/a1", "two/b1")
    assert items.topics == ("one/a", "two/a", "two/b")
    assert items.question("two/a1") is OVER[1].topics[0].questions[0]
    assert items.topic("two/b") is OVER[1].topics[1]
    assert items.topic_of("two/b1") == "two/b"
    assert items.questions_of("one/a") == ("one/a1", "one/a2")
    assert items.questionnaire_of("two/b") is items.questionnaire_of("two/b1") is OVER[1]
    assert (items.core_of("one/a"), items.core_of("two/b")) == ("one/a2", None)


def test_an_unknown_id_is_a_key_error() -> None:
    """A topic is no question, and a question is no topic."""
    items = Items(OVER)
    assert not items.has_question("one/a")
    assert not items.has_topic("one/a1")
    with pytest.raises(KeyError):
        items.question("one/a")


def test_tables_are_built_once() -> None:
    """The same questionnaires give the same tables, others of equal contents give their own."""
    assert items_of(list(OVER)) is items_of(OVER)
    assert items_of(OVER[:1]).questions == ("one/a1", "one/a2")
    assert items_of(OVER[::-1]).questions[0] == "two/a1"
