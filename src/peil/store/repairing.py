"""Repairing the data folder: whatever is replaced is kept first, and nothing is destroyed.

A file of an assessment is only touched while this process holds its lock. Each repair
may fail without the others; then everything that was there still is.
"""

from collections.abc import Container, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Literal, NamedTuple

from peil.errors import OpenElsewhere, PeilError
from peil.store.examining import examine
from peil.store.findings import Finding, State
from peil.store.lock import Lock
from peil.store.repairs import Repairs, Summarise, as_it_was
from peil.store.trouble import cannot_write, in_words
from peil.store.workspace import Workspace
from peil.text.languages import mark

Outcome = Literal["done", "elsewhere", "failed"]

_RIGHTS = ("open-to-others", "unreadable")

_PRIVATE = mark("{file} can now be read and changed by yourself alone.")
_REMOVED = mark("{file} was left over, and has been removed.")
_ELSEWHERE = mark(
    "{file} was left as it is, since {name} is open in another window. Close it there, and repair "
    "again."
)
_WAITS = mark(
    "{file} was left as it is, since something else had to be done first and was not. Mend that, "
    "and repair again."
)
_FAILED = mark(
    "{file} could not be repaired: {why}. Nothing that was there is lost; mend that, and repair "
    "again."
)


class Repaired(NamedTuple):
    """What became of one finding."""

    file: str
    """As in the finding: safe to print."""
    assessment: str | None
    outcome: Outcome
    """`elsewhere`: left alone, since another window has the assessment open."""
    message: PeilError
    """What was done, or why not; not raised."""


def repair(workspace: Workspace, summarise: Summarise = as_it_was) -> tuple[Repaired, ...]:
    """Repair what can be repaired, and return what became of each finding.

    `summarise` computes what the list shows of an assessment that was accepted. Never
    raises.
    """
    done: list[Repaired] = []
    tried: set[tuple[Path, State]] = set()
    # What was closed can be looked at afterwards, and what was left over may be the save
    # that a damaged file lacked: so it goes on until there is nothing new to repair.
    while findings := _untried(workspace, tried):
        rights = [each for each in findings if each.state in _RIGHTS]
        if rights:
            done += [_made_private(workspace, each) for each in rights]
        else:
            done += _all(workspace, findings, summarise)
        tried.update((each.path, each.state) for each in rights or findings)
    return tuple(done)


def _untried(workspace: Workspace, tried: Container[tuple[Path, State]]) -> list[Finding]:
    found = (each for each in examine(workspace) if each.repairable)
    return [each for each in found if (each.path, each.state) not in tried]


def _all(
    workspace: Workspace, findings: Iterable[Finding], summarise: Summarise
) -> Iterator[Repaired]:
    """Repair what can be repaired now, one assessment after the other."""
    for name, group in groupby(sorted(findings, key=_owner), key=_owner):
        if name:
            yield from _of_assessment(workspace, name, list(group), summarise)
        else:
            yield from (_removed(workspace, each) for each in group)


def _owner(finding: Finding) -> str:
    return finding.assessment or ""


def _made_private(workspace: Workspace, finding: Finding) -> Repaired:
    try:
        workspace.disk.keep_private(finding.path)
    except OSError as error:
        return _failed(finding, error)
    return _became(finding, "done", PeilError(_PRIVATE))


def _removed(workspace: Workspace, finding: Finding) -> Repaired:
    try:
        workspace.disk.remove(finding.path)
    except OSError as error:
        return _failed(finding, error)
    return _became(finding, "done", PeilError(_REMOVED))


def _of_assessment(
    workspace: Workspace, name: str, findings: list[Finding], summarise: Summarise
) -> Iterable[Repaired]:
    """Repair what belongs to one assessment, unless another window has it open."""
    try:
        workspace.disk.make_folder(workspace.assessments)
        lock = Lock(workspace.assessments, name)
    except OpenElsewhere:
        return [_became(each, "elsewhere", PeilError(_ELSEWHERE, name=name)) for each in findings]
    except (OSError, PeilError) as error:
        why = cannot_write(workspace.folder, error) if isinstance(error, OSError) else error
        return [_became(each, "failed", why) for each in findings]
    try:
        return _in_turn(Repairs(workspace, name, summarise), sorted(findings, key=_turn))
    finally:
        lock.release()


def _in_turn(repairs: Repairs, findings: Iterable[Finding]) -> list[Repaired]:
    """Repair one after the other; without what was left over of a save, the file has to wait.

    Writing the file would put something else in the place of that.
    """
    done: list[Repaired] = []
    for finding in findings:
        if finding.group == "assessments" and any(each.outcome == "failed" for each in done):
            done.append(_became(finding, "failed", PeilError(_WAITS)))
        elif became := _attempt(repairs, finding):
            done.append(became)
    return done


def _turn(finding: Finding) -> int:
    """Return when to repair what: what may be newer than the file comes before the file."""
    return 0 if finding.state == "left-over" else 1 if finding.group == "copies" else 2


def _attempt(repairs: Repairs, finding: Finding) -> Repaired | None:
    try:
        message = _repaired(repairs, finding)
    except OSError as error:
        return _failed(finding, error)
    except PeilError as error:
        return _became(finding, "failed", error)
    return None if message is None else _became(finding, "done", message)


def _repaired(repairs: Repairs, finding: Finding) -> PeilError | None:
    if finding.state == "left-over":
        return repairs.left_over(finding.path)
    return repairs.copy(finding.path) if finding.group == "copies" else repairs.file(finding.state)


def _failed(finding: Finding, error: OSError) -> Repaired:
    return _became(finding, "failed", PeilError(_FAILED, why=in_words(error)))


def _became(finding: Finding, outcome: Outcome, message: PeilError) -> Repaired:
    values = {**message.values, "file": finding.shown}
    return Repaired(finding.file, finding.assessment, outcome, PeilError(message.message, **values))
