"""The walk line by line: one question after the other, with every command at hand.

It holds no rule: what is next, what is asked and what counts is asked of the sitting, so
that the full screen can go on at any question, and the other way round.
"""

from typing import TYPE_CHECKING, Final

from peil.errors import PeilError
from peil.line import ending, letters
from peil.line.question import choices, heading, help_lines, stands_now, told
from peil.line.settling import settle
from peil.line.team import vote
from peil.line.voice import Choice, Stopped, Voice
from peil.report.explained import why_lines
from peil.report.usual_reasons import REASONS
from peil.sitting import Sitting
from peil.sitting.searching import find
from peil.text.languages import LANGUAGES, Words, mark_many, words

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN: Final = 9
"""How many questions are listed at most when one is looked for."""
_ALL_SAVED = mark_many(
    "{count} of {asked} questions is answered, and everything is saved. Go on with: peil ask "
    "{name}",
    "{count} of {asked} questions are answered, and everything is saved. Go on with: peil ask "
    "{name}",
)
_NOT_ALL_SAVED = mark_many(
    "{count} of {asked} questions is answered. Not all of it is saved yet. Go on with: peil ask "
    "{name}",
    "{count} of {asked} questions are answered. Not all of it is saved yet. Go on with: peil ask "
    "{name}",
)


class Walk:
    """One person, or a team, going through the questions of one assessment."""

    def __init__(self, sitting: Sitting, voice: Voice) -> None:
        """Walk through the questions of `sitting` with `voice`."""
        self._sitting = sitting
        self._voice = voice
        self._question = ""
        self._known = ("", "")
        """The question that was read out last, and in which language."""
        self._core_was_done = sitting.walk.core_done
        self._acts: dict[str, Callable[[], None]] = {
            letters.KEEP: self._go_on,
            letters.SKIP: self._skip,
            letters.BACK: self._back,
            letters.GO_TO: self._go_to,
            letters.UNKNOWN: self._unknown,
            letters.NOT_APPLICABLE: self._not_applicable,
            letters.NOTE: self._note,
            letters.EVIDENCE: self._evidence,
            letters.LOOK_AGAIN: self._look_again,
            letters.TAKE_BACK: self._take_back,
            letters.HELP: self._help,
            letters.WHY: self._why,
            letters.AGAIN: self._say_again,
            letters.VOTE: self._vote,
            letters.UNDO: self._undo,
            letters.RESULTS: lambda: self._voice.tell("", *ending.result_lines(sitting), ""),
            letters.ACTIONS: lambda: self._voice.tell("", *ending.plan_lines(sitting), ""),
            letters.LANGUAGE: self._speak_other,
            letters.STOP: self._stop,
        }

    @property
    def _say(self) -> Words:
        return words(self._sitting.language)

    def run(self) -> None:
        """Walk until the end, or until the person stops; what was answered is saved either way."""
        self._question = self._sitting.walk.resume()
        try:
            while self._question:
                self._sitting.go_to(self._question)
                self._put()
        except (Stopped, KeyboardInterrupt):  # the latter between two questions
            self._voice.tell("")
        self._close()

    def _put(self) -> None:
        """Put the question, and do what is answered."""
        sitting, say, name = self._sitting, self._say, self._question
        known = self._known == (name, sitting.language)
        self._known = (name, sitting.language)
        if not known:
            text = sitting.items.question(name).text
            self._voice.tell("", heading(sitting, name, say), "", text)
            self._voice.tell(*told(sitting, name, say))
        self._voice.tell(stands_now(sitting, name, say))
        key = self._voice.choose(
            say("Your answer"),
            choices(sitting, name, say),
            letters.other_choices(say),
            default=letters.KEEP,
            known=known,
        )
        try:
            if key in self._acts:
                self._acts[key]()
            else:
                self._rate(int(key))
        except PeilError as error:
            self._voice.tell(error.sentence(say))

    # Answers

    def _rate(self, level: int) -> None:
        name = self._question
        self._sitting.rate(name, level)
        self._saved(self._say("Saved: {level}.", level=level))
        self._go_on()

    def _unknown(self) -> None:
        self._sitting.mark_unknown(self._question)
        self._saved(self._say("Saved: you don't know."))
        self._go_on()

    def _not_applicable(self) -> None:
        say = self._say
        own = str(len(REASONS) + 1)
        reasons = [Choice(str(at), say(each)) for at, each in enumerate(REASONS, 1)]
        key = self._voice.choose(
            say("Why does it not apply"),
            [
                *reasons,
                Choice(own, say("Another reason")),
                Choice(letters.BACK, say("Back: it does apply.")),
            ],
        )
        if key == letters.BACK:
            return
        reason = self._voice.line(say("In a few words")) if key == own else ""
        if key == own and not reason:
            self._voice.tell(say("Without a reason nothing is changed."))
            return
        self._sitting.mark_not_applicable(self._question, reason or say(REASONS[int(key) - 1]))
        self._saved(say("Saved: it does not apply."))
        self._go_on()

    def _take_back(self) -> None:
        if self._sitting.answer(self._question).state is None:
            self._voice.tell(self._say("There is no answer to take back."))
            return
        self._sitting.take_back(self._question)
        self._saved(self._say("The question is open again."))

    def _note(self) -> None:
        say, sitting = self._say, self._sitting
        before = sitting.answer(self._question).note
        note = self._voice.line(say("Note"), before.replace("\n", " "))
        if note != before.replace("\n", " "):
            sitting.write_note(self._question, note)
            self._saved(say("Saved: the note."))

    def _evidence(self) -> None:
        say, sitting = self._say, self._sitting
        before = sitting.answer(self._question)
        evidence = self._voice.line(say("What can you point at"), before.evidence)
        if evidence != before.evidence:
            sitting.write_evidence(self._question, evidence)
            self._saved(say("Saved: the evidence."))

    def _look_again(self) -> None:
        wanted = not self._sitting.answer(self._question).look_again
        self._sitting.look_again(self._question, wanted=wanted)
        say = self._say
        self._saved(
            say("Marked to be looked at again.") if wanted else say("The mark is taken off.")
        )

    def _undo(self) -> None:
        change = self._sitting.undo()
        say = self._say
        if change is None:
            self._voice.tell(say("There is nothing to undo."))
            return
        self._question = change.question or self._question
        self._saved(say("Undone: {what}.", what=say(change.what)))

    def _saved(self, sentence: str) -> None:
        """Say that something is saved, once it is."""
        self._sitting.must_be_saved()
        self._voice.tell(sentence)

    # Going about

    def _go_on(self) -> None:
        walk = self._sitting.walk
        if walk.core_done and not self._core_was_done:
            self._core_was_done = True
            if not settle(self._sitting, self._voice):
                raise Stopped
        self._question = walk.next_after(self._question) or ""

    def _skip(self) -> None:
        self._question = self._sitting.walk.next_open_after(self._question) or ""

    def _back(self) -> None:
        before = self._sitting.walk.before(self._question)
        if before is None:
            self._voice.tell(self._say("This is the first question."))
        else:
            self._question = before

    def _go_to(self) -> None:
        say, sitting = self._say, self._sitting
        wanted = self._voice.line(say("Part of its words"))
        if not wanted:
            return
        found = list(find(sitting, wanted))[:SHOWN]
        if not found:
            self._voice.tell(say("No question has these words. Try fewer of them."))
            return
        picks = [Choice(str(at), f"{each.topic}: {each.text}") for at, each in enumerate(found, 1)]
        back = Choice(letters.BACK, say("Back to the question."))
        key = self._voice.choose(say("Which one"), [*picks, back])
        if key == letters.BACK:
            return
        name = found[int(key) - 1].question
        reason = sitting.walk.why_not_put(name, say)
        if reason:
            self._voice.tell(reason)
            return
        if name not in sitting.walk.order:
            sitting.walk_core_only(wanted=False)
        self._question = name

    def _stop(self) -> None:
        raise Stopped

    # Looking

    def _say_again(self) -> None:
        self._known = ("", "")

    def _help(self) -> None:
        self._voice.tell("", *help_lines(self._sitting, self._question, self._say), "")

    def _why(self) -> None:
        self._voice.tell("", *why_lines(self._sitting, self._question, self._say), "")

    def _vote(self) -> None:
        if vote(self._sitting, self._voice, self._question):
            self._go_on()

    def _speak_other(self) -> None:
        here = LANGUAGES.index(self._sitting.language)
        language = LANGUAGES[(here + 1) % len(LANGUAGES)]
        self._sitting.speak(language)
        self._voice.speak(language)

    def _close(self) -> None:
        sitting, say = self._sitting, self._say
        if sitting.walk.core_done:
            self._voice.tell("", *ending.closing_lines(sitting, say))
        progress = sitting.walk.progress(self._question)
        self._voice.tell(
            "",
            say.many(
                *(_ALL_SAVED if self._is_saved() else _NOT_ALL_SAVED),
                progress.answered,
                asked=progress.asked,
                name=sitting.assessment.id,
            ),
        )

    def _is_saved(self) -> bool:
        """Return whether everything is on the disk; whoever closes the assessment says why not."""
        try:
            self._sitting.must_be_saved()
        except PeilError:
            return False
        return True
