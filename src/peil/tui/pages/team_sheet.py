"""The lines of the team session: how you meet, what there is to do, and what each line means."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.content import Content

from peil.assessment.meeting import minutes_to_vote
from peil.assessment.team import ANONYMOUS_FROM, Way
from peil.sitting import Sitting
from peil.text.languages import Words, mark
from peil.tui.content import NOTHING, fit, join, paragraph, shortened, text, width_of
from peil.tui.countdown import clock_words
from peil.tui.pages.outcome import title_of
from peil.tui.pages.team_steps import Step, advice, next_step, steps, to_vote
from peil.tui.signs import Signs
from peil.tui.widgets.lines import Sheet, Spot

LINES: Final = {
    "voters": mark("Voters"),
    "facilitator": mark("Facilitator"),
    "names": mark("Names"),
    "time": mark("Minutes in all"),
    "topics": mark("Topics today"),
    "way": mark("How votes come in"),
}
"""The lines that can be changed, and what they are called."""
WAYS: Final[dict[Way, str]] = {
    "slips": mark("on slips of paper"),
    "keyboard": mark("the keyboard goes round"),
    "tally": mark("one by one, with cards or fingers"),
}
"""How votes can come in."""
_ABOUT: Final = {
    "voters": mark(
        "How many vote, a facilitator who votes included. Somebody leaves or joins? Change it, "
        "also while a vote runs."
    ),
    "facilitator": mark(
        "Whoever has the keyboard and keeps the time. One who votes as well is one of the voters."
    ),
    "names": mark(
        "If you like: they are offered when somebody promises something, and stand in the "
        "minutes. They are never kept with a vote."
    ),
    "time": mark(
        "A part is kept for the plan and for the end; the rest is divided over what you talk about."
    ),
    "topics": mark("All of them, or a few: you vote on their core questions only."),
    "warm_up": mark("One question about nothing, to see how voting goes. It is not kept."),
    "sheets": mark("A slip for each voter, cards, and a time plan for whoever leads the meeting."),
    "vote": mark("Nobody sees a vote, and nothing is shown until all of them are in."),
    "agenda": mark("What lies far apart comes first; what has a proposal you take over at once."),
    "promises": mark("One action after the other: a name, a day; then: will we do this?"),
    "minutes": mark("What was voted, agreed, parked and promised, as a text to keep."),
    "new": mark("You vote on everything again; earlier rounds stay beside it."),
}
"""What each line is for."""
_KEYS: Final = {
    "warm_up": "u",
    "sheets": "s",
    "vote": "v",
    "agenda": "b",
    "promises": "c",
    "minutes": "n",
    "new": "m",
}
"""The key of each step."""
_MEASURE: Final = 100
_LABEL: Final = 20
_MOST_FOOT: Final = 3
"""Most lines of what is said about the line under the cursor."""


class TeamScene(NamedTuple):
    """What the page is drawn from."""

    sitting: Sitting
    say: Words
    signs: Signs
    cursor: str
    """Name of the line under the cursor."""
    discreet: bool = False
    """Whether this is a run before a room, in which no name is shown."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """What there is to do, in order."""
        found = steps(self.sitting, self.say)
        return tuple(step for step in found if not (self.discreet and step.name == "minutes"))


def team_sheet(scene: TeamScene, width: int, height: int) -> Sheet:
    """Return the lines; headings and air where there is room for them."""
    said = paragraph(advice(scene.sitting, scene.say), min(width, _MEASURE) - 5, "strong")
    count = len(said) + len(LINES) + len(scene.steps)
    headings, air = height >= count + 3, height >= count + 5
    lines: list[Content] = [NOTHING] if air else []
    lines += [join("   ", line) for line in said]
    spots: list[Spot] = []
    blocks: tuple[tuple[str, list[tuple[str, Content]]], ...] = (
        (scene.say("HOW YOU MEET"), [(name, _setting(scene, name)) for name in LINES]),
        (scene.say("WHAT TO DO"), [(step.name, _step(scene, step)) for step in scene.steps]),
    )
    for number, (heading, rows) in enumerate(blocks):
        if air or number:
            lines.append(NOTHING)
        if headings:
            lines.append(join("   ", text(heading, "title")))
        for name, row in rows:
            spots.append(Spot(name, len(lines), 0, width))
            lines.append(fit(join(_cursor(scene, name), row), width))
    return Sheet(lines, spots, scene.cursor)


def _cursor(scene: TeamScene, name: str) -> Content:
    return join(" ", text(scene.signs.cursor if name == scene.cursor else " ", "cursor"), " ")


def _setting(scene: TeamScene, name: str) -> Content:
    """Return a line that can be changed."""
    here = name == scene.cursor
    label = fit(text(scene.say(LINES[name]), "cursor" if here else "plain"), _LABEL)
    return join(label, _value(scene, name, "cursor" if here else "strong"))


def _voters(scene: TeamScene, ink: str) -> Content:
    """Return how many vote, and a warning where that tells too much of each."""
    voters = scene.sitting.assessment.meeting.voters
    if not 0 < voters < ANONYMOUS_FROM:
        return text(voters or "–", ink)
    warning = scene.say("too few to be anonymous")
    sign = scene.signs.failed
    return join(text(voters, ink), "   ", text(f"{sign} {warning}", "caution"))


def _time(scene: TeamScene, ink: str) -> Content:
    """Return how long it may take, and how much of that is left once it began."""
    meeting = scene.sitting.assessment.meeting
    if not meeting.began:
        return text(meeting.minutes, ink)
    time = clock_words(scene.sitting.seconds_left)
    if scene.sitting.clock.runs:
        left = scene.say("{time} left", time=time)
    else:
        left = scene.say("{time} left, the clock stands still", time=time)
    return join(text(meeting.minutes, ink), "   ", text(left, "faint"))


def _value(scene: TeamScene, name: str, ink: str) -> Content:
    """Return what a line says now."""
    say, meeting = scene.say, scene.sitting.assessment.meeting
    if name == "voters":
        return _voters(scene, ink)
    if name == "time":
        return _time(scene, ink)
    if name == "topics":
        return text(_topics(scene), ink)
    if name == "names":
        return text(_names(scene), ink)
    if name == "way":
        return text(say(WAYS[meeting.way]), ink)
    return text(say("votes as well") if meeting.facilitator_votes else say("leads only"), ink)


def _names(scene: TeamScene) -> str:
    """Return who is there; before a room only how many."""
    names = scene.sitting.assessment.meeting.names
    if names and scene.discreet:
        return scene.say.many("{count} name", "{count} names", len(names))
    return ", ".join(names) or "–"


def _topics(scene: TeamScene) -> str:
    say, chosen = scene.say, scene.sitting.todays_topics
    total = len(scene.sitting.items.topics)
    if not chosen:
        return say("all {count}", count=total)
    titles = ", ".join(title_of(scene.sitting, topic) for topic in chosen)
    return say("{count} of {total}: {topics}", count=len(chosen), total=total, topics=titles)


def _step(scene: TeamScene, step: Step) -> Content:
    """Return a step: its key, whether it is done or comes next, and how much it is."""
    signs, here = scene.signs, step.name == scene.cursor
    comes = step.name == next_step(scene.sitting)
    sign = text(signs.chosen, "cursor") if comes else text(" ")
    if step.done:
        sign = text(signs.stands, "good")
    ink = "cursor" if here else "faint" if step.waits else "strong" if comes else "plain"
    room = max(width_of(each.label) for each in scene.steps) + 2
    label = fit(text(step.label, ink), room)
    return join(text(_KEYS[step.name], "key"), "  ", sign, " ", label, text(step.about, "faint"))


def team_foot(scene: TeamScene, width: int) -> list[Content]:
    """Return what the line under the cursor is for."""
    room = min(width, _MEASURE) - 6
    said = shortened(paragraph(_about(scene), room, "faint"), _MOST_FOOT, room)
    return [NOTHING, *(join("   ", line) for line in said)]


def _about(scene: TeamScene) -> str:
    if scene.cursor == "way":
        return _about_ways(scene)
    return scene.say(_ABOUT[scene.cursor])


def _about_ways(scene: TeamScene) -> str:
    """Return how long each way takes for what is to be voted on."""
    sitting = scene.sitting
    questions = len(to_vote(sitting) or sitting.to_vote_on)
    slips, keyboard, tally = (
        minutes_to_vote(way, questions, sitting.assessment.meeting.voters) for way in WAYS
    )
    return scene.say(
        "Slips that one of you types over: about {slips} minutes. The keyboard from hand to hand: "
        "{keyboard}. One question after the other, with the talk in it: {tally}.",
        slips=slips,
        keyboard=keyboard,
        tally=tally,
    )


def names_in(scene: TeamScene) -> Sequence[str]:
    """Return what the cursor can stand on, in order."""
    return (*LINES, *(step.name for step in scene.steps))
