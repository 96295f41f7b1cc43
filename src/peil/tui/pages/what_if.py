"""The what-if page: actions taken as done, one key each, and what follows from it at once."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content

from peil.plan.model import PlannedAction
from peil.sitting.view import WhatIf
from peil.text.languages import mark
from peil.tui.content import text
from peil.tui.keys import Command
from peil.tui.page import Heading
from peil.tui.pages.plan_sheet import SLOTS, actions_by_slot, heading_name, slot_of
from peil.tui.pages.what_if_keeping import KeepingPage
from peil.tui.pages.what_if_keys import COMMANDS
from peil.tui.pages.what_if_numbers import numbers, numbers_height
from peil.tui.pages.what_if_sheet import (
    WhatIfScene,
    code_of,
    codes_of,
    has_heading,
    part_under,
    what_if_sheet,
)
from peil.tui.widgets.foot import Foot
from peil.tui.widgets.lines import Lines, Sheet, moved, names_of

_HIGH: Final = 16
"""Lines of the list from which what comes next shows its actions at once."""


class WhatIfPage(KeepingPage):
    """Takes actions as done and shows what that brings; stores nothing until Enter."""

    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self) -> None:
        """Make the page, with nothing chosen."""
        super().__init__()
        self._cursor: str | None = None
        self._unfolded: dict[str, bool] = {}
        """What the reader folded or unfolded, by part of the plan."""
        self._said = ""
        """What the last key took along, for the heading line."""

    def begin(self, keys: Iterable[str]) -> None:
        """Start anew with these actions taken as done, and the cursor at the first of them.

        Those that wait, or are not in the plan, cannot be taken as done and are left out.
        """
        plan = self.sitting.plan
        wanted = set(keys)
        possible = [each for each in plan.actions if each.key in wanted and not each.waits]
        self.forget()
        self.choice.begin(plan, [each.key for each in possible])
        if possible:
            self._turn_to(possible[0])

    def enter(self) -> None:
        """Begin with the goal of this period, if there is one and nothing else is chosen."""
        period = self.sitting.assessment.period
        if period is not None and not self.choice.keys:
            kept = self.sitting.assessment.actions
            self.begin(kept[code].key for code in period.codes if code in kept)
            self.show()
        super().enter()

    def forget(self) -> None:
        """Let go of what was chosen: it leaves no trace."""
        self._said, self._cursor = "", None
        self.choice.forget()

    def _turn_to(self, action: PlannedAction) -> None:
        """Put the cursor at an action, in a part of the plan that is unfolded for it."""
        self._cursor = action.key
        self._unfolded[slot_of(action)] = True

    def compose(self) -> ComposeResult:
        """Put up the list, and the figures below it."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield Foot(self._numbers)

    @property
    def _lines(self) -> Lines:
        return self.query_one(Lines)

    @property
    def what_if(self) -> WhatIf:
        """What the assessment would be with what is chosen."""
        return self.choice.tried(self.sitting)

    @property
    def scene(self) -> WhatIfScene:
        """What the page is drawn from, as it stands now."""
        return WhatIfScene(
            self.sitting,
            self.sitting.codes,
            self.what_if,
            self.say,
            self.signs,
            self._cursor,
            self._open_parts,
        )

    @property
    def _open_parts(self) -> set[str]:
        """The parts that show their actions: what comes next does where the list is high."""
        parts = set(actions_by_slot(self.sitting))
        high = self._lines.content_size.height >= _HIGH
        always = parts if len(parts) == 1 else {"now", "next"} if high else {"now"}
        return {slot for slot in parts if self._unfolded.get(slot, slot in always)}

    def heading(self) -> Heading:
        """Say that nothing changes, what was just taken along, and how much is chosen."""
        say, found = self.say, self.what_if
        total = sum(action.minutes for action in self.sitting.plan.actions)
        effort = say.duration(found.minutes)
        count = len(found.done)
        chosen = say("nothing chosen yet")
        if count:
            chosen = say.many(
                "chosen: {count} action, {effort}",
                "chosen: {count} actions, {effort}",
                count,
                effort=effort,
            )
        question = say("What if this is done?") if count else say("What if … is done?")
        return Heading(
            right=text(say("What if · nothing changes until you keep it"), "caution"),
            left=text(self._said or question, "strong"),
            end=text(chosen, "faint"),
            short_end=text(f"{count} · {effort}", "faint"),
            done=found.minutes / total if total else None,
        )

    def show(self) -> None:
        """Draw everything as it stands now; actions without a code get one."""
        self.sitting.give_codes()
        plan = self.sitting.plan
        self.choice.fit(plan)
        names = {action.key for action in plan.actions}
        names |= {heading_name(slot) for slot in actions_by_slot(self.sitting)}
        if self._cursor not in names:
            self._point_at_the_first()
        self._redraw()

    def _point_at_the_first(self) -> None:
        parts = actions_by_slot(self.sitting)
        self._cursor = next(
            (
                heading_name(slot) if has_heading(slot) else actions[0].key
                for slot, actions in parts.items()
            ),
            None,
        )

    def step_back(self) -> bool:
        """Let go of what was chosen; the page is left."""
        self.forget()
        return False

    def key_brief(self, command: Command) -> str:
        """Say what Enter does where the cursor stands."""
        if command.action == "open":
            slot = self._heading_under()
            if slot is not None:
                return self.say("fold") if slot in self._open_parts else self.say("unfold")
            if self.drops_goal:
                return self.say("drop the goal")
        return super().key_brief(command)

    def on_resize(self) -> None:
        """Give the figures the room that the window allows."""
        self._size_numbers()

    def _size_numbers(self) -> None:
        height = numbers_height(*self.size) if self.sitting.plan.actions else 0
        self.query_one(Foot).be_high(height)

    def _redraw(self) -> None:
        self._size_numbers()
        self._lines.redraw()
        self.query_one(Foot).redraw()
        self.peil.peil_screen.show_frame()

    def _sheet(self, width: int, _height: int) -> Sheet:
        return what_if_sheet(self.scene, width)

    def _numbers(self, width: int, height: int) -> list[Content]:
        return numbers(self.scene, width, height)

    # Moving and folding

    def action_move(self, by: int) -> None:
        """Move the cursor up or down."""
        self._point_at(moved(names_of(self._lines.sheet), self._cursor, by))

    def _point_at(self, name: str | None) -> None:
        self._cursor, self._said = name, ""
        self._redraw()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; a heading folds at once, an action goes in at a second click."""
        event.stop()
        self._point_at(event.name)
        if self._heading_under() is not None:
            self.action_open()
        elif event.again:
            self.action_try_action()

    def _heading_under(self) -> str | None:
        """Return the part of the plan at whose heading the cursor stands."""
        return next((slot for slot in SLOTS if self._cursor == heading_name(slot)), None)

    def action_unfold(self) -> None:
        """Unfold the part at whose heading the cursor stands."""
        slot = self._heading_under()
        if slot is not None:
            self._unfolded[slot] = True
            self._redraw()

    def action_fold(self) -> None:
        """Fold the part in which the cursor stands."""
        slot = part_under(self.scene)
        if slot is not None:
            self._unfolded[slot] = False
            self._point_at(heading_name(slot))

    # Choosing and keeping

    def action_try_action(self) -> None:
        """Take the action under the cursor as done, with what it needs; or not any more."""
        action = self.sitting.plan.find(self._cursor)
        if action is None:
            self.action_open()
        elif action.waits:
            self._tell_why_it_waits(action)
        elif action.key in self.choice.keys:
            self._take_out(action.key)
        else:
            self._put_in(action.key)

    def _put_in(self, key: str) -> None:
        along = self.choice.put_in(self.sitting.plan, key)
        self._say_along(mark("{code} takes along {others}, which it needs."), key, along)

    def _take_out(self, key: str) -> None:
        along = self.choice.take_out(self.sitting.plan, key)
        self._say_along(mark("Without {code} no {others} either."), key, along)

    def _say_along(self, message: str, key: str, along: set[str]) -> None:
        """Say what went along with an action, if anything did."""
        code, others = code_of(self.scene, key), codes_of(self.scene, along)
        self._said = self.say(message, code=code, others=others) if along else ""
        self._redraw()

    def _tell_why_it_waits(self, action: PlannedAction) -> None:
        why = self.sitting.reasons(self.say).reason(action).words
        self.peil.tell(
            self.say(
                "{code} cannot be tried yet. {why}", code=code_of(self.scene, action.key), why=why
            )
        )

    def action_undo(self) -> None:
        """Take the last toggle back."""
        if self.choice.take_back(self.sitting.plan):
            self._said = ""
            self._redraw()
        else:
            self.peil.tell(self.say("There is nothing to take back."), "faint")

    def action_open(self) -> None:
        """Fold or unfold a heading; elsewhere keep the choice as the goal of this period."""
        slot = self._heading_under()
        if slot is None:
            self.keep_as_goal()
            return
        self._unfolded[slot] = slot not in self._open_parts
        self._redraw()
