"""One action in full: how, done when, why here; and the fields in which one works."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from peil.plan.model import PlannedAction
from peil.report.effect import effect_lines
from peil.tui import deeds
from peil.tui.content import text
from peil.tui.dialogs.action_fields import (
    DROP,
    SMART,
    STATUS_FIELD,
    FieldScene,
    editables,
    keep_field,
)
from peil.tui.dialogs.action_keys import COMMANDS
from peil.tui.dialogs.action_sheet import action_sheet
from peil.tui.dialogs.action_text import ActionScene
from peil.tui.dialogs.smart_fields import FIELDS, example_lines
from peil.tui.editing import Editing
from peil.tui.keys import Command
from peil.tui.widgets.lines import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peil.assessment.model import Assessment
    from peil.tui.overlay import Line
    from peil.tui.pages.plan_acts import PlanActs
    from peil.tui.pages.what_if import WhatIfPage
    from peil.tui.widgets.field_editor import Editable


class ActionDetails(Editing):
    """All about one action; its fields are changed here, and arrows turn to another action."""

    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self) -> None:
        """Make it; `about` says which action."""
        super().__init__()
        self._turned: Callable[[str], object] = str
        self._key = ""
        self._keys: tuple[str, ...] = ()
        """The actions among which the arrows turn."""
        self._unfolded = False
        """Whether the five SMART fields are shown."""
        self._effect: tuple[Assessment | None, str, str, list[str]] = (None, "", "", [])

    def about(self, key: str, keys: "Sequence[str]", turned: Callable[[str], object]) -> None:
        """Tell about the action with this key, one of `keys`.

        `turned` is told the key of the action that is shown when another one is.
        """
        self._key, self._keys, self._turned = key, tuple(keys), turned
        self.begin()

    @property
    def _action(self) -> PlannedAction | None:
        """The action, in the plan or out of it; None when it is gone."""
        try:
            return self.sitting.action(self._key)
        except KeyError:
            return None

    def show(self) -> None:
        """Draw the action as it stands now; one that is gone closes the dialog."""
        super().show()
        if self._key and self._action is None:
            self.call_next(self.close)

    def title(self) -> str:
        """Return the code, and its place in the plan."""
        code = self.sitting.codes.get(self._key, "–")
        keys = [action.key for action in self.sitting.plan.actions]
        if self._key in keys:
            place = keys.index(self._key) + 1
            return self.say(
                "Action {code} · {number} of {total}", code=code, number=place, total=len(keys)
            )
        return self.say("Action {code}", code=code)

    def sheet(self, width: int, height: int) -> Sheet:
        """Return all there is to read, and the fields."""
        action = self._action
        if action is None:
            return Sheet([text(self.say("This action is no longer in the plan."), "faint")])
        scene = FieldScene(
            ActionScene(self.sitting, action, self.say, width - 2),
            self.signs,
            self._cursor,
            unfolded=self._unfolded,
        )
        return action_sheet(scene, self._effect_of(action), height)

    def _effect_of(self, action: PlannedAction) -> list[str]:
        """Return what the action would change; worked out once for each state."""
        if self.sitting.plan.find(action.key) is None:
            return []
        about = (self.sitting.assessment, action.key, self.say.language)
        if self._effect[0] is not about[0] or self._effect[1:3] != about[1:]:
            self._effect = (*about, effect_lines(self.sitting, action, self.say))
        return self._effect[3]

    # Fields

    def fields(self) -> "Sequence[Editable]":
        """Return the fields, as they stand now."""
        action = self._action
        return [] if action is None else editables(self.sitting, action, self.say)

    def store(self, name: str, written: str) -> bool:
        """Keep what was written in a field."""
        if name == DROP:
            return deeds.drop(self.peil, self._key, written)
        return keep_field(self.peil, self._key, name, written)

    def store_on(self, name: str, written: str) -> bool:
        """Keep more of the note that is being written; elsewhere nothing is kept in parts."""
        if name != "note":
            return self.store(name, written)
        sitting, code = self.sitting, self.sitting.codes[self._key]
        return self.peil.attempt(lambda: sitting.go_on_noting_action(code, written))

    def help_first(self) -> "Sequence[Line]":
        """Show how others filled in SMART, where one is at it."""
        at_it = self._cursor in FIELDS or self._cursor == SMART
        return example_lines(self.say) if at_it else ()

    def action_open(self) -> None:
        """Open a field; the status changes at once, and SMART unfolds."""
        if self.is_open or self._cursor not in (STATUS_FIELD, SMART):
            super().action_open()
        elif self._cursor == SMART:
            self._unfolded = not self._unfolded
            self.show()
        else:
            deeds.toggle_doing(self.peil, self._key)

    def key_brief(self, command: Command) -> str:
        """Say what Enter and Space do to this field and this action."""
        if command.action == "open" and not self.is_open:
            if self._cursor == SMART:
                return self.say("fold") if self._unfolded else self.say("unfold")
            if self._cursor == STATUS_FIELD:
                begun = self.sitting.action_status(self._key) == "open"
                return self.say("begin it") if begun else self.say("open again")
        if command.action == "done" and self.sitting.action_status(self._key) == "done":
            return self.say("open again")
        return super().key_brief(command)

    # Keys

    def action_turn(self, by: int) -> None:
        """Turn to the action before or after."""
        if self.is_open or self._key not in self._keys:
            return
        place = self._keys.index(self._key) + by
        self._key = self._keys[max(0, min(len(self._keys) - 1, place))]
        self._turned(self._key)
        self.begin()
        self.show()

    def action_done(self) -> None:
        """Say that the action is done, or open again."""
        deeds.toggle_done(self.peil, self._key)

    def action_drop(self) -> None:
        """Ask why the action is dropped; a dropped one is open again."""
        if self.sitting.action_status(self._key) == "dropped":
            deeds.reopen(self.peil, self._key)
        elif deeds.may_drop(self.peil, self._key):
            self.edit(DROP)

    def action_what_if(self) -> None:
        """Try what would change if this action and others were done."""
        cast("WhatIfPage", self.peil.page("what_if")).begin([self._key])
        self.peil.open_page("what_if")

    def action_why(self) -> None:
        """Show why the action stands here, and the sums behind it."""
        cast("PlanActs", self.peil.page("plan")).action_why()

    def action_question(self) -> None:
        """Go to the question of this action."""
        action = self._action
        if action is not None and action.question:
            self.close()
            self.sitting.go_to(action.question)
            self.peil.open_page("question")
        elif action is not None:
            self.peil.tell(self.say("This action is your own: no question belongs to it."), "faint")
