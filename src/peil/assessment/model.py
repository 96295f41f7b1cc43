"""An assessment: one organisation's answers, its profile, and what it keeps about its plan.

Frozen data: a change makes a new value, so that undo is keeping the old one and a
save never meets a half-made change. Questions, topics and steps carry their
questionnaire before them (`iceberg/objectives-written@2`).
"""

from typing import Literal

import msgspec

from peil.assessment.team import Meeting, Parked, TeamVote

People = Literal["solo", "team"]
Audience = Literal["customers", "staff", "both"]
Importance = Literal["low", "normal", "high"]
ActionStatus = Literal["open", "doing", "done", "dropped"]
AnswerState = Literal["rated", "unknown", "not-applicable"]

MAX_HOURS = 80.0
"""Most hours a week that a profile may hold."""
MAX_GOALS = 3
"""Most goals that a profile may hold."""
MAX_MINUTES = 60_000
"""Most effort of one of the user's own actions: 1,000 hours."""
STATES_KEPT = 20
"""How many of the newest exports keep what they said."""


class Profile(msgspec.Struct, frozen=True):
    """Facts about the organisation that decide what is asked and planned."""

    people: People = "solo"
    """`solo`: nobody else works there; `team`: with colleagues."""
    audience: Audience = "both"
    """For whom: customers, staff or both."""
    hours: float = 3.0
    """Hours a week for this work: above 0, at most `MAX_HOURS`."""
    goals: tuple[str, ...] = ()
    """At most `MAX_GOALS` of the seven goal ids, in the order in which they were chosen."""


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was said about one question. Times are UTC, ISO 8601."""

    state: AnswerState | None = None
    """None while there is only a note, evidence or a flag: the question is unanswered."""
    level: int | None = None
    """The level number when rated."""
    reason: str = ""
    """Why not applicable."""
    note: str = ""
    evidence: str = ""
    evidence_date: str | None = None
    """ISO date of the evidence."""
    look_again: bool = False
    formerly: str = ""
    """What the chosen level said when it was chosen, while a newer version of the
    questionnaire words it, or the level above it, otherwise and nobody has looked since."""
    flagged_before: bool = False
    """Whether `look_again` was set already when a newer version set it too: then the flag
    is the reader's own, and stays when the question is answered."""
    changed: str = ""
    """When the state or level was last changed."""
    confirmed: str | None = None
    """When it was last confirmed as still so."""


class FormerAnswer(msgspec.Struct, frozen=True):
    """An answer that a newer version of its questionnaire no longer asks for."""

    question: str
    """Full id of the question."""
    version: int
    """The version of the questionnaire that last asked it."""
    text: str
    """The question as it was put."""
    level_text: str
    """What the chosen level said; empty when it was not rated."""
    answer: Answer


class Source(msgspec.Struct, frozen=True):
    """A questionnaire frozen inside an assessment: its Markdown in each language it has."""

    id: str
    version: int
    texts: dict[str, str]
    """Markdown by language."""


class Smart(msgspec.Struct, frozen=True, omit_defaults=True):
    """What makes an action or a goal one that can be checked: five short texts."""

    specific: str = ""
    measurable: str = ""
    acceptable: str = ""
    realistic: str = ""
    time: str = ""


class ActionRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is kept about one action of the plan. Times are UTC, ISO 8601."""

    code: str
    """Such as `A07`; given once, never reused."""
    key: str
    """What the action is: a step (`iceberg/x@2`), a find-out (`iceberg/x?`), or one of the
    user's own (`own/A07`)."""
    status: ActionStatus = "open"
    """As the user said it; an answer can have done it as well (see `actions.status_of`)."""
    reason: str = ""
    """Why it was dropped."""
    finished: str = ""
    """When it was done; empty unless it is."""
    looked: bool = False
    """Whether the question was answered or confirmed since it was done."""
    owner: str = ""
    due: str | None = None
    """ISO date."""
    note: str = ""
    pinned: int = 0
    """Its place among the pinned ones, the oldest pin lowest; 0: it is not pinned."""
    postponed: bool = False
    smart: Smart = Smart()
    title: str = ""
    """The user's own words for it; empty: those of the questionnaire."""
    minutes: int = 0
    """Effort of one of the user's own."""
    topic: str = ""
    """Full id of the topic to which one of the user's own is tied, if any."""


class Listed(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an exported list said of one action: edits of the list are what differs from it."""

    code: str
    title: str = ""
    status: ActionStatus = "open"
    reason: str = ""
    owner: str = ""
    due: str | None = None
    """ISO date, or the words for a day that were read back ("+2w")."""
    note: str = ""
    smart: Smart = Smart()


class ExportRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """One exported action list: what it was written against."""

    number: int
    time: str
    language: str
    codes: tuple[str, ...] = ()
    """Codes of the actions it listed, in order."""
    state: tuple[Listed, ...] = ()
    """What it said of each, in order, or says since it was read back; only the newest
    `STATES_KEPT` exports keep it."""
    goals: dict[str, Smart] = {}
    """What it said of the goals, by goal id; kept as long as `state`."""
    path: str = ""
    """The file to which it was written, when Peil wrote it itself."""
    digest: str = ""
    """SHA-256 of that file as it was written, or as it was last read back."""


class Period(msgspec.Struct, frozen=True):
    """What the user chose to reach in a period, out of a what-if."""

    name: str
    codes: tuple[str, ...]
    since: str
    """When it was chosen."""


class Assessment(msgspec.Struct, frozen=True):
    """One organisation's answers to one or more questionnaires."""

    id: str
    title: str
    created: str
    changed: str
    language: str
    sources: tuple[Source, ...]
    profile: Profile = Profile()
    targets: dict[str, int] = {}
    """The user's own target level by topic; the questionnaire's target elsewhere."""
    importances: dict[str, Importance] = {}
    """The user's own importance by topic; normal elsewhere."""
    answers: dict[str, Answer] = {}
    former: dict[str, FormerAnswer] = {}
    """Answers that are no longer asked for, by `QUESTION@VERSION`; a second one of the same
    question and version by `QUESTION@VERSION-2`."""
    actions: dict[str, ActionRecord] = {}
    """By code."""
    exports: tuple[ExportRecord, ...] = ()
    goal_plans: dict[str, Smart] = {}
    """By goal id: what makes a goal of the profile one that can be checked."""
    period: Period | None = None
    """What was chosen to be reached in this period, if anything."""
    votes: dict[str, TeamVote] = {}
    """What a team voted and agreed, by question; a round that still runs is not here."""
    meeting: Meeting = Meeting()
    """How the team meets, or met last."""
    parked: tuple[Parked, ...] = ()
    """What came up in a meeting and belongs elsewhere, in order."""
    place: str | None = None
    """The question at which the walk goes on."""
    core_only: bool = False
    """Whether the walk asks only core questions."""
    demo: bool = False
    """Whether it is the example firm of `peil demo`."""
    last_code: int = 0
    """The highest code number ever given."""
