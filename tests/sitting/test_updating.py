"""Newer versions of questionnaires: offered when there are, taken over whole, taken back whole."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from peil.errors import PeilError, QuestionnaireInvalid
from peil.questionnaire.catalog import Catalog
from peil.sitting import Sitting
from peil.sitting.begin import Wishes, begin
from peil.sitting.demo import make_demo
from peil.sitting.updating import Update, newer, newer_of
from peil.sitting.view import View
from peil.store.openfile import OpenFile
from peil.store.workspace import Workspace
from tests.sitting.bread import BUTTER, DUTCH, ENGLISH, edited, put, put_newer

RENAMED = {"`cracks`\n\n-": "`aloud`\n\n- was: cracks\n-", "cracks >=": "aloud >="}
"""Calls the first question otherwise."""
OTHER_LEVEL = {"It cracks now and then.": "It cracks once a week."}


@pytest.fixture
def own(workspace: Workspace) -> Path:
    """Return the folder of the user's own questionnaires, with one of them in two languages."""
    return put(workspace.questionnaires, bread_en=ENGLISH, bread_nl=DUTCH)


@pytest.fixture
def ours(workspace: Workspace, own: Path) -> Catalog:
    """Return the questionnaires in that folder."""
    return Catalog([own], workspace.cache)


@pytest.fixture
def baker(workspace: Workspace, ours: Catalog) -> Iterator[Sitting]:
    """Yield an assessment of that questionnaire with two answers, open for writing."""
    made = begin(workspace, ours, Wishes("Baker", questionnaires=("bread",)), language="en")
    made.rate("bread/cracks", 1)
    made.rate("bread/listens", 2)
    yield made
    made.close()


def only(sitting: View, catalog: Catalog) -> Update:
    """Return the one newer version that there is."""
    (update,) = newer(sitting, catalog)
    return update


def test_the_newer_version_takes_over(baker: Sitting, ours: Catalog, own: Path) -> None:
    """Questions, answers, walk and plan are those of the newer version, and it is saved so."""
    put_newer(own, {**RENAMED, **OTHER_LEVEL})
    put(own, bread_nl=edited(DUTCH, {"`cracks`": "`aloud`"}))
    update = only(baker, ours)
    assert (update.questionnaire, update.from_version, update.to_version) == ("bread", 1, 2)
    baker.update_questionnaire(update)
    assert baker.items.questions == ("bread/aloud", "bread/listens")
    assert baker.answer("bread/aloud").formerly == "It is silent."
    assert baker.walk.states["bread/aloud"] == "rated"
    assert baker.plan.actions[0].question == "bread/aloud"
    assert newer(baker, ours) == ()
    baker.close()
    assert View.look(_workspace(own), "baker").assessment == baker.assessment


def test_the_file_as_it_was_is_kept_first(baker: Sitting, ours: Catalog, own: Path) -> None:
    """A copy from before the update stands among the earlier saves."""
    put_newer(own, OTHER_LEVEL)
    baker.update_questionnaire(only(baker, ours))
    kept = list((own.parent / "backups" / "baker").glob("*.update.json"))
    assert len(kept) == 1
    assert "It cracks now and then." in kept[0].read_text(encoding="utf-8")
    assert "It cracks once a week." not in kept[0].read_text(encoding="utf-8")


def test_without_a_copy_nothing_changes(
    baker: Sitting, ours: Catalog, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the file cannot be kept as it was, the frozen version stays."""

    def refuse(_file: OpenFile, _why: str) -> None:
        raise PeilError("No room for a copy.")

    put_newer(own, OTHER_LEVEL)
    monkeypatch.setattr(OpenFile, "keep_before", refuse)
    before, update = baker.assessment, only(baker, ours)
    with pytest.raises(PeilError, match="No room"):
        baker.update_questionnaire(update)
    assert baker.assessment == before


def test_undo_takes_all_of_it_back(baker: Sitting, ours: Catalog, own: Path) -> None:
    """Questions, answers and place are as before; codes given meanwhile follow their question."""
    put_newer(own, {**RENAMED, **OTHER_LEVEL})
    put(own, bread_nl=edited(DUTCH, {"`cracks`": "`aloud`"}))
    baker.go_to("bread/cracks")
    before = baker.assessment
    baker.update_questionnaire(only(baker, ours))
    assert baker.assessment.place == "bread/aloud"
    codes = baker.give_codes()
    baker.undo()
    after = baker.assessment
    assert replace(after, actions={}, last_code=0, changed="") == replace(before, changed="")
    assert baker.items.questions == ("bread/cracks", "bread/listens")
    assert baker.codes == {key.replace("aloud", "cracks"): code for key, code in codes.items()}


def _met(baker: Sitting) -> None:
    """Let a team vote on the first question, agree, and park something there."""
    baker.set_meeting(voters=3)
    baker.tally("bread/cracks", "112")
    baker.agree("bread/cracks", 1)
    baker.park("a new oven", "bread/cracks")


def test_votes_go_along_with_their_question(baker: Sitting, ours: Catalog, own: Path) -> None:
    """What was voted, agreed and parked belongs to it under its new name, and back again."""
    put_newer(own, RENAMED)
    _met(baker)
    before = baker.assessment
    baker.update_questionnaire(only(baker, ours))
    assert baker.assessment.votes == {"bread/aloud": before.votes["bread/cracks"]}
    assert [line.question for line in baker.agenda.settled] == ["bread/aloud"]
    assert [parked.question for parked in baker.assessment.parked] == ["bread/aloud"]
    baker.tally("bread/aloud", "333")
    baker.undo()
    rounds = baker.vote_on("bread/cracks").rounds
    assert [votes.votes for votes in rounds] == [{"1": 2, "2": 1}, {"3": 3}]
    assert baker.vote_on("bread/cracks").agreed == before.votes["bread/cracks"].agreed
    assert baker.assessment.parked == before.parked
    assert list(baker.assessment.votes) == ["bread/cracks"]


def test_on_another_scale_a_team_agrees_again(baker: Sitting, ours: Catalog, own: Path) -> None:
    """Its rounds are kept; the level on which it agreed is no answer any more."""
    put_newer(own, {"scale: 1 to 3": "scale: 0 to 2", "cracks >= 2": "cracks >= 1"})
    _met(baker)
    before = baker.assessment
    baker.update_questionnaire(only(baker, ours))
    assert baker.vote_on("bread/cracks").rounds == before.votes["bread/cracks"].rounds
    assert baker.vote_on("bread/cracks").agreed is None
    assert not baker.agenda.settled
    baker.undo()
    assert baker.assessment.votes == before.votes


def test_a_running_vote_keeps_its_questions(baker: Sitting, ours: Catalog, own: Path) -> None:
    """Taking the newer version back waits until the vote is over."""
    put_newer(own, RENAMED)
    baker.set_meeting(voters=3)
    baker.update_questionnaire(only(baker, ours))
    baker.begin_ballot(["bread/aloud"], "keyboard")
    with pytest.raises(PeilError, match="still running"):
        baker.undo()
    baker.give_up_ballot()
    assert baker.undo() is not None
    assert baker.items.has_question("bread/cracks")


def test_codes_from_before_come_back_with_their_scale(
    baker: Sitting, ours: Catalog, own: Path
) -> None:
    """With other level numbers every step gets another code, and undo brings the first back."""
    codes = baker.give_codes()
    shifted = {"scale: 1 to 3": "scale: 0 to 2", "cracks >= 2": "cracks >= 1"}
    put_newer(own, shifted)
    baker.update_questionnaire(only(baker, ours))
    assert baker.answer("bread/cracks").state is None
    baker.rate("bread/cracks", 0)
    steps = {key: code for key, code in baker.give_codes().items() if key.count("@") == 1}
    assert not set(steps.values()) & {code for key, code in codes.items() if "@" in key}
    baker.undo()
    baker.undo()
    assert codes.items() <= baker.codes.items()
    assert len(set(baker.codes.values())) == len(baker.assessment.actions)


def test_who_only_looks_is_refused(baker: Sitting, ours: Catalog, own: Path) -> None:
    """The newer version can be seen, and is not taken over."""
    put_newer(own, OTHER_LEVEL)
    looking = Sitting.look(_workspace(own), "baker")
    with pytest.raises(PeilError, match="look only"):
        looking.update_questionnaire(only(looking, ours))
    assert looking.assessment.sources[0].version == 1
    assert baker.assessment.sources[0].version == 1


def test_a_version_that_was_taken_over_meanwhile_is_refused(
    baker: Sitting, ours: Catalog, own: Path
) -> None:
    """Taking the same version over once more changes nothing."""
    put_newer(own, OTHER_LEVEL)
    update = only(baker, ours)
    baker.update_questionnaire(update)
    before = baker.assessment
    with pytest.raises(PeilError, match="already"):
        baker.update_questionnaire(update)
    assert baker.assessment == before


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"version: 1": "version: 0"},
        {"version: 1": "version: 1", **OTHER_LEVEL},
        {"version: 1": "version: 2", "- core: yes": "- core: perhaps"},
        {"version: 1": "version: two"},
        {"---\ntitle": "--\ntitle"},
    ],
)
def test_what_is_not_newer_or_has_errors_is_not_offered(
    baker: Sitting, ours: Catalog, own: Path, change: dict[str, str]
) -> None:
    """The same, a lower or an unreadable version, and one with errors, are passed over."""
    text = ENGLISH
    for old, new in change.items():
        text = text.replace(old, new)
    put(own, bread_en=text)
    assert newer(baker, ours) == ()


def test_nothing_is_parsed_while_nothing_is_newer(
    baker: Sitting, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking for newer versions reads front matter only, also where the text changed."""
    from peil.questionnaire import files

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(files, "parse_body", refuse)
    put(own, bread_en=ENGLISH.replace("silent", "quiet"))
    looking = View(baker.assessment)
    assert newer(looking, Catalog([own], None)) == ()
    put_newer(own, OTHER_LEVEL)
    with pytest.raises(AssertionError):
        newer(looking, Catalog([own], None))


def test_a_circle_with_another_questionnaire_is_refused(
    workspace: Workspace, own: Path, ours: Catalog
) -> None:
    """Where the newer version and another one wait for each other, the sentence says how."""
    put(own, butter_en=BUTTER)
    wishes = Wishes("Baker", questionnaires=("bread", "butter"))
    sitting = begin(workspace, ours, wishes, language="en")
    try:
        circle = "Listen to one loaf.\n   - needs: butter/soft >= 2"
        put_newer(own, {"Listen to one loaf.": circle})
        before = sitting.assessment
        with pytest.raises(QuestionnaireInvalid, match=r"bread/listens@2.*butter/soft@2"):
            sitting.update_questionnaire(only(sitting, ours))
        assert sitting.assessment == before
        assert not list((workspace.folder / "backups" / "baker").glob("*.update.json"))
    finally:
        sitting.close()


def test_every_shared_language_is_compared(baker: Sitting, ours: Catalog, own: Path) -> None:
    """A level that reads otherwise in Dutch only asks for a look in English too."""
    put(
        own,
        bread_en=edited(ENGLISH, {}),
        bread_nl=edited(DUTCH, {"Iedereen luistert.": "Het hele dorp luistert."}),
    )
    update = only(baker, ours)
    assert [one.question for one in update.differences.levels] == ["bread/listens"]
    baker.update_questionnaire(update)
    assert baker.answer("bread/listens").formerly == "The baker listens."
    assert not baker.answer("bread/cracks").look_again


def test_a_language_that_is_gone_makes_no_difference(
    baker: Sitting, ours: Catalog, own: Path
) -> None:
    """A Dutch reader whose language the newer version lacks goes on in the original's words."""
    baker.speak("nl")
    (own / "bread.nl.md").unlink()
    put(own, bread_en=edited(ENGLISH, {}))
    baker.update_questionnaire(only(baker, ours))
    assert baker.items.question("bread/cracks").text == "Does it crack?"
    assert not baker.answer("bread/cracks").look_again


def test_a_file_outside_the_folder_can_be_named(
    baker: Sitting, ours: Catalog, own: Path, tmp_path: Path
) -> None:
    """A newer version in a file of its own is found by its path; another id is refused."""
    newest = put(tmp_path / "desk", bread_en=edited(ENGLISH, OTHER_LEVEL), butter_en=BUTTER)
    update = newer_of(baker, ours, str(newest / "bread.en.md"))
    assert update is not None
    assert update.to_version == 2
    assert newer_of(baker, ours, str(own / "bread.en.md")) is None
    with pytest.raises(PeilError, match="does not answer the questionnaire butter"):
        newer_of(baker, ours, str(newest / "butter.en.md"))


def test_the_example_firm_takes_it_over_too(workspace: Workspace, catalog: Catalog) -> None:
    """The demo is an assessment like any other."""
    demo = make_demo(workspace, "en")
    try:
        text = catalog.texts("iceberg")["en"].replace("version: 1\n", "version: 9\n", 1)
        own = put(workspace.questionnaires, iceberg_en=text)
        demo.update_questionnaire(only(demo, Catalog([own], workspace.cache)))
        assert demo.assessment.sources[0].version == 9
        assert not any(answer.look_again for answer in demo.assessment.answers.values())
    finally:
        demo.close()


@pytest.mark.parametrize(
    "act",
    [
        lambda sitting: sitting.rate("bread/cracks", 1),
        lambda sitting: sitting.rate("bread/cracks", 3),
        lambda sitting: sitting.mark_unknown("bread/cracks"),
        lambda sitting: sitting.mark_not_applicable("bread/cracks", "no oven"),
        lambda sitting: sitting.take_back("bread/cracks"),
        lambda sitting: sitting.look_again("bread/cracks", wanted=False),
    ],
    ids=["same", "other", "unknown", "not-applicable", "back", "flag"],
)
def test_whoever_looks_again_is_not_asked_twice(
    baker: Sitting, ours: Catalog, own: Path, act: Callable[[Sitting], None]
) -> None:
    """Any answer, the same one included, and taking the flag off, clear the mark."""
    put_newer(own, OTHER_LEVEL)
    baker.update_questionnaire(only(baker, ours))
    assert baker.answer("bread/cracks").look_again
    act(baker)
    answer = baker.answer("bread/cracks")
    assert (answer.formerly, answer.look_again, answer.flagged_before) == ("", False, False)


def test_a_flag_of_one_s_own_outlives_the_answer(baker: Sitting, ours: Catalog, own: Path) -> None:
    """Only the mark that came from the update goes with the answer; notes leave both alone."""
    baker.look_again("bread/cracks", wanted=True)
    baker.rate("bread/cracks", 1)
    assert baker.answer("bread/cracks").look_again
    put_newer(own, OTHER_LEVEL)
    baker.update_questionnaire(only(baker, ours))
    baker.write_note("bread/cracks", "ask Marieke")
    assert baker.answer("bread/cracks").formerly == "It is silent."
    baker.rate("bread/cracks", 1)
    answer = baker.answer("bread/cracks")
    assert (answer.formerly, answer.look_again) == ("", True)


def _workspace(own: Path) -> Workspace:
    return Workspace(own.parent)


def test_a_circle_over_a_level_that_is_gone_is_refused_too(
    workspace: Workspace, own: Path, ours: Catalog
) -> None:
    """A need above the newer scale asks for its last level, and can close a circle there."""
    put(own, butter_en=BUTTER.replace("listens >= 2", "listens >= 3"))
    wishes = Wishes("Baker", questionnaires=("bread", "butter"))
    sitting = begin(workspace, ours, wishes, language="en")
    try:
        circle = "Listen to one loaf.\n   - needs: butter/soft >= 2"
        shorter = {"scale: 1 to 3": "scale: 1 to 2", "3. It cracks every day.\n": ""}
        shorter |= {"   - to get here: Keep the oven closed.\n": "", "3. Everybody listens.\n": ""}
        shorter |= {"   - to get here: Let everybody hear one loaf.\n": ""}
        shorter |= {"   - needs: cracks >= 2\n": "", "Listen to one loaf.": circle}
        put(own, bread_en=edited(ENGLISH, shorter))
        (own / "bread.nl.md").unlink()
        with pytest.raises(QuestionnaireInvalid, match=r"bread/listens@2.*butter/soft@2"):
            sitting.update_questionnaire(only(sitting, ours))
    finally:
        sitting.close()
