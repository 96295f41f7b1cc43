"""What a newer version changes, and what becomes of each answer."""

from hypothesis import given
from msgspec.structs import replace

from peil.assessment.differences import Differences, differences
from peil.assessment.model import Answer
from peil.assessment.versions import questions_of
from peil.questionnaire.model import Questionnaire, full_id
from tests.assessment.versions import Chain, asked, between, chains, moved_on, version
from tests.builders import answer, assessment, question, questionnaire, topic


def found(before: Questionnaire, after: Questionnaire) -> Differences:
    """Return what changes for an assessment without answers."""
    return differences(between(before, after), assessment([before]))


def test_each_question_stands_in_its_list() -> None:
    """New, gone, moved, with other levels, in other words: each once, with its words."""
    before = version(1, asked("same"), asked("gone"), asked("old"), asked("level"), asked("word"))
    after = version(
        2,
        asked("same"),
        asked("new"),
        asked("moved", was=("old",), text="Other words?"),
        asked("level", says={3: "Otherwise"}),
        asked("word", text="Also other words?"),
    )
    now = assessment([before], {"q/gone": 2, "q/old": 3, "q/level": 2, "q/word": Answer(note="n")})
    what = differences(between(before, after), now)
    lists = (what.new, what.gone, what.moved, what.levels, what.wording)
    assert [[one.question for one in each] for each in lists] == [
        ["q/new"], ["q/gone"], ["q/moved"], ["q/level"], ["q/word"],
    ]  # fmt: skip
    assert [[(one.answered, one.fate) for one in each] for each in lists] == [
        [(False, None)], [(True, "former")], [(True, "kept")], [(True, "look-again")],
        [(False, "kept")],
    ]  # fmt: skip
    assert (what.moved[0].was, what.moved[0].before) == ("q/old", "Where does old stand?")
    assert what.levels[0].levels == ((3, "It stands at 3.", "Otherwise"),)


def test_the_same_text_has_no_differences() -> None:
    """Nothing is listed when only the number of the version is another."""
    before = version(1, asked("a"), asked("b"))
    assert not any(found(before, replace(before, version=2)))


def test_layout_is_no_difference() -> None:
    """Questions, levels and steps that differ in layout, case or end punctuation are the same."""
    plain = question("a", text="Is it so?")
    laid_out = replace(
        plain,
        text="is  it\nso",
        levels=tuple(
            replace(
                level,
                text=f" {level.text.upper()}.",
                action=level.action and replace(level.action, title=f"{level.action.title}!"),
            )
            for level in plain.levels
        ),
    )
    assert not any(found(version(1, plain), version(2, laid_out)))


def test_topics_target_gate_and_scale_are_told() -> None:
    """What changes about the whole questionnaire stands beside the questions."""
    before = questionnaire("q", topic("t", asked("a", core=True), asked("b")), topic("u"))
    after = replace(
        questionnaire(
            "q",
            topic("t", asked("a", scale=(0, 3)), asked("b", scale=(0, 3), core=True)),
            topic("v", title="Fresh"),
            scale=(0, 3),
            gate=True,
        ),
        version=2,
    )
    what = found(before, after)
    assert [one.title for one in what.new_topics] == ["Fresh"]
    assert [one.topic for one in what.gone_topics] == ["q/u"]
    assert what.core == (("q/t", "T", "Where does b stand?"),)
    assert (what.target, what.gate, what.scale) == ((3, 2), True, ((1, 4), (0, 3)))
    assert [one.question for one in what.levels] == ["q/a", "q/b"]


def test_steps_and_weights_are_told_in_one_word_each() -> None:
    """Actions and needs change the steps; weights and conditions change what counts."""
    plain = version(1, question("a"), question("b", needs={3: ["q/a >= 2"]}))
    other_effort = version(2, question("a", minutes=30), plain.topics[0].questions[1])
    other_need = version(2, question("a"), question("b"))
    heavier = version(2, question("a", weight=2), plain.topics[0].questions[1])
    asked_if = replace(plain.topics[0].questions[1], ask_if=question("x", ask_if=["a >= 2"]).ask_if)
    flags = [
        (what.steps, what.counting)
        for what in (
            found(plain, other_effort),
            found(plain, other_need),
            found(plain, heavier),
            found(plain, version(2, question("a"), asked_if)),
        )
    ]
    assert flags == [(True, False), (True, False), (False, True), (False, True)]


def test_a_new_id_alone_changes_no_step() -> None:
    """Needs and conditions on a question that was only renamed are the same."""
    before = version(1, question("a"), question("b", needs={3: ["q/a >= 2"]}, ask_if=["a >= 2"]))
    renamed = replace(question("a"), id="new", was=("a",))
    other = question("b", needs={3: ["q/new >= 2"]}, ask_if=["new >= 2"])
    what = found(before, version(2, renamed, other))
    assert [one.question for one in what.moved] == ["q/new"]
    assert (what.steps, what.counting, what.levels, what.wording) == (False, False, (), ())


@given(chains())
def test_what_is_told_is_what_happens(chain: Chain) -> None:
    """For any versions, the fate that is told of each answer is what the update then does."""
    first, second, third = chain.versions
    asked_for = {full_id("q", name) for name in questions_of(first)}
    answers = {name: one for name, one in chain.assessment.answers.items() if name in asked_for}
    now = moved_on(replace(chain.assessment, answers=answers), first, second)
    versions = between(second, third)
    what = differences(versions, now)
    then = moved_on(now, second, third)
    every = (*what.new, *what.gone, *what.moved, *what.levels, *what.wording)
    assert len({one.question for one in every}) == len(every)
    for one in every:
        here = then.answers.get(one.question, Answer())
        if one in what.gone or one.fate is None:
            assert one in what.gone or one.question not in then.answers
        elif one.fate == "look-again":
            assert (here.look_again, here.formerly != "") == (True, True)
        elif one.fate == "former":
            assert here.state is None
        elif one.fate == "kept":
            assert here == now.answers[one.was or one.question]
        else:
            assert here.note
    untold = {full_id("q", name) for name in versions.new} - {one.question for one in every}
    assert all(then.answers.get(name) == now.answers.get(name) for name in untold)


def test_an_answer_that_comes_back_is_announced() -> None:
    """A new question that was asked before says that its former answer comes back."""
    first, second = version(1, asked("a"), asked("b")), version(2, asked("b"))
    gone = moved_on(assessment([first], {"q/a": answer(2)}), first, second)
    third = version(3, asked("a", says={2: "Otherwise"}), asked("b"))
    assert differences(between(second, third), gone).new[0].fate == "look-again"
    same = version(3, asked("a"), asked("b"))
    assert differences(between(second, same), gone).new[0].fate == "returns"
