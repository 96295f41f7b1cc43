"""The plan as plain lines, for `peil plan`."""

from peil.plan.model import PlannedAction
from peil.report.headline import headline_of
from peil.report.table import columns
from peil.report.titles import action_title
from peil.sitting import Sitting
from peil.text.languages import Words, words


def plan_text(sitting: Sitting) -> str:
    """Return the plan: now with reasons, next and later in one line each, then what waits."""
    say = words(sitting.language)
    plan = sitting.plan
    lines = [
        sitting.assessment.title,
        headline_of(sitting),
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
            lines += columns([_row(sitting, action, say) for action in actions], indent="  ")
    return "\n".join(lines)


def _work(actions: list[PlannedAction], say: Words) -> str:
    count = say.many("{count} action", "{count} actions", len(actions))
    return f"{count}, {say.duration(sum(action.minutes for action in actions))}"


def _row(sitting: Sitting, action: PlannedAction, say: Words) -> tuple[str, str, str, str]:
    week = "" if action.week is None else say("week {week}", week=action.week)
    return (
        sitting.codes.get(action.key, "–"),
        week,
        say.duration(action.minutes),
        action_title(sitting, action),
    )
