"""Putting whole tables into an assessment's file while nobody has it open.

The caller holds the lock, and has kept what was there before.
"""

import errno
import os
from pathlib import Path

from peil.store.disk import READ_LIMIT, Disk, write_whole
from peil.store.envelope import Tables, TableWriter
from peil.store.generations import Generations
from peil.store.loading import Loaded
from peil.store.summary import Summary


def rewrite(path: Path, tables: Tables, saves: int, summary: Summary, disk: Disk) -> None:
    """Put `tables` into `path` (no link) as save number `saves`, so that a power cut spares them.

    Raises OSError; then the file is as it was, or holds all of them.
    """
    contents = TableWriter().encode(tables, saves, summary)
    if len(contents) > READ_LIMIT:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    write_whole(disk, path, path.with_name(f".{path.name}.tmp"), contents)


def take_over(path: Path, loaded: Loaded, generations: Generations, disk: Disk) -> Path:
    """Put a file (no link) of an older format into the present one; return the copy of it.

    The copy is on the disk before anything else happens. Raises OSError; then the file is
    as it was, or is whole in the present format.
    """
    copy = generations.keep_before(path, loaded.known.saves, "migration")
    saves = max(loaded.known.saves, generations.highest()) + 1
    rewrite(path, loaded.known.tables, saves, loaded.summary, disk)
    return copy
