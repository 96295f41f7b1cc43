"""The plan as plain lines, for `peil plan`."""

from peil.plan.model import PlannedAction
from peil.report.headline import headline_of
from peil.report.table import columns
from peil.report.titles import action_title
from peil.sitting.view import View
from peil.text.languages import Words, words


def plan_text(view: View) -> str:
    """Return the plan: now with reasons, next and later in one line each, then what waits."""
    say = words(view.language)
    plan = view.plan
    lines = [
        view.assessment.title,
        headline_of(view),
    ]
    if not plan.actions:
        lines += ["", say("There is nothing to do: every answered question is at its target.")]
    for slot, title in (
        ("now", say("Now")),
        ("next", say("Next")),
        ("later", say("Later")),
        (None, say("Waiting for an answer")),
    ):
        actions = [action for action in plan.actions if action.slot == slot]
        if actions:
            lines += ["", f"{title} ({_work(actions, say)})"]
            lines += columns([_row(view, action, say) for action in actions], indent="  ")
    if any(action.key not in view.codes for action in plan.actions):
        lines += ["", say("An action gets its code when the screen or an export first shows it.")]
    return "\n".join(lines)


def _work(actions: list[PlannedAction], say: Words) -> str:
    count = say.many("{count} action", "{count} actions", len(actions))
    return f"{count}, {say.duration(sum(action.minutes for action in actions))}"


def _row(view: View, action: PlannedAction, say: Words) -> tuple[str, str, str, str]:
    week = "" if action.week is None else say("week {week}", week=action.week)
    return (
        view.codes.get(action.key, "–"),
        week,
        say.duration(action.minutes),
        action_title(view, action),
    )
