"""How the time that is left is divided, in a sentence."""

from peil.sitting import Sitting
from peil.text.languages import Words


def time_sentence(sitting: Sitting, say: Words) -> str:
    """Return how many minutes there are for talks, plan and end; what to do when they are few."""
    plan, talks = sitting.time_plan, len(sitting.agenda.talk)
    minutes = {"plan": plan.plan // 60, "closing": plan.closing // 60}
    if not sitting.seconds_left:
        return say("The time is over. What is not settled can be parked, or wait for next time.")
    if not talks:
        return say(
            "{minutes} minutes are left: for the plan, and to finish.",
            minutes=sitting.seconds_left // 60,
        )
    if plan.talks < plan.each * talks:
        return say.many(
            "{minutes} minutes for {count} talk, which is short.",
            "{minutes} minutes for {count} talks is too short: park some of them (f).",
            talks,
            minutes=plan.talks // 60,
        )
    return say.many(
        "{minutes} minutes for {count} talk, {plan} for the plan, {closing} to finish.",
        "{minutes} minutes for {count} talks, {plan} for the plan, {closing} to finish.",
        talks,
        minutes=plan.talks // 60,
        **minutes,
    )
