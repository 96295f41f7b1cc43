"""Which questionnaires there are, in the user's folder and shipped with Peil.

Files of one questionnaire belong together by their names, `ID.LANGUAGE.md`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from peil.errors import PeilError, QuestionnaireInvalid
from peil.questionnaire.ids import is_id
from peil.questionnaire.loading import Cache, digest_of, keep, load, recall
from peil.questionnaire.problems import Problem, Problems, closest, has_errors
from peil.questionnaire.source import beginning, read_text
from peil.text.clean import clean_line
from peil.text.languages import mark

__all__ = ["Cache", "Catalog", "Entry", "load", "shipped_folder"]


class Entry(msgspec.Struct, frozen=True):
    """One questionnaire of the catalog."""

    id: str
    version: int = 0
    """0 where it cannot be read."""
    languages: tuple[str, ...] = ()
    titles: dict[str, str] = {}
    """Title by language."""
    questions: int = 0
    """How many questions it has."""
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
    """The files' paths, made safe to print."""
    ours: bool = False
    """Whether it is the one shipped with Peil."""
    replaces_ours: bool = False
    """Whether it takes the place of a shipped one with the same id."""

    @property
    def usable(self) -> bool:
        """Return whether it can be answered: it has no errors."""
        return not has_errors(self.problems)


class _Place(NamedTuple):
    """The files of one questionnaire, and whether they are those that Peil ships."""

    paths: tuple[Path, ...]
    ours: bool


def shipped_folder() -> Path:
    """Return the folder of the questionnaires that Peil ships."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "questionnaires"
    return installed if installed.is_dir() else package.parents[1] / "questionnaires"


class Catalog:
    """The questionnaires of several folders; what stands in an earlier folder wins."""

    def __init__(self, folders: Sequence[Path], cache: Cache | None = None) -> None:
        """Look into `folders`, which may be missing."""
        self._folders = tuple(folders)
        self.cache = cache
        """Where parsed forms are kept."""

    def entries(self) -> tuple[Entry, ...]:
        """Return all questionnaires, those with errors as well, by folder and by id."""
        shipped = {name for name, _ in _files_of(shipped_folder())}
        return tuple(
            msgspec.structs.replace(
                self._entry(name, place.paths),
                ours=place.ours,
                replaces_ours=not place.ours and name in shipped,
            )
            for name, place in self._places().items()
        )

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all questionnaires, those with errors as well."""
        return tuple(self._places())

    def version(self, name: str) -> int:
        """Return the version that the files of a questionnaire name; 0 where there is none.

        Only the front matter is looked at, so it may have errors.
        """
        from peil.questionnaire.frontmatter import version_of

        place = self._places().get(name)
        texts = [read_text(path, Problems(name)) for path in place.paths] if place else []
        return version_of([text for text in texts if text is not None])

    def texts(self, name: str) -> dict[str, str]:
        """Return the Markdown of one questionnaire by language.

        Raises:
            PeilError: there is none with the id `name`.
            QuestionnaireInvalid: its files have errors.

        """
        places = self._places()
        if name not in places:
            raise _unknown(name, list(places))
        entry = self._entry(name, places[name].paths)
        if not entry.usable:
            raise invalid(entry.files[0], entry.problems)
        problems = Problems(name)
        paths = places[name].paths
        texts = {parts_of_name(path)[1]: read_text(path, problems) for path in paths}
        return {language: text for language, text in texts.items() if text is not None}

    def texts_wanted(self, wanted: str) -> dict[str, str]:
        """Return the Markdown by language of the questionnaire with an id, or in a file.

        Raises what `texts` and `texts_of_file` raise.
        """
        if wanted.endswith(".md") or "/" in wanted or "\\" in wanted:
            return self.texts_of_file(Path(wanted))
        return self.texts(wanted)

    def texts_of_file(self, path: Path) -> dict[str, str]:
        """Return the Markdown by language of the questionnaire in a file, and its translations.

        Raises:
            PeilError: the file cannot be read.
            QuestionnaireInvalid: it has errors, or one of its translations has.

        """
        from peil.questionnaire import checking

        return checking.texts_of_file(path, self)

    def _places(self) -> dict[str, "_Place"]:
        """Return where each questionnaire stands: in the first folder that has its id."""
        ours = shipped_folder()
        found: dict[str, _Place] = {}
        for folder in self._folders:
            own = folder.resolve() == ours
            for name, paths in _files_of(folder):
                found.setdefault(name, _Place(paths, own))
        return found

    def _entry(self, name: str, paths: tuple[Path, ...]) -> Entry:
        problems = [Problems(str(path)) for path in paths]
        texts = [read_text(path, own) for path, own in zip(paths, problems, strict=True)]
        files = [str(path) for path in paths]
        readable = {file: text for file, text in zip(files, texts, strict=True) if text is not None}
        unreadable = tuple(problem for own in problems for problem in own.found)
        digest = digest_of("entry", name, readable)
        entry = recall(self.cache, digest, Entry)
        if entry is None:
            entry = _examined(name, readable)
            keep(self.cache, digest, entry)
        shown = tuple(map(clean_line, files))
        return msgspec.structs.replace(entry, files=shown, problems=unreadable + entry.problems)


def invalid(file: str, problems: Sequence[Problem]) -> QuestionnaireInvalid:
    """Return the error that says that a file cannot be used."""
    count = len([problem for problem in problems if problem.severity == "error"])
    return QuestionnaireInvalid(
        mark(
            "The questionnaire {file} has errors ({count}), so that it cannot be used. "
            "See what to change with: peil questionnaire check {file}"
        ),
        file=file,
        count=count,
    )


def _unknown(name: str, known: list[str]) -> PeilError:
    suggestion = closest(name, known)
    if suggestion:
        return PeilError(
            mark("There is no questionnaire {name}. Did you mean {suggestion}?"),
            name=name,
            suggestion=suggestion,
        )
    return PeilError(
        mark("There is no questionnaire {name}. See which there are: peil questionnaire list"),
        name=name,
    )


def _examined(name: str, texts: Mapping[str, str]) -> Entry:
    # These import the parser.
    from peil.questionnaire.groups import group_of
    from peil.questionnaire.kinship import note_translated_id

    group = group_of(texts)
    for file, path in zip(group.files, texts, strict=True):
        note_translated_id(file, group.files)
        wanted = file.fitting_name
        if wanted and Path(path).name != wanted:
            file.problems.add("file-name-differs", 1, wanted=wanted)
    fronts = [file.draft.front for file in group.files if file.draft is not None]
    original = group.original
    return Entry(
        id=clean_line(name),
        version=(original.front.version or 0) if original else 0,
        languages=tuple(front.language for front in fronts if front.language),
        titles={front.language: front.text("title") for front in fronts if front.language},
        questions=len(original.questions) if original else 0,
        problems=group.problems,
    )


def parts_of_name(path: Path) -> tuple[str, str]:
    """Return id and language as the file's name gives them; the language may be empty."""
    name, _, language = path.name.removesuffix(".md").rpartition(".")
    return (name, language) if is_id(name) else (path.name.removesuffix(".md"), "")


def _files_of(folder: Path) -> list[tuple[str, tuple[Path, ...]]]:
    """Return the ids in a folder and the files of each, all in the order of their names."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.name.endswith(".md"))
    except OSError:
        return []
    groups: dict[str, list[Path]] = {}
    for path in paths:
        name, language = parts_of_name(path)
        if language or _meant_as_one(path):
            groups.setdefault(name, []).append(path)
    return [(name, tuple(group)) for name, group in groups.items()]


def _meant_as_one(path: Path) -> bool:
    """Return whether a file with another kind of name begins like a questionnaire."""
    try:
        return beginning(path, 8).removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    except OSError:
        return False
