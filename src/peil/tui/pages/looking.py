"""Done, and now? The questions of finished actions, looked at again one after the other."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from peil.text.languages import mark
from peil.tui.content import join, text
from peil.tui.keys import Command
from peil.tui.page import Heading
from peil.tui.pages.looking_view import Round, marked, new_round, outcome, to_point_at
from peil.tui.pages.outcome import title_of
from peil.tui.pages.question import QuestionPage
from peil.tui.pages.question_keys import COMMANDS
from peil.tui.widgets.question_sheet import Asked

if TYPE_CHECKING:
    from peil.tui.dialogs.evidence import EvidenceField

_OTHERWISE = {
    "go_on": mark("Choose where the cursor was moved to; else say that it is still so."),
    "next": mark("Leave this one for another time, and go to the next finished action."),
    "before": mark("Go back to the finished action before."),
}
"""What keys do here that do something else on the page of a question."""
_FOOTER = ("choose", "go_on", "next", "evidence", "note")
"""The keys of the footer."""


class LookingPage(QuestionPage):
    """Puts the question of each finished action, until none waits or Escape leaves them."""

    commands: ClassVar[tuple[Command, ...]] = tuple(
        each._replace(about=_OTHERWISE.get(each.action, each.about), footer=each.action in _FOOTER)
        for each in sorted(COMMANDS, key=lambda each: (*_FOOTER, each.action).index(each.action))
    )

    def __init__(self) -> None:
        """Make the page; `show` begins a round along what waits."""
        super().__init__()
        self._round: Round | None = None

    @property
    def _tour(self) -> Round:
        """The round that goes on."""
        return self._round or new_round(self.sitting)

    def begin_anew(self) -> None:
        """Begin another round when the page is shown next."""
        self.question = ""

    # What it shows

    def show(self) -> None:
        """Show the question of the round; where nothing waits, that of the walk instead."""
        if self._tour.sitting is not self.sitting or self.question not in self._tour.questions:
            self._begin()
            return
        place = self.sitting.assessment.place
        if place is not None and place != self.question and place in self._tour.questions:
            self.put(place)  # an answer was taken back there
        else:
            self.sitting.go_to(self.question)
            super().show()

    def _begin(self) -> None:
        self._round = new_round(self.sitting)
        first = next(iter(self._round.questions), None)
        self.put(first or self.sitting.walk.resume())
        if first is None:
            self.peil.open_instead("question")

    def heading(self) -> Heading:
        """Return the topic, and how far the round is."""
        questions = self._tour.questions
        if self.question not in questions:
            return Heading()
        where = self.say(
            "done, and now? {number} of {total}",
            number=questions.index(self.question) + 1,
            total=len(questions),
        )
        left = join(
            text(title_of(self.sitting, self.question), "title"),
            text(f" {self.signs.between} ", "faint"),
            text(where),
        )
        return Heading(left=left, done=1 - self._tour.waiting / len(questions))

    def key_brief(self, command: Command) -> str:
        """Say what Enter and the arrow do: they differ before and after an answer."""
        if command.action in ("go_on", "next") and self._waits:
            return self.say("still so") if command.action == "go_on" else self.say("skip")
        return super().key_brief(command)

    def offers(self, command: Command) -> bool:
        """Leave the arrow out of the footer where Enter does the same."""
        return super().offers(command) and (command.action != "next" or self._waits)

    def _asked(self) -> Asked:
        asked = super()._asked()
        if self.question not in self._tour.questions:
            return asked
        return marked(asked, self._tour, self.question, self.say, self.signs)

    @property
    def _waits(self) -> bool:
        """Whether nobody has looked at this question since its action was done."""
        return self._tour.waits(self.question)

    # Answering

    def _is_chosen(self, level: int) -> bool:
        """Return whether a level was chosen now: last time's does not count."""
        return not self._waits and super()._is_chosen(level)

    def _answer(self, change: Callable[[], object]) -> bool:
        """Answer, and say what became of the finished actions."""
        waited = self._waits
        done = super()._answer(change)
        if done and waited:
            self.peil.tell(outcome(self._tour, self.question, self.say))
        return done

    def _rate(self, level: int) -> bool:
        """Answer, and ask what can be pointed at where that leaves an action done."""
        if self._waits and self.sitting.answer(self.question).level == level:
            done = self._answer(self._confirm)
        else:
            done = super()._rate(level)
        done_when = to_point_at(self._tour, self.question) if done else None
        if done_when is not None:
            cast("EvidenceField", self.peil.overlay("evidence")).remind(done_when)
            self.action_evidence()
        return done

    def _confirm(self) -> None:
        self.sitting.confirm(self.question)

    # Moving

    def action_go_on(self) -> None:
        """Choose where the cursor was moved to; else say that it is still so, and go on."""
        if self._moved and self._cursor != self._answered():
            self.action_take()
        elif not self._waits:
            self._go_further("")
        elif self._answer(self._confirm):
            self._go_further(outcome(self._tour, self.question, self.say))

    def action_next(self) -> None:
        """Go on, and leave this one as it is."""
        self._go_further("")

    def action_before(self) -> None:
        """Go back in the round."""
        questions = self._tour.questions
        place = questions.index(self.question)
        if place:
            self._go(questions[place - 1])
        else:
            self.peil.tell(self.say("This is the first one."), "faint")

    def _go_further(self, said: str) -> None:
        """Go to the next one that waits, or to the plan after the last; `said` stays to read."""
        questions = self._tour.questions
        later = questions[questions.index(self.question) + 1 :]
        following = next(filter(self._tour.waits, later), None)
        if following is not None:
            self._go(following)
            self.peil.tell(said)
            return
        left = self._tour.waiting
        if left:
            rest = self.say.many(
                "{count} still waits; that may be later.",
                "{count} still wait; that may be later.",
                left,
            )
        else:
            rest = self.say("Nothing waits any more. This is your plan now.")
        self._leave()
        self.peil.open_instead("plan")
        self.peil.tell(f"{said} {rest}".strip())

    def step_back(self) -> bool:
        """Leave the rest for another time."""
        self._leave()
        return False

    def _leave(self) -> None:
        """End the round; the walk goes on where it stood."""
        if self.sitting.items.has_question(self._tour.place):
            self.sitting.go_to(self._tour.place)
        self.sitting.keep_place()
        self.begin_anew()
