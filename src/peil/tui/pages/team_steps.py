"""What a team does in a session, step by step, and which step comes next."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from peil.assessment.meeting import is_over, minutes_to_vote, not_voted_on, was_another_day
from peil.sitting import Sitting
from peil.text.days import today
from peil.text.languages import Words, mark

StepName = Literal["warm_up", "sheets", "vote", "agenda", "promises", "minutes", "new"]

NEEDS_VOTERS: Final = "voters"
"""What comes before all steps: the line with the number of voters."""


class Step(NamedTuple):
    """One line of what there is to do."""

    name: StepName
    label: str
    about: str
    """How much it is, or why it has to wait."""
    done: bool = False
    waits: bool = False
    """Whether something else has to come first."""


def steps(sitting: Sitting, say: Words) -> Iterator[Step]:
    """Return the steps in order."""
    yield Step("warm_up", say("Warm-up question"), say("takes a minute"))
    yield Step("sheets", say("Slips and run-sheet"), say("to print before you begin"))
    yield _vote(sitting, say)
    yield _agenda(sitting, say)
    yield _promises(sitting, say)
    waits = not sitting.assessment.votes
    about = _NOBODY_VOTED if waits else mark("votes, levels, promises")
    yield Step("minutes", say("Minutes of this meeting"), say(about), waits=waits)
    if is_over(sitting.assessment.meeting, sitting.seconds_left, today()):
        yield Step("new", say("Another meeting"), say("what you agreed stays"))


_NOBODY_VOTED: Final = mark("nobody has voted yet")


def next_step(sitting: Sitting) -> str:
    """Return the name of the step that comes next, or `NEEDS_VOTERS`."""
    meeting, agenda = sitting.assessment.meeting, sitting.agenda
    if sitting.ballot is not None:
        return "vote"
    if not meeting.voters:
        return NEEDS_VOTERS
    if was_another_day(meeting, today()):
        return "new"
    if to_vote(sitting):
        return "vote"
    if agenda.talk or agenda.proposed:
        return "agenda"
    return "minutes" if meeting.fist or not sitting.plan.actions else "promises"


def to_vote(sitting: Sitting) -> tuple[str, ...]:
    """Return the questions of today on which the team has still to vote."""
    return not_voted_on(sitting.assessment, sitting.to_vote_on)


def advice(sitting: Sitting, say: Words) -> str:
    """Return in one sentence what comes next."""
    if sitting.ballot is not None:
        return say("A vote is running. Go on with it: nothing is shown until all votes are in.")
    return say(_ADVICE[next_step(sitting)])


_ADVICE: Final = {
    NEEDS_VOTERS: mark("Say how many of you vote; everything else can stay as it is."),
    "new": mark("Your last meeting is over. Begin another one, or read what came of it."),
    "vote": mark("First everybody votes in silence. Then you talk only where you differ."),
    "agenda": mark("The votes are in. Now talk, but only where it matters."),
    "promises": mark("All is agreed. Now say who does what, and by which day."),
    "minutes": mark("You are done. Write the minutes, so that nobody has to remember it."),
}


def _vote(sitting: Sitting, say: Words) -> Step:
    """Return how the vote stands: it runs, is to be done, or is done."""
    ballot, meeting = sitting.ballot, sitting.assessment.meeting
    if ballot is not None:
        about = say("{fallen} of {voters} votes are in", fallen=ballot.fallen, voters=ballot.voters)
        return Step("vote", say("Go on with the vote"), about)
    one_by_one = meeting.way == "tally"
    label = say("Go through them one by one") if one_by_one else say("Vote in silence")
    left = to_vote(sitting)
    if not sitting.to_vote_on:
        return Step("vote", label, say("no question today"), waits=True)
    if not left:
        return Step("vote", label, say("all voted on"), done=True)
    about = say.many(
        "{count} question, about {minutes} min",
        "{count} questions, about {minutes} min",
        len(left),
        minutes=minutes_to_vote(meeting.way, len(left), meeting.voters),
    )
    return Step("vote", label, about, waits=not meeting.voters)


def _agenda(sitting: Sitting, say: Words) -> Step:
    agenda, label = sitting.agenda, say("Talk where it matters")
    if not any(agenda):
        return Step("agenda", label, say(_NOBODY_VOTED), waits=True)
    if not (agenda.talk or agenda.proposed):
        return Step("agenda", label, say("everything is agreed"), done=True)
    about = say(
        "{talks} to talk about, {proposals} ready",
        talks=len(agenda.talk),
        proposals=len(agenda.proposed),
    )
    return Step("agenda", label, about)


def _promises(sitting: Sitting, say: Words) -> Step:
    label = say("Promise who does what")
    now = [action for action in sitting.plan.actions if action.slot == "now"]
    if not now:
        return Step("promises", label, say("there is no action yet"), waits=True)
    promised = sum(bool(sitting.record(action.key).owner) for action in now)
    about = say("{count} of {total} have a name", count=promised, total=len(now))
    return Step("promises", label, about, done=promised == len(now))
