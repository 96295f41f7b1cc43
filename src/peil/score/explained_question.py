"""One question's part in the scores, told from the user's own answer."""

from peil.assessment.skipped import why_not_put
from peil.score.account import Account, level_words
from peil.score.lifts import lifts
from peil.score.mean import Ratio
from peil.score.sentences import lift_sentence
from peil.score.shares import shares
from peil.score.sums import fraction
from peil.score.topics import question_part


def question_lines(account: Account, question: str) -> tuple[str, ...]:
    """Return how a question counts, and what one level more would bring."""
    items, say = account.answered.items, account.say
    topic = items.topic_of(question)
    lines = [items.question(question).text, _as_answered(account, question)]
    if items.question(question).core:
        title = items.topic(topic).title
        lines.append(say("It is the core question of {topic}.", topic=title))
    lines += [
        lift_sentence(lift, items, say)
        for lift in lifts(account.answered)
        if lift.question == question
    ]
    return (*lines, *_one_level_up(account, question))


def question_line(account: Account, question: str) -> str:
    """Return a question's part in one line, for the explanation of its topic."""
    say, text = account.say, account.answered.items.question(question).text
    match account.answered.states[question]:
        case "rated":
            part = question_part(account.answered, question)
            return say(
                '"{question}" is at {level}: {position} of {steps} steps, so {fraction}',
                question=text,
                level=level_words(
                    account.answered.items.questionnaire_of(question),
                    account.answered.levels[question],
                ),
                position=part.numerator,
                steps=part.denominator,
                fraction=fraction(part),
            )
        case "unknown":
            return say('"{question}": don\'t know, so 0 for now and 1 at best', question=text)
        case "not-applicable":
            reason = account.assessment.answers[question].reason
            return say(
                '"{question}": not applicable ({reason}), so left out',
                question=text,
                reason=reason or say("without a reason"),
            )
        case "not-asked":
            return say('"{question}": not asked, so left out', question=text)
        case "pending":
            return say(
                '"{question}": waits for another answer, so left out; 0 at worst, 1 at best',
                question=text,
            )
        case "unanswered":
            return say('"{question}": open, so left out; 0 at worst, 1 at best', question=text)


def _as_answered(account: Account, question: str) -> str:
    """Return what the answer to a question counts as."""
    say, state = account.say, account.answered.states[question]
    why = why_not_put(
        question, account.answered.items, account.assessment, account.answered.states, say
    )
    match state:
        case "rated":
            return _as_rated(account, question)
        case "unknown":
            return say(
                "You do not know yet. Until then it counts as 0; in the range it may be "
                "anything from 0 to 1."
            )
        case "not-applicable":
            return _as_not_applicable(account, question)
        case "not-asked":
            return say("It counts nowhere. {why}", why=why)
        case "pending":
            return say("It waits, and counts as unanswered. {why}", why=why)
        case "unanswered":
            return say(
                "Not answered yet. The score does without it; in the range it may be anything "
                "from 0 to 1."
            )


def _as_not_applicable(account: Account, question: str) -> str:
    """Return that a question counts nowhere, with the reason on record."""
    reason = account.assessment.answers[question].reason
    if not reason:
        return account.say("You marked it as not applicable, so it counts nowhere.")
    return account.say(
        'You marked it as not applicable, so it counts nowhere. Your reason: "{reason}"',
        reason=reason,
    )


def _as_rated(account: Account, question: str) -> str:
    """Return what the chosen level counts as."""
    questionnaire = account.answered.items.questionnaire_of(question)
    part = question_part(account.answered, question)
    return account.say(
        "You are at {level}, and the levels run from {first} to {last}: {position} of {steps} "
        "steps, so it counts as {fraction}.",
        level=level_words(questionnaire, account.answered.levels[question]),
        first=questionnaire.first_level,
        last=questionnaire.last_level,
        position=part.numerator,
        steps=part.denominator,
        fraction=fraction(part),
    )


def _one_level_up(account: Account, question: str) -> tuple[str, ...]:
    """Return what one level more adds to readiness; nothing where there is none to gain."""
    answered, say = account.answered, account.say
    questionnaire = answered.items.questionnaire_of(question)
    topic = answered.items.topic_of(question)
    counted = answered.is_open(question) or question in answered.levels
    if not counted or answered.levels.get(question) == questionnaire.last_level:
        return ()
    step = Ratio(1, len(answered.items.question(question).levels) - 1)
    parts = (step, *shares(answered, question))
    points = 100.0
    for part in parts:
        points *= part.numerator / part.denominator
    sentences = (
        say("{part} of the question"),
        say("{part}, the question's part of {topic}"),
        say("{part}, the part of {topic} in {questionnaire}"),
        say("{part}, the part of {questionnaire} in readiness"),
    )
    factors = [
        sentence.format(
            part=fraction(part),
            topic=answered.items.topic(topic).title,
            questionnaire=questionnaire.title,
        )
        for part, sentence in zip(parts, sentences, strict=True)
        if part.numerator < part.denominator
    ]
    return (
        say("What one level more brings:"),
        *(f"  {'× ' if place else ''}{factor}" for place, factor in enumerate(factors)),
        "  " + say("= {points} points of readiness", points=say.number(points, 2)),
    )
