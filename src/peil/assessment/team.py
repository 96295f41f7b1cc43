"""What a team keeps of deciding together: rounds of votes, what was agreed, and the meeting.

A round holds counts only: nobody's vote, and no order in which votes fell. A round that
still runs is no part of an assessment (see `ballot.py`).
"""

from typing import Final, Literal

import msgspec

Way = Literal["slips", "keyboard", "tally"]
"""How votes come in: papers that are typed over, a keyboard that goes round, cards or fingers."""

MAX_VOTERS: Final = 40
"""Most people who can vote in one round."""
MAX_MEETING: Final = 480
"""Longest meeting, in minutes."""
USUAL_MEETING: Final = 60
"""Minutes that a meeting takes unless the team says otherwise."""
ANONYMOUS_FROM: Final = 3
"""Fewest voters of whom nobody can tell from the counts what another one voted."""
FINGERS: Final = 5
"""Most fingers that somebody can show for "will we do this?"."""


class Round(msgspec.Struct, frozen=True, omit_defaults=True):
    """One finished turn of a hidden vote on one question, as counts."""

    votes: dict[str, int] = {}
    """How many chose each level, by level number; levels that nobody chose are left out."""
    unknown: int = 0
    """How many said that they do not know."""
    abstain: int = 0
    time: str = ""
    """When it was shown. UTC, ISO 8601."""

    @property
    def levels(self) -> tuple[int, ...]:
        """The level of each vote that names one, lowest first: their order says nothing."""
        counts = sorted((int(level), count) for level, count in self.votes.items())
        return tuple(level for level, count in counts for _ in range(count))

    @property
    def size(self) -> int:
        """How many voted, don't know and abstentions included."""
        return sum(self.votes.values()) + self.unknown + self.abstain


class Agreement(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a team decided on one question."""

    state: Literal["rated", "unknown", "not-applicable"]
    level: int | None = None
    """The level number when rated."""
    reason: str = ""
    """Why; asked for only where the votes were contested."""
    dissent: str = ""
    """What somebody who sees it otherwise asked to be written down."""
    rounds: int = 0
    """How many rounds there were by then."""
    time: str = ""
    """When. UTC, ISO 8601."""


class TeamVote(msgspec.Struct, frozen=True, omit_defaults=True):
    """The rounds on one question, the first one first, and what was agreed after them."""

    rounds: tuple[Round, ...] = ()
    agreed: Agreement | None = None


class Parked(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that came up and belongs elsewhere."""

    text: str
    """What it is; empty when it is the question itself that is put off."""
    question: str = ""
    """Full id of the question at which it came up, if it was at one."""
    time: str = ""


class Meeting(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a team meets: who votes, for how long, on what."""

    voters: int = 0
    """How many vote, a facilitator who votes included; 0 until it was said."""
    names: tuple[str, ...] = ()
    """Who is there, if the team wants that on record; never kept with a vote."""
    facilitator_votes: bool = False
    minutes: int = USUAL_MEETING
    """How long it may take in all."""
    topics: tuple[str, ...] = ()
    """Full ids of the topics of today; none: all of them."""
    way: Way = "slips"
    """How votes on many questions come in; one question alone is tallied unless passed round."""
    used: int = 0
    """Seconds of its time that are over."""
    began: str = ""
    """When its clock first ran; empty before that. UTC, ISO 8601."""
    counted: int = 0
    """Number of the last ballot that was revealed or given up."""
    fist: dict[str, int] = {}
    """For "will we do this?": how many showed each number of fingers, 0 to `FINGERS`."""
