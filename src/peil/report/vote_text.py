"""The votes on one question: as JSON, and as lines that say what a reveal says."""

from collections.abc import Iterator

from peil.assessment.agenda import line_of
from peil.assessment.team import Agreement, Round
from peil.assessment.votes import consensus, is_contested, latest, proposal, spread, verdict
from peil.errors import PeilError
from peil.report.score_json import Document
from peil.report.table import columns
from peil.report.vote_words import (
    agreed_in_full,
    measures_words,
    others_words,
    speaks_first,
    verdict_words,
    votes_word,
)
from peil.report.whole_json import round_document
from peil.sitting.view import View
from peil.text.languages import Words, mark, words


def vote_document(view: View, question: str) -> Document:
    """Return what `peil vote --json` prints; the figures are those of the latest round."""
    vote, scale = view.vote_on(question), view.items.questionnaire_of(question)
    votes = latest(vote)
    return {
        "question": question,
        "rounds": [round_document(each) for each in vote.rounds],
        "spread": votes and spread(votes),
        "consensus": votes and consensus(votes, scale),
        "verdict": votes and verdict(votes, scale),
        "contested": votes is not None and is_contested(votes, scale),
        "proposal": votes and proposal(votes, scale),
        "agreed": vote.agreed and _agreed(vote.agreed),
    }


def _agreed(agreed: Agreement) -> Document:
    return {
        "state": agreed.state,
        "level": agreed.level,
        "reason": agreed.reason or None,
        "dissent": agreed.dissent or None,
        "rounds": agreed.rounds,
    }


def vote_text(view: View, question: str) -> str:
    """Return a question with each round, what the latest one says, and what was agreed.

    PeilError where nobody has voted yet.
    """
    told = vote_lines(view, question)
    return "\n".join((question, view.items.question(question).text, "", *told))


def vote_lines(view: View, question: str) -> list[str]:
    """Return the same without the question. PeilError where nobody has voted yet."""
    vote, say = view.vote_on(question), words(view.language)
    if not vote.rounds:
        raise PeilError(
            mark("Nobody has voted on {question} yet. Vote first, then agree."), question=question
        )
    lines: list[str] = []
    for number, votes in enumerate(vote.rounds, 1):
        lines += [*([""] if lines else []), *_round(view, question, number, votes, say)]
    if vote.agreed is None or vote.agreed.rounds < len(vote.rounds):
        lines += ["", *_to_do(view, question, say)]
    if vote.agreed is not None:
        lines += ["", *_decided(view, question, vote.agreed, say)]
    return lines


def _round(view: View, question: str, number: int, votes: Round, say: Words) -> Iterator[str]:
    """Yield one round: a line for each level, and the verdict."""
    scale = view.items.questionnaire_of(question)
    yield say("Round {number}: {votes}", number=number, votes=votes_word(votes, say))
    texts = {level.number: level.text for level in view.items.question(question).levels}
    texts |= {level: "" for level in votes.levels if level not in texts}  # of an older scale
    yield from columns(
        [
            (str(level), f"{votes.votes.get(str(level), 0)} ×", text)
            for level, text in sorted(texts.items())
        ],
        indent="  ",
    )
    for other in others_words(votes, say):
        yield f"  {other}"
    said = (verdict_words(verdict(votes, scale), say), measures_words(votes, scale, say))
    yield "; ".join(part for part in said if part)


def _to_do(view: View, question: str, say: Words) -> Iterator[str]:
    """Yield who speaks first, and what Peil proposes."""
    line = line_of(view.items, view.assessment, question, view.vote_on(question))
    who = speaks_first(line, say)
    if who:
        yield say("First to speak: {who}", who=who)
    if line.proposal is not None:
        yield say("Proposal: {level}.", level=line.proposal)
    elif line.contested:
        yield say("No proposal: the votes lie too far apart. Talk first.")
    else:
        yield say("No proposal.")


def _decided(view: View, question: str, agreed: Agreement, say: Words) -> Iterator[str]:
    """Yield what was agreed, why, and who saw it otherwise."""
    told = agreed_in_full(agreed, view.items.question(question), say)
    if agreed.rounds < len(view.vote_on(question).rounds):
        yield say("Agreed before the last round: {agreed}", agreed=told)
    else:
        yield say("Agreed: {agreed}", agreed=told)
    if agreed.reason and agreed.state != "not-applicable":
        yield say("Reason: {reason}", reason=agreed.reason)
    if agreed.dissent:
        yield say("Seen otherwise: {dissent}", dissent=agreed.dissent)
