"""What the page of a vote shows at a moment, out of how far the vote is; never out of votes."""

from typing import TYPE_CHECKING

from peil.assessment.ballot import OTHER_SIGNS, Ballot
from peil.assessment.team import ANONYMOUS_FROM
from peil.text.languages import mark
from peil.tui.pages import warm_up as practice
from peil.tui.pages.vote_sheet import Face, VoteScene
from peil.tui.pages.warm_up import WarmUp

if TYPE_CHECKING:
    from peil.sitting import Sitting
    from peil.text.languages import Words
    from peil.tui.signs import Signs

_FEW = mark(
    "With fewer than {least} voters a vote cannot be anonymous: whoever voted can tell what the "
    "others did."
)
_ONE_KEY = mark("One key. Then a card covers it, and you pass the keyboard on.")
_LEFT_OUT = mark("One more was begun. It does not count, unless you say with n that more vote.")
_EACH = mark(
    "One key for each question; a card comes after the last one. Backspace goes back one question."
)
_TYPE = mark(
    "Type what the slip says: {levels}, ? or -. It is checked, and never shown. Backspace takes "
    "the last sign back."
)
_FILL_IN = mark(
    "First everybody fills in a slip, in silence; the time runs. Then gather and shuffle them, "
    "and type what each one says: {levels}, ? or -. It is never shown."
)


def face_of(ballot: Ballot) -> Face:
    """Return what stands on the screen while a ballot is where it is."""
    if ballot.all_in:
        return "all_in"
    if ballot.is_word_whole:
        return "card"
    return "question" if ballot.way == "keyboard" else "slip"


def levels_of(ballot: Ballot) -> str:
    """Return the levels that can be voted now, as one reads them: `1-4`."""
    signs = ballot.signs[min(ballot.position, len(ballot.signs) - 1)]
    levels = signs.removesuffix("".join(OTHER_SIGNS))
    return f"{levels[0]}-{levels[-1]}"


def scene_of(sitting: "Sitting", ballot: Ballot, say: "Words", signs: "Signs") -> VoteScene:
    """Return what is shown of a running vote."""
    items, face = sitting.items, face_of(ballot)
    at = min(ballot.position, len(ballot.questions) - 1)
    question = items.question(ballot.questions[at])
    levels = levels_of(ballot)
    nobody_yet = not (ballot.cast or ballot.position)
    if face == "slip":
        told = say(_FILL_IN if nobody_yet else _TYPE, levels=levels)
    else:
        told = say(_ONE_KEY if len(ballot.questions) == 1 else _EACH)
    whole = ballot.is_word_whole or face in ("question", "slip")
    left_out = (say(_LEFT_OUT),) if ballot.position and not whole else ()
    few = nobody_yet and ballot.voters < ANONYMOUS_FROM
    return VoteScene(
        face=face,
        say=say,
        signs=signs,
        way=ballot.way,
        voters=ballot.voters,
        fallen=ballot.fallen,
        position=at,
        levels=levels,
        question=question.text,
        introduction=question.introduction,
        options=tuple((str(level.number), level.text) for level in question.levels),
        titles=titles_of(sitting, ballot) if face == "slip" else (),
        told=(told,) if face in ("slip", "question") else left_out,
        caution=say(_FEW, least=ANONYMOUS_FROM) if few else "",
        can_take_back=ballot.position > 0 and whole,
    )


def titles_of(sitting: "Sitting", ballot: Ballot) -> tuple[str, ...]:
    """Return what each question is called in short: its topic, or itself where a topic has more."""
    items = sitting.items
    topics = [items.topic_of(question) for question in ballot.questions]
    return tuple(
        items.topic(topic).title if topics.count(topic) == 1 else items.question(question).text
        for topic, question in zip(topics, ballot.questions, strict=True)
    )


def practice_scene(warm_up: WarmUp, say: "Words", signs: "Signs") -> VoteScene:
    """Return what is shown of a warm-up."""
    ballot, tally = warm_up.ballot, warm_up.tally
    face: Face = face_of(ballot) if tally is None else "tally"
    if warm_up.shown is not None:
        face = "shown"
    return VoteScene(
        face=face,
        say=say,
        signs=signs,
        way=ballot.way,
        voters=ballot.voters if tally is None else tally.voters,
        fallen=ballot.fallen if tally is None else tally.typed,
        position=0,
        levels=levels_of(ballot),
        question=say(practice.QUESTION),
        options=tuple((str(number), say(each)) for number, each in enumerate(practice.LEVELS, 1)),
        told=practice.steps(warm_up, say),
        caution=asked_again(tally.voters, tally.typed, say) if tally and tally.asks else "",
        can_take_back=ballot.position > 0 if tally is None else tally.typed > 0,
    )


def asked_again(voters: int, typed: int, say: "Words") -> str:
    """Return that more or fewer votes were typed than there are voters, and what to do."""
    return say(
        "Typed: {typed}. Voters: {voters}. Enter again takes it as it is; Backspace mends it.",
        typed=typed,
        voters=voters,
    )
