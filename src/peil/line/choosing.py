"""Which assessment to walk through, when none was named; or what a new one needs."""

from typing import Final, get_args

from peil.assessment.model import Audience
from peil.line.voice import Choice, Voice
from peil.report.overview import readiness_words
from peil.sitting.begin import Wishes
from peil.store.workspace import Workspace
from peil.text.languages import Words, mark

_NEW: Final = "n"
_SHOWN: Final = 9
_AUDIENCES: Final[dict[Audience, str]] = {
    "customers": mark("Customers"),
    "staff": mark("Staff"),
    "both": mark("Both"),
}


def choose_assessment(workspace: Workspace, voice: Voice, say: Words) -> str | None:
    """Return the id of the one that is picked, the latest first; None for a new one."""
    there = [each for each in workspace.summaries() if not each.damaged]
    there.sort(key=lambda each: each.changed, reverse=True)
    if not there:
        return None
    picks = [
        Choice(str(at), f"{each.title} ({readiness_words(each, say)})")
        for at, each in enumerate(there[:_SHOWN], 1)
    ]
    key = voice.choose(
        say("Which assessment"), [*picks, Choice(_NEW, say("A new one"))], default="1"
    )
    return None if key == _NEW else there[int(key) - 1].id


def wishes(voice: Voice, say: Words) -> Wishes:
    """Ask what must be known before the first question."""
    title = ""
    while not title:
        title = voice.line(say("What is the name of your business"))
    people = voice.choose(
        say("Do you work there alone or with colleagues"),
        [Choice("1", say("Alone")), Choice("2", say("With colleagues"))],
        default="1",
    )
    audiences = get_args(Audience)
    audience = voice.choose(
        say("Whom do you want to reach"),
        [Choice(str(at), say(_AUDIENCES[each])) for at, each in enumerate(audiences, 1)],
        default=str(len(audiences)),
    )
    return Wishes(
        title,
        people="solo" if people == "1" else "team",
        audience=audiences[int(audience) - 1],
    )
