"""A team session in a few lines: what fixtures of minutes and run-sheets start from.

Each line of an input is one of these, about the worked example of the scoring rules:

    votes a1: 0033 0112          the rounds on a question
    agreed a1: 1 | reason | dissent
    answer a1: 2                 what the answer is now
    parked a1: text              came up at that question; `parked: text` at none
    meeting: voters=3 names=Ann,Bo minutes=45 used=1500
    fist: 4=2 5=1
    promise q/a1@2: Ann | 2099-12-01
"""

from pathlib import Path
from typing import Final, cast

from msgspec.structs import replace

from peil.assessment.model import ActionRecord, Answer, Assessment
from peil.assessment.team import Agreement, Parked, TeamVote
from peil.sitting import Sitting
from tests.builders import TIME, UNKNOWN, worked_example
from tests.tui.sheets import sitting_over
from tests.votes import vote

FOLDER: Final = Path(__file__).parent / "fixtures"


def session(text: str) -> Sitting:
    """Return a sitting after the session that `text` writes."""
    over, assessment = worked_example()
    for line in filter(None, map(str.strip, text.splitlines())):
        head, _, said = line.partition(":")
        what, _, about = head.partition(" ")
        assessment = _DOES[what](assessment, about, said.strip())
    return sitting_over(over, assessment)


def _votes(assessment: Assessment, about: str, said: str) -> Assessment:
    before = assessment.votes.get(f"q/{about}", TeamVote())
    voted = replace(before, rounds=(*before.rounds, *vote(*said.split()).rounds))
    return replace(assessment, votes={**assessment.votes, f"q/{about}": voted})


def _agreed(assessment: Assessment, about: str, said: str) -> Assessment:
    level, reason, dissent = (part.strip() for part in (said + "||").split("|")[:3])
    agreed = Agreement("rated", int(level), reason, dissent)
    if level == "0":
        agreed = replace(agreed, state="not-applicable", level=None)
    now = assessment.votes[f"q/{about}"]
    decided = TeamVote(now.rounds, replace(agreed, rounds=len(now.rounds), time=TIME))
    return replace(assessment, votes={**assessment.votes, f"q/{about}": decided})


def _answer(assessment: Assessment, about: str, said: str) -> Assessment:
    state = UNKNOWN if said == "?" else "rated"
    answer = Answer(cast("None", state), None if said == "?" else int(said))
    return replace(assessment, answers={**assessment.answers, f"q/{about}": answer})


def _parked(assessment: Assessment, about: str, said: str) -> Assessment:
    parked = Parked(said, f"q/{about}" if about else "", TIME)
    return replace(assessment, parked=(*assessment.parked, parked))


def _meeting(assessment: Assessment, _about: str, said: str) -> Assessment:
    given: dict[str, object] = {}
    for pair in said.split():
        name, _, value = pair.partition("=")
        given[name] = tuple(value.split(",")) if name == "names" else int(value)
    return replace(assessment, meeting=replace(assessment.meeting, **given))


def _fist(assessment: Assessment, _about: str, said: str) -> Assessment:
    fist = {name: int(count) for name, count in (pair.split("=") for pair in said.split())}
    return replace(assessment, meeting=replace(assessment.meeting, fist=fist))


def _promise(assessment: Assessment, about: str, said: str) -> Assessment:
    owner, due = (part.strip() for part in (said + "|").split("|")[:2])
    code = f"A{len(assessment.actions) + 1:02d}"
    record = ActionRecord(code, about, owner=owner, due=due or None)
    return replace(assessment, actions={**assessment.actions, code: record})


_DOES: Final = {
    "votes": _votes,
    "agreed": _agreed,
    "answer": _answer,
    "parked": _parked,
    "meeting": _meeting,
    "fist": _fist,
    "promise": _promise,
}
