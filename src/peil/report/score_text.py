"""The scores as plain lines, for `peil score`."""

from collections.abc import Iterator

from peil.assessment.agenda import TopicConsensus, by_consensus
from peil.assessment.answered import answered
from peil.report.headline import headline_of
from peil.report.table import columns
from peil.report.vote_words import reach_words
from peil.score.lifts import lifts
from peil.score.model import (
    QuestionnaireScore,
    TopicScore,
    percent_down,
    percent_shown,
    percent_up,
)
from peil.score.sentences import contradiction_sentence, lift_sentence, range_line
from peil.sitting.view import View
from peil.text.languages import Words, words


def score_text(view: View) -> str:
    """Return verdict, range and every topic's level and score."""
    say = words(view.language)
    scores = view.scores
    lines = [
        view.assessment.title,
        headline_of(view),
        range_line(scores, say),
    ]
    for questionnaire in scores.questionnaires:
        lines += ["", *_questionnaire(view, questionnaire, say)]
    lines += _team(view, say)
    remarks = [
        *(contradiction_sentence(each, view.items, say) for each in scores.contradictions),
        *(
            lift_sentence(each, view.items, say)
            for each in lifts(answered(view.questionnaires, view.assessment))
        ),
    ]
    if remarks:
        lines += ["", say("To look at again:"), *(f"  {remark}" for remark in remarks)]
    return "\n".join(lines)


def _questionnaire(view: View, questionnaire: QuestionnaireScore, say: Words) -> Iterator[str]:
    yield f"{questionnaire.title}: {score_words(questionnaire, say)}"
    yield from columns(
        [
            (
                topic.title,
                _level(view, topic, say),
                score_words(topic, say),
                _standing(topic, say),
            )
            for topic in questionnaire.topics
        ],
        indent="  ",
    )


def _team(view: View, say: Words) -> Iterator[str]:
    """Yield how much of one mind a team was on each topic; nothing where nobody voted."""
    found = by_consensus(view.items, view.assessment)
    if not found:
        return
    yield ""
    yield say("How much of one mind you were at first, the least first: talk about these")
    yield from columns([_consensus(view, topic, say) for topic in found], indent="  ")
    contested = [question for topic in found for question in topic.contested]
    if contested:
        yield say("Contested, because the votes lie far apart:")
        for question in contested:
            told = say(
                "{question}  {text} ({spread})",
                question=question,
                text=view.items.question(question).text,
                spread=reach_words(view.vote_on(question).rounds[-1], say),
            )
            yield f"  {told}"


def _consensus(view: View, topic: TopicConsensus, say: Words) -> tuple[str, str, str]:
    contested = len(topic.contested)
    return (
        view.items.topic(topic.topic).title,
        say("consensus {index}", index=say.number(topic.consensus, 2)),
        say.many("{count} contested", "{count} contested", contested) if contested else "",
    )


def score_words(scored: QuestionnaireScore | TopicScore, say: Words) -> str:
    """Return a score with its range where it still has one; words where there is none."""
    if scored.high is None or scored.low is None:
        return say("not assessed")
    if scored.score is None:
        return say("nothing answered yet")
    complete = scored.low == scored.high
    score = say("{percent} %", percent=percent_shown(scored.score, complete=complete))
    if complete:
        return score
    return say(
        "{score} (between {low} and {high} %)",
        score=score,
        low=percent_down(scored.low),
        high=percent_up(scored.high),
    )


def _level(view: View, topic: TopicScore, say: Words) -> str:
    if topic.level is None:
        return "–"
    questionnaire = view.items.questionnaire_of(topic.id)
    return say("{level} {name}", level=topic.level, name=questionnaire.level_name(topic.level))


def _standing(topic: TopicScore, say: Words) -> str:
    sentences = {
        "yes": say("stands"),
        "no": say("does not stand yet"),
        "open": say("open questions decide"),
    }
    return sentences[topic.stands] if topic.stands else ""
