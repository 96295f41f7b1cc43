"""What waits for the user, for home; found out in a thread, off the way of the keys."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from peil.assessment.meeting import is_going_on
from peil.errors import PeilError
from peil.sitting.view import View
from peil.store.list_file import is_edited
from peil.store.summary import Summary
from peil.store.workspace import Workspace
from peil.text.days import today
from peil.text.languages import Words
from peil.tui.newer import newer_ones
from peil.tui.widgets.home_sheet import ToDo

if TYPE_CHECKING:
    from peil.assessment.ballot import Ballot
    from peil.tui.desk import Desk

MOST = 2
"""For how many assessments home says the same; those that were changed latest."""
LISTS_LOOKED_AT = 20
"""Of how many assessments the action list on the disk is looked at."""


def what_waits(desk: "Desk", summaries: Sequence[Summary], say: Words) -> Sequence[ToDo]:
    """Return what waits in the data folder; `summaries` are its assessments, the latest first.

    Before a room nothing does: it would tell of other assessments, or lead to notes and names.
    """
    if desk.only is not None:
        return ()
    latest = _latest(desk, summaries, say)
    votes = tuple(islice(_votes(desk, summaries, say), MOST))
    voting = {each.assessment for each in votes}
    return (
        *_troubles(desk, summaries, say),
        *votes,
        *(each for each in _meeting(latest, say) if each.assessment not in voting),
        *islice(_edited_lists(summaries, say), MOST),
        *islice(_done(summaries, say), MOST),
        *_newer(desk, latest, say),
    )


def _latest(desk: "Desk", summaries: Sequence[Summary], say: Words) -> View | None:
    """Return a view of the assessment on top, where it can be read."""
    if not summaries or summaries[0].damaged:
        return None
    try:
        return View.look(desk.workspace, summaries[0].id, say.language)
    except PeilError:
        return None


def troubles(workspace: Workspace) -> int:
    """Return how many files need a look, as far as names tell it; no file is read."""
    from peil.store.copies import orphans
    from peil.store.examining import visible_troubles

    try:
        return len(visible_troubles(workspace)) + len(orphans(workspace))
    except PeilError:
        return 0


def _troubles(desk: "Desk", summaries: Sequence[Summary], say: Words) -> Iterator[ToDo]:
    """Return the files that need a look: damaged, gone, or beside the one they belong to."""
    count = troubles(desk.workspace) + sum(summary.damaged for summary in summaries)
    if count:
        words = say.many("file needs a look: check", "files need a look: check", count)
        yield ToDo("check", count, words)


def _votes(desk: "Desk", summaries: Sequence[Summary], say: Words) -> Iterator[ToDo]:
    """Return the assessments in which a vote was stopped before its votes were shown."""
    from peil.store.ballot_box import boxes_in

    workspace = desk.workspace
    try:
        boxes = boxes_in(workspace.assessments, workspace.disk)
    except OSError:
        return
    for summary in summaries:
        ballot = _running(workspace, summary.id) if summary.id in boxes else None
        if ballot is not None:
            words = say(
                "vote is running, {fallen} of {voters} in: go on",
                fallen=ballot.fallen,
                voters=ballot.voters,
            )
            yield ToDo("vote", 1, words, summary.id, summary.title)


def _running(workspace: Workspace, assessment: str) -> "Ballot | None":
    """Return the vote that runs; one that was counted may have left its box behind."""
    from peil.store.ballot_box import BallotBox

    try:
        counted = workspace.read(assessment).assessment.meeting.counted
    except PeilError:
        return None
    return BallotBox(workspace.assessments, assessment, workspace.disk).read(counted)


def _meeting(latest: View | None, say: Words) -> Iterator[ToDo]:
    """Return the team session of the assessment on top, where one of today is not over."""
    if latest is None:
        return
    assessment = latest.assessment
    if is_going_on(assessment.meeting, today()):
        words = say("team session: go on with it")
        yield ToDo("team", 1, words, assessment.id, assessment.title)


def _edited_lists(summaries: Sequence[Summary], say: Words) -> Iterator[ToDo]:
    """Return the assessments of which the action list was edited on the disk."""
    words = say("list of actions changed on disk: read it back?")
    for summary in summaries[:LISTS_LOOKED_AT]:
        if summary.list_path and is_edited(summary.list_path, summary.list_digest):
            yield ToDo("list", 1, words, summary.id, summary.title)


def _done(summaries: Sequence[Summary], say: Words) -> Iterator[ToDo]:
    """Return the assessments with finished actions of which nobody looked at the question."""
    for summary in summaries:
        if summary.to_look_at:
            words = say.many(
                "action done: look at its question again",
                "actions done: look at their questions again",
                summary.to_look_at,
            )
            yield ToDo("look", summary.to_look_at, words, summary.id, summary.title)


def _newer(desk: "Desk", latest: View | None, say: Words) -> Iterator[ToDo]:
    """Return the newer questionnaires of the assessment on top."""
    found = newer_ones(desk, latest) if latest is not None else ()
    if latest is not None and found:
        words = say.many(
            "newer questionnaire: {title}", "newer questionnaires", len(found), title=found[0].title
        )
        assessment = latest.assessment
        yield ToDo("newer", len(found), words, assessment.id, assessment.title)
