"""A team agrees that a question does not apply: why, in one of three ways."""

from typing import ClassVar

from peil.tui.dialogs.not_applicable import NotApplicable
from peil.tui.keys import Command


class AgreeNotApplicable(NotApplicable):
    """As for one person, but what the team said stays on record."""

    commands: ClassVar[tuple[Command, ...]] = NotApplicable.commands

    def keep_reason(self, question: str, reason: str) -> bool:
        """Make it what the team agreed; what somebody sees otherwise stays on record."""
        agreed = self.sitting.vote_on(question).agreed
        dissent = agreed.dissent if agreed is not None else ""
        return self.peil.attempt(
            lambda: self.sitting.agree_not_applicable(question, reason, dissent)
        )
