"""Opening an assessment for writing, making one, and moving one away."""

import errno
import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

from peil.assessment.model import Assessment
from peil.errors import DataDamaged, PeilError
from peil.store import names
from peil.store.ballot_box import BallotBox
from peil.store.deleting import move_to_deleted, put_away
from peil.store.disk import followed
from peil.store.envelope import FORMAT
from peil.store.loading import Loaded
from peil.store.lock import Lock
from peil.store.openfile import OpenFile, Saver
from peil.store.summary import Summary
from peil.store.trouble import cannot_write, in_words
from peil.store.workspace import Workspace
from peil.store.writer import NotSaved, Saved, Status
from peil.text.languages import mark

_EXISTS = mark("There is an assessment {name} already. Choose another name.")
_TAKEN_OVER = mark(
    "{name} was made by an earlier Peil and now has the form that this one needs. Nothing in it "
    "was changed; the file as it was is kept as {copy}."
)
_NOT_TAKEN_OVER = mark(
    "{file} was made by an earlier Peil and must get another form before it can be changed. Peil "
    "keeps a copy first, and the disk refused ({why}). So it opens to look only: make room, or "
    "make the folder writable, and open it again."
)


def open_file(workspace: Workspace, assessment: str, on_change: Callable[[], None]) -> OpenFile:
    """Return an assessment to work in; see `Workspace.open`."""
    workspace.must_exist(assessment)
    with ExitStack() as undo:
        lock = Lock(workspace.assessments, assessment)
        undo.callback(lock.release)
        loaded = workspace.read(assessment)
        if loaded.notice is not None and not loaded.writable:
            raise loaded.notice
        if loaded.format < FORMAT:
            loaded = _taken_over(workspace, assessment, loaded)
        opened = OpenFile(lock, _saver(workspace, assessment, loaded), loaded, on_change)
        undo.pop_all()
        return opened


def _taken_over(workspace: Workspace, assessment: str, loaded: Loaded) -> Loaded:
    """Put a file of an earlier Peil into the present format, a copy first, and read it again."""
    from peil.store.rewriting import take_over

    file = workspace.file(assessment)
    try:
        copy = take_over(followed(file), loaded, workspace.generations(assessment), workspace.disk)
    except OSError as error:
        raise DataDamaged(_NOT_TAKEN_OVER, file=str(file), why=in_words(error)) from error
    notice = PeilError(_TAKEN_OVER, name=assessment, copy=str(copy))
    return workspace.read(assessment)._replace(notice=notice)


def create_file(
    workspace: Workspace,
    assessment: Assessment,
    summary: Summary,
    on_change: Callable[[], None],
) -> OpenFile:
    """Put a new assessment on the disk and return it open; see `Workspace.create`."""
    name = assessment.id
    if not names.is_id(name):
        raise ValueError(f"no id: {name!r}")
    try:
        workspace.disk.make_folder(workspace.assessments)
    except OSError as error:
        raise cannot_write(workspace.folder, error) from error
    with ExitStack() as undo:
        lock = Lock(workspace.assessments, name)
        undo.callback(lock.release)
        if workspace.taken(name):
            raise PeilError(_EXISTS, name=name)
        undo.callback(_remove, workspace, name)  # it may be there, and not surely on the disk
        made = OpenFile(lock, _saver(workspace, name, None), None, on_change)
        undo.callback(made.abandon)
        made.save(assessment, summary, None)
        status = made.flush()
        if not isinstance(status, Saved):
            raise _not_made(workspace, status)
        undo.pop_all()
        return made


def delete_file(workspace: Workspace, assessment: str) -> Path:
    """Move an assessment to `deleted/` and return its new path; see `Workspace.delete`."""
    workspace.must_exist(assessment)
    lock = Lock(workspace.assessments, assessment)
    try:
        moved = move_to_deleted(workspace.folder, workspace.assessments, assessment, workspace.disk)
    except OSError as error:
        raise cannot_write(workspace.folder, error) from error
    else:
        lock.remove()
        return moved
    finally:
        lock.release()


def put_file_away(workspace: Workspace, file: Path, held: str | None) -> Path:
    """Move a file beside the assessments to `deleted/`; see `Workspace.put_away`."""
    if file.parent != workspace.assessments or names.is_id(file.stem):
        raise ValueError(f"not beside the assessments: {file}")
    name = file.name.partition(".")[0]
    with ExitStack() as meanwhile:
        if name != held and names.is_id(name) and workspace.exists(name):
            meanwhile.callback(Lock(workspace.assessments, name).release)
        try:
            return put_away(workspace.folder, file, workspace.disk)
        except OSError as error:
            raise cannot_write(workspace.folder, error) from error


def _remove(workspace: Workspace, name: str) -> None:
    with suppress(OSError):
        workspace.disk.remove(workspace.file(name))


def _not_made(workspace: Workspace, status: Status) -> PeilError:
    code = status.code if isinstance(status, NotSaved) else errno.ETIMEDOUT
    return cannot_write(workspace.assessments, OSError(code, os.strerror(code)))


def _saver(workspace: Workspace, assessment: str, loaded: Loaded | None) -> Saver:
    real = followed(workspace.file(assessment))
    box = BallotBox(workspace.assessments, assessment, workspace.disk)
    return Saver(real, loaded, workspace.generations(assessment), workspace.disk, box)
