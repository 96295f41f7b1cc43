"""What there is to say of an action that is not to be done any more."""

from peil.assessment.actions import done_by
from peil.sitting import Sitting
from peil.text.days import today
from peil.text.languages import Words
from peil.tui.times import day_words


def past_words(sitting: Sitting, key: str, say: Words) -> str:
    """Return when and by whom an action was done, or why it was dropped or is not planned."""
    record, status = sitting.record(key), sitting.action_status(key)
    if status in ("open", "doing"):
        return say("It has no place in the plan: its question is not asked, or asks less now.")
    if status == "dropped":
        return say("Dropped: {reason}", reason=record.reason)
    if record.status != "done" and done_by(record, sitting.known) == "answer":
        return say("Done: the answer to its question says so.")
    day = day_words(record.finished, today(), say)
    done = say("Done {day}.", day=day) if day else say("Done.")
    if any(each.key == key for each in sitting.to_look_at):
        stays = say("The answer stays until you look at the question again.")
        return f"{done} {stays}"
    return done


def past_title(sitting: Sitting, key: str, say: Words) -> str:
    """Return the heading above such an action's words, in capitals as on the page."""
    code = sitting.codes.get(key, "–")
    if sitting.action_status(key) == "dropped":
        return say("{code} IS DROPPED", code=code)
    return say("{code} IS DONE", code=code)
