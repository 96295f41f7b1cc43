"""Examining the data folder: every file is named with its state, and nothing is changed.

Nothing is locked either. Whatever lies there, the examination goes on: what is no file is
not opened, and no more of a file is read than Peil ever reads.
"""

import re

from peil.store.findings import Finding
from peil.store.trouble import reading
from peil.store.workspace import Workspace

_CONFLICT = re.compile(r"[a-z0-9-]+\.conflict-\d+\.json")


def examine(workspace: Workspace) -> tuple[Finding, ...]:
    """Return how every file of the data folder is, in the order of their names.

    One finding a file, and one more for what others can read; none where there is no
    data folder. Never raises.
    """
    from peil.store.examining_folder import examine_folder

    return examine_folder(workspace)


def visible_troubles(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of the files among the assessments that need a look.

    Only names are looked at, no file is read: those are the copies that hold what could
    not be saved in their assessment. Of a damaged assessment its summary tells. Raises
    PeilError where the folder cannot be read.
    """
    with reading(workspace.folder):
        names = workspace.disk.names(workspace.assessments)
    return tuple(sorted(name for name in names if _CONFLICT.fullmatch(name)))
