"""What a file is that is no assessment, and which file to ask for instead."""

import re
from pathlib import Path

import msgspec

from peil.errors import DataDamaged, PeilError
from peil.questionnaire.frontmatter import language_of
from peil.store.envelope import FORMAT, NotAnAssessment, writer_of
from peil.text.languages import mark

_LOOKED_AT = 16 * 1024
"""How many bytes tell what a file is."""
_VERSION_SHOWN = 20
"""Longest version that a sentence repeats, in characters."""

_EMPTY = mark("{file} is empty: nothing of an assessment is in it. Ask for it to be sent again.")
_DAMAGED = mark(
    "{file} is an assessment of Peil, but damaged: cut short, or changed so that it cannot be "
    "read. Ask for it to be sent again, or take an earlier save from the sender's folder backups."
)
_NEWER = mark(
    "{file} was written by Peil {version}, which is newer than this one, and this one cannot "
    "read it. Install Peil {version} or later."
)
_PICTURE = mark(
    "{file} is a picture, not an assessment. Ask for the assessment's own file: it stands in the "
    "sender's data folder under assessments, and its name ends in .json."
)
_DOCUMENT = mark(
    "{file} is a document or an archive, not an assessment. Unpack it if the assessment is in it, "
    "or ask for the assessment's own file: it stands in the sender's data folder under "
    "assessments, and its name ends in .json."
)
_QUESTIONNAIRE = mark(
    "{file} is a questionnaire, not an assessment. Make an assessment with it: "
    "peil new TITLE --questionnaire FILE"
)
_ACTIONS = mark(
    "{file} is an action list, not an assessment. Ask for the assessment's own file: it stands "
    "in the sender's data folder under assessments, and its name ends in .json."
)
_EXPORT = mark(
    "{file} is the JSON that peil export writes for other programs, and no assessment can be made "
    "of it. Ask for the assessment's own file: it stands in the sender's data folder under "
    "assessments."
)
_OTHER = mark(
    "{file} is not an assessment of Peil. Ask for the assessment's own file: it stands in the "
    "sender's data folder under assessments, and its name ends in .json."
)

_BEGINNINGS = {
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"RIFF": _PICTURE,
    b"<svg": _PICTURE,
    b"%PDF": _DOCUMENT,
    b"PK\x03\x04": _DOCUMENT,
    b"\x1f\x8b": _DOCUMENT,
    b"\xd0\xcf\x11\xe0": _DOCUMENT,
}
_OURS = re.compile(rb'\s*\{\s*"peil"')
_EXPORTED = frozenset({"assessment", "answers", "score", "plan"})


def damaged(path: Path) -> DataDamaged:
    """Return the error for an assessment of Peil of which nothing can be read."""
    return DataDamaged(_DAMAGED, file=str(path))


def newer(path: Path, version: str) -> DataDamaged:
    """Return the error for an assessment that Peil `version` wrote, as it says itself."""
    return DataDamaged(_NEWER, file=str(path), version=version[:_VERSION_SHOWN])


def stranger(path: Path, data: bytes) -> PeilError:
    """Return the error for bytes that are no assessment: what they are, and what to ask for."""
    start = data[:_LOOKED_AT]
    if not data.strip(b"\0 \t\r\n"):
        return DataDamaged(_EMPTY, file=str(path))
    if _OURS.match(start):
        return _ours(path, data)
    for beginning, sentence in _BEGINNINGS.items():
        if start.startswith(beginning):
            return PeilError(sentence, file=str(path))
    return PeilError(_kind_of_text(start, data), file=str(path))


def _ours(path: Path, data: bytes) -> DataDamaged:
    """Return the error for what begins like an assessment."""
    try:
        number, version = writer_of(data)
    except NotAnAssessment:
        return damaged(path)
    return newer(path, version) if number > FORMAT else damaged(path)


def _kind_of_text(start: bytes, data: bytes) -> str:
    text = start.decode("utf-8", "replace")
    if text.startswith("---") and language_of(text):
        return _QUESTIONNAIRE
    if "<!-- peil " in text:
        return _ACTIONS
    try:
        names = msgspec.json.decode(data, type=dict[str, msgspec.Raw]).keys()
    except (ValueError, RecursionError):
        return _OTHER
    return _EXPORT if names >= _EXPORTED else _OTHER
