"""The iceberg of an assessment, ready to be drawn."""

from peil.score.model import QuestionnaireScore, TopicScore, percent_down
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.pages import outcome
from peil.tui.widgets.iceberg import Foundation, Iceberg


def divided(
    sitting: Sitting,
) -> tuple[list[QuestionnaireScore], list[QuestionnaireScore]]:
    """Return the first gate questionnaire, to be drawn as an iceberg, and all others."""
    gates = {each.id for each in sitting.questionnaires if each.gate}
    drawn = [each for each in sitting.scores.questionnaires if each.id in gates][:1]
    return drawn, [each for each in sitting.scores.questionnaires if each not in drawn]


def iceberg_of(sitting: Sitting, questionnaire: QuestionnaireScore, say: Words) -> Iceberg:
    """Return a questionnaire as an iceberg: its first topic is the base, tools are the tip."""
    tools = outcome.tools_words(sitting, say)
    foundations = [
        Foundation(
            topic.id,
            number,
            topic.title,
            topic.score,
            topic.stands if topic.answered or topic.stands == "yes" else "open",
            _level_word(sitting, topic, say),
            _figure(topic, say),
        )
        for number, topic in enumerate(questionnaire.topics, 1)
    ]
    return Iceberg(
        questionnaire.title, (say("the tip: tools"), tools), tuple(reversed(foundations))
    )


def _level_word(sitting: Sitting, topic: TopicScore, say: Words) -> str:
    if topic.level is not None:
        return sitting.items.questionnaire_of(topic.id).level_name(topic.level)
    return say("open") if topic.high is not None else say("n/a")


def _figure(topic: TopicScore, say: Words) -> str:
    if topic.low is None or topic.high is None:
        return ""
    if topic.low == topic.high:
        return say("{percent} %", percent=percent_down(topic.low))
    return outcome.range_words(topic.low, topic.high, say)
