"""What if some actions were done, with all that they need? Nothing is stored.

Steps are taken as answered at their level, find-outs and own actions as done; so scores,
verdict, curve and order follow by the same rules as ever.
"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from peil.assessment.model import ActionRecord, Answer, Assessment
from peil.plan.model import Plan, PlannedAction
from peil.plan.schedule import minutes_a_week, week_of_end


def with_needs(plan: Plan, keys: Iterable[str]) -> tuple[str, ...]:
    """Return these actions and all that they need, in the order of the plan.

    Keys that are not in the plan are left out: there is nothing to be done about them.
    """
    actions = {action.key: action for action in plan.actions}
    wanted: set[str] = set()
    looking = [key for key in keys if key in actions]
    while looking:
        key = looking.pop()
        if key not in wanted:
            wanted.add(key)
            looking += actions[key].needs
            looking += (own for own in lower_steps(actions[key], actions) if own not in wanted)
    return tuple(action.key for action in plan.actions if action.key in wanted)


def lower_steps(action: PlannedAction, actions: Mapping[str, PlannedAction]) -> Iterable[str]:
    """Return the steps of the same question to lower levels that are to be done as well."""
    if action.to_level is None:
        return ()
    lower = (f"{action.question}@{level}" for level in range(action.to_level))
    return [key for key in lower if key in actions]


def without_dependents(plan: Plan, keys: Iterable[str], key: str) -> tuple[str, ...]:
    """Return these actions without one, and without those that cannot be done without it."""
    kept = [each for each in keys if key not in with_needs(plan, [each])]
    return with_needs(plan, kept)


def as_done(assessment: Assessment, plan: Plan, keys: Iterable[str]) -> Assessment:
    """Return the assessment as it would be with these actions done, and no others."""
    answers, actions = dict(assessment.answers), dict(assessment.actions)
    by_key = {record.key: record for record in actions.values()}
    for key in keys:
        action = plan.action(key)
        if action.to_level is not None:
            now = answers.get(action.question, Answer())
            if now.level is None or now.level < action.to_level:
                answers[action.question] = replace(
                    now, state="rated", level=action.to_level, reason=""
                )
        else:
            record = by_key.get(key) or ActionRecord(_stand_in(actions), key)
            actions[record.code] = replace(record, status="done")
    return replace(assessment, answers=answers, actions=actions)


def _stand_in(actions: Mapping[str, ActionRecord]) -> str:
    """Return a code that no action has, for one that has none yet."""
    return f"A{1 + max((int(code[1:]) for code in actions if code[1:].isdecimal()), default=0)}"


def opened(before: Plan, after: Plan, keys: Iterable[str]) -> tuple[str, ...]:
    """Return what can be begun after these actions and could not before, in the later order."""
    done = set(keys)
    ready = {action.key for action in before.actions if _is_ready(action)}
    return tuple(
        action.key
        for action in after.actions
        if _is_ready(action) and action.key not in ready and action.key not in done
    )


def minutes_of(plan: Plan, keys: Iterable[str]) -> int:
    """Return the effort of these actions together."""
    wanted = set(keys)
    return sum(action.minutes for action in plan.actions if action.key in wanted)


def completed_in_week(after: Plan, minutes_before: int) -> int:
    """Return the week in which the last foundation of a plan is finished, counted from today.

    `minutes_before` of other work come first; with no foundation left, those alone count.
    """
    ends = (
        action.start_minutes + action.minutes
        for action in after.actions
        if action.completes and action.start_minutes is not None
    )
    return week_of_end(minutes_before + max(ends, default=0), minutes_a_week(after.hours_per_week))


def _is_ready(action: PlannedAction) -> bool:
    return not action.needs and not action.waits
