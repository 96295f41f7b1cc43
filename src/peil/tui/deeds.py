"""What a key does to an action of the plan, and the sentence that says what happened."""

from typing import TYPE_CHECKING

from peil.assessment.actions import done_by, is_own
from peil.text.efforts import read_effort

if TYPE_CHECKING:
    from peil.assessment.model import ActionStatus
    from peil.sitting.history import Change
    from peil.tui.app import PeilApp
    from peil.tui.desk import DeskApp


def may_change(peil: "DeskApp") -> bool:
    """Return whether the assessment can be changed; else say why not."""
    if peil.sitting.looks_only:
        peil.tell(peil.sitting.refusal().sentence(peil.say), "failed")
        return False
    return True


def has_level(peil: "DeskApp", question: str, level: int) -> bool:
    """Return whether a question, by its full id, has a level; else say which ones it has."""
    scale = peil.sitting.items.questionnaire_of(question)
    if scale.first_level <= level <= scale.last_level:
        return True
    peil.tell(
        peil.say(
            "There is no level {number} here: press {first} to {last}.",
            number=level,
            first=scale.first_level,
            last=scale.last_level,
        )
    )
    return False


def toggle_done(peil: "PeilApp", key: str) -> None:
    """Say that an action is done; one that was done is open again."""
    was_done = peil.sitting.action_status(key) == "done"
    if not _put_status(peil, key, "open" if was_done else "done"):
        return
    say, code = peil.say, peil.sitting.codes[key]
    if was_done:
        peil.tell(say("{code} is open again.", code=code))
    elif is_own(key):
        peil.tell(say("{code} is done.", code=code), "good")
    else:
        message = say(
            "{code} is done. The answer stays until you look at the question again.", code=code
        )
        peil.tell(message, "good")


def toggle_doing(peil: "PeilApp", key: str) -> None:
    """Say that somebody is at an action; one that was begun, done or dropped is open again."""
    status: ActionStatus = "doing" if peil.sitting.action_status(key) == "open" else "open"
    if _put_status(peil, key, status):
        code = peil.sitting.codes[key]
        if status == "doing":
            peil.tell(peil.say("You are at {code}: it stands before all others.", code=code))
        else:
            peil.tell(peil.say("{code} is open again.", code=code))


def may_drop(peil: "PeilApp", key: str) -> bool:
    """Return whether an action can be dropped; else say why not."""
    if not may_change(peil):
        return False
    if done_by(peil.sitting.record(key), peil.sitting.known) is None:
        return True
    code = peil.sitting.codes.get(key, "–")
    peil.tell(peil.say("{code} is done: there is nothing to drop any more.", code=code))
    return False


def drop(peil: "PeilApp", key: str, reason: str) -> bool:
    """Drop an action for a reason, and say what waits because of it; False when it is refused."""
    if not _put_status(peil, key, "dropped", reason):
        return False
    from peil.plan.naming import Names

    say, code = peil.say, peil.sitting.codes[key]
    waiting = [
        action.key for action in peil.sitting.plan.actions if key in action.waiting_for_dropped
    ]
    named = Names(peil.sitting.items, peil.sitting.codes, say).actions(waiting)
    if waiting:
        message = say.many(
            "{code} is dropped. {count} action that needs it waits now: {actions}.",
            "{code} is dropped. {count} actions that need it wait now: {actions}.",
            len(waiting),
            code=code,
            actions=named,
        )
        peil.tell(message)
    else:
        peil.tell(say("{code} is dropped. Nothing else needs it.", code=code))
    return True


def toggle_top(peil: "PeilApp", key: str) -> None:
    """Put an action at the top of the plan; one that stands there goes back to its place."""
    say, sitting = peil.say, peil.sitting
    if not _is_planned(peil, key):
        return
    code, needs = sitting.codes[key], sitting.plan.action(key).needs
    if sitting.record(key).pinned:
        if peil.attempt(lambda: sitting.free(code)):
            peil.tell(say("{code} stands again where what it brings puts it.", code=code))
    elif peil.attempt(lambda: sitting.pin(code)):
        if needs:
            peil.tell(say("{code} is put at the top, with what it needs before it.", code=code))
        else:
            peil.tell(say("{code} is put at the top.", code=code))


def toggle_postponed(peil: "PeilApp", key: str) -> None:
    """Put an action at the end of the plan; one that stands there goes back to its place."""
    say, sitting = peil.say, peil.sitting
    if not _is_planned(peil, key):
        return
    code, opens = sitting.codes[key], sitting.plan.action(key).opens
    if sitting.record(key).postponed:
        if peil.attempt(lambda: sitting.free(code)):
            peil.tell(say("{code} stands again where what it brings puts it.", code=code))
    elif peil.attempt(lambda: sitting.postpone(code)):
        if opens:
            peil.tell(say("{code} is postponed, and with it what needs it.", code=code))
        else:
            peil.tell(say("{code} is postponed: it stands last now.", code=code))


def reopen(peil: "PeilApp", key: str) -> None:
    """Make a dropped action open again."""
    if _put_status(peil, key, "open"):
        peil.tell(peil.say("{code} is open again.", code=peil.sitting.codes[key]))


def take_back(peil: "PeilApp") -> None:
    """Take back the last change, and say which one it was, or why it stays."""
    undone: list[Change | None] = []
    if not peil.attempt(lambda: undone.append(peil.sitting.undo())):
        return
    change = undone[0]
    if change is None:
        peil.tell(peil.say("There is nothing to take back."), "faint")
        return
    peil.tell(peil.say("Taken back: {what}.", what=peil.say(change.what)))


def toggle_put_off(peil: "PeilApp", question: str) -> None:
    """Put a question as a whole in the parking lot, or take it out again."""
    sitting, say = peil.sitting, peil.say
    if not may_change(peil):
        return
    if sitting.is_put_off(question):
        if peil.attempt(lambda: sitting.take_up(question)):
            peil.tell(say("The question is back on the agenda."))
    elif peil.attempt(lambda: sitting.park("", question)):
        peil.tell(say("The question is parked; f takes it out again."))


def _put_status(peil: "PeilApp", key: str, status: "ActionStatus", reason: str = "") -> bool:
    sitting = peil.sitting
    if not may_change(peil) or not _is_there(peil, key):
        return False
    return peil.attempt(lambda: sitting.set_status(sitting.codes[key], status, reason))


def _is_there(peil: "PeilApp", key: str) -> bool:
    """Return whether an action has a code; one whose adding was undone has none any more."""
    if key in peil.sitting.codes:
        return True
    peil.tell(peil.say("This action is not there any more."))
    return False


def _is_planned(peil: "PeilApp", key: str) -> bool:
    """Return whether an action has a place in the plan that can be changed; else say why not."""
    if not may_change(peil) or not _is_there(peil, key):
        return False
    sitting, say = peil.sitting, peil.say
    if sitting.plan.find(key):
        return True
    code = sitting.codes.get(key, "–")
    if sitting.action_status(key) == "dropped":
        peil.tell(say("{code} is dropped: make it open again first, with k.", code=code))
    else:
        peil.tell(say("{code} is done: it has no place in the plan any more.", code=code))
    return False


def read_minutes(peil: "PeilApp", hours: str) -> int | None:
    """Return an effort in minutes as it was typed; 0 for none.

    None when it is no effort, which is said then.
    """
    if not hours.strip():
        return 0
    minutes = read_effort(hours)
    if minutes is None:
        peil.tell(peil.say("Type the effort in hours, such as 2 or 0.5, or as 45m."))
    return minutes
