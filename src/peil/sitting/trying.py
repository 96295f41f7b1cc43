"""The questionnaires inside a foreign file, tried before they are trusted.

Each must load in every language that it has, be what it is called, and go together with
the others. Limits come before the parser.
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from peil.assessment.model import Source
from peil.errors import QuestionnaireInvalid
from peil.questionnaire.frozen import NotReadable, load_all
from peil.questionnaire.loading import Cache
from peil.questionnaire.model import Questionnaire
from peil.questionnaire.together import circle_across
from peil.text.languages import mark

SOURCES_LIMIT = 20
"""Most questionnaires of an assessment that is taken in."""
LANGUAGES_LIMIT = 12
"""Most languages of each of them."""
TEXT_LIMIT = 2_000_000
"""Most Markdown of all of them together, in bytes: what ships has a tenth of it."""
_SHOWN = 60
"""Longest id or language that a sentence repeats, in characters."""

_TOO_LARGE = mark(
    "{file} was not taken in: its questionnaires are too large or too many. Peil reads at most "
    "{sources} of them, {languages} languages of each, and {megabytes} MB of text in all."
)
_NONE = mark(
    "{file} was not taken in: there is no questionnaire in it. Ask for the file as Peil wrote it."
)
_ERRORS = mark(
    "{file} was not taken in: its questionnaire {id} has errors, the first in {language}:{line} "
    "({code}). Ask its sender for a file that opens with Peil there."
)
_NOT_ITSELF = mark(
    "{file} was not taken in: what it calls the questionnaire {id} ({language}) is {other}. Ask "
    "for the file as Peil wrote it."
)
_CIRCLE = mark(
    "{file} was not taken in: its questionnaires cannot go together, because {circle} wait for "
    "each other. Ask its sender for a file that opens with Peil there."
)


def tried(file: Path, sources: Sequence[Source], cache: Cache | None) -> tuple[Source, ...]:
    """Return the questionnaires frozen in `file`, each with the version that its text has.

    Raises QuestionnaireInvalid, naming the file and the questionnaire.
    """
    _within_limits(file, sources)
    models = tuple(_tried(file, source, cache) for source in sources)
    circle = circle_across(models)
    if circle:
        raise QuestionnaireInvalid(_CIRCLE, file=str(file), circle=circle)
    pairs = zip(sources, models, strict=True)
    return tuple(replace(source, version=model.version) for source, model in pairs)


def _within_limits(file: Path, sources: Sequence[Source]) -> None:
    if not sources:
        raise QuestionnaireInvalid(_NONE, file=str(file))
    size = sum(len(text.encode()) for source in sources for text in source.texts.values())
    languages = max(len(source.texts) for source in sources)
    if len(sources) > SOURCES_LIMIT or languages > LANGUAGES_LIMIT or size > TEXT_LIMIT:
        raise QuestionnaireInvalid(
            _TOO_LARGE,
            file=str(file),
            sources=SOURCES_LIMIT,
            languages=LANGUAGES_LIMIT,
            megabytes=TEXT_LIMIT // 1_000_000,
        )


def _tried(file: Path, source: Source, cache: Cache | None) -> Questionnaire:
    """Return one questionnaire in the first of its languages, after trying all of them."""
    try:
        models = load_all(source.texts, cache)
    except NotReadable as error:
        if error.problem is None:
            raise QuestionnaireInvalid(_NONE, file=str(file)) from error
        raise QuestionnaireInvalid(
            _ERRORS,
            file=str(file),
            id=source.id[:_SHOWN],
            language=error.problem.file[:_SHOWN],
            line=error.problem.line,
            code=error.problem.code,
        ) from error
    for language, model in models.items():
        if (model.id, model.language) != (source.id, language):
            raise QuestionnaireInvalid(
                _NOT_ITSELF,
                file=str(file),
                id=source.id[:_SHOWN],
                language=language[:_SHOWN],
                other=f"{model.id} ({model.language})",
            )
    return next(iter(models.values()))
