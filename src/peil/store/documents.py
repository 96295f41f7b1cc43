"""An assessment as documents in TinyDB tables, and back.

Table `assessment` holds the documents `about`, `profile`, `targets`, `importances`, and
where there are any `goals` (what makes them checkable) and `period`; `questionnaires` the
frozen Markdown by questionnaire; `answers` one document per question (full id), `former`
answers that are no longer asked for by `QUESTION@VERSION`, `actions` one per code,
`exports` one per number. `rounds` and `checkpoints` are kept as they are. So are fields
that this Peil does not know.
"""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from datetime import date
from typing import Any, TypeAlias, cast

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from peil.assessment.model import (
    MAX_GOALS,
    MAX_HOURS,
    MAX_MINUTES,
    ActionRecord,
    Answer,
    Assessment,
    ExportRecord,
    FormerAnswer,
    Profile,
    Source,
)
from peil.questionnaire.model import GOALS
from peil.store import mending
from peil.store.cleaning import safe_assessment
from peil.store.envelope import Tables
from peil.store.when import is_time

Fields: TypeAlias = dict[str, Any]

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
}
_KNOWN_ABOUT: Mapping[str, frozenset[str]] = {
    "about": frozenset(_ABOUT),
    "profile": frozenset(Profile.__struct_fields__),
}


class NotUsable(ValueError):
    """The documents do not make an assessment that the rest of the program can trust."""


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
        },
        "questionnaires": {
            source.id: {"order": order, "version": source.version, "texts": source.texts}
            for order, source in enumerate(assessment.sources, 1)
        },
        "answers": dict(assessment.answers),
        "former": dict(assessment.former),
        "actions": dict(assessment.actions),
        "exports": {str(record.number): record for record in assessment.exports},
    }


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
    except (ValueError, KeyError, TypeError, ArithmeticError, RecursionError) as error:
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


def check(assessment: Assessment, before: Assessment | None = None) -> None:
    """Raise NotUsable for values that the model allows and the product does not.

    The same check stands before saving and after reading, so that whatever was saved
    can be read. What is the same object as in `before` is not checked again.
    """
    _check_profile(assessment)
    known = before.answers if before else {}
    for question, answer in assessment.answers.items():
        if known.get(question) is not answer:
            _check_answer(question, answer)
    if before is None or assessment.former is not before.former:
        for key, former in assessment.former.items():
            _check_ids([key])
            _check_answer(former.question, former.answer)
    if before is None or assessment.actions is not before.actions:
        for action in assessment.actions.values():
            _check_action(action)
    _check_ids(_other_ids(assessment))


def _check_action(action: ActionRecord) -> None:
    if action.finished:
        _check_time(action.finished)
    if action.due is not None:
        _check_day(action.due)
    if not (0 <= action.minutes <= MAX_MINUTES and 0 <= action.pinned <= mending.HIGHEST_CODE):
        raise NotUsable(f"{action.code}: {action.minutes} minutes, pin {action.pinned}")


def _check_profile(assessment: Assessment) -> None:
    profile = assessment.profile
    if not 0 < profile.hours <= MAX_HOURS:
        raise NotUsable(f"hours: {profile.hours}")
    if len(profile.goals) > MAX_GOALS or not set(profile.goals) <= set(GOALS):
        raise NotUsable(f"goals: {profile.goals}")
    _check_time(assessment.created)
    _check_time(assessment.changed)


def _check_answer(question: str, answer: Answer) -> None:
    _check_ids([question])
    if (answer.state == "rated") != (answer.level is not None):
        raise NotUsable(f"{question}: {answer.state} with level {answer.level}")
    if answer.changed:
        _check_time(answer.changed)
    if answer.confirmed:
        _check_time(answer.confirmed)
    if answer.evidence_date:
        _check_day(answer.evidence_date)


def _check_time(time: str) -> None:
    if not is_time(time):
        raise NotUsable(f"time: {time!r}")


def _check_day(day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise NotUsable(f"day: {day!r}") from error


def _check_ids(names: Iterable[str]) -> None:
    if not "".join(names).isprintable():
        raise NotUsable("an id with characters that drive a terminal")


def _other_ids(assessment: Assessment) -> Iterator[str]:
    """Every id that an assessment holds beside those of its answers: no texts, so not cleaned."""
    yield from assessment.targets
    yield from assessment.importances
    yield assessment.place or ""
    for code, action in assessment.actions.items():
        yield from (code, action.code, action.key, action.topic)
    if assessment.period:
        yield from (assessment.period.since, *assessment.period.codes)
    for source in assessment.sources:
        yield from (source.id, *source.texts)
    for export in assessment.exports:
        yield from (export.time, export.language, *export.codes, *export.goals, export.digest)
        for listed in export.state:
            yield listed.code
