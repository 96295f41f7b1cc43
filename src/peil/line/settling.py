"""The breathing space after the core questions: what is known, hours a week, goals."""

from peil.assessment.model import MAX_GOALS
from peil.errors import PeilError
from peil.line.ending import closing_lines
from peil.line.voice import Choice, Voice
from peil.report.goal_words import GOAL_WORDS, offered_goals
from peil.sitting import Sitting
from peil.text.languages import Words, words

_GO_ON = "g"
_STOP = "q"


def settle(sitting: Sitting, voice: Voice) -> bool:
    """Say what is known, ask what the plan still needs, and whether to go on; False to stop."""
    say = words(sitting.language)
    voice.tell("", say("You are through the core. This is what is known now:"))
    voice.tell("", *closing_lines(sitting, say), "")
    _ask_hours(sitting, voice, say)
    _ask_goals(sitting, voice, say)
    if not sitting.walk.order[len(sitting.walk.core) :]:
        return True
    key = voice.choose(
        say("Go on"),
        [
            Choice(_GO_ON, say("Go on with the other questions; they sharpen the picture.")),
            Choice(_STOP, say("Stop for now; everything is saved.")),
        ],
        default=_GO_ON,
    )
    return key == _GO_ON


def _ask_hours(sitting: Sitting, voice: Voice, say: Words) -> None:
    while True:
        now = say.number(sitting.assessment.profile.hours, 2)
        typed = voice.line(
            say("How many hours a week are there for this (Enter: {hours})", hours=now), now
        )
        if typed == now:
            return
        try:
            sitting.set_profile(hours=float(typed.replace(",", ".")))
        except PeilError as error:
            voice.tell(error.sentence(say))
        except ValueError:
            voice.tell(say("{text} is not a number of hours, such as 3 or 2.5.", text=typed[:40]))
        else:
            return


def _ask_goals(sitting: Sitting, voice: Voice, say: Words) -> None:
    offered = offered_goals(sitting)
    if not offered:
        return
    voice.tell(say("What must it bring? At most {most} of these:", most=MAX_GOALS))
    voice.tell(*(f"{at}. {say(GOAL_WORDS[goal])}" for at, goal in enumerate(offered, 1)))
    now = " ".join(str(offered.index(goal) + 1) for goal in sitting.assessment.profile.goals)
    while True:
        typed = voice.line(say("Their numbers, with blanks between (Enter: as it is)"), now)
        numbers = typed.replace(",", " ").split()
        if typed == now:
            return
        if all(each.isascii() and each.isdecimal() for each in numbers) and all(
            1 <= int(each[:3]) <= len(offered) for each in numbers
        ):
            try:
                sitting.set_profile(goals=[offered[int(each) - 1] for each in numbers])
            except PeilError as error:
                voice.tell(error.sentence(say))
            else:
                return
        else:
            voice.tell(say("Type numbers from 1 to {last}.", last=len(offered)))
