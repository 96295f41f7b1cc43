"""The data folder from the top: what belongs in it, and who looks at which part."""

import re
import shlex
from pathlib import Path

from peil.questionnaire.catalog import Catalog
from peil.store import matters
from peil.store.cache import get_checked
from peil.store.disk import followed
from peil.store.entries import Entry
from peil.store.examination import ANYBODY_WRITES, Examination
from peil.store.examining_assessments import examine_assessments
from peil.store.examining_copies import examine_copies
from peil.store.examining_deleted import examine_deleted
from peil.store.findings import Finding
from peil.store.frozen import Frozen, Remembering
from peil.store.logbook import LOG
from peil.store.settings import FILE, load_settings
from peil.store.workspace import Workspace
from peil.text.clean import clean_line

_TEMPORARY = re.compile(r"\.settings\.toml\.\d+\.tmp|\.peil\.log\.\d+")
_KEPT_SETTINGS = re.compile(r"settings\.damaged-\d+\.toml")
_CACHED = re.compile(r"[0-9a-f]{16,128}|index")
_TEMPORARY_CACHED = re.compile(r"\.([0-9a-f]{16,128}|index)\.\d+\.tmp")


def examine_folder(workspace: Workspace) -> tuple[Finding, ...]:
    """Return how every file of a data folder is; see `examining.examine`."""
    examination = Examination(workspace.folder, workspace.disk)
    if _is_there(examination):
        _Walk(workspace, examination).walk()
    return tuple(sorted(examination.findings, key=lambda finding: finding.file))


def _is_there(examination: Examination) -> bool:
    """Tell whether there is a data folder to be walked; note what else stands in its place."""
    folder = examination.folder
    try:
        itself = examination.disk.entry(followed(folder))
    except OSError as error:
        examination.unreadable(folder, error)
        return False
    if itself is None:
        return False
    if itself.kind != "folder":
        examination.note(folder, matters.NO_FOLDER)
        return False
    return folder.is_symlink() or examination.rights(folder, itself)


class _Walk:
    """Goes through the parts of a data folder, each in its own way."""

    def __init__(self, workspace: Workspace, examination: Examination) -> None:
        """Note everything in `examination`."""
        self._folder = workspace.folder
        self._examination = examination
        self._cache = Remembering(workspace.cache)

    def walk(self) -> None:
        """Note everything that lies there."""
        examination = self._examination
        there = {entry.name: entry for entry in examination.entries(self._folder)}
        backups = there.pop("backups", None)
        assessments = there.pop("assessments", None)
        earlier = {}
        if backups and examination.is_folder(self._folder / "backups", backups):
            earlier = examine_copies(examination, self._folder / "backups")
        home = self._folder / "assessments"
        if assessments is None or examination.is_folder(home, assessments):
            examine_assessments(examination, home, earlier, Frozen(self._cache))
        for name, entry in there.items():
            path = self._folder / name
            if name in ("cache", "deleted"):
                look = self._cached if name == "cache" else self._deleted
                if examination.is_folder(path, entry) and entry.kind == "folder":
                    look(path)
            elif name == "questionnaires":
                self._questionnaires(path, entry)
            else:
                self._other(path, entry)

    def _questionnaires(self, folder: Path, entry: Entry) -> None:
        """Note the user's own questionnaires, which others may read but not change."""
        examination = self._examination
        if entry.kind == "folder":
            examination.rights(folder, entry, ANYBODY_WRITES)
        elif not examination.is_folder(folder, entry):
            return
        found = {
            file: questionnaire.usable
            for questionnaire in Catalog([folder], self._cache).entries()
            for file in questionnaire.files
        }
        for each in examination.entries(folder):
            path = folder / each.name
            usable = found.get(clean_line(str(path)))
            if usable is None:
                examination.foreign(path)
                continue
            if each.kind == "file":
                examination.rights(path, each, ANYBODY_WRITES)
            matter = matters.WHOLE if usable else matters.INVALID
            examination.note(path, matter, "questionnaires", place=shlex.quote(str(path)))

    def _deleted(self, folder: Path) -> None:
        examine_deleted(self._examination, folder)

    def _cached(self, folder: Path) -> None:
        """Note what is kept to save time: it is believed only with a digest that fits."""
        examination = self._examination
        for entry in examination.entries(folder):
            path = folder / entry.name
            if entry.kind == "file" and _TEMPORARY_CACHED.fullmatch(entry.name):
                examination.rights(path, entry)
                examination.note(path, matters.REMOVABLE)
            elif not _CACHED.fullmatch(entry.name):
                examination.foreign(path)
            elif examination.is_file(path, entry):
                whole = get_checked(examination.disk, path) is not None
                examination.note(path, matters.WHOLE if whole else matters.CACHE_DAMAGED)

    def _other(self, path: Path, entry: Entry) -> None:
        """Note the settings, the log, and whatever else lies at the top."""
        examination = self._examination
        if path.name == FILE:
            if entry.kind == "link" or examination.is_file(path, entry):
                notice = load_settings(self._folder, examination.disk).notice
                examination.note(path, matters.SETTINGS_DAMAGED if notice else matters.WHOLE)
        elif path.name == LOG:
            if examination.is_file(path, entry):
                examination.note(path, matters.WHOLE)
        elif entry.kind == "file" and _TEMPORARY.fullmatch(path.name):
            examination.rights(path, entry)
            examination.note(path, matters.REMOVABLE)
        elif entry.kind == "file" and _KEPT_SETTINGS.fullmatch(path.name):
            examination.rights(path, entry)
            examination.note(path, matters.KEPT)
        else:
            examination.foreign(path)
