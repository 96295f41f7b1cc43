"""The lines of what matters: each topic with importance and target, and where they are from."""

from typing import Final, NamedTuple

from textual.content import Content

from peil.assessment.items import target_of
from peil.plan.importance import goals_behind, importance_of
from peil.report.goal_words import GOAL_WORDS
from peil.sitting import Sitting
from peil.text.languages import Words, mark
from peil.tui.content import columns, join, paragraph, text
from peil.tui.signs import Signs

IMPORTANCES: Final = {"low": mark("low"), "normal": mark("normal"), "high": mark("high")}
"""How important a topic is, in a word."""
_IMPORTANCE: Final = 14
"""Columns of the importance."""
_TARGET: Final = 16
"""Columns of the target."""


class WeightScene(NamedTuple):
    """What the lines are drawn from."""

    sitting: Sitting
    say: Words
    signs: Signs
    topic: str | None
    """The topic under the cursor."""
    column: str
    """The column under the cursor: `importance` or `target`."""


def goals_line(scene: WeightScene) -> str:
    """Return which goals were chosen, and what they do."""
    goals = scene.sitting.assessment.profile.goals
    if not goals:
        return scene.say("You chose no goals, so they make no topic important; h chooses them.")
    return scene.say(
        "Your goals: {goals}. What they need counts as important until you say otherwise; h "
        "changes your goals.",
        goals=scene.say.listing([scene.say(GOAL_WORDS[goal]) for goal in goals]),
    )


def headings(scene: WeightScene, width: int) -> Content:
    """Return what stands above the two columns."""
    importance, target = scene.say("IMPORTANCE"), scene.say("TARGET")
    return columns(
        [
            (text(""), width - 2 - _IMPORTANCE - _TARGET),
            (join("  ", text(importance, "title")), _IMPORTANCE),
            (join("  ", text(target, "title")), _TARGET),
        ]
    )


def weight_row(scene: WeightScene, topic: str, width: int) -> Content:
    """Return one topic with its importance and its target."""
    sitting, say, here = scene.sitting, scene.say, topic == scene.topic
    assessment, items = sitting.assessment, sitting.items
    importance = importance_of(topic, items, assessment)
    scale, level = items.questionnaire_of(topic), target_of(items, assessment, topic)
    target = f"{level} {scale.level_name(level)}" if scale.level_names else f"{level}"
    title = text(items.topic(topic).title, "cursor" if here else "plain")
    return columns(
        [
            (text(scene.signs.cursor if here else "", "cursor"), 2),
            (title, width - 5 - _IMPORTANCE - _TARGET),
            (text(""), 1),
            (
                _cell(
                    scene,
                    say(IMPORTANCES[importance]),
                    chosen=here and scene.column == "importance",
                    ink="strong" if importance == "high" else "plain",
                ),
                _IMPORTANCE,
            ),
            (
                _cell(scene, target, chosen=here and scene.column == "target", ink="plain"),
                _TARGET,
            ),
        ]
    )


def _cell(scene: WeightScene, words: str, *, chosen: bool, ink: str) -> Content:
    """Return one cell, between arrows where the cursor is."""
    if not chosen:
        return join("  ", text(words, ink))
    left, right = text(scene.signs.left, "key"), text(scene.signs.right, "key")
    return join(left, " ", text(words, "cursor"), " ", right)


def about_lines(scene: WeightScene, width: int) -> list[Content]:
    """Return where importance and target of the topic under the cursor come from."""
    if scene.topic is None:
        return []
    return [
        *paragraph(_about_importance(scene, scene.topic), width, "faint"),
        *paragraph(_about_target(scene, scene.topic), width, "faint"),
    ]


def _about_importance(scene: WeightScene, topic: str) -> str:
    say, assessment, items = scene.say, scene.sitting.assessment, scene.sitting.items
    behind = goals_behind(topic, items, assessment)
    goals = say.listing([say(GOAL_WORDS[goal]) for goal in behind])
    if topic in assessment.importances:
        if goals:
            return say(
                "Importance: your own choice; Del takes it back. Your goals make it high: {goals}.",
                goals=goals,
            )
        return say("Importance: your own choice; Del takes it back.")
    if goals:
        return say("Importance: high because of your goals: {goals}.", goals=goals)
    return say("Importance: normal, as long as you choose nothing else.")


def _about_target(scene: WeightScene, topic: str) -> str:
    say, scale = scene.say, scene.sitting.items.questionnaire_of(topic)
    if topic not in scene.sitting.assessment.targets:
        return say("Target: as the questionnaire proposes.")
    own = say("Target: your own choice; Del takes it back to {level}.", level=scale.target)
    if not scale.gate:
        return own
    return own + " " + say("New tools still wait for what the questionnaire proposes.")
