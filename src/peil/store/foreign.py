"""An assessment file from somebody else, read as if it were made to do harm.

The file is only read: never locked, never changed. Limits come before parsing; what
comes out holds nothing but values that this Peil could have made itself, cleaned, so
that it can be written as a new file of our own.
"""

import errno
from pathlib import Path
from typing import NamedTuple

from peil.assessment.model import Assessment
from peil.errors import PeilError
from peil.store.disk import DISK, READ_LIMIT
from peil.store.documents import from_tables
from peil.store.envelope import FORMAT, Contents, NotAnAssessment, Tables, decode
from peil.store.migration import migrated
from peil.store.outside import outside_bytes
from peil.store.remaking import remade
from peil.store.strangers import damaged, newer, stranger
from peil.store.usable import NotUsable
from peil.text.clean import LINE_LIMIT, NOTE_LIMIT
from peil.text.languages import mark

PARTS_LIMIT = 1_000_000
"""Most commas and opening brackets in a file: what is parsed takes memory by its parts."""
DOCUMENTS_LIMIT = 20_000
"""Most documents in a file: an assessment has one for each answer and each action."""

_NO_FILE = mark(
    "{file} is a folder, a pipe or a device, not a file. Give the assessment's own file, whose "
    "name ends in .json."
)
_TOO_LARGE = mark(
    "{file} is larger than {limit} MB, and no assessment is. Look whether it is the right file."
)
_TOO_MUCH = mark(
    "{file} holds more than any assessment does, so it was not taken in. Ask for the file as "
    "Peil wrote it."
)


class Foreign(NamedTuple):
    """What a file from somebody else holds."""

    assessment: Assessment
    """Under the id that it had, which may be no fair one. Its questionnaires are as they
    were found: whoever takes it in must still try them."""
    outside: bool
    """Whether the file was changed outside Peil: its checksum does not fit."""
    shortened: int
    """How many texts were longer than Peil keeps them, and were cut."""


def read_foreign(path: Path) -> Foreign:
    """Return what the file at `path` holds; a link is followed.

    Raises PeilError for what is no file or no assessment, DataDamaged for an assessment
    that cannot be read.
    """
    data = outside_bytes(path, _NO_FILE, _read).removeprefix(b"\xef\xbb\xbf")
    if data.count(b",") + data.count(b"{") + data.count(b"[") > PARTS_LIMIT:
        raise PeilError(_TOO_MUCH, file=str(path))
    contents = _contents(path, data)
    try:
        assessment = from_tables(contents.tables, _stated_id(contents.tables))
    except NotUsable as error:
        raise damaged(path) from error
    return Foreign(remade(assessment), not contents.intact, _shortened(contents.tables, assessment))


def _read(path: Path) -> bytes:
    try:
        return DISK.read(path)[0]
    except OSError as error:
        if error.errno != errno.EFBIG:
            raise
        raise PeilError(_TOO_LARGE, file=str(path), limit=READ_LIMIT // 1024**2) from error


def _contents(path: Path, data: bytes) -> Contents:
    try:
        contents = decode(data)
    except NotAnAssessment as error:
        raise stranger(path, data) from error
    except MemoryError as error:
        raise PeilError(_TOO_MUCH, file=str(path)) from error
    if contents.envelope.format > FORMAT:
        raise newer(path, contents.envelope.version)
    if sum(map(len, contents.tables.values())) > DOCUMENTS_LIMIT:
        raise PeilError(_TOO_MUCH, file=str(path))
    return contents._replace(tables=migrated(contents.tables, contents.envelope.format))


def _stated_id(tables: Tables) -> str:
    """Return the id that an assessment says it has; nothing where it says none."""
    stated = tables.get("assessment", {}).get("about", {}).get("id")
    return stated if isinstance(stated, str) else ""


def _shortened(tables: Tables, assessment: Assessment) -> int:
    """Count the texts of answers that were cut when they were cleaned."""
    pairs = [(tables["answers"][name], answer) for name, answer in assessment.answers.items()]
    pairs += [
        (tables["former"][key]["answer"], former.answer)
        for key, former in assessment.former.items()
    ]
    return sum(
        _is_cut(raw.get("note", ""), answer.note, NOTE_LIMIT)
        + _is_cut(raw.get("reason", ""), answer.reason, LINE_LIMIT)
        + _is_cut(raw.get("evidence", ""), answer.evidence, LINE_LIMIT)
        for raw, answer in pairs
    )


def _is_cut(raw: str, text: str, limit: int) -> bool:
    """Tell whether a text of which this is left was longer; white space at its end may be gone."""
    return len(raw) > limit and len(text) >= limit - 1
