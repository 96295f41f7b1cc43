"""Taking in an assessment file from an adviser or a colleague, as a new one beside all others.

A new file is written from what was understood; nothing else of the foreign file is
carried along, and no file that is here already is ever touched.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from peil.assessment.model import Assessment, Source
from peil.errors import PeilError
from peil.questionnaire.catalog import Catalog, load, shipped_folder
from peil.sitting.begin import COMMAND_NAMES
from peil.sitting.sitting import Sitting
from peil.sitting.summary import summarise
from peil.sitting.trying import tried
from peil.store import names
from peil.store.foreign import read_foreign
from peil.store.trouble import reading
from peil.store.workspace import Workspace
from peil.text.clean import NOTE_LIMIT, clean_name
from peil.text.languages import mark

_OUTSIDE = mark(
    "Its file was changed outside Peil after it was saved: look whether its answers are right."
)
_SHORTENED = mark(
    "Texts that were longer than Peil keeps them were cut, notes after {limit} characters."
)
_BESIDE = mark("Nothing was changed in what you had already: {others}.")


_NEWER = mark(
    "Its questionnaire {title} says that it is version {theirs}; the newest that this Peil knows "
    "is {ours}. What it asks is as its sender has it, so ask where it comes from."
)
_OLDER = mark(
    "Its questionnaire {title} says that it is version {theirs}; this Peil has {ours}. What it "
    "asks is as its sender has it; Peil offers the newer one and shows what would change."
)
_OTHERWISE = mark(
    "Its questionnaire {title} has the name and the version of one that comes with Peil, and other "
    "words. What it asks is as its sender has it, so ask why."
)


class Taken(NamedTuple):
    """An assessment that was taken in."""

    id: str
    """Its id here, which may be another than it had."""
    title: str
    notices: tuple[PeilError, ...]
    """What the user must know about it, not raised: `notice.sentence(say)` of each."""


def take_in(workspace: Workspace, path: Path) -> Taken:
    """Take in the assessment file at `path` as a new assessment; the file itself stays.

    Raises PeilError for what is no assessment or cannot be written, DataDamaged for an
    assessment that cannot be read, QuestionnaireInvalid where its questionnaires cannot be
    used. Then nothing was made.
    """
    found = read_foreign(path)
    sources = tried(path, found.assessment.sources, workspace.cache)
    title = found.assessment.title or clean_name(path.stem) or names.slug("")
    assessment = replace(found.assessment, title=title, sources=sources)
    others = _others(workspace, assessment)
    assessment = replace(assessment, id=_free_id(workspace, assessment))
    notices = [PeilError(_OUTSIDE)] if found.outside else []
    notices += _pretenders(sources, workspace)
    if found.shortened:
        notices.append(PeilError(_SHORTENED, limit=NOTE_LIMIT))
    if others:
        notices.append(PeilError(_BESIDE, others=", ".join(others)))
    sitting = Sitting(assessment, cache=workspace.cache)
    workspace.create(assessment, summarise(sitting)).close()
    return Taken(assessment.id, title, tuple(notices))


def _pretenders(sources: Sequence[Source], workspace: Workspace) -> Iterator[PeilError]:
    """Return a word on each questionnaire that goes by the id of a shipped one, and is another."""
    shipped = Catalog([shipped_folder()], workspace.cache)
    for source in sources:
        ours = shipped.version(source.id)
        if not ours:
            continue
        texts = shipped.texts(source.id)
        title = load(source.texts, next(iter(source.texts)), workspace.cache).title
        if source.version < ours:
            yield PeilError(_OLDER, title=title, theirs=source.version, ours=ours)
        elif source.version > ours:
            yield PeilError(_NEWER, title=title, theirs=source.version, ours=ours)
        elif any(texts.get(language) != text for language, text in source.texts.items()):
            yield PeilError(_OTHERWISE, title=title)


def _free_id(workspace: Workspace, assessment: Assessment) -> str:
    """Return the id that the assessment had, where that is fair and free; else one of its title.

    An id is free when no file has or had it: what an assessment leaves behind (earlier
    saves, copies beside it, itself among the deleted) is never taken for that of another.
    """
    with reading(workspace.folder):
        beside = workspace.disk.names(workspace.assessments)
        gone = set(workspace.disk.names(workspace.folder / "deleted"))
    gone.update(name.partition(".")[0] for name in beside if name.endswith(".json"))

    def taken(name: str) -> bool:
        return name in gone or workspace.taken(name)

    had = assessment.id
    if names.is_id(had) and names.free_id(had, COMMAND_NAMES, taken) == had:
        return had
    return names.free_id(assessment.title, COMMAND_NAMES, taken)


def _others(workspace: Workspace, assessment: Assessment) -> tuple[str, ...]:
    """Return the assessments that one could take for this one: its id, or its title."""
    return tuple(
        summary.id
        for summary in workspace.summaries()
        if summary.id == assessment.id or summary.title == assessment.title
    )[: names.SHOWN]
