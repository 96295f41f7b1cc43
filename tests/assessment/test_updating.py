"""A newer version takes over: every answer goes along, asks for a look, or is kept aside."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from hypothesis import given
from msgspec.structs import replace

from peil.assessment.model import ActionRecord, Answer, Assessment, FormerAnswer
from tests.assessment.versions import LATER, Chain, asked, between, chains, moved_on, version
from tests.builders import TIME, UNKNOWN, answer, assessment


def _everything(now: Assessment) -> Iterator[Answer]:
    yield from now.answers.values()
    yield from (one.answer for one in now.former.values())


def _said(answers: Iterable[Answer]) -> set[tuple[object, ...]]:
    """Return what was said and written, of each answer with the note that is its own."""
    return {(one.note, one.state, one.level, one.reason, one.evidence) for one in answers}


@given(chains())
def test_nothing_said_is_ever_lost(chain: Chain) -> None:
    """Over any three versions, each level and note is among the answers or the former ones."""
    now = chain.assessment
    for before, after in pairwise(chain.versions):
        then = moved_on(now, before, after)
        assert _said(_everything(now)) <= _said(_everything(then))
        now = then


@given(chains())
def test_updating_twice_is_updating_once(chain: Chain) -> None:
    """The same text once more changes no answer, no former answer and no code."""
    now = chain.assessment
    for before, after in pairwise(chain.versions):
        now = moved_on(now, before, after)
        again = moved_on(now, after, after)
        assert (again.answers, again.former) == (now.answers, now.former)
        assert (again.actions, again.targets, again.place) == (now.actions, now.targets, now.place)


@given(chains())
def test_only_levels_of_the_new_scale_count(chain: Chain) -> None:
    """A level that counts afterwards has the words it was chosen for, or asks for a look."""
    before, after, _ = chain.versions
    versions = between(before, after)
    then = moved_on(chain.assessment, before, after)
    for name, one in then.answers.items():
        new = name.partition("/")[2]
        if one.level is None or new not in versions.new:
            continue
        old = versions.came_from(new)
        assert old is not None
        assert versions.same_scale
        levels = {one.level, one.level + 1}
        if levels & set(versions.changed_levels(old, new)):
            words = {level.number: level.text for level in versions.old[old].levels}
            assert (one.look_again, one.formerly) == (True, words[one.level])
        else:
            assert one == chain.assessment.answers[f"q/{old}"]


@given(chains())
def test_codes_stay_with_what_they_mean(chain: Chain) -> None:
    """No code is lost or shared, and a step's code follows its question to the new id."""
    before, after, _ = chain.versions
    versions = between(before, after)
    then = moved_on(chain.assessment, before, after).actions
    assert then.keys() == chain.assessment.actions.keys()
    keys = [record.key for record in then.values()]
    assert len(set(keys)) == len(keys)
    for code, record in chain.assessment.actions.items():
        local = record.key.partition("/")[2].rstrip("@?123")
        held = {one.key for one in chain.assessment.actions.values()}
        new = f"q/{versions.moved.get(local, local)}"
        wanted = record.key.replace(f"q/{local}", new, 1)
        if "@" in wanted and not versions.same_scale:
            assert then[code].key == f"{record.key}@1"
        elif wanted == record.key or wanted not in held:
            assert then[code].key == wanted


def test_an_answer_moves_to_the_new_id() -> None:
    """`was` takes answer, note, code and place along; the first old id that is there counts."""
    before = version(1, asked("old"), asked("older"))
    after = version(2, asked("new", was=("oldest", "old", "older")))
    now = assessment([before], {"q/old": answer(2), "q/older": answer(3)}, place="q/old")
    now = replace(now, actions={"A01": ActionRecord("A01", "q/old@3")})
    then = moved_on(now, before, after)
    assert then.answers == {"q/new": now.answers["q/old"]}
    assert list(then.former) == ["q/older@1"]
    assert then.actions["A01"].key == "q/new@3"
    assert then.place == "q/new"


def test_two_questions_cannot_take_the_same_answer() -> None:
    """The first that names an old id gets its answer; the second is new."""
    before = version(1, asked("old"))
    after = version(2, asked("one", was=("old",)), asked("two", was=("old",)))
    then = moved_on(assessment([before], {"q/old": 2}), before, after)
    assert list(then.answers) == ["q/one"]


def test_a_level_that_reads_otherwise_asks_for_a_look() -> None:
    """Its own words and those of the level above matter; the old sentence is kept."""
    before = version(1, asked("a"), asked("b"), asked("c"))
    after = version(2, *(asked(name, says={2: "Otherwise"}) for name in "abc"))
    then = moved_on(assessment([before], {"q/a": 1, "q/b": 2, "q/c": 3}), before, after)
    assert then.answers["q/a"].formerly == "It stands at 1."
    assert then.answers["q/b"].formerly == "It stands at 2."
    assert then.answers["q/b"].look_again
    assert then.answers["q/b"].level == 2
    assert not then.answers["q/c"].look_again


def test_the_first_sentence_stays_known_through_several_versions() -> None:
    """What the level said when it was chosen is kept until somebody looked."""
    versions = [version(n, asked("a", says={2: words})) for n, words in enumerate("xyz", 1)]
    now = assessment([versions[0]], {"q/a": 2})
    for before, after in pairwise(versions):
        now = moved_on(now, before, after)
    assert now.answers["q/a"].formerly == "x"


def test_layout_and_case_make_no_other_level() -> None:
    """White space, capitals and the full stop at the end are no difference."""
    before = version(1, asked("a", says={2: "It hangs  at the door."}))
    after = version(2, asked("a", says={2: "it hangs at\nthe Door"}))
    now = assessment([before], {"q/a": 2})
    assert moved_on(now, before, after).answers == now.answers


def test_another_scale_keeps_the_level_aside_and_the_note_in_place() -> None:
    """A level number of another scale counts no more: the question is open, its note stays."""
    before = version(1, asked("a"), asked("b"), asked("c"))
    after = version(2, *(asked(name, scale=(0, 3)) for name in "abc"), scale=(0, 3))
    rated = replace(answer(2), note="on the fridge", look_again=True)
    now = assessment([before], {"q/a": rated, "q/b": UNKNOWN, "q/c": 4})
    now = replace(now, targets={"q/t": 4, "other/t": 2})
    then = moved_on(now, before, after)
    kept = Answer(note="on the fridge", look_again=True, changed=LATER)
    assert then.answers == {"q/a": kept, "q/b": now.answers["q/b"]}
    assert then.former["q/a@1"] == FormerAnswer(
        "q/a", 1, "Where does a stand?", "It stands at 2.", rated
    )
    assert then.former["q/c@1"].level_text == "It stands at 4."
    assert then.targets == {"other/t": 2}


def test_what_was_only_written_is_kept_aside_too() -> None:
    """A note or a flag without an answer moves to the former answers with its question."""
    before, after = version(1, asked("a"), asked("b"), asked("c")), version(2, asked("c"))
    written = {"q/a": Answer(note="ask Marieke"), "q/b": Answer(look_again=True)}
    then = moved_on(assessment([before], written), before, after)
    assert then.answers == {}
    assert {key: one.answer for key, one in then.former.items()} == {
        "q/a@1": written["q/a"],
        "q/b@1": written["q/b"],
    }


def test_a_question_that_comes_back_takes_its_answer_back() -> None:
    """The former answer counts again, to be looked at where its level reads otherwise."""
    first = version(1, asked("a"), asked("b"), asked("c"))
    second = version(2, asked("c"))
    third = version(3, asked("a"), asked("new", was=("b",), says={3: "Otherwise"}), asked("c"))
    now = assessment([first], {"q/a": 2, "q/b": 3})
    gone = moved_on(now, first, second)
    assert gone.answers == {}
    back = moved_on(gone, second, third)
    assert back.former == {}
    assert back.answers["q/a"] == now.answers["q/a"]
    assert back.answers["q/new"].level == 3
    assert back.answers["q/new"].formerly == "It stands at 3."


def test_no_answer_comes_back_to_another_level_or_another_question() -> None:
    """It stays aside where its words have another number now, or the question was there before."""
    first, second = version(1, asked("a"), asked("b")), version(2, asked("x"))
    shifted = {number: f"It stands at {number - 1}." for number in range(1, 5)}
    third = version(3, asked("a", says=shifted), asked("b", was=("x",)))
    noted = replace(answer(2), note="one")
    gone = moved_on(assessment([first], {"q/a": 2, "q/b": noted}), first, second)
    gone = replace(gone, answers={"q/x": Answer(note="another")})
    back = moved_on(gone, second, third)
    assert back.former == gone.former
    assert back.answers == {"q/b": Answer(note="another")}


def test_a_flag_of_the_reader_s_own_is_told_apart() -> None:
    """Where the flag was set before, the answer remembers that it was."""
    before, after = (
        version(1, asked("a"), asked("b")),
        version(2, *(asked(name, says={2: "Otherwise"}) for name in "ab")),
    )
    flagged = replace(answer(2), look_again=True)
    then = moved_on(assessment([before], {"q/a": flagged, "q/b": 2}), before, after)
    assert then.answers["q/a"].flagged_before
    assert not then.answers["q/b"].flagged_before


def test_other_questionnaires_are_left_alone() -> None:
    """Answers, codes and targets of another questionnaire stay what they are."""
    before, after = version(1, asked("a")), version(2, asked("b"))
    now = assessment([before], {"other/a": 2}, targets={"other/t": 2}, place="other/a")
    now = replace(now, actions={"A01": ActionRecord("A01", "other/a@3")})
    then = moved_on(now, before, after)
    assert replace(then, sources=now.sources) == now


def test_former_answers_never_take_each_other_s_place() -> None:
    """A key that is taken, as in a file from elsewhere, gets a number."""
    before, after = version(1, asked("a"), asked("b")), version(2, asked("b"))
    there = FormerAnswer("q/a", 1, "", "", Answer(note="first"))
    now = replace(assessment([before], {"q/a": answer(2)}), former={"q/a@1": there})
    then = moved_on(now, before, after)
    assert then.former["q/a@1"] == there
    assert then.former["q/a@1-2"].answer == replace(answer(2), changed=TIME)
