"""The folder `deleted/`: what was deleted, and can still be taken back."""

from pathlib import Path

from peil.store import matters
from peil.store.ballot_box import ENDING
from peil.store.entries import Entry
from peil.store.examination import Examination
from peil.store.findings import Group
from peil.store.judging import judge_file
from peil.store.names import is_id


def examine_deleted(examination: Examination, folder: Path) -> None:
    """Examine every assessment that was deleted, with its earlier saves."""
    for entry in examination.entries(folder):
        home = folder / entry.name
        if entry.kind == "folder":
            examination.rights(home, entry)
            _one(examination, home)
        else:
            examination.foreign(home)


def _one(examination: Examination, home: Path) -> None:
    for entry in examination.entries(home):
        path = home / entry.name
        if entry.name == "backups" and entry.kind == "folder":
            examination.rights(path, entry)
            for copy in examination.entries(path):
                _file(examination, path / copy.name, copy, "others")
        else:
            own = is_id(path.stem) and path.suffix == ".json"
            _file(examination, path, entry, "deleted" if own else "others")


def _file(examination: Examination, path: Path, entry: Entry, group: Group) -> None:
    if entry.kind == "file" and path.suffix == ENDING:
        examination.rights(path, entry)
        examination.note(path, matters.WHOLE, group)
        return
    if entry.kind != "file" or path.suffix != ".json":
        examination.foreign(path)
        return
    examination.rights(path, entry)
    try:
        verdict = judge_file(path, "deleted", examination.disk).verdict
    except FileNotFoundError:
        return
    except OSError as error:
        examination.unreadable(path, error, group)
        return
    matter = matters.DELETED_DAMAGED if verdict == "damaged" else matters.WHOLE
    examination.note(path, matter, group)
