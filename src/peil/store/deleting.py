"""Moving an assessment to the folder from which it can be taken back."""

from contextlib import suppress
from pathlib import Path

from peil.store.ballot_box import ENDING as BALLOT
from peil.store.disk import Disk
from peil.store.names import slug


def move_to_deleted(data: Path, assessments: Path, name: str, disk: Disk) -> Path:
    """Move an assessment, its earlier saves and the copies beside it; return its new path.

    Earlier saves go first: an assessment without them is whole, while saves without
    their assessment could be taken for those of a later one. Raises OSError.
    """
    home = _free_folder(data / "deleted", name, disk)
    disk.make_folder(home)
    copies = data / "backups" / name
    if disk.stamp(copies) is not None:
        disk.replace(copies, home / "backups")
    for other in disk.names(assessments):
        belongs = other.startswith(f"{name}.") and other.endswith((".json", BALLOT))
        if belongs and other != f"{name}.json":
            disk.replace(assessments / other, home / other)
    deleted = home / f"{name}.json"
    disk.replace(assessments / deleted.name, deleted)
    for folder in (home, assessments):
        disk.sync_folder(folder)
    return deleted


def put_away(data: Path, file: Path, disk: Disk) -> Path:
    """Move a file that lies beside the assessments to `deleted/`; return its new path.

    It goes into a folder of its own, named after what its name begins with; no assessment
    is called so, and none can be. Raises OSError.
    """
    name = f"{slug(file.name.partition('.')[0])}.beside"
    home = _free_folder(data / "deleted", name, disk)
    disk.make_folder(home)
    try:
        disk.replace(file, home / file.name)
    except OSError:
        with suppress(OSError):
            home.rmdir()
        raise
    for folder in (home, file.parent):
        disk.sync_folder(folder)
    return home / file.name


def _free_folder(folder: Path, name: str, disk: Disk) -> Path:
    number = 1
    free = folder / name
    while disk.stamp(free) is not None:
        number += 1
        free = folder / f"{name}-{number}"
    return free
