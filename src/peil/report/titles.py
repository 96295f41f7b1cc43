"""What an action is called."""

from peil.plan.model import PlannedAction
from peil.plan.reasons import find_out_title
from peil.sitting.view import View
from peil.text.languages import words


def action_title(view: View, action: PlannedAction) -> str:
    """Return the words of an action in the language of the view."""
    if action.kind == "find-out" and not action.title:
        return find_out_title(view.items.question(action.question), words(view.language))
    return action.title
