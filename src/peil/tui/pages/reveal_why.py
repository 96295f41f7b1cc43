"""What stands behind the words of the reveal: every round, and the sum of the latest one."""

from peil.assessment.votes import consensus, spread, verdict
from peil.report.team_words import round_words, verdict_words
from peil.score.explained_round import explain_votes
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
            f"  {round_words(votes, say)}",
        ]
        index = consensus(votes, scale)
        if index is not None and number < len(rounds):
            figures = say(
                "spread {spread}, consensus {consensus}",
                spread=spread(votes),
                consensus=say.number(index, 2),
            )
            lines.append(f"  {figures}")
    return [*lines, NOTHING, *explain_votes(rounds[-1], scale, say)]
