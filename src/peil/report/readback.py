"""Reading an edited action list back: from a file to what it would change.

That is first only told; `taking_over` does it, when the user says so.
"""

from collections.abc import Collection
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from peil.assessment.model import ExportRecord, Smart
from peil.errors import PeilError
from peil.report.actions import FORMAT
from peil.report.edits import Changes, changes_in, state_now
from peil.report.list_text import text_of
from peil.report.reading_back import Header, ReadList, Remark, read_list
from peil.sitting.view import View
from peil.store.list_file import list_bytes
from peil.text.languages import LANGUAGES, mark

_OTHER = mark(
    "This list belongs to {theirs}, not to {ours}, so nothing was read. Read it back with: "
    "peil readback {theirs} FILE"
)
_NEWER = mark(
    "This list was written by a newer Peil than this one, so nothing was read. Update Peil, or "
    "export the list anew."
)
_NOTHING = mark(
    "No line of this file was recognised as one of {name}, so nothing is changed. Give the list "
    "that peil export wrote, with a code such as A01 on its lines."
)
_NO_HEADER = mark(
    "the first comment, which says what this list is, was not found; compared with the newest "
    "export"
)
_NO_STATE = mark(
    "what this list was written from is not kept any more; compared with the assessment as it is "
    "now"
)


class ReadBack(NamedTuple):
    """What a list would change, and where it was read."""

    assessment: str
    """Id of the assessment."""
    path: Path
    digest: str
    """SHA-256 of the file as it was read."""
    export: int
    """Number of the export against which it was read; 0 for none."""
    changes: Changes

    @property
    def changes_nothing(self) -> bool:
        """Whether there is nothing to take over, and nothing to choose."""
        return not (self.changes.edits or self.changes.new or self.changes.conflicts)


def read_back(view: View, path: Path, today: date) -> ReadBack:
    """Return what the edited list at `path` would change; nothing is changed by reading.

    PeilError for what cannot be read, is of another assessment or a newer Peil, and where
    no line is recognised.
    """
    data = list_bytes(path)
    found = text_read_back(view, text_of(data), today)
    return found._replace(path=path.absolute(), digest=sha256(data).hexdigest())


def text_read_back(view: View, text: str, today: date) -> ReadBack:
    """Return what the text of an edited list would change; PeilError as for `read_back`."""
    read = read_list(text)
    _must_be_of(view, read.headers)
    export, remark = _export_of(view, read)
    changes = changes_in(read, view.in_language(export.language), export, today)
    if not changes.recognised and not read.headers:
        raise PeilError(_NOTHING, name=view.assessment.id)
    if remark is not None:
        changes = changes._replace(remarks=(remark, *changes.remarks))
    return ReadBack(view.assessment.id, Path(), "", export.number, changes)


def _must_be_of(view: View, headers: Collection[Header]) -> None:
    """Raise PeilError for a list of another assessment, or in a newer form."""
    for header in headers:
        if header.form > FORMAT:
            raise PeilError(_NEWER)
        if header.assessment != view.assessment.id:
            raise PeilError(_OTHER, theirs=header.assessment, ours=view.assessment.id)


def _export_of(view: View, read: ReadList) -> tuple[ExportRecord, Remark | None]:
    """Return what the list was written from, and what there is to say about that."""
    exports = {each.number: each for each in view.assessment.exports}
    if read.headers:
        header = read.headers[0]
        export, lost = exports.get(header.export), None
        language = header.language if header.language in LANGUAGES else view.language
    else:
        newest = max((each.number for each in exports.values() if each.state), default=0)
        export, lost = exports.get(newest), _NO_HEADER
        language = view.language
    if export is not None and export.state:
        return export, Remark(0, PeilError(lost)) if lost else None
    spoken = view.in_language(language)
    assessment = view.assessment
    plans = {goal: assessment.goal_plans.get(goal, Smart()) for goal in assessment.profile.goals}
    now = ExportRecord(
        number=export.number if export else 0,
        time="",
        language=language,
        state=tuple(state_now(spoken).values()),
        goals=plans,
    )
    return now, Remark(0, PeilError(_NO_STATE))
