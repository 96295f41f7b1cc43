"""What a team can do with an open assessment: vote unseen, talk, agree, and promise."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from peil.assessment import ballot as voting
from peil.assessment.agenda import TimeLeft, time_left
from peil.assessment.team import Agreement, Way
from peil.errors import PeilError
from peil.sitting import answering, deciding
from peil.sitting.clock import Clock
from peil.sitting.doing import Doing
from peil.sitting.history import Change
from peil.text.languages import mark

if TYPE_CHECKING:
    from peil.assessment.ballot import Ballot
    from peil.assessment.model import Assessment
    from peil.store.writer import Status

Choice = int | Literal["unknown"]
"""What a team can agree on: a level number, or that it does not know."""


class Together(Doing):
    """An assessment on which a team decides.

    The running vote (`ballot`) is changed here and nowhere else. It is no part of the
    assessment, cannot be undone, and is saved in a box of its own.
    """

    _clock: Clock | None = None
    _talk: tuple[str, int, int] | None = None
    """What is talked about: its question, its seconds, and how long the meeting had run then."""

    # The meeting

    def set_meeting(
        self,
        *,
        voters: int | None = None,
        names: Sequence[str] | None = None,
        facilitator_votes: bool | None = None,
        minutes: int | None = None,
        topics: Sequence[str] | None = None,
        way: Way | None = None,
    ) -> None:
        """Change the parts of the meeting that are given, also while it is under way.

        With another number of voters a running vote waits for so many. PeilError for what
        no meeting can be, and for fewer voters than have voted.
        """
        now = self.assessment.meeting
        given: dict[str, object] = {
            "voters": voters,
            "names": None if names is None else tuple(names),
            "facilitator_votes": facilitator_votes,
            "minutes": minutes,
            "topics": None if topics is None else tuple(topics),
            "way": way,
        }
        said = {name: value for name, value in given.items() if value is not None}
        now = replace(now, topics=self.todays_topics)
        meeting = deciding.checked_meeting(self.items, replace(now, **said))
        ballot = self.ballot
        if ballot is not None and voters and voters != ballot.voters:
            ballot = voting.with_voters(ballot, voters)
        self._change(mark("team session"), None, replace(self.assessment, meeting=meeting))
        if ballot is not self.ballot:
            self.ballot = ballot
            self._save()

    def undo(self) -> Change | None:
        """Take back the last change; a vote that runs goes on, with as many voters as before.

        PeilError where the questions of that vote would go.
        """
        if self._changes and self._changes[-1].before.sources != self.assessment.sources:
            self._refuse_while_voting()
        change = super().undo()
        ballot, meeting = self.ballot, self.assessment.meeting
        if ballot is not None and meeting.voters != ballot.voters:
            fitting = replace(meeting, voters=ballot.voters)
            self._keep_together(replace(self.assessment, meeting=fitting))
        return change

    def new_meeting(self) -> None:
        """Begin another meeting: its clock at the start, and nobody's fingers shown yet.

        What was voted and agreed stays. PeilError while a vote runs.
        """
        self._refuse_while_voting()
        self._clock = self._talk = None
        fresh = replace(self.assessment.meeting, used=0, began="", fist={})
        self._keep_together(replace(self.assessment, meeting=fresh))

    @property
    def clock(self) -> Clock:
        """The clock of the meeting, as it runs in this sitting."""
        if self._clock is None:
            self._clock = Clock(time.monotonic)
        return self._clock

    @property
    def seconds_left(self) -> int:
        """How much of the meeting's time is left; 0 when it is over."""
        return max(0, self.assessment.meeting.minutes * 60 - self._seconds_met)

    def start_clock(self) -> None:
        """Let the meeting's time run."""
        self.clock.start()
        if not self.assessment.meeting.began and not self.looks_only:
            began = replace(self.assessment.meeting, began=self._now())
            self._keep_together(replace(self.assessment, meeting=began))

    def stop_clock(self) -> None:
        """Let the meeting's time stand still: a break."""
        self._keep_together(self.assessment)
        self.clock.stop()

    @property
    def time_plan(self) -> TimeLeft:
        """How what is left of the meeting is divided over talks, plan and end."""
        minutes = self.assessment.meeting.minutes
        return time_left(self.seconds_left, minutes, len(self.agenda.talk))

    def begin_talk(self, question: str) -> None:
        """Let the time of the talk about a question begin: its part of what is left.

        The meeting's clock runs with it; where that stands still, so does the talk.
        """
        self.start_clock()
        self._talk = (question, self.time_plan.each, self._seconds_met)

    @property
    def _seconds_met(self) -> int:
        """For how long the meeting's clock has run in all."""
        return self.assessment.meeting.used + self.clock.counted

    def talk_seconds_left(self, question: str) -> int | None:
        """Return what is left of the talk about a question; None while none was begun."""
        if self._talk is None or self._talk[0] != question:
            return None
        _, seconds, began = self._talk
        return min(seconds, max(0, seconds - (self._seconds_met - began)))

    # A vote that nobody sees

    def begin_ballot(self, questions: Sequence[str], way: Way) -> None:
        """Begin a hidden vote on some questions, for the voters of the meeting.

        PeilError while another one runs, before the number of voters was said, or for a
        question that is not put.
        """
        if self.file is None:
            raise self.refusal()
        self._refuse_while_voting()
        meeting = self.assessment.meeting
        if not meeting.voters:
            raise PeilError(mark("Say first how many of you vote."))
        for question in questions:
            self._put(question)
        number = meeting.counted + 1
        self.ballot = voting.begun(self.items, number, way, questions, meeting.voters)
        self.start_clock()
        self._save()

    def give(self, sign: str) -> None:
        """Take one sign of the present voter. PeilError for what is no vote; it says not which."""
        self._vote(lambda ballot: voting.given(ballot, sign))

    def take_back_sign(self) -> None:
        """Take back the last sign of the present voter, while nobody else votes yet."""
        self._vote(voting.taken_back)

    def next_voter(self) -> None:
        """Count the present voter's vote, so that it cannot be taken back, and go on."""
        self._vote(voting.passed_on)

    def give_up_ballot(self) -> None:
        """End the running vote without a trace: nothing of it is shown or kept."""
        self._running()
        self._end_ballot(self.assessment)

    def reveal(self) -> tuple[str, ...]:
        """Turn the running vote into counts, and return its questions.

        PeilError until everybody's vote is in. It cannot be undone: everybody has seen it.
        """
        ballot = self._running()
        rounds = voting.rounds_of(ballot, self._now())
        self._end_ballot(deciding.with_rounds(self.assessment, rounds))
        return ballot.questions

    def tally(self, question: str, word: str) -> None:
        """Take a finished round on one question, typed in one go with a sign for each voter.

        PeilError while a hidden vote on the same question runs.
        """
        if self.file is None:
            raise self.refusal()
        if self.ballot is not None and question in self.ballot.questions:
            raise PeilError(
                mark(
                    "A vote on {question} is running on the screen. Finish it there, or give it "
                    "up; then count votes in another way."
                ),
                question=question,
            )
        self._put(question)
        finished = voting.tallied(self.items, question, word, self._now())
        self._keep_together(deciding.with_rounds(self.assessment, {question: finished}))

    def _running(self) -> "Ballot":
        if self.file is None:
            raise self.refusal()
        if self.ballot is None:
            raise PeilError(mark("No vote is running now."))
        return self.ballot

    def _refuse_while_voting(self) -> None:
        if self.ballot is not None:
            raise PeilError(
                mark("A vote is still running. Finish it first, or give it up: press v.")
            )

    def _vote(self, change: "Callable[[Ballot], Ballot]") -> None:
        changed = change(self._running())
        if changed is not self.ballot:
            self.ballot = changed
            self._save()

    def _end_ballot(self, changed: "Assessment") -> None:
        ballot = self._running()
        self.ballot = None
        meeting = replace(changed.meeting, counted=ballot.number)
        self._keep_together(replace(changed, meeting=meeting))

    # What is agreed

    def agree(self, question: str, choice: Choice, reason: str = "", dissent: str = "") -> None:
        """Make what the team decided the answer.

        PeilError before a round, and without a reason where the votes are contested.
        """
        self._agree(mark("agreed level"), question, choice, reason, dissent)

    def agree_not_applicable(self, question: str, why: str, dissent: str = "") -> None:
        """Make it the answer that a question does not apply to this organisation."""
        self._put(question)
        now = self._now()
        answered = answering.not_applicable(self.assessment, question, why, now)
        agreement = Agreement("not-applicable", reason=why, dissent=dissent, time=now)
        self._change_agreed(mark("agreed level"), question, answered, agreement)

    def take_over(self, questions: Iterable[str]) -> int:
        """Agree on the proposal for each of these questions, as one change; return how many."""
        lines = {line.question: line for line in self.agenda.proposed}
        taken = [lines[question] for question in questions if question in lines]
        with self.all_or_nothing(mark("proposals taken over")):
            for line in taken:
                if line.proposal is not None:
                    self._agree(mark("agreed level"), line.question, line.proposal, "", "")
        return len(taken)

    def dissent(self, question: str, dissent: str) -> None:
        """Write down what somebody who sees it otherwise asked to be on record."""
        changed = deciding.dissenting(self.assessment, question, dissent)
        self._change(mark("dissent"), question, changed)

    def _agree(self, what: str, question: str, choice: Choice, reason: str, dissent: str) -> None:
        self._put(question)
        now = self._now()
        if choice == "unknown":
            answered = answering.unknown(self.assessment, question, now)
            agreement = Agreement("unknown", reason=reason, dissent=dissent, time=now)
        else:
            answered = answering.rated(self.assessment, self.items, question, choice, now)
            agreement = Agreement("rated", choice, reason, dissent, time=now)
        self._change_agreed(what, question, answered, agreement)

    def _change_agreed(
        self, what: str, question: str, answered: "Assessment", agreement: Agreement
    ) -> None:
        changed = deciding.agreed_on(answered, self.items, question, agreement)
        changed = deciding.without_put_off(changed, (question,))
        self._change(what, question, self._followed(question, self._with_time(changed)))

    # What belongs elsewhere

    def park(self, text: str, question: str = "") -> None:
        """Write down what belongs elsewhere; without a text the question itself is put off."""
        changed = deciding.parked(self.assessment, text, question, self._now())
        self._change(mark("parking lot"), question or None, changed)

    def unpark(self, place: int) -> None:
        """Take something out of the parking lot, by its place there, from 0."""
        changed = deciding.unparked(self.assessment, place)
        self._change(mark("parking lot"), None, changed)

    def take_up(self, question: str) -> None:
        """Put a question that was put off as a whole back on the agenda."""
        changed = deciding.without_put_off(self.assessment, (question,))
        self._change(mark("parking lot"), question, changed)

    # What is promised

    def commit(self, code: str, owner: str, due: str | None) -> None:
        """Give an action a name and a day, as one change; `due` is an ISO date or None."""
        from datetime import date

        with self.all_or_nothing(mark("promise")):
            self.set_owner(code, owner)
            self.set_due(code, date.fromisoformat(due) if due else None)

    def show_fingers(self, word: str) -> None:
        """Keep how many fingers everybody showed for "will we do this?", out of one word."""
        meeting = replace(self.assessment.meeting, fist=deciding.fist(word))
        self._change(mark("fist of five"), None, replace(self.assessment, meeting=meeting))

    # Time

    def _with_time(self, changed: "Assessment") -> "Assessment":
        """Return a changed assessment that knows how much of the meeting's time is over."""
        if not self.clock.runs:
            return changed
        used = changed.meeting.used + self.clock.stop()
        self.clock.start()
        return replace(changed, meeting=replace(changed.meeting, used=used))

    def _keep_together(self, changed: "Assessment") -> None:
        """Keep a change that cannot be undone."""
        if self.file is None:
            raise self.refusal()
        changed = self._with_time(changed)
        if changed.votes != self.assessment.votes:
            changed = replace(changed, changed=self._now())
        self._keep(changed)

    def close(self) -> "Status":
        """Note the time of the meeting that is over, and close."""
        if self.clock.runs and not self.looks_only:
            self.stop_clock()
        return super().close()
