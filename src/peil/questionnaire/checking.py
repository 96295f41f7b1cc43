"""Checking files as their author asks for it: all problems of all of them at once."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from peil.errors import PeilError
from peil.questionnaire.building import build
from peil.questionnaire.catalog import Catalog, invalid, parts_of_name, shipped_folder
from peil.questionnaire.files import File
from peil.questionnaire.frontmatter import language_of
from peil.questionnaire.groups import Group
from peil.questionnaire.kinship import note_translated_id
from peil.questionnaire.loading import load
from peil.questionnaire.model import Questionnaire
from peil.questionnaire.problems import Problem, Problems, has_errors
from peil.questionnaire.reading import parse_file
from peil.questionnaire.source import read_text
from peil.text.languages import mark


def check_files(files: Sequence[Path], catalog: Catalog | None = None) -> tuple[Problem, ...]:
    """Return everything that is wrong with the files, file by file, in the order of the lines.

    Translations that stand beside a file are compared with it without being
    reported on themselves; needs are followed into the other files, and into the
    questionnaires of `catalog` (by default those that Peil ships).
    """
    given = {path: parse_file(path) for path in files}
    for path, file in given.items():
        beside = [given.get(other) or parse_file(other) for other in _siblings(path)]
        note_translated_id(file, (*beside, *given.values()))
    groups = _groups(given)
    for group in groups:
        group.examine()
    for path, file in given.items():
        _examine_name(path, file)
    catalog = catalog or Catalog((shipped_folder(),))
    others = _others(groups, catalog)
    known = (*catalog.ids(), *(group.original.id for group in groups if group.original))
    for group in groups:
        own = group.original.id if group.original else ""
        among = [other for name, other in others.items() if name != own]
        group.examine_among(among, [name for name in known if name and name != own])
    return tuple(problem for file in given.values() for problem in file.problems.found)


def texts_of_file(path: Path, catalog: Catalog | None = None) -> dict[str, str]:
    """Return the Markdown by language of the questionnaire in a file, with its translations.

    Raises:
        PeilError: the file cannot be read.
        QuestionnaireInvalid: it has errors, or one of its translations has.

    """
    paths = [path, *_siblings(path)]
    problems = check_files(paths, catalog)
    if any(problem.code in ("file-unreadable", "no-file") for problem in problems):
        raise PeilError(
            mark("The questionnaire {file} cannot be read. Check its name and its rights."),
            file=str(path),
        )
    if has_errors(problems):
        raise invalid(str(path), problems)
    texts: dict[str, str] = {}
    for each in paths:
        text = read_text(each, Problems(str(each))) or ""
        texts.setdefault(language_of(text), text)
    return texts


def _examine_name(path: Path, file: File) -> None:
    """Note a name that says something else than the file; any other name is only unusual."""
    wanted = file.fitting_name
    if wanted and path.name != wanted:
        claims = bool(parts_of_name(path)[1])
        file.problems.add("file-name-differs" if claims else "file-name-unusual", 1, wanted=wanted)


def _groups(given: dict[Path, File]) -> list[Group]:
    """Return the files that belong together, with the translations that stand beside them."""
    members: dict[str, dict[Path, File]] = {}
    languages: dict[tuple[str, str], File] = {}
    twins: dict[str, File] = {}
    for path, file in given.items():
        front = file.draft.front if file.draft else None
        name = (front.id if front else None) or str(path)
        language = (front.language if front else None) or str(path)
        first = languages.setdefault((name, language), file)
        if first is not file:
            file.problems.add("file-twice", 1, id=name, first=first.problems.file)
            name = str(path)
            twins[name] = first
        members.setdefault(name, {})[path] = file
    for group in members.values():
        for path in list(group):
            for sibling in (*_siblings(path), *_siblings_by_id(path, group[path])):
                if sibling not in given and sibling not in group:
                    group[sibling] = parse_file(sibling)
    return [
        Group(list(group.values()), twins[name].draft if name in twins else None)
        for name, group in members.items()
    ]


def _siblings(path: Path) -> list[Path]:
    """Return the other languages' files of the questionnaire in `path`, by their names."""
    name, language = parts_of_name(path)
    return _languages_of(name, path) if language else []


def _siblings_by_id(path: Path, file: File) -> list[Path]:
    """Return the other languages' files of a questionnaire whose own file has another name."""
    front = file.draft.front if file.draft else None
    if front is None or not front.id or front.original or front.id == parts_of_name(path)[0]:
        return []
    beside = _languages_of(front.id, path)
    return [other for other in beside if parts_of_name(other)[1] != front.language]


def _languages_of(name: str, path: Path) -> list[Path]:
    """Return the files beside `path` whose names say that they belong to a questionnaire."""
    try:
        beside = sorted(path.parent.iterdir())
    except OSError:
        return []
    return [
        other
        for other in beside
        if other.name != path.name and parts_of_name(other)[0] == name and parts_of_name(other)[1]
    ]


def _others(groups: Iterable[Group], catalog: Catalog) -> dict[str, Questionnaire]:
    """Return the questionnaires that needs lead to: those given, and those of the catalog."""
    found = {
        original.id: build(original, original)
        for group in groups
        if (original := group.original) is not None
    }
    queue = list(found.values())
    while queue:
        for name in sorted(_named(queue.pop()) - found.keys()):
            other = _from(catalog, name)
            if other is not None:
                found[name] = other
                queue.append(other)
    return found


def _from(catalog: Catalog, name: str) -> Questionnaire | None:
    """Return a questionnaire of the catalog, or None where it has no such one without errors."""
    try:
        return load(catalog.texts(name), "", catalog.cache)
    except PeilError:
        return None


def _named(questionnaire: Questionnaire) -> set[str]:
    """Return the ids of the questionnaires that one points at."""
    targets: set[str] = set()
    for topic in questionnaire.topics:
        for question in topic.questions:
            targets.add(question.see)
            targets.update(need.target for level in question.levels for need in level.needs)
    return {target.partition("/")[0] for target in targets}
