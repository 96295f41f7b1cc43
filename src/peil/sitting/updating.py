"""Newer versions of the questionnaires in an assessment: which there are, and taking one over.

An assessment goes on with the questionnaires that are frozen in it. A newer version
is only looked for when somebody asks, and only takes over when somebody decides so.
"""

from contextlib import suppress
from typing import NamedTuple

from msgspec.structs import replace

from peil.assessment.differences import Differences, differences
from peil.assessment.model import Assessment, Source
from peil.assessment.updating import recoded, updated, voted
from peil.assessment.versions import Pair, Versions
from peil.errors import PeilError, QuestionnaireInvalid
from peil.questionnaire.catalog import Catalog
from peil.questionnaire.loading import Cache, load, load_frozen
from peil.questionnaire.together import circle_across
from peil.sitting.history import with_rounds_of
from peil.sitting.view import View
from peil.text.languages import mark


class Update(NamedTuple):
    """A newer version of one questionnaire of an assessment, and what it would change."""

    questionnaire: str
    """Its id."""
    title: str
    """Its title in the newer version."""
    from_version: int
    to_version: int
    differences: Differences
    source: Source
    """The newer version, as it is frozen when it takes over."""


def newer(view: View, catalog: Catalog) -> tuple[Update, ...]:
    """Return the newer versions that the catalog has, in the order of the assessment.

    One with errors is not offered. Where no version is newer nothing is parsed: only
    the front matter of the files is looked at.
    """
    found = []
    for source in view.assessment.sources:
        if catalog.version(source.id) > source.version:
            with suppress(PeilError):
                texts = catalog.texts(source.id)
                found.append(_update(view, source, texts, catalog.cache))
    return tuple(update for update in found if update is not None)


def newer_of(view: View, catalog: Catalog, wanted: str) -> Update | None:
    """Return the newer version of one questionnaire, by its id or its Markdown file.

    None when it is not newer. PeilError when the assessment does not hold it, or there is
    none; QuestionnaireInvalid when it has errors.
    """
    sources = {source.id: source for source in view.assessment.sources}
    texts = catalog.texts_wanted(wanted)
    name = load(texts, view.language, catalog.cache).id
    if name not in sources:
        raise PeilError(
            mark("{assessment} does not answer the questionnaire {id}. It answers: {all}."),
            assessment=view.assessment.title,
            id=name,
            all=", ".join(sources),
        )
    return _update(view, sources[name], texts, catalog.cache)


def _update(
    view: View, source: Source, texts: dict[str, str], cache: Cache | None
) -> Update | None:
    model = load(texts, view.language, cache)
    if model.version <= source.version or model.id != source.id:
        return None
    later = Source(model.id, model.version, texts)
    found = differences(_versions(source, later, view.language, cache), view.assessment)
    return Update(model.id, model.title, source.version, model.version, found, later)


def with_newer(view: View, later: Source, now: str, cache: Cache | None) -> Assessment:
    """Return the assessment with a newer version in the place of the one that it holds.

    PeilError when it does not hold an earlier one; QuestionnaireInvalid when the newer
    one and the other questionnaires wait for each other.
    """
    source = next((one for one in view.assessment.sources if one.id == later.id), None)
    if source is None or source.version >= later.version:
        raise PeilError(
            mark("{assessment} has this version of {id} already: nothing was changed."),
            assessment=view.assessment.title,
            id=later.id,
        )
    versions = _versions(source, later, view.assessment.language, cache)
    together = [versions.after if one.id == later.id else one for one in view.questionnaires]
    circle = circle_across(together)
    if circle:
        raise QuestionnaireInvalid(
            mark(
                "Version {version} of {id} cannot go together with the other questionnaires: "
                "{circle} wait for each other. Nothing was changed; tell its author."
            ),
            version=later.version,
            id=later.id,
            circle=circle,
        )
    return updated(view.assessment, versions, later, now)


def with_codes_back(
    before: Assessment,
    earlier: Assessment,
    now: Assessment,
    cache: Cache | None,
) -> Assessment:
    """Return the assessment before a newer version, with the codes and rounds that it has now.

    Each goes on to mean the same, although questions are called otherwise again; records
    and agreements of `earlier`, the assessment from before, are right as they are.
    """
    later = {source.id: source for source in now.sources}
    records, place, votes = dict(before.actions), before.place, now.votes
    for source in before.sources:
        other = later.get(source.id, source)
        if other.version != source.version:
            versions = _versions(source, other, before.language, cache)
            renamed = {new: old for old, new in versions.renamed.items()}
            left = None if versions.same_scale else other.version
            records = recoded(records, source.id, renamed, left)
            votes = voted(votes, renamed, same_scale=True, of=source.id)
            place = renamed.get(place, place) if place else place
    return replace(
        before,
        actions={**records, **earlier.actions},
        votes=with_rounds_of(votes, earlier.votes),
        place=place,
    )


def _versions(source: Source, later: Source, language: str, cache: Cache | None) -> Versions:
    def pair(spoken: str) -> Pair:
        before, after = (load_frozen(one.texts, spoken, cache) for one in (source, later))
        return before, after

    both = [spoken for spoken in source.texts if spoken in later.texts]
    return Versions(*pair(language), [pair(spoken) for spoken in both])
