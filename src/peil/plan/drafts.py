"""Actions before they have their place in the plan, and the foundations that they complete."""

import msgspec

from peil.assessment.model import Importance
from peil.plan.model import Kind
from peil.plan.shares import Shares
from peil.questionnaire.model import Level


class Draft(msgspec.Struct, gc=False):
    """An action before it has its place in the plan, or a foundation that comes to stand."""

    key: str
    """The action's key; for a foundation its topic's full id."""
    kind: Kind | None
    """None for a foundation, which is no action."""
    question: str
    topic: str
    level: Level | None
    """The level to which a step leads; None for all others."""
    minutes: int
    gain: int
    """What it adds to readiness `low`, in parts of the shares' unit."""
    order_minutes: int
    """The effort that counts for the order."""
    order_gain: int
    """The gain that counts for the order, times the importance, in halves of a part."""
    importance: Importance
    needs: list[int]
    """Places, in the list of drafts, of what must come directly before it."""
    blockers: int = 0
    """Mask of the questions, by number, that keep it waiting itself."""
    waiting: int = 0
    """Mask of all questions, by number, that it waits for; numbers beyond those of the
    questions stand for dropped actions, by their place."""
    pulled_in: bool = False
    """Whether it lies above its topic's target."""
    title: str = ""
    """The user's own words for it, if any."""
    doing: bool = False
    """Whether somebody is at it: then it stands before all others."""
    pinned: int = 0
    """Its place among the pinned ones, from 1; 0: it is not pinned."""
    postponed: bool = False
    dropped: bool = False
    """Whether it was dropped: then it is no action, and what needs it waits."""

    @property
    def is_scored(self) -> bool:
        """Whether the order by gain knows it: all but the user's own."""
        return self.kind != "own"


class Foundation(msgspec.Struct):
    """A topic of a gate, and what makes it stand."""

    topic: str
    stands: bool
    """Whether it stands already, whatever its open questions are."""
    needs: list[int]
    """Places of the steps that bring its rated questions where they must be."""
    completable: bool
    """Whether these steps are all in the plan and have a week, and nothing else is open."""


class Drafts(msgspec.Struct):
    """All actions of an assessment in questionnaire order, before they are ordered."""

    drafts: list[Draft]
    foundations: list[Foundation]
    shares: Shares
    low: int
    """Readiness `low` now, in parts of the shares' unit."""
    questions: tuple[str, ...]
    """Full ids of all questions, by number."""
