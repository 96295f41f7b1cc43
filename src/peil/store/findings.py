"""What an examination of the data folder finds: one finding a file."""

from pathlib import Path
from typing import Final, Literal, NamedTuple

from peil.errors import PeilError

Group = Literal["assessments", "copies", "questionnaires", "deleted", "others"]
"""Where a file belongs, for counting: `copies` are the earlier saves in `backups/`."""

State = Literal[
    "whole",
    "older",
    "newer",
    "outside",
    "damaged",
    "lost",
    "missing",
    "linked",
    "dangling",
    "unreadable",
    "in-the-way",
    "conflict",
    "kept",
    "left-over",
    "invalid",
    "open-to-others",
    "of-another",
    "not-ours",
]
"""How a file is, as scripts read it.

`whole`: as Peil wrote it. `older`, `newer`: of another Peil's format. `outside`: whole,
changed by another program. `damaged`: an earlier save is whole, or nothing is lost with
it; `lost`: none is. `missing`: an assessment is gone, its earlier saves are there.
`linked`: whole, behind a link; `dangling`: a link to nothing. `in-the-way`: no file, or
no folder, where Peil needs one. `conflict`: a copy of an assessment beside the others;
`kept`: a damaged file under another name. `left-over`: of an interrupted save.
`invalid`: a questionnaire with errors, the user's own or one in an assessment.
`open-to-others`, `of-another`: who may read it, and whose it is. `not-ours`: no file of
Peil's.
"""


_GO: Final[tuple[State, ...]] = ("conflict", "kept", "damaged")


class Finding(NamedTuple):
    """How one file or folder is. What others can read or write has one finding more."""

    file: str
    """Where it is in the data folder, made safe to print."""
    state: State
    assessment: str | None = None
    """The id of the assessment to which it belongs, if any."""
    serious: bool = False
    """Whether answers are lost, in danger or out of reach until something is done."""
    repairable: bool = False
    """Whether `repair` does something about it."""
    message: PeilError | None = None
    """What is the matter, why, and what to do, not raised; None when all is well."""
    group: Group = "others"
    path: Path = Path()
    """Where it is, as the system has it: never to be printed."""

    @property
    def can_go(self) -> bool:
        """Whether it only lies beside the assessments, so that it can be put away."""
        beside = self.group == "others" and self.path.parent.name == "assessments"
        return beside and self.path.suffix == ".json" and self.state in _GO

    @property
    def shown(self) -> str:
        """The name for sentences: that in the data folder, or the whole path of the folder."""
        return str(self.path) if self.file == "." else self.file
