"""The run-sheet: what a facilitator reads before a team session, and what is printed for it."""

from collections.abc import Iterator, Sequence
from typing import Final

from peil.assessment.hour import Part, PartName, hour_plan, is_too_short
from peil.assessment.team import Way
from peil.errors import PeilError
from peil.report.escape import escaped, escaped_cell
from peil.report.slips import cards, question_sheet, slips
from peil.sitting.view import View
from peil.text.languages import Words, mark, words

USUAL_VOTERS: Final = 6
"""For how many slips are printed while nobody said how many vote."""
NAMES: Final[dict[PartName, str]] = {
    "opening": mark("Opening, and one question to practise on"),
    "vote": mark("Silent vote on all questions"),
    "talks": mark("Talks, the widest apart first"),
    "plan": mark("The plan: what comes first, and why"),
    "commitments": mark("Promises: a name and a day for each action"),
    "closing": mark("Fist of five, and the end"),
}
"""What the parts of a session are called."""
BEFORE: Final = (
    mark("Print the questions and the slips, one of each for everybody, and cut the slips apart."),
    mark("Put Peil on the large screen, and try once whether the last row can read it."),
    mark("Agree who types. Whoever types may vote like everybody else, or leave it."),
    mark("Say in Peil how many vote, how many minutes you have, and what the topics are."),
)
OPENING: Final = mark(
    "“Today we look at where we stand with social media and community. First everybody votes "
    "alone and in silence: what can you point at here today? Nobody gets to know who voted what. "
    "Then we talk only about what we see differently. And we do not leave before our first "
    "actions have a name and a day.”"
)
GOOD: Final = (
    mark("Nobody speaks before all votes are in."),
    mark("One votes for what can be seen today, not for what is planned or hoped for."),
    mark("Votes that lie far apart are a find, not a fault: somebody sees what others do not."),
    mark("Who votes low is asked what is missing, and never has to defend it."),
    mark("A talk ends in one level and one line that says why, or in the parking lot."),
    mark("“I don't know” is an answer, and becomes an action of half an hour."),
    mark("Three actions that somebody promises are worth more than twenty on a list."),
)
WAYS: Final[dict[Way, tuple[str, str]]] = {
    "slips": (
        mark("Slips"),
        mark(
            "Everybody reads the questions on paper and circles one sign a question. Collect the "
            "slips face down, shuffle them, and type each one as one word of {count} signs. "
            "This is the fastest way for all questions at once."
        ),
    ),
    "keyboard": (
        mark("Keyboard"),
        mark(
            "The keyboard goes round. Each voter presses one key; then a card covers the screen, "
            "and the space bar opens it for the next one. The others look the other way."
        ),
    ),
    "tally": (
        mark("Cards or fingers"),
        mark(
            "For one question. Count to three, and everybody shows a card or that many fingers "
            "at once. Type what you see as one word, such as 22314; ? for don't know, - for an "
            "abstention."
        ),
    ),
}
"""What each way of voting is called, and how it goes."""
TALK: Final = (
    mark("Open the line of the agenda. Everybody sees how many chose what; nobody asks who."),
    mark("First the two ends: “What do you see that makes it so low? And so high?”"),
    mark("Then the others, as short as they can. When the clock is at 0:00, finish the sentence."),
    mark("Has somebody heard something new? Vote once more. The first round stays on record."),
    mark(
        "Agree on one level. Where the votes lie far apart, write down in a line why; who still "
        "sees it otherwise has that written down too."
    ),
    mark("What belongs elsewhere goes to the parking lot, and you go on."),
)
ENDING: Final = (
    mark("Take over what has a proposal, all at once, after everybody has seen the list."),
    mark("Open the plan, and read the first action and its reason aloud."),
    mark("Go through the actions of now: who does it, and by which day? No name, no action."),
    mark(
        "Fist of five: “Will we do this?” Everybody shows 0 to 5 fingers at once. Two or fewer? "
        "Ask what would make it a three, and change that."
    ),
    mark("Print the promises and the minutes, and agree on when you look at them again."),
)


def run_sheet(view: View, voters: int, minutes: int) -> str:
    """Return the run-sheet as Markdown, with slips, cards and questions to print.

    Each part that goes on a page of its own begins with a heading of the first level.
    PeilError when there is nothing to vote on.
    """
    say, questions = words(view.language), _voted_on(view)
    lines = [
        *_for_the_facilitator(view, questions, voters, minutes, say),
        *slips(view, questions, voters, say),
        *cards(view, questions, say),
        *question_sheet(view, questions, say),
    ]
    return "\n".join(lines) + "\n"


def facilitator_sheet(view: View, voters: int, minutes: int) -> str:
    """Return the part of it that the facilitator reads; PeilError as `run_sheet`."""
    said = _for_the_facilitator(view, _voted_on(view), voters, minutes, words(view.language))
    return "\n".join(said) + "\n"


def voters_of(view: View) -> int:
    """Return for how many a run-sheet is printed: as the team said, or as usual."""
    return view.assessment.meeting.voters or USUAL_VOTERS


def _voted_on(view: View) -> Sequence[str]:
    questions = view.to_vote_on
    if not questions:
        raise PeilError(mark("There is no question to vote on. Choose the topics of today first."))
    return questions


def _for_the_facilitator(
    view: View, questions: Sequence[str], voters: int, minutes: int, say: Words
) -> Iterator[str]:
    """Yield the first pages: time, words to read aloud, and what to do when."""
    yield "# " + say("Run-sheet – {title}", title=escaped(view.assessment.title))
    counted = (
        say.many("{count} voter", "{count} voters", voters),
        say.many("{count} question", "{count} questions", len(questions)),
        say.many("{count} minute", "{count} minutes", minutes),
    )
    yield from ("", ", ".join(counted))
    yield from _list(say("Before you begin"), [say(each) for each in BEFORE])
    yield from _time_plan(hour_plan(minutes, len(questions), voters), say)
    yield from ("", "## " + say("To read aloud"), "", "> " + escaped(say(OPENING)))
    yield from _list(say("What good looks like"), [say(each) for each in GOOD])
    ways = [(say(name), say(how, count=len(questions))) for name, how in WAYS.values()]
    yield from ("", "## " + say("How to vote"), "")
    yield from (f"- **{name}:** {escaped(how)}" for name, how in ways)
    yield from _list(say("At each talk"), [say(each) for each in TALK], ordered=True)
    yield from _list(say("At the end"), [say(each) for each in ENDING], ordered=True)


def _list(title: str, items: Sequence[str], *, ordered: bool = False) -> Iterator[str]:
    yield from ("", f"## {title}", "")
    for number, item in enumerate(items, 1):
        yield f"{number}. {escaped(item)}" if ordered else f"- {escaped(item)}"


def _time_plan(parts: tuple[Part, ...], say: Words) -> Iterator[str]:
    yield from ("", "## " + say("The hour, part by part"), "")
    heads = (say("begins"), say("ends"), say("what"))
    yield f"| {heads[0]} | {heads[1]} | {heads[2]} |"
    yield "| ---: | ---: | --- |"
    for part in parts:
        what = escaped_cell(say(NAMES[part.name]))
        yield f"| {_clock(part.begin)} | {_clock(part.end)} | {what} |"
    if is_too_short(parts):
        yield ""
        yield say(
            "This is short: hardly any time is left to talk. Take fewer topics, or more minutes."
        )


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"
