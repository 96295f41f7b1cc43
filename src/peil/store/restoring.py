"""Going back to an earlier state of an assessment, so that the way forward stays open."""

from collections.abc import Sequence
from pathlib import Path

from peil.errors import DataDamaged, PeilError
from peil.store.copies import Copy, copies
from peil.store.disk import Disk, followed
from peil.store.envelope import FORMAT, NotAnAssessment, Tables, decode
from peil.store.generations import Generations
from peil.store.judging import Held, judge_file
from peil.store.lock import Lock
from peil.store.migration import accepted, with_last_code
from peil.store.rewriting import rewrite
from peil.store.trouble import cannot_write, in_words, reading
from peil.store.workspace import Workspace
from peil.text.languages import mark

_NOTHING = mark(
    "There is no earlier save of {name} to go back to. Peil keeps one from before each sitting, "
    "and the last three saves: work in it, and there will be some."
)
_NO_SUCH = mark(
    "{name} has no earlier save number {number}: they go from 1, the newest, to {last}. See them "
    "with: peil backups {name}"
)
_NEWER = mark(
    "Number {number} was written by a newer Peil, and this one cannot restore it. Install that "
    "one, or choose another number. Nothing was changed."
)
_DAMAGED = mark(
    "Number {number} is damaged and cannot be restored. Choose another number. Nothing was changed."
)
_NOT_KEPT = mark(
    "{file} could not be kept before restoring ({why}), so nothing was changed. Mend that, and "
    "try again."
)
_NO_PLACE = mark(
    "{file} is a link to {target}, and nothing can be written there. Connect that disk, or "
    "remove the link, and try again. Nothing was changed."
)


def restore(workspace: Workspace, assessment: str, number: int) -> Copy:
    """Put an earlier state in the place of an assessment; see `Workspace.restore`."""
    _chosen(copies(workspace, assessment), assessment, number)  # refused before anything is made
    try:
        workspace.disk.make_folder(workspace.assessments)
    except OSError as error:
        raise cannot_write(workspace.folder, error) from error
    lock = Lock(workspace.assessments, assessment)
    try:
        found = copies(workspace, assessment)
        copy = _chosen(found, assessment, number)
        _put(workspace, assessment, _held(workspace, assessment, copy))
    finally:
        lock.release()
    return copy


def _chosen(found: Sequence[Copy], assessment: str, number: int) -> Copy:
    if not found:
        raise PeilError(_NOTHING, name=assessment)
    if not 1 <= number <= len(found):
        raise PeilError(_NO_SUCH, name=assessment, number=number, last=len(found))
    copy = found[number - 1]
    if copy.state == "newer":
        raise DataDamaged(_NEWER, number=number)
    if copy.state == "damaged":
        raise DataDamaged(_DAMAGED, number=number)
    return copy


def _held(workspace: Workspace, assessment: str, copy: Copy) -> Held:
    """Return what a copy holds."""
    path = workspace.generations(assessment).folder / copy.file
    with reading(workspace.folder):
        held = judge_file(path, assessment, workspace.disk).held
    if held is None:
        raise DataDamaged(_DAMAGED, number=copy.number)
    return held


def _put(workspace: Workspace, assessment: str, held: Held) -> None:
    """Keep what stands in the place of an assessment, and put there what a copy holds."""
    file, disk = workspace.file(assessment), workspace.disk
    generations = workspace.generations(assessment)
    real = _place(file)
    last_code = _last_code(real, generations, disk)
    tables = _with_later_codes(with_last_code(held.tables), last_code)
    try:
        saves = _keep(real, generations, disk)
    except OSError as error:
        raise PeilError(_NOT_KEPT, file=str(file), why=in_words(error)) from error
    try:
        rewrite(real, tables, saves + 1, held.summary, disk)
    except OSError as error:
        raise cannot_write(real.parent, error) from error


def _place(file: Path) -> Path:
    """Return where to write, through links; PeilError where they lead to no place for a file."""
    real = followed(file)
    if file.is_symlink() and (real.is_symlink() or not real.parent.is_dir()):
        raise PeilError(_NO_PLACE, file=str(file), target=str(real))
    return real


def _keep(real: Path, generations: Generations, disk: Disk) -> int:
    """Keep what is to be replaced as the newest of all copies, and return its number."""
    highest = generations.highest()
    if disk.stamp(real) is None:
        return highest
    own = _saves(real, disk)
    saves = own if own > highest else highest + 1
    generations.keep_before(real, saves, "restore")
    return saves


def _saves(real: Path, disk: Disk) -> int:
    try:
        return decode(disk.read(real)[0]).envelope.saves
    except NotAnAssessment:
        return 0


def _last_code(real: Path, generations: Generations, disk: Disk) -> int:
    """Return the highest code that was given since: the newest file that can be read tells."""
    for path in (real, *generations.newest_first()):
        try:
            contents = decode(disk.read(path)[0])
        except (OSError, NotAnAssessment):
            continue
        if contents.envelope.format <= FORMAT:
            tables = accepted(contents.tables, contents.envelope.format)
            last = tables.get("assessment", {}).get("about", {}).get("last_code", 0)
            return last if type(last) is int else 0
    return 0


def _with_later_codes(tables: Tables, last_code: int) -> Tables:
    """Return tables that know of codes given later: lists with these codes are still about."""
    about = tables["assessment"]["about"]
    raised = {**about, "last_code": max(about.get("last_code", 0), last_code)}
    return {**tables, "assessment": {**tables["assessment"], "about": raised}}
