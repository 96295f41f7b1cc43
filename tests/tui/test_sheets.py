"""The lines of results, plan and core page, for any questionnaires and answers."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from peil.plan.influence import Influence, answered_influence, open_influence
from peil.questionnaire.model import LevelAction, Questionnaire
from peil.report.effect import effect_lines
from peil.sitting import Sitting
from peil.text.languages import words
from peil.tui.dialogs.action_fields import LABELS, SMART, FieldScene
from peil.tui.dialogs.action_sheet import action_sheet
from peil.tui.dialogs.action_text import ActionScene
from peil.tui.dialogs.smart_fields import FIELDS
from peil.tui.pages import core_lines
from peil.tui.pages.hanging import Hanging, certainty
from peil.tui.pages.plan_foot import foot_height, plan_foot
from peil.tui.pages.plan_sheet import heading_name, plan_sheet, shown_actions
from peil.tui.pages.results_sheet import results_sheet
from peil.tui.pages.what_if_numbers import numbers, numbers_height
from peil.tui.pages.what_if_sheet import what_if_sheet
from peil.tui.signs import UNICODE
from peil.tui.widgets.lines import names_of
from tests.builders import UNKNOWN, Given, assessment, question, questionnaire, topic
from tests.strategies import Case, cases
from tests.tui.sheets import core_scene, plan_scene, results_scene, sitting_over, what_if_scene

WIDTHS = st.sampled_from((40, 60, 79, 80, 104, 120, 200))
HEIGHTS = st.sampled_from((8, 16, 20, 36))


def answered_and_open(sitting: Sitting) -> tuple[Influence, Influence]:
    """Return what the answers, and what the open questions, can change."""
    of = (sitting.questionnaires, sitting.assessment)
    return answered_influence(*of), open_influence(*of)


def foundations(
    count: int = 3, *, gate: bool = True, scale: tuple[int, int] = (1, 4)
) -> Questionnaire:
    """Return a questionnaire `base` with topics `t1`, `t2` … of two questions each."""
    return questionnaire(
        "base",
        *(
            topic(
                f"t{number}",
                question(f"t{number}-a", core=True, scale=scale),
                question(f"t{number}-b", scale=scale),
                title=f"Topic {number}",
            )
            for number in range(1, count + 1)
        ),
        gate=gate,
        scale=scale,
    )


def answered(level: int, count: int = 3) -> dict[str, Given]:
    """Return the answers of `foundations(count)`, all at one level."""
    return {f"base/t{n}-{letter}": level for n in range(1, count + 1) for letter in "ab"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases(), width=WIDTHS, height=HEIGHTS)
def test_any_assessment_can_be_drawn(case: Case, width: int, height: int) -> None:
    """Whatever the questionnaires and answers, no line leaves the window and no topic is lost."""
    sitting = sitting_over(case.questionnaires, case.assessment)
    sheet = results_sheet(results_scene(sitting, sitting.items.topics[0]), width, height)
    assert all(line.cell_length <= width for line in sheet.lines)
    assert set(sitting.items.topics) <= set(names_of(sheet))

    scene = plan_scene(sitting)
    plan = plan_sheet(scene, width, height)
    assert all(line.cell_length <= width for line in plan.lines)
    for action in sitting.plan.actions:
        foot = plan_foot(plan_scene(sitting, action.key), width, foot_height(width, height))
        assert len(foot) <= foot_height(width, height)
        assert all(line.cell_length <= width for line in foot)

    what_if = what_if_scene(sitting, [action.key for action in sitting.plan.actions[:2]])
    tried = [*what_if_sheet(what_if, width).lines, *numbers(what_if, width, height)]
    assert all(line.cell_length <= width for line in tried)
    assert len(numbers(what_if, width, numbers_height(width, height))) <= numbers_height(
        width, height
    )

    influences = answered_and_open(sitting)
    core = core_scene(sitting, Hanging(*influences, sitting.scores.complete), height=height)
    lines = [*core_lines.above(core, width), *core_lines.below(core, width).lines]
    assert all(line.cell_length <= width for line in lines)
    assert certainty(Hanging(*influences, complete=False), core.say)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases(), width=WIDTHS, height=HEIGHTS)
def test_the_details_of_any_action_can_be_drawn(case: Case, width: int, height: int) -> None:
    """No line leaves the window, and every field can be chosen, folded and unfolded."""
    sitting = sitting_over(case.questionnaires, case.assessment)
    for action in sitting.plan.actions[:6]:
        about = ActionScene(sitting, action, words("en"), width - 2)
        effect = effect_lines(sitting, action, about.say)
        for unfolded in (False, True):
            scene = FieldScene(about, UNICODE, "owner", unfolded)
            sheet = action_sheet(scene, effect, height)
            assert all(line.cell_length <= width for line in sheet.lines)
            fields = [*LABELS, SMART, *(FIELDS if unfolded else ())]
            assert names_of(sheet) == fields


def text_of_results(sitting_answers: dict[str, Given], **shape: bool) -> str:
    """Return the results over `foundations` as plain text of 80 by 20."""
    base = foundations(gate=shape.get("gate", True))
    sitting = sitting_over((base,), assessment((base,), sitting_answers))
    sheet = results_sheet(results_scene(sitting), 80, 20)
    return "\n".join(line.plain for line in sheet.lines)


def test_strengths_come_before_what_is_missing() -> None:
    """What stands is told above the verdict and the figures."""
    given_answers = {**answered(1), "base/t1-a": 3, "base/t1-b": 2}
    text = text_of_results(given_answers)
    assert text.index("Already standing: Topic 1.") < text.index("does not carry new tools yet")
    assert text.index("does not carry new tools yet") < text.index("Standing: 1 of 3")


def test_without_a_gate_there_is_no_iceberg() -> None:
    """A questionnaire that is no gate shows its topics, without tip, water or verdict on tools."""
    text = text_of_results(answered(2), gate=False)
    assert "Topic 3" in text
    assert "tip" not in text
    assert "~~~" not in text
    assert "tools" not in text


def test_a_level_zero_has_no_square() -> None:
    """On a scale from 0 a topic at 0 has reached nothing, and its bar says so."""
    base = foundations(gate=False, scale=(0, 2))
    sitting = sitting_over((base,), assessment((base,), answered(0)))
    lines = [line.plain for line in results_sheet(results_scene(sitting), 80, 30).lines]
    bar = next(line for line in lines if "Topic 1" in line)
    assert UNICODE.reached not in bar
    assert any("1 2" in line for line in lines)
    assert not any("0 1 2" in line for line in lines)


def test_what_stands_is_never_cut_without_a_sign() -> None:
    """In a narrow window every strength is read in full, though it takes more lines."""
    base = replace(foundations(6), title="Base")
    sitting = sitting_over((base,), assessment((base,), answered(2, 6)))
    for topic_score in sitting.scores.questionnaires[0].topics:
        assert topic_score.stands == "no"
    lines = [line.plain for line in results_sheet(results_scene(sitting), 22, 10).lines]
    assert "furthest: Topic 1 and Topic 2." in " ".join(" ".join(lines).split())


def test_what_the_levels_mean_stands_below_the_topics() -> None:
    """In a wide window, or with topics alone, each level is told with its meaning."""
    base = replace(
        foundations(gate=False),
        level_names=("Not yet", "Begun", "Steady", "Alive"),
        level_meanings=("nothing", "a start is made", "it works", "it is kept up"),
    )
    sitting = sitting_over((base,), assessment((base,), answered(2)))
    lines = [line.plain for line in results_sheet(results_scene(sitting), 80, 30).lines]
    assert "  2 Begun: a start is made" in lines
    assert "■ level now" in "\n".join(lines)


def test_nothing_answered_shows_no_zero() -> None:
    """Without answers there is an invitation, and no figure that looks like a score."""
    text = text_of_results({})
    assert "Press Enter to begin" in text
    assert "0 %" not in text


def test_what_is_open_is_told_with_the_range() -> None:
    """While questions are open, the figures say how many and between what it can end."""
    text = text_of_results({"base/t1-a": 2, "base/t2-a": 2, "base/t3-a": 2})
    assert "3 of 6 questions · on the core questions 33 %" in text
    assert "Still open" in text


def test_contradictions_are_told() -> None:
    """An answer that goes further than what it needs is named with both topics."""
    far = questionnaire(
        "far", topic("tools", question("tools-a", core=True, needs={2: ["base/t1 >= 3"]}))
    )
    base = foundations(1)
    given_answers: dict[str, Given] = {**answered(1, 1), "far/tools-a": 2}
    sitting = sitting_over((base, far), assessment((base, far), given_answers))
    sheet = results_sheet(results_scene(sitting), 100, 30)
    text = "\n".join(line.plain for line in sheet.lines)
    assert "Tools stands at level 2, while Topic 1 should come before that." in text


def test_many_topics_stay_reachable() -> None:
    """Sixty topics under each other are all on the sheet, each with its place."""
    base = foundations(60)
    sitting = sitting_over((base,), assessment((base,), answered(2, 60)))
    sheet = results_sheet(results_scene(sitting), 80, 20)
    lines = {spot.name: spot.line for spot in sheet.spots}
    assert lines["base/t60"] < lines["base/t1"] < len(sheet.lines)


def test_at_most_six_actions_stand_open_in_a_small_window() -> None:
    """Now is open with its six actions; what comes next and later is one line each."""
    base = foundations(8)
    sitting = sitting_over((base,), assessment((base,), answered(1, 8)))
    scene = plan_scene(sitting)
    shown = shown_actions(scene, 9)
    assert 0 < len(shown["now"]) <= 6
    assert shown["next"] == []
    assert heading_name("next") in names_of(plan_sheet(scene, 80, 9))


def test_a_high_window_shows_the_beginning_of_what_comes_next() -> None:
    """Where there is room, more actions are shown, and how many there are besides."""
    base = foundations(8)
    sitting = sitting_over((base,), assessment((base,), answered(1, 8)))
    low = plan_sheet(plan_scene(sitting), 120, 9)
    high = plan_sheet(plan_scene(sitting), 120, 14)
    assert len(high.lines) > len(low.lines)
    assert len(high.lines) <= 14


def test_long_titles_are_cut_with_an_ellipsis_and_effort_never() -> None:
    """A title that does not fit ends in an ellipsis; the effort behind it stays."""
    long = question("t1-a", core=True)
    action = LevelAction("Write down in one sentence what has to change, and for whom", 90)
    long = replace(long, levels=tuple(replace(level, action=action) for level in long.levels))
    base = questionnaire("base", topic("t1", long))
    sitting = sitting_over((base,), assessment((base,), {"base/t1-a": 1}))
    line = plan_sheet(plan_scene(sitting), 60, 20).lines[1].plain
    assert "Write down in one sentence" in line
    assert "…" in line
    assert line.rstrip().endswith("1.5 h")


def test_waiting_actions_say_for_what_they_wait() -> None:
    """An action that waits for an answer stands under its own heading, with no week."""
    first = question("a1", core=True)
    second = question("b1", core=True, needs={2: ["base/a1 >= 2"]})
    base = questionnaire("base", topic("a", first), topic("b", second))
    sitting = sitting_over((base,), assessment((base,), {"base/a1": UNKNOWN, "base/b1": 1}))
    waiting = [action for action in sitting.plan.actions if action.slot is None]
    assert waiting
    scene = plan_scene(sitting, waiting[0].key, {"waiting": True})
    text = "\n".join(line.plain for line in plan_sheet(scene, 80, 20).lines)
    assert "WAITING" in text
    foot = "\n".join(line.plain for line in plan_foot(scene, 80, 11))
    assert "It waits until you have found out" in foot


def test_everything_stands() -> None:
    """With all at the target there is nothing to do, and that is said as good news."""
    base = foundations()
    sitting = sitting_over((base,), assessment((base,), answered(3)))
    text = "\n".join(line.plain for line in plan_sheet(plan_scene(sitting), 80, 20).lines)
    assert "everything stands at its target" in text
    results = text_of_results(answered(3))
    assert "The base carries new tools." in results
    assert "keep it up" in results


def test_nothing_to_do_yet_points_at_the_open_questions() -> None:
    """When only what is answered stands, the plan says that the rest is still open."""
    base = foundations()
    sitting = sitting_over((base,), assessment((base,), {"base/t1-a": 4}))
    text = " ".join(line.plain.strip() for line in plan_sheet(plan_scene(sitting), 80, 20).lines)
    assert "go on with the questions that are still open" in text


def test_core_page_tells_what_open_questions_can_still_change() -> None:
    """The page after the core counts the questions that matter and those that can wait."""
    base = foundations(8)
    core = {f"base/t{number}-a": 2 if number % 2 else 3 for number in range(1, 9)}
    sitting = sitting_over((base,), assessment((base,), dict(core)))
    influences = answered_and_open(sitting)
    scene = core_scene(sitting, Hanging(*influences, complete=False))
    sentence = core_lines.open_sentence(scene)
    assert str(len(influences[1].top_three)) in sentence
    unknown_yet = core_lines.open_sentence(core_scene(sitting))
    assert "working out" in unknown_yet


def test_weeks_of_the_foundations_wait_for_their_open_questions() -> None:
    """While a foundation has open questions the plan says so, in place of counts of nothing."""
    base = foundations()
    answers: dict[str, Given] = {"base/t1-a": 1, "base/t2-a": 1, "base/t3-a": 1}
    sitting = sitting_over((base,), assessment((base,), answers))
    text = "\n".join(line.plain for line in plan_foot(plan_scene(sitting), 80, 11))
    assert "3 foundations still have" in text
    assert "0 of 3" not in text
