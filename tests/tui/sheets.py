"""Sittings and scenes for tests that draw without a screen."""

from collections.abc import Mapping, Sequence

from peil.assessment.model import Assessment
from peil.questionnaire.model import Questionnaire
from peil.sitting import Sitting
from peil.text.languages import words
from peil.tui.pages.core_lines import CoreScene
from peil.tui.pages.hanging import Hanging
from peil.tui.pages.plan_sheet import SLOTS, PlanScene
from peil.tui.pages.results_sheet import Scene
from peil.tui.pages.what_if_sheet import WhatIfScene
from peil.tui.signs import UNICODE, Signs
from peil.tui.themes import DEFAULT_THEME
from peil.tui.widgets.iceberg import Pen, water


def sitting_over(questionnaires: Sequence[Questionnaire], assessment: Assessment) -> Sitting:
    """Return a sitting that only looks, over questionnaires built in memory."""
    sitting = Sitting(assessment, language="en")
    sitting.__dict__["questionnaires"] = tuple(questionnaires)
    return sitting


def results_scene(
    sitting: Sitting, cursor: str | None = None, hangs_on: str = "", signs: Signs = UNICODE
) -> Scene:
    """Return what the results are drawn from."""
    pen = Pen(signs, water(DEFAULT_THEME), cursor)
    return Scene(sitting, words(sitting.language), pen, hangs_on)


def plan_scene(
    sitting: Sitting,
    cursor: str | None = None,
    unfolded: Mapping[str, bool] | None = None,
    signs: Signs = UNICODE,
) -> PlanScene:
    """Return what the plan is drawn from, every action with a code."""
    codes = {action.key: f"A{at:02d}" for at, action in enumerate(sitting.plan.actions, 1)}
    return PlanScene(sitting, codes, words(sitting.language), signs, cursor, unfolded or {})


def what_if_scene(
    sitting: Sitting, keys: Sequence[str] = (), signs: Signs = UNICODE
) -> WhatIfScene:
    """Return what the what-if page is drawn from, all parts unfolded, at the first action."""
    codes = {action.key: f"A{at:02d}" for at, action in enumerate(sitting.plan.actions, 1)}
    found = sitting.what_if([key for key in keys if not sitting.plan.action(key).waits])
    cursor = next((action.key for action in sitting.plan.actions), None)
    say = words(sitting.language)
    return WhatIfScene(sitting, codes, found, say, signs, cursor, tuple(SLOTS))


def core_scene(
    sitting: Sitting, hanging: Hanging | None = None, *, height: int = 20, typing: bool = False
) -> CoreScene:
    """Return what the page after the core is drawn from."""
    return CoreScene(
        sitting,
        words(sitting.language),
        UNICODE,
        water(DEFAULT_THEME),
        hanging,
        typing=typing,
        height=height,
    )
