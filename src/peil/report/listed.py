"""What an exported list says of an action or a goal, and the words that it uses for it.

The list is written from this and read back against it: so export and then read back
changes nothing, whatever the texts are.
"""

from typing import Final

from peil.assessment.model import ActionStatus, Listed, Smart
from peil.plan.model import PlannedAction
from peil.plan.smart import LETTERS
from peil.questionnaire.model import GOALS
from peil.report.titles import action_title
from peil.sitting.view import View
from peil.text.clean import NOTE_LIMIT, clean_line
from peil.text.languages import Words, mark

NAMES: Final[dict[str, str]] = {
    "status": mark("status"),
    "owner": mark("owner"),
    "due": mark("due"),
    "note": mark("note"),
    **{letter.field: letter.name for letter in LETTERS},
}
"""What may be filled in under an action, and what a list calls it."""
TOLD: Final = (mark("role"), mark("effort"), mark("why"), mark("done when"), mark("how"))
"""What a list tells under an action, and nobody fills in."""
STATUS_NAMES: Final[dict[ActionStatus, str]] = {
    "open": mark("open"),
    "doing": mark("doing"),
    "done": mark("done"),
    "dropped": mark("dropped"),
}
"""What a person calls the four; in a list open and done are ticks."""


HEADINGS: Final = {
    "now": mark("Now ({weeks}, {hours} hours a week)"),
    "next": mark("Next ({weeks})"),
    "later": mark("Later ({weeks})"),
    "waiting": mark("Waiting"),
    "done": mark("Done"),
    "dropped": mark("Dropped"),
}
"""What stands above the actions of each part of a list, in order."""
GOALS_HEADING: Final = mark("Goals")
NOTHING_ANSWERED: Final = mark("There is no plan yet, because nothing is answered.")
NOTHING_TO_DO: Final = mark("There is nothing to do: every answered question is at its target.")
"""What a list says that has no action."""


def listed(view: View, action: PlannedAction) -> Listed:
    """Return what a list says of an action that has a code."""
    record = view.record(action.key)
    return Listed(
        code=record.code,
        title=clean_line(action_title(view, action), NOTE_LIMIT),
        status=view.action_status(action.key),
        reason=record.reason,
        owner=record.owner,
        due=record.due,
        note=clean_line(record.note, NOTE_LIMIT),
        smart=record.smart,
    )


def all_listed(view: View) -> dict[str, Listed]:
    """Return what a list says of each action, by key, in the order in which it has them.

    What is done and then what is dropped stand last.
    """
    past = sorted(view.past, key=lambda action: view.action_status(action.key) == "dropped")
    return {action.key: listed(view, action) for action in (*view.plan.actions, *past)}


def filled_in(each: Listed, say: Words) -> dict[str, str]:
    """Return what is filled in, by its name in the list's language, in the list's order."""
    name = say(STATUS_NAMES[each.status])
    status = {"doing": name, "dropped": f"{name}: {each.reason}"}
    values = {
        "status": status.get(each.status, ""),
        "owner": each.owner,
        "due": each.due or "",
        "note": each.note,
        **smart_texts(each.smart),
    }
    return {say(NAMES[field]): value for field, value in values.items() if value}


def smart_texts(smart: Smart) -> dict[str, str]:
    """Return the five texts by the name of their field, those that are empty as well."""
    return {field: getattr(smart, field) for field in smart.__struct_fields__}


def goal_code(goal: str) -> str:
    """Return the code of a goal in a list: `G1` for the first of the seven."""
    return f"G{GOALS.index(goal) + 1}"


def goal_of(code: str) -> str:
    """Return the id of the goal with a code such as `G1`."""
    return GOALS[int(code[1:]) - 1]
