"""What matters: how important each topic is, and which level it should reach."""

from typing import TYPE_CHECKING, ClassVar, Final, Literal, cast

from peil.assessment.items import target_of
from peil.plan.importance import HALVES, importance_of
from peil.text.languages import mark
from peil.tui import deeds
from peil.tui.content import NOTHING, paragraph
from peil.tui.dialogs.weight_lines import WeightScene, about_lines, goals_line, headings, weight_row
from peil.tui.keys import UNDO, Command
from peil.tui.topic_list import DOWN, UP, TopicList
from peil.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from peil.tui.dialogs.goal_plans import GoalPlans

Column = Literal["importance", "target"]
ORDER: Final = tuple(HALVES)
"""The importances, the lowest first."""


class Weights(TopicList):
    """A list of topics with two columns; arrows change what is under the cursor, at once."""

    DEFAULT_CSS = "Weights { height: 100%; }"
    commands: ClassVar[tuple[Command, ...]] = (
        DOWN,
        Command(
            ("right",),
            "step(1)",
            "← →",
            mark("change"),
            mark("More important, or a higher target; ← less or lower."),
            palette=False,
        ),
        Command(
            ("tab",),
            "column",
            "Tab",
            mark("column"),
            mark("Go from importance to target, and back."),
            palette=False,
        ),
        Command(
            ("x", "enter"),
            "close",
            mark("Esc or x"),
            mark("back"),
            mark("Back to the plan."),
            palette=False,
        ),
        Command(
            ("g",),
            "goals",
            "g",
            mark("your goals"),
            mark("Make the goals that you chose ones that can be checked: SMART."),
            palette=False,
            opens="goal_plans",
        ),
        Command(
            ("h",),
            "profile",
            "h",
            mark("hours and goals"),
            mark("Change the hours a week, and which goals you chose."),
            palette=False,
        ),
        Command(
            ("delete", "backspace"),
            "take_back",
            mark("Del"),
            mark("not my own"),
            mark("Take your own choice back: as your goals, or the questionnaire, have it."),
            palette=False,
        ),
        UNDO,
        UP,
        Command(
            ("left",),
            "step(-1)",
            "←",
            mark("less"),
            mark("Less important, or a lower target."),
            footer=False,
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it; the cursor begins at the importance of the first topic."""
        super().__init__()
        self._column: Column = "importance"

    def title(self) -> str:
        """Return the title."""
        return self.say("What matters")

    @property
    def _scene(self) -> WeightScene:
        return WeightScene(self.sitting, self.say, self.signs, self.topic, self._column)

    def above(self, width: int) -> "Sequence[Content]":
        """Return the goals, and what stands in the columns."""
        goals = paragraph(goals_line(self._scene), width, "faint")
        return [*goals, NOTHING, headings(self._scene, width)]

    def below(self, width: int) -> "Sequence[Content]":
        """Return what is to be said of the topic under the cursor."""
        return [NOTHING, *about_lines(self._scene, width)]

    def row(self, topic: str, width: int) -> "Content":
        """Return a topic with its importance and its target."""
        return weight_row(self._scene, topic, width)

    def action_column(self) -> None:
        """Go to the other column."""
        self._column = "target" if self._column == "importance" else "importance"
        self.show()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; a second click changes."""
        event.stop()
        self.topic = event.name
        self.show()
        if event.again:
            self.action_step(1)

    def action_step(self, by: int) -> None:
        """Make it more or less; where it goes no further nothing happens."""
        topic, sitting = self.topic, self.sitting
        if topic is None or not deeds.may_change(self.peil):
            return
        if self._column == "importance":
            place = ORDER.index(importance_of(topic, sitting.items, sitting.assessment)) + by
            if 0 <= place < len(ORDER):
                self.peil.attempt(lambda: sitting.set_importance(topic, ORDER[place]))
            return
        level = target_of(sitting.items, sitting.assessment, topic) + by
        scale = sitting.items.questionnaire_of(topic)
        if scale.first_level < level <= scale.last_level:
            self.peil.attempt(lambda: sitting.set_target(topic, level))

    def action_take_back(self) -> None:
        """Take the user's own choice back."""
        topic, sitting = self.topic, self.sitting
        if topic is None or not deeds.may_change(self.peil):
            return
        if self._column == "importance":
            self.peil.attempt(lambda: sitting.follow_goals(topic))
        else:
            proposed = sitting.items.questionnaire_of(topic).target
            self.peil.attempt(lambda: sitting.set_target(topic, proposed))

    def action_goals(self) -> None:
        """Show what makes the goals of the profile ones that can be checked."""
        cast("GoalPlans", self.peil.overlay("goal_plans")).begin()
        self.peil.open_overlay("goal_plans")

    def action_profile(self) -> None:
        """Go to where hours and goals are chosen."""
        self.peil.open_page("core_done")
