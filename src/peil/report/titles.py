"""What an action is called."""

from peil.plan.model import PlannedAction
from peil.plan.reasons import find_out_title
from peil.sitting import Sitting
from peil.text.languages import words


def action_title(sitting: Sitting, action: PlannedAction) -> str:
    """Return the words of an action in the language of the sitting."""
    if action.kind == "find-out":
        return find_out_title(sitting.items.question(action.question), words(sitting.language))
    return action.title
