"""Questionnaires from their Markdown, parsed only when their text is new.

Parsed forms are kept in a cache under the digest of their text, so that nothing
is parsed, and the parser not even imported, while nothing changed.
"""

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, TypeVar

import msgspec

from peil import __version__
from peil.errors import QuestionnaireInvalid
from peil.questionnaire.model import Questionnaire
from peil.text.languages import mark

if TYPE_CHECKING:
    from peil.questionnaire.groups import Group

PARSED_FORM = 2
"""Number of the parsed form; a new one when reading the same text gives something else."""

Kept = TypeVar("Kept")


class Cache(Protocol):
    """Keeps bytes by name; it may lose them at any time."""

    def get(self, digest: str) -> bytes | None:
        """Return what was kept under a digest, or None."""

    def put(self, digest: str, data: bytes) -> None:
        """Keep data under a digest."""


def load(texts: Mapping[str, str], language: str, cache: Cache | None) -> Questionnaire:
    """Return a questionnaire from its Markdown by language.

    In the language asked for, else the original one, else the first. What a
    translation leaves out comes from the original.

    Raises:
        QuestionnaireInvalid: the text has errors.

    """
    digest = digest_of("load", language, texts)
    kept = recall(cache, digest, Questionnaire)
    if kept is None:
        kept = _parsed(texts, language)
        keep(cache, digest, kept)
    return kept


def load_frozen(texts: Mapping[str, str], language: str, cache: Cache | None) -> Questionnaire:
    """Return a questionnaire from the Markdown that was frozen into an assessment.

    Its answers must stay within reach, so one that a stricter Peil finds errors in is
    used all the same, as long as every question in it can be asked and counted.

    Raises:
        QuestionnaireInvalid: there is no such questionnaire in the text.

    """
    strict, lenient = (digest_of(use, language, texts) for use in ("load", "frozen"))
    kept = recall(cache, strict, Questionnaire) or recall(cache, lenient, Questionnaire)
    if kept is None:
        group = _group(texts, language)
        found = group.questionnaires()
        digest = strict if found else lenient
        found = found or group.questionnaires_in_spite_of_errors()
        if not found:
            raise _refusal(group)
        kept = found[-1]
        keep(cache, digest, kept)
    return kept


def _parsed(texts: Mapping[str, str], language: str) -> Questionnaire:
    group = _group(texts, language)
    questionnaires = group.questionnaires()
    if questionnaires:
        return questionnaires[-1]
    raise _refusal(group)


def _group(texts: Mapping[str, str], language: str) -> "Group":
    """Return the original and the text in the language asked for, examined."""
    # Only a text that is new needs the parser, and what belongs to it.
    from peil.questionnaire.frontmatter import says_original
    from peil.questionnaire.groups import group_of

    originals = [name for name, text in texts.items() if says_original(text)] or list(texts)
    wanted = language if language in texts else next(iter(originals), "")
    names = dict.fromkeys((*originals[:1], wanted))
    return group_of({name: texts[name] for name in names if name in texts})


def _refusal(group: "Group") -> QuestionnaireInvalid:
    """Return the error that says why no questionnaire came out of these files."""
    errors = [problem for problem in group.problems if problem.severity == "error"]
    if not errors:
        return QuestionnaireInvalid(mark("This questionnaire is empty. Choose another file."))
    return QuestionnaireInvalid(
        mark(
            "A questionnaire has errors, the first in {language}:{line} ({code}). "
            "See what to change with: peil questionnaire check FILE"
        ),
        language=errors[0].file,
        line=errors[0].line,
        code=errors[0].code,
    )


def digest_of(use: str, detail: str, texts: Mapping[str, str]) -> str:
    """Return the name under which the parsed form of texts is kept, for one use of it."""
    what = f"{__version__} {PARSED_FORM} {use} {detail}"
    digest = hashlib.sha256(what.encode("utf-8", "surrogatepass"))
    for name, text in texts.items():
        data = text.encode("utf-8", "surrogatepass")
        digest.update(f"\0{name}\0{len(data)}\0".encode("utf-8", "surrogatepass"))
        digest.update(data)
    return digest.hexdigest()


def recall(cache: Cache | None, digest: str, kind: type[Kept]) -> Kept | None:
    """Return what the cache holds under a digest; None when that is nothing, or damaged."""
    data = cache.get(digest) if cache is not None else None
    if data is None:
        return None
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except ValueError:
        return None


def keep(cache: Cache | None, digest: str, value: msgspec.Struct) -> None:
    """Let the cache hold a value under a digest."""
    if cache is not None:
        cache.put(digest, msgspec.msgpack.encode(value))
