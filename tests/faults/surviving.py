"""Everything that can be done with an assessment without a screen: none of it may crash."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from peil.errors import PeilError
from peil.report.actions import action_list
from peil.report.explained import explanation_text, why_lines
from peil.report.given import answers_text, profile_text
from peil.report.listed import listed
from peil.report.overview import list_text, summary_document
from peil.report.plan_text import plan_text
from peil.report.score_text import score_text
from peil.report.whole_json import export_document
from peil.sitting import Sitting
from peil.sitting.summary import summarise
from peil.sitting.taking_in import take_in
from peil.store.workspace import Workspace
from peil.text.clean import first_forbidden
from peil.text.languages import words
from peil.tui.pages import core_lines
from peil.tui.pages.plan_foot import foot_height, plan_foot
from peil.tui.pages.plan_sheet import plan_sheet
from peil.tui.pages.question_view import asked, question_heading
from peil.tui.pages.results_sheet import results_sheet
from peil.tui.signs import UNICODE
from peil.tui.widgets.question_sheet import question_sheet
from tests.tui.sheets import core_scene, plan_scene, results_scene

WIDTH, HEIGHT = 80, 20


def use_everything(workspace: Workspace, name: str) -> None:
    """Score, plan, export, draw, save and read an assessment; nothing hidden comes out."""
    sitting = Sitting.open(workspace, name)
    try:
        assert not sitting.looks_only
        for text in (*_told(sitting), *_drawn(sitting)):
            assert first_forbidden(text.replace("\n", " ")) is None, text
        _change(sitting)
        after = sitting.assessment
    finally:
        sitting.close()
    read = workspace.read(name)
    assert (read.assessment, read.notice) == (after, None)
    told = [list_text([read.summary], words("en")), str(summary_document(read.summary))]
    assert [text for text in told if first_forbidden(text.replace("\n", " "))] == []


def _told(sitting: Sitting) -> Iterator[str]:
    """Yield what commands print."""
    yield from (score_text(sitting), plan_text(sitting), explanation_text(sitting))
    yield from (action_list(sitting).text, profile_text(sitting), sitting.assessment.title)
    yield answers_text(sitting, sitting.items.questions)
    # The note of an answer may hold anything that JSON writes as an escape.
    assert msgspec.json.decode(msgspec.json.encode(export_document(sitting)))


def _drawn(sitting: Sitting) -> Iterator[str]:
    """Yield what the screens show."""
    results = results_sheet(results_scene(sitting), WIDTH, HEIGHT)
    plan = plan_sheet(plan_scene(sitting), WIDTH, HEIGHT)
    core = core_scene(sitting)
    lines = [*results.lines, *plan.lines]
    lines += [*core_lines.above(core, WIDTH), *core_lines.below(core, WIDTH).lines]
    for action in sitting.plan.actions[:3]:
        lines += plan_foot(plan_scene(sitting, action.key), WIDTH, foot_height(WIDTH, HEIGHT))
    yield from (line.plain for line in lines)
    say = words(sitting.language)
    for name in sitting.walk.order[:4]:
        yield question_heading(sitting, name, say, UNICODE).left.plain
        sheet = question_sheet(asked(sitting, name, None, say), say, UNICODE, WIDTH, HEIGHT)
        yield from (line.plain for line in sheet.lines)
        yield from map(str, why_lines(sitting, name, say))


def _change(sitting: Sitting) -> None:
    """Answer, go on, give codes and take back."""
    for language in ("nl", "en"):
        sitting.speak(language)
        assert sitting.walk.progress(sitting.walk.resume())
    for name in sitting.walk.order[:1]:
        sitting.go_to(name)
        sitting.mark_unknown(name)
        sitting.write_note(name, "seen")
    sitting.give_codes()
    sitting.record_export([listed(sitting, action) for action in sitting.plan.actions])
    sitting.undo()
    assert summarise(sitting).asked == sitting.walk.progress(sitting.walk.resume()).asked


def refused_or_used(workspace: Workspace, path: Path) -> int:
    """Take a file in and use it, or see it refused in a sentence; return the exit code."""
    try:
        taken = take_in(workspace, path)
    except PeilError as error:
        return _refused(error)
    assert first_forbidden(taken.title) is None
    use_everything(workspace, taken.id)
    return 0


def _refused(error: PeilError) -> int:
    """See that a refusal says nothing hidden, and return its exit code."""
    sentences = [error.sentence(words(language)) for language in ("nl", "en")]
    assert not [sentence for sentence in sentences if first_forbidden(sentence)]
    return error.exit_code
