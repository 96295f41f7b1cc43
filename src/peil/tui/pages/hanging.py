"""What a result hangs on, worked out aside: some eighty plans, off the way of the keys."""

from functools import partial
from typing import NamedTuple

from peil.assessment.actions import is_own
from peil.assessment.model import Assessment
from peil.plan.influence import Influence, answered_influence, open_influence
from peil.questionnaire.model import Questionnaire
from peil.text.languages import Words
from peil.tui.page import Page


class Hanging(NamedTuple):
    """What can still change the result."""

    answered: Influence
    """What the answers can change, were they one level off."""
    still_open: Influence
    """What the questions that are still open can change."""
    complete: bool
    """Whether everything was answered."""

    @property
    def influence(self) -> Influence:
        """What is told first: of the open questions as long as there are any."""
        return self.answered if self.complete else self.still_open


class HangingDesk:
    """Works out, for one page, what the result hangs on, and keeps it until answers change."""

    def __init__(self, page: Page) -> None:
        """Work for `page`, which is shown again when an outcome is there."""
        self._page = page
        self._basis: object = None
        self._hanging: Hanging | None = None

    @property
    def hanging(self) -> Hanging | None:
        """The outcome; None while it is being worked out."""
        return self._hanging

    def refresh(self) -> None:
        """Begin working it out when something changed that it rests on."""
        sitting = self._page.sitting
        basis = _basis(sitting.assessment)
        if basis == self._basis:
            return
        self._basis, self._hanging = basis, None
        work = partial(
            self._work, sitting.questionnaires, sitting.assessment, sitting.scores.complete, basis
        )
        self._page.run_worker(work, thread=True, exclusive=True, group="hanging")

    def _work(
        self,
        questionnaires: tuple[Questionnaire, ...],
        assessment: Assessment,
        complete: bool,  # noqa: FBT001 - part of the outcome, not a choice of behaviour
        basis: object,
    ) -> None:
        """Compute in a thread, and hand over in the app's own."""
        hanging = Hanging(
            answered_influence(questionnaires, assessment),
            open_influence(questionnaires, assessment),
            complete,
        )
        self._page.app.call_from_thread(self._take, hanging, basis)

    def _take(self, hanging: Hanging, basis: object) -> None:
        """Keep an outcome, unless the answers went on in the meantime."""
        if basis is self._basis:
            self._hanging = hanging
            if self._page.display:
                self._page.show()


def certainty(hanging: Hanging, say: Words) -> str:
    """Return in a sentence what the result hangs on."""
    influence = hanging.influence
    if hanging.complete:
        if not influence.first_action:
            return say("No single answer changes your first action.")
        return say.many(
            "{count} answer, one level different, would change your first action.",
            "{count} answers, each one level different, would change your first action.",
            len(influence.first_action),
        )
    if not influence.top_three:
        return say("No open question can change your first three actions any more.")
    return say.many(
        "{count} open question can still change your first three actions.",
        "{count} open questions can still change your first three actions.",
        len(influence.top_three),
    )


def _basis(assessment: Assessment) -> object:
    """Return what the result rests on: when it is equal, so is the outcome."""
    return (
        assessment.answers,
        assessment.profile,
        assessment.targets,
        assessment.importances,
        assessment.sources,
        [
            (record.key, record.status, record.pinned, record.postponed, record.minutes)
            for record in assessment.actions.values()
            if record.status != "open" or record.pinned or record.postponed or is_own(record.key)
        ],
    )
