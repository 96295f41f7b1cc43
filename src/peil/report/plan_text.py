"""The plan as plain lines, for `peil plan`."""

from peil.assessment.agenda import contested_now
from peil.plan.model import PlannedAction
from peil.report.due import due_words
from peil.report.headline import headline_of
from peil.report.listed import NOTHING_ANSWERED, NOTHING_TO_DO
from peil.report.table import columns
from peil.report.titles import action_title
from peil.sitting.view import View
from peil.text.languages import Words, words


def plan_text(view: View, *, everything: bool = False) -> str:
    """Return the plan: now, next and later in one line each, then what waits.

    `everything` adds what was done, and what was dropped.
    """
    say = words(view.language)
    plan = view.plan
    lines = [
        view.assessment.title,
        headline_of(view),
    ]
    if not plan.actions:
        answered = any(answer.state for answer in view.assessment.answers.values())
        lines += ["", say(NOTHING_TO_DO if answered else NOTHING_ANSWERED)]
    for slot, title in (
        ("now", say("Now")),
        ("next", say("Next")),
        ("later", say("Later")),
        (None, say("Waiting")),
    ):
        lines += _part(view, title, [each for each in plan.actions if each.slot == slot])
    if everything:
        for status, title in (("done", say("Done")), ("dropped", say("Dropped"))):
            past = [each for each in view.past if view.action_status(each.key) == status]
            lines += _part(view, title, past)
    if view.to_look_at:
        codes = say.listing([record.code for record in view.to_look_at])
        lines += ["", say("Done, and not looked at since: {codes}.", codes=codes)]
    if any(action.key not in view.codes for action in plan.actions):
        lines += ["", say("An action gets its code when the screen or an export first shows it.")]
    return "\n".join(lines)


def _part(view: View, title: str, actions: list[PlannedAction]) -> list[str]:
    if not actions:
        return []
    say = words(view.language)
    rows = columns([_row(view, action, say) for action in actions], indent="  ")
    return ["", f"{title} ({_work(actions, say)})", *rows]


def _work(actions: list[PlannedAction], say: Words) -> str:
    count = say.many("{count} action", "{count} actions", len(actions))
    return f"{count}, {say.duration(sum(action.minutes for action in actions))}"


def _row(view: View, action: PlannedAction, say: Words) -> tuple[str, str, str, str]:
    week = "" if action.week is None else say("week {week}", week=action.week)
    return (
        view.codes.get(action.key, "–"),
        week,
        say.duration(action.minutes),
        f"{action_title(view, action)}{_beside(view, action, say)}",
    )


def _beside(view: View, action: PlannedAction, say: Words) -> str:
    """Return what is filled in, in brackets: that somebody is at it, who, by when, why dropped."""
    record = view.record(action.key)
    parts = [
        say("doing") if action.doing else "",
        record.owner,
        say("by {day}", day=due_words(view, action.key, say)) if record.due else "",
        record.reason,
        say("rests on a contested answer")
        if contested_now(view.items, view.assessment, action.question)
        else "",
    ]
    told = ", ".join(part for part in parts if part)
    return f" ({told})" if told else ""
