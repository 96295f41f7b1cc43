"""What the agenda is drawn from, and what its cursor can stand on."""

from typing import Final, NamedTuple

from peil.assessment.agenda import Agenda, Line
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.signs import Signs

PROPOSED: Final = "part proposed"
"""The heading of what has a proposal, by which the cursor knows it."""
SETTLED: Final = "part settled"
NOTES: Final = "part notes"
"""The line about what else is in the parking lot."""
PARTS: Final = (PROPOSED, SETTLED, NOTES)


class AgendaScene(NamedTuple):
    """What the agenda is drawn from."""

    sitting: Sitting
    say: Words
    signs: Signs
    cursor: str | None = None
    unfolded: frozenset[str] = frozenset()
    """The parts that show their questions."""

    @property
    def agenda(self) -> Agenda:
        """The questions in their groups."""
        return self.sitting.agenda

    @property
    def voted(self) -> int:
        """How many questions were voted on."""
        return sum(map(len, self.agenda))

    @property
    def notes(self) -> int:
        """How many things are parked that are no question of the agenda."""
        return sum(bool(one.text) for one in self.sitting.assessment.parked)


def is_empty(agenda: Agenda) -> bool:
    """Return whether nothing was voted on."""
    return not any(agenda)


def names_in(scene: AgendaScene) -> list[str]:
    """Return what the cursor can stand on, in order."""
    agenda, names = scene.agenda, []
    names += [line.question for line in agenda.talk]
    for part, lines in ((PROPOSED, agenda.proposed), (SETTLED, agenda.settled)):
        if part == SETTLED:
            names += [line.question for line in agenda.parked]
            names += [NOTES] if scene.notes else []
        if lines:
            names.append(part)
            names += [line.question for line in lines if part in scene.unfolded]
    return names


def line_under(scene: AgendaScene) -> Line | None:
    """Return the line of the question under the cursor; None where it is at a heading."""
    lines = (line for part in scene.agenda for line in part)
    return next((line for line in lines if line.question == scene.cursor), None)
