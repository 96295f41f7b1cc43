"""The goals of the profile, each with the five fields that make it one that can be checked."""

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content

from peil.assessment.model import Smart
from peil.report.goal_words import GOAL_WORDS
from peil.text.languages import mark
from peil.tui.content import NOTHING, fit, join, paragraph, text
from peil.tui.dialogs.smart_fields import (
    SmartScene,
    example_lines,
    letters_line,
    smart_editables,
    smart_rows,
    told_of,
    with_field,
)
from peil.tui.editing import Editing
from peil.tui.keys import BACK_TO_PLAN, FIELD_KEYS, READ_ON, UNDO, Command
from peil.tui.overlay import Line
from peil.tui.widgets.field_editor import Editable
from peil.tui.widgets.lines import Sheet, Spot

_LABEL = 17
"""Columns of the labels."""


class GoalPlans(Editing):
    """Five fields for each goal."""

    commands: ClassVar[tuple[Command, ...]] = (
        *FIELD_KEYS,
        BACK_TO_PLAN,
        UNDO,
        Command(
            ("up", "shift+tab"),
            "move(-1)",
            "↑",
            mark("up"),
            mark("The field above."),
            footer=False,
            palette=False,
        ),
        *READ_ON,
    )

    def help_first(self) -> Sequence[Line]:
        """Show how others filled in the five fields."""
        return example_lines(self.say)

    def title(self) -> str:
        """Return the title."""
        return self.say("Your goals, so that they can be checked")

    def _smart(self, goal: str) -> Smart:
        return self.sitting.assessment.goal_plans.get(goal, Smart())

    def fields(self) -> Sequence[Editable]:
        """Return the five fields of every goal, as they stand now."""
        return [
            field._replace(
                name=_name(goal, field.name), label=f"{self.say(GOAL_WORDS[goal])} · {field.label}"
            )
            for goal in self.sitting.assessment.profile.goals
            for field in smart_editables(self._smart(goal), "goal", self.say)
        ]

    def store(self, name: str, written: str) -> bool:
        """Keep what was written in a field of a goal."""
        goal, _, field = name.partition(" ")
        smart = with_field(self._smart(goal), field, written)
        return self.peil.attempt(lambda: self.sitting.make_goal_checkable(goal, smart))

    def sheet(self, width: int, _height: int) -> Sheet:
        """Return the goals with their fields, or where goals are chosen."""
        goals = self.sitting.assessment.profile.goals
        if not goals:
            told = self.say("No goals are chosen yet: press h in what matters (m) to choose them.")
            return Sheet(paragraph(told, width, "caution"))
        lines: list[Content] = []
        spots: list[Spot] = []
        for goal in goals:
            if lines:
                lines.append(NOTHING)
            self._add_goal(goal, width, lines, spots)
        return Sheet(lines, spots, self._cursor)

    def _add_goal(self, goal: str, width: int, lines: list[Content], spots: list[Spot]) -> None:
        """Add the lines of one goal."""
        scene = SmartScene(self._smart(goal), "goal", "", self.say, self.signs, width - 2, _LABEL)
        name = join("  ", text(self.say(GOAL_WORDS[goal]), "title"), "   ")
        letters = letters_line(scene, width - name.cell_length)
        lines.append(fit(join(name, letters), width))
        for sentence in told_of(scene):
            lines += [join("  ", line) for line in paragraph(sentence, width - 4, "caution")]
        prefix = _name(goal, "")
        chosen = self._cursor or ""
        under = chosen.removeprefix(prefix) if chosen.startswith(prefix) else None
        for field, block in smart_rows(scene, under):
            for row, line in enumerate(block):
                spots.append(Spot(_name(goal, field), len(lines), 0, width))
                here = field == under and row == 0
                sign = text(self.signs.cursor if here else " ", "cursor")
                lines.append(join(sign, " ", line))


def _name(goal: str, field: str) -> str:
    """Return the name by which the dialog knows a field of a goal."""
    return f"{goal} {field}"
