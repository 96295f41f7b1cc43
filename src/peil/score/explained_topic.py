"""One topic's score, level and standing, told from the user's own answers."""

from peil.assessment.items import target_of
from peil.score.account import (
    Account,
    Terms,
    headed,
    is_complete,
    level_words,
    sums,
    weighted,
)
from peil.score.explained_question import question_line
from peil.score.lifts import lifts
from peil.score.mean import ALL, NOTHING
from peil.score.sentences import lift_sentence
from peil.score.standing import required_levels, stands_at, weakest_link
from peil.score.sums import Term
from peil.score.topics import question_part, topic_means


def topic_lines(account: Account, topic: str) -> tuple[str, ...]:
    """Return a topic's score, range, level, and why it stands or not."""
    answered, say = account.answered, account.say
    items = answered.items
    questions = items.questions_of(topic)
    complete = is_complete(account, questions)
    means = topic_means(answered, topic)
    lines = [headed(items.topic(topic).title, means, say, complete=complete)]
    for name in questions:
        counts = name in answered.levels or answered.is_open(name)
        weight = items.question(name).weight if counts else 1
        lines.append("  " + weighted(question_line(account, name), weight, say))
    lines += sums(_terms(account, topic), say, complete=complete)
    lines += _level_lines(account, topic)
    lines += [lift_sentence(lift, items, say) for lift in lifts(answered) if lift.topic == topic]
    if means.low.weight:
        lines += [*standing_lines(account, topic), *_own_target(account, topic)]
    return tuple(lines)


def standing_lines(account: Account, topic: str) -> tuple[str, ...]:
    """Return when a topic stands at its questionnaire's target, and whether it does."""
    answered, say = account.answered, account.say
    target = answered.items.questionnaire_of(topic).target
    return (_demand(account, topic, target), *_found(account, topic, target, say("It stands.")))


def _terms(account: Account, topic: str) -> Terms:
    """Return the questions of a topic as parts of its three means."""
    answered = account.answered
    terms = Terms([], [], [])
    for name in answered.items.questions_of(topic):
        weight = answered.items.question(name).weight
        if name in answered.levels:
            part = Term(weight, question_part(answered, name))
            for mean in terms:
                mean.append(part)
        elif answered.is_open(name):
            if answered.states[name] == "unknown":
                terms.score.append(Term(weight, NOTHING))
            terms.low.append(Term(weight, NOTHING))
            terms.high.append(Term(weight, ALL))
    return terms


def _level_lines(account: Account, topic: str) -> list[str]:
    """Return the topic's level and which question decides it."""
    answered, say = account.answered, account.say
    questionnaire = answered.items.questionnaire_of(topic)
    level = weakest_link(answered, topic)
    if level is None:
        return []
    names = answered.items.questions_of(topic)
    weakest = next(
        name
        for name in names
        if answered.levels.get(name) == level or answered.states[name] == "unknown"
    )
    question = answered.items.question(weakest).text
    spoken = level_words(questionnaire, level)
    if answered.states[weakest] == "unknown":
        lines = [
            say(
                'Level {level}: a don\'t know counts as the first level, and so "{question}" '
                "is the weakest link.",
                level=spoken,
                question=question,
            )
        ]
    else:
        lines = [
            say('Level {level}: its weakest link is "{question}".', level=spoken, question=question)
        ]
    if any(answered.is_open(name) for name in names):
        rated = [answered.levels[name] for name in names if name in answered.levels]
        highest = min([*rated, questionnaire.last_level])
        if highest > questionnaire.first_level:
            lines.append(
                say(
                    "Once everything is known that is between {low} and {high}.",
                    low=level_words(questionnaire, questionnaire.first_level),
                    high=level_words(questionnaire, highest),
                )
            )
    return lines


def _demand(account: Account, topic: str, target: int) -> str:
    """Return what standing asks of the questions that count."""
    answered, say = account.answered, account.say
    questionnaire = answered.items.questionnaire_of(topic)
    counted = [
        name
        for name in answered.items.questions_of(topic)
        if name in answered.levels or answered.is_open(name)
    ]
    cores = [name for name in counted if answered.items.question(name).core]
    levels = {
        "core": level_words(questionnaire, target),
        "others": level_words(questionnaire, target - 1),
    }
    if target - 1 <= questionnaire.first_level or len(cores) == len(counted):
        if cores:
            return say("A topic stands once its core question is at {core} or higher.", **levels)
        return say("Its core question does not count, and the others may stand anywhere.")
    if cores:
        return say(
            "A topic stands once its core question is at {core} or higher, and each of its "
            "other questions at {others} or higher.",
            **levels,
        )
    return say(
        "Its core question does not count. So it stands once each of its other questions is "
        "at {others} or higher.",
        **levels,
    )


def _found(account: Account, topic: str, target: int, standing: str) -> list[str]:
    """Return whether the demand is met, naming each question on which it hangs."""
    answered, say = account.answered, account.say
    items = answered.items
    questionnaire = items.questionnaire_of(topic)
    required = required_levels(items, topic, target)
    match stands_at(answered, topic, target):
        case "yes":
            return [standing]
        case "no":
            lower = [
                name for name, needed in required if answered.levels.get(name, needed) < needed
            ]
            return [
                say(
                    'It does not stand yet: "{question}" is at {level}.',
                    question=items.question(name).text,
                    level=level_words(questionnaire, answered.levels[name]),
                )
                for name in lower
            ]
        case "open":
            return [
                say(
                    'That is not certain yet: "{question}" is still open.',
                    question=items.question(name).text,
                )
                for name, needed in required
                if needed > questionnaire.first_level and answered.is_open(name)
            ]


def _own_target(account: Account, topic: str) -> list[str]:
    """Return what the user's own target does, where it differs from the questionnaire's."""
    questionnaire = account.answered.items.questionnaire_of(topic)
    own = target_of(account.answered.items, account.assessment, topic)
    if own == questionnaire.target:
        return []
    return [
        account.say(
            "Your own target here is {level}. It steers your plan, not whether the topic stands.",
            level=level_words(questionnaire, own),
        )
    ]
