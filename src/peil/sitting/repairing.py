"""Repairing the data folder, with what the list shows of an assessment computed anew."""

from functools import partial

from peil.assessment.model import Assessment
from peil.errors import PeilError
from peil.sitting.summary import summarise
from peil.sitting.view import View
from peil.store import repairing
from peil.store.repairing import Repaired
from peil.store.repairs import as_it_was
from peil.store.summary import Summary
from peil.store.workspace import Workspace


def repair(workspace: Workspace) -> tuple[Repaired, ...]:
    """Repair what can be repaired, and return what became of each finding. Never raises."""
    return repairing.repair(workspace, partial(_summary, workspace))


def _summary(workspace: Workspace, assessment: Assessment, before: Summary) -> Summary:
    """Return the summary of an assessment that another program changed."""
    try:
        return summarise(View(assessment, cache=workspace.cache))
    except PeilError:  # its questionnaire cannot be read
        return as_it_was(assessment, before)
