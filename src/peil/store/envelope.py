"""An assessment file: a first line that says what it is, and the tables, a document a line.

    {"peil":{"file":{"sha256":"…","below":4711,"format":2,"saves":7,"summary":{…},"version":"0.1.0"}},
    "questionnaires":{
    "iceberg":{"order":1,"texts":{…},"version":1}
    },
    "answers":{
    "iceberg/objectives-written":{"level":2,"state":"rated"},
    …

It is plain TinyDB JSON (its first table holds one document), with its keys sorted so
that two copies can be compared line by line. The checksum covers every byte but
itself, so it finds any change; the first line alone is enough for the list.
"""

import hashlib
from typing import Any, NamedTuple, TypeAlias, TypeVar

import msgspec

from peil import __version__
from peil.store.summary import Summary

FORMAT = 2
"""Number of the file format that this Peil writes.

In format 2 an answer may say what its level said before its questionnaire was renewed
(`formerly`), there is a table `former`, and `last_code` and `below` are always stated. A
Peil of format 1 would leave that mark on a fresh answer, so it must know not to write.
"""
FIRST_LINE_LIMIT = 32 * 1024
"""Longest first line, in bytes."""
HIGHEST_SAVES = 10**15
"""Highest number of a save that is believed: a copy gets it in its name, and must still
have room there to be followed by others. Any other number counts as 0."""

BEGINNING = b'{"peil":{'
"""First bytes of every file."""

Tables: TypeAlias = dict[str, dict[str, dict[str, Any]]]
"""Documents by table and by document id, as TinyDB hands them to a storage."""

_Line = TypeVar("_Line")
_TABLE = "peil"
_BEGIN = b'{"peil":{"file":{"sha256":"'
_DIGEST = 64
_LARGE = "questionnaires"


class Envelope(msgspec.Struct, frozen=True):
    """What the first line says of a file."""

    sha256: str
    """SHA-256 in hexadecimal, see `checksum`."""
    format: int
    saves: int
    """How often the assessment was saved: orders its copies, whatever the clock said."""
    summary: Summary
    version: str
    """The Peil that wrote it."""
    below: int | None = None
    """How many bytes come after the first line: a file that was cut short is known by its
    first line alone. None only in format 1, which need not say it."""


class Contents(NamedTuple):
    """A file that could be read."""

    envelope: Envelope
    tables: Tables
    checksum: str
    """The checksum that the bytes have."""

    @property
    def intact(self) -> bool:
        """Whether the bytes are those that Peil wrote."""
        return self.envelope.sha256 == self.checksum


class NotAnAssessment(ValueError):
    """The bytes are not a file of ours: cut short, scribbled over, or something else."""


_encoder = msgspec.json.Encoder(order="sorted")
_tables = msgspec.json.Decoder(Tables)


class TableWriter:
    """Turns tables into the bytes of a file, keeping what it has of tables that did not change.

    A table is known again by being the same object: TinyDB makes a new one when it
    changes a table, and hands the others on. The questionnaires, by far the largest
    and seldom changed, come first in the file and in its checksum, so that a save
    hashes only what comes after them.
    """

    def __init__(self) -> None:
        """Begin with nothing kept."""
        self._kept: dict[str, tuple[dict[str, dict[str, Any]], bytes]] = {}
        self._hashed = b"", hashlib.sha256()

    def encode(self, tables: Tables, saves: int, summary: Summary) -> bytes:
        """Return the whole file, as save number `saves`."""
        names = [name for name in tables if tables[name]]
        names.sort(key=lambda name: (name != _LARGE, name))
        parts = [self._table(name, tables[name]) for name in names]
        first = parts[0] if parts else b""
        rest = b",\n".join([b"", *parts[1:]]) + b"}\n"
        line = _encoder.encode(
            {
                "below": len(first) + len(rest),
                "format": FORMAT,
                "saves": saves,
                "summary": summary,
                "version": __version__,
            }
        )
        line = b"".join([b'",', line[1:], b"}", b",\n" if parts else b"\n"])
        if first is not self._hashed[0]:
            self._hashed = first, hashlib.sha256(first)
        digest = self._hashed[1].copy()
        digest.update(rest + _BEGIN + line)
        return b"".join([_BEGIN, digest.hexdigest().encode(), line, first, rest])

    def _table(self, name: str, documents: dict[str, dict[str, Any]]) -> bytes:
        kept = self._kept.get(name)
        if kept is None or kept[0] is not documents:
            lines = b",\n".join(
                _encoder.encode(key) + b":" + _encoder.encode(documents[key])
                for key in sorted(documents)
            )
            kept = documents, _encoder.encode(name) + b":{\n" + lines + b"\n}"
            self._kept[name] = kept
        return kept[1]


def decode(data: bytes) -> Contents:
    """Return what a file holds; raises NotAnAssessment when it cannot be one of ours."""
    try:
        tables = _tables.decode(data)
        envelope = msgspec.convert(tables.pop(_TABLE)["file"], Envelope)
    except (ValueError, KeyError, RecursionError) as error:
        raise NotAnAssessment from error
    _must_be_whole(envelope)
    return Contents(_believed(envelope), tables, checksum(data))


def _believed(envelope: Envelope) -> Envelope:
    """Return what a first line says, with a number of the save that a copy can be named after."""
    if 0 <= envelope.saves <= HIGHEST_SAVES:
        return envelope
    return msgspec.structs.replace(envelope, saves=0)


def _must_be_whole(envelope: Envelope) -> None:
    """Raise NotAnAssessment for a first line that lacks what its format always says."""
    if envelope.format < 1 or (envelope.below is None and envelope.format > 1):
        raise NotAnAssessment


def checksum(data: bytes) -> str:
    """Return the SHA-256 of a file: the lines after the first, then the first without it."""
    line = data.find(b"\n") + 1
    digest = hashlib.sha256(memoryview(data)[line:])
    digest.update(data[: min(len(_BEGIN), line)])
    digest.update(data[len(_BEGIN) + _DIGEST : line])
    return digest.hexdigest()


def stated_checksum(data: bytes) -> str:
    """Return the checksum that stands in a file that Peil just made."""
    return data[len(_BEGIN) : len(_BEGIN) + _DIGEST].decode("ascii")


def first_line(data: bytes, size: int) -> Envelope:
    """Return what the first line of a file of `size` bytes says; its beginning is enough.

    Raises NotAnAssessment, also for a file of another size than its first line says. The
    checksum is not looked at.
    """
    envelope = _of_first_line(data, _first).peil.file
    _must_be_whole(envelope)
    if envelope.below not in (None, size - data.find(b"\n") - 1):
        raise NotAnAssessment
    return envelope


def writer_of(data: bytes) -> tuple[int, str]:
    """Return the format of a file and the Peil that wrote it, whatever else it holds.

    Raises NotAnAssessment.
    """
    envelope = _of_first_line(data, _any_first).peil.file
    return envelope.format, envelope.version


def time_of(data: bytes) -> str:
    """Return when an assessment was last changed, as its first line says, whatever its format.

    It may be any text. Raises NotAnAssessment where there is none.
    """
    return _of_first_line(data, _timed_first).peil.file.summary.changed


def _of_first_line(data: bytes, decoder: msgspec.json.Decoder[_Line]) -> _Line:
    line, _, _ = data.partition(b"\n")
    try:
        return decoder.decode(line.rstrip().removesuffix(b",") + b"}")
    except (ValueError, RecursionError) as error:
        raise NotAnAssessment from error


class _AnyEnvelope(msgspec.Struct):
    format: int
    version: str


class _Timed(msgspec.Struct):
    changed: str


class _TimedEnvelope(msgspec.Struct):
    summary: _Timed


class _FirstTable(msgspec.Struct):
    file: Envelope


class _TimedFirstTable(msgspec.Struct):
    file: _TimedEnvelope


class _AnyFirstTable(msgspec.Struct):
    file: _AnyEnvelope


class _FirstLine(msgspec.Struct):
    peil: _FirstTable


class _AnyFirstLine(msgspec.Struct):
    peil: _AnyFirstTable


class _TimedFirstLine(msgspec.Struct):
    peil: _TimedFirstTable


_first = msgspec.json.Decoder(_FirstLine)
_any_first = msgspec.json.Decoder(_AnyFirstLine)
_timed_first = msgspec.json.Decoder(_TimedFirstLine)
