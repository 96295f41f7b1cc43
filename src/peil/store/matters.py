"""What can be the matter with a file of the data folder, and the sentence for each."""

from typing import Final, NamedTuple

from peil.store.findings import State
from peil.text.languages import mark


class Matter(NamedTuple):
    """One kind of finding."""

    state: State
    sentence: str = ""
    """With a gap `file`, and those that the kind needs; empty when all is well."""
    serious: bool = False
    repairable: bool = False


WHOLE: Final = Matter("whole")

# An assessment

DAMAGED: Final = Matter(
    "damaged",
    mark(
        "{file} is damaged. The last whole save is of {time}: repairing puts that in its place, "
        "and keeps the damaged file beside it."
    ),
    serious=True,
    repairable=True,
)
DAMAGED_BEHIND_LINK: Final = Matter(
    "damaged",
    mark(
        "{file} is damaged and lies behind a link, so Peil leaves it alone. The last whole save is "
        "of {time}; to go on with it, choose it from the list of: peil backups {name}"
    ),
    serious=True,
)
LOST: Final = Matter(
    "lost",
    mark(
        "{file} is damaged, and none of its earlier saves is whole. Put back a copy of your own if "
        "you have one; what is left is listed by: peil backups {name}"
    ),
    serious=True,
)
OUTSIDE: Final = Matter(
    "outside",
    mark(
        "{file} was changed outside Peil, by an editor or a merge for example, so it opens to look "
        "only. Repairing keeps a copy of it, and accepts it as it now is."
    ),
    serious=True,
    repairable=True,
)
OLDER: Final = Matter(
    "older",
    mark(
        "{file} was written by an older Peil ({version}), and nothing is wrong with it. Repairing "
        "or opening it keeps a copy, and gives it the form that this Peil needs."
    ),
    repairable=True,
)
NEWER: Final = Matter(
    "newer",
    mark(
        "{file} was written by Peil {version}, which is newer than this one. Install Peil "
        "{version} or later to work in it."
    ),
)
FROZEN_INVALID: Final = Matter(
    "invalid",
    mark(
        "{file} is whole, but this Peil cannot read its questionnaire {questionnaire}, so it does "
        "not open. Your answers are in it: open it with the Peil that wrote it ({version}), or "
        "look for an earlier save with: peil backups {name}"
    ),
    serious=True,
)
LINKED: Final = Matter(
    "linked",
    mark("{file} is a link to {target}. Peil reads and saves it there; nothing is wrong with it."),
)
DANGLING: Final = Matter(
    "dangling",
    mark(
        "{file} is a link to {target}, and nothing is there. Bring that file back, or remove the "
        "link; earlier saves are listed by: peil backups {name}"
    ),
    serious=True,
)
MISSING: Final = Matter(
    "missing",
    mark(
        "{file} is gone, and earlier saves of it are there. If you did not remove it yourself, "
        "bring it back with: peil backups {name} --restore 1"
    ),
)
MISSING_LOST: Final = Matter(
    "missing",
    mark(
        "{file} is gone, and none of its earlier saves is whole. Put back a copy of your own if "
        "you have one; what is left is listed by: peil backups {name}"
    ),
)

# Beside the assessments

CONFLICT: Final = Matter(
    "conflict",
    mark(
        "{file} holds what could not be saved in the assessment itself, since that was changed "
        "meanwhile. It may go once you have taken it in as an assessment of its own, with: peil "
        "import {place}"
    ),
)
STRAY: Final = Matter(
    "conflict",
    mark(
        "{file} is a copy of an assessment that another program made. Remove it if you do not need "
        "it, or take it in as an assessment of its own with: peil import {place}"
    ),
)
DAMAGED_BESIDE: Final = Matter(
    "damaged",
    mark(
        "{file}, a copy beside an assessment, is damaged: nothing of it can be used. Remove it if "
        "you miss nothing."
    ),
)
KEPT: Final = Matter(
    "kept",
    mark(
        "{file} was damaged, and is kept under this name. Remove it when you miss nothing in the "
        "assessment."
    ),
)
LEFT_OVER: Final = Matter(
    "left-over",
    mark(
        "{file} is left over from a save that was interrupted, or a window is saving at this very "
        "moment. Repairing keeps it when it is newer than the assessment, and else removes it."
    ),
    repairable=True,
)

# Earlier saves

COPY_DAMAGED: Final = Matter(
    "damaged",
    mark(
        "{file}, an earlier save, is damaged. Repairing keeps it under another name, so that Peil "
        "looks at it no more."
    ),
    serious=True,
    repairable=True,
)
COPY_OUTSIDE: Final = Matter(
    "outside",
    mark(
        "{file}, an earlier save, was changed outside Peil. It stays, and never takes the place of "
        "the assessment by itself."
    ),
)
COPY_KEPT_OUTSIDE: Final = Matter("outside")
"""Kept as it was before it was accepted or replaced: nothing is wrong with that."""
COPY_OLDER: Final = Matter("older")

# Everything else

SETTINGS_DAMAGED: Final = Matter(
    "damaged",
    mark(
        "{file} cannot be read, so Peil starts with its usual settings. Correct it, or remove it."
    ),
)
REMOVABLE: Final = Matter(
    "left-over",
    mark("{file} is left over from something that was interrupted. Repairing removes it."),
    repairable=True,
)
INVALID: Final = Matter(
    "invalid",
    mark(
        "{file} has errors, so nobody can answer it. See what to change with: peil questionnaire "
        "check {place}"
    ),
)
CACHE_DAMAGED: Final = Matter(
    "damaged",
    mark("{file} is damaged. Peil makes it anew when it needs it; nothing is lost with it."),
)
DELETED_DAMAGED: Final = Matter(
    "damaged",
    mark("{file}, which was deleted, is damaged. That matters only if you want it back."),
)
UNREADABLE: Final = Matter(
    "unreadable",
    mark("{file} cannot be read ({why}). Make it readable for yourself, and check again."),
    serious=True,
)
LINKED_FOLDER: Final = Matter(
    "linked",
    mark("{file} is a link to {target}. Peil uses what is there, and leaves its rights alone."),
)
NO_FOLDER: Final = Matter(
    "in-the-way",
    mark(
        "{file} should be a folder, and is a file or a link to nothing. Move it away: Peil makes "
        "the folder anew when it needs it."
    ),
    serious=True,
)
NO_FILE: Final = Matter(
    "in-the-way",
    mark(
        "{file} is a folder, a link or something else that is no file, in a place where Peil needs "
        "one. Move it away, and check again."
    ),
    serious=True,
)
CLOSED: Final = Matter(
    "unreadable",
    mark(
        "{file} is closed to yourself as well, so nothing in it can be looked at. Repairing opens "
        "it to you alone."
    ),
    serious=True,
    repairable=True,
)
OPEN_TO_OTHERS: Final = Matter(
    "open-to-others",
    mark(
        "Other users of this computer can read or change {file}. Repairing leaves it to you alone."
    ),
    repairable=True,
)
OF_ANOTHER: Final = Matter(
    "of-another",
    mark(
        "{file} belongs to another user of this computer, who can read and change it. Make it "
        "yours, or choose a folder of your own with --data-dir or PEIL_DATA."
    ),
)
NOT_OURS: Final = Matter("not-ours", mark("{file} is not Peil's, and is left alone."))
