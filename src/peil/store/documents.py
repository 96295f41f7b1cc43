"""An assessment as documents in TinyDB tables, and back.

Table `assessment` holds the documents `about`, `profile`, `targets`, `importances`, and
where there are any `goals` (what makes them checkable), `period`, `meeting` and `parked`
(by number what belongs elsewhere); `rounds` what a team voted and agreed, one document per
question; `questionnaires` the
frozen Markdown by questionnaire; `answers` one document per question (full id), `former`
answers that are no longer asked for by `QUESTION@VERSION`, `actions` one per code,
`exports` one per number. `checkpoints` are kept as they are. So are fields that this Peil
does not know.
"""

from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any, TypeAlias, cast

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from peil.assessment.model import (
    ActionRecord,
    Answer,
    Assessment,
    ExportRecord,
    FormerAnswer,
    Profile,
    Source,
)
from peil.assessment.team import Meeting, TeamVote
from peil.store import mending
from peil.store.cleaning import safe_assessment
from peil.store.envelope import Tables
from peil.store.usable import NotUsable, check

Fields: TypeAlias = dict[str, Any]

_OTHER_SHAPES = (ValueError, TypeError, AttributeError)
"""What is raised where a part is no mapping, no list, or no number."""
_ABOUT = (
    "id",
    "title",
    "created",
    "changed",
    "language",
    "place",
    "core_only",
    "demo",
    "last_code",
)
_KNOWN: Mapping[str, frozenset[str]] = {
    "questionnaires": frozenset({"order", *Source.__struct_fields__}),
    "answers": frozenset(Answer.__struct_fields__),
    "former": frozenset(FormerAnswer.__struct_fields__),
    "actions": frozenset(ActionRecord.__struct_fields__),
    "exports": frozenset(ExportRecord.__struct_fields__),
    "rounds": frozenset(TeamVote.__struct_fields__),
}
_KNOWN_ABOUT: Mapping[str, frozenset[str]] = {
    "about": frozenset(_ABOUT),
    "profile": frozenset(Profile.__struct_fields__),
    "meeting": frozenset(Meeting.__struct_fields__),
}


class StringTable(Table):
    """A table whose document ids are our own strings, such as a question's id."""

    document_id_class: Any = str


class Documents(TinyDB):
    """An assessment's tables."""

    table_class = StringTable


def to_documents(assessment: Assessment) -> dict[str, dict[str, msgspec.Struct | Fields]]:
    """Return every document of an assessment, by table and id.

    Parts that did not change since an earlier version are the same objects, so that
    two results can be compared quickly.
    """
    about = {name: getattr(assessment, name) for name in _ABOUT}
    return {
        "assessment": {
            "about": about,
            "profile": assessment.profile,
            "targets": cast("Fields", assessment.targets),
            "importances": cast("Fields", assessment.importances),
            **({"goals": cast("Fields", goals)} if (goals := assessment.goal_plans) else {}),
            **({"period": assessment.period} if assessment.period else {}),
            **({"meeting": assessment.meeting} if assessment.meeting != Meeting() else {}),
            **({"parked": _numbered(assessment.parked)} if assessment.parked else {}),
        },
        "questionnaires": {
            source.id: {"order": order, "version": source.version, "texts": source.texts}
            for order, source in enumerate(assessment.sources, 1)
        },
        "answers": dict(assessment.answers),
        "former": dict(assessment.former),
        "actions": dict(assessment.actions),
        "exports": {str(record.number): record for record in assessment.exports},
        "rounds": dict(assessment.votes),
    }


def _numbered(parts: Iterable[msgspec.Struct]) -> Fields:
    """Return parts by their place, so that a document of them can be merged line by line."""
    return {str(number): msgspec.to_builtins(part) for number, part in enumerate(parts, 1)}


def renew(
    database: TinyDB,
    before: Mapping[str, Mapping[str, msgspec.Struct | Fields]],
    after: Mapping[str, Mapping[str, msgspec.Struct | Fields]],
) -> None:
    """Change the documents that differ between two results of `to_documents`, and no others."""
    for name, documents in after.items():
        table = database.table(name)
        old = before.get(name, {})
        gone = old.keys() - documents.keys()
        if gone:
            table.remove(doc_ids=cast("Iterable[Any]", gone))
        fresh = [_document(key, documents[key]) for key in documents if key not in old]
        if fresh:
            table.insert_multiple(fresh)
        for key in documents:
            if key in old and old[key] != documents[key]:
                _rewrite(table, key, documents[key])


def _document(key: str, part: msgspec.Struct | Fields) -> Document:
    return Document(msgspec.to_builtins(part), doc_id=cast("Any", key))


def _rewrite(table: Table, key: str, part: msgspec.Struct | Fields) -> None:
    known = _KNOWN.get(table.name) or _KNOWN_ABOUT.get(key)

    def put(document: MutableMapping[str, object]) -> None:
        unknown = {name: document[name] for name in document if known and name not in known}
        document.clear()
        document.update(msgspec.to_builtins(part), **unknown)

    if not table.update(put, doc_ids=cast("Iterable[Any]", [key])):
        table.insert(_document(key, part))


def from_documents(database: TinyDB, assessment: str) -> Assessment:
    """Return the assessment that the tables hold, under the id of its file, with its texts safe.

    Raises NotUsable when a part is missing, has another shape, or lies out of range.
    """
    try:
        parts = _by_id(database, "assessment")
        sources = _by_id(database, "questionnaires")
        exports = _by_id(database, "exports").values()
        fields: Fields = {
            **parts["about"],
            "id": assessment,
            "language": mending.language(parts["about"].get("language")),
            "profile": parts.get("profile", {}),
            "targets": mending.targets(parts.get("targets", {})),
            "importances": mending.importances(parts.get("importances", {})),
            "goal_plans": mending.goals(parts.get("goals", {})),
            "period": parts.get("period"),
            "meeting": mending.meeting(parts.get("meeting", {})),
            "parked": mending.in_order(parts.get("parked", {})),
            "votes": mending.votes(_by_id(database, "rounds")),
            "sources": [
                {"id": key, "version": source["version"], "texts": source["texts"]}
                for key, source in sorted(sources.items(), key=lambda item: int(item[1]["order"]))
            ],
            "answers": _by_id(database, "answers"),
            "former": _by_id(database, "former"),
            "actions": mending.actions(_by_id(database, "actions")),
            "exports": sorted(exports, key=lambda export: int(export["number"])),
        }
        result = safe_assessment(msgspec.convert(fields, Assessment))
        check(result)
    except (LookupError, ArithmeticError, RecursionError, *_OTHER_SHAPES) as error:
        raise NotUsable(str(error)) from error
    return result


class _Given(Storage):
    """Tables that were read already."""

    def __init__(self, tables: Tables) -> None:
        """Hand out `tables`."""
        self._tables = tables

    def read(self) -> Tables:
        """Return them."""
        return self._tables

    def write(self, data: Tables) -> None:
        """Refuse: they are only read."""
        raise NotImplementedError(f"a write of {len(data)} tables")


def from_tables(tables: Tables, assessment: str) -> Assessment:
    """Return the assessment that the tables of a file hold, as `from_documents` does."""
    return from_documents(Documents(storage=lambda: _Given(tables)), assessment)


def _by_id(database: TinyDB, table: str) -> dict[str, Document]:
    return {cast("str", document.doc_id): document for document in database.table(table)}
