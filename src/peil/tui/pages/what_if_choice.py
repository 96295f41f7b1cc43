"""Which actions are taken as done on the what-if page; nothing of it is stored."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peil.plan.what_if import with_needs, without_dependents

if TYPE_CHECKING:
    from peil.plan.model import Plan
    from peil.sitting import Sitting
    from peil.sitting.view import WhatIf


class Choice:
    """The actions that are taken as done, with all that they need; toggles can be taken back."""

    def __init__(self) -> None:
        """Begin with nothing chosen."""
        self.keys: tuple[str, ...] = ()
        """What is taken as done, in the order of the plan."""
        self._before: list[tuple[str, ...]] = []
        """What was chosen before each toggle, the newest last."""
        self._tried: tuple[Plan, WhatIf] | None = None

    def forget(self) -> None:
        """Let go of everything; there is nothing to take back then."""
        self.keys = ()
        self._before.clear()

    def begin(self, plan: "Plan", keys: Iterable[str]) -> None:
        """Choose these, with nothing to take back."""
        self.forget()
        self.keys = with_needs(plan, keys)

    def fit(self, plan: "Plan") -> None:
        """Let go of what is not in the plan any more, and take along what is needed now."""
        self.keys = with_needs(plan, self.keys)

    def put_in(self, plan: "Plan", key: str) -> set[str]:
        """Take an action as done; return what went along, because it needs that."""
        before = {*self.keys, key}
        self._choose(with_needs(plan, [*self.keys, key]))
        return set(self.keys) - before

    def take_out(self, plan: "Plan", key: str) -> set[str]:
        """Take an action as done no longer; return what went along, because it needs this one."""
        before = set(self.keys)
        self._choose(without_dependents(plan, self.keys, key))
        return before - {*self.keys, key}

    def take_back(self, plan: "Plan") -> bool:
        """Take the last toggle back; False when there is none."""
        if not self._before:
            return False
        self.keys = with_needs(plan, self._before.pop())
        return True

    def _choose(self, keys: tuple[str, ...]) -> None:
        self._before.append(self.keys)
        self.keys = keys

    def tried(self, sitting: "Sitting") -> "WhatIf":
        """Return what the assessment would be; worked out once for each choice."""
        plan = sitting.plan
        if self._tried is None or self._tried[0] is not plan or self._tried[1].done != self.keys:
            self._tried = plan, sitting.what_if(self.keys)
        return self._tried[1]
