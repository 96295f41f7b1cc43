"""What stands behind the words of the reveal: every round, and the sum of the latest one."""

from peil.assessment.votes import verdict
from peil.report.vote_words import counts_words, measures_words, verdict_words
from peil.score.explained_votes import round_steps
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.content import NOTHING, text
from peil.tui.overlay import Line


def rounds_told(sitting: Sitting, question: str, say: Words) -> list[Line]:
    """Return every round on a question, the latest one with the sum behind it."""
    scale = sitting.items.questionnaire_of(question)
    rounds = sitting.vote_on(question).rounds
    lines: list[Line] = [text(sitting.items.question(question).text, "strong"), NOTHING]
    for number, votes in enumerate(rounds, 1):
        told = verdict_words(verdict(votes, scale), say)
        lines += [
            text(say("Round {number}: {verdict}", number=number, verdict=told), "title"),
            f"  {counts_words(votes, say)}",
        ]
        measures = measures_words(votes, scale, say)
        if measures and number < len(rounds):
            lines.append(f"  {measures}")
    return [*lines, NOTHING, *round_steps(rounds[-1], scale, say)]
