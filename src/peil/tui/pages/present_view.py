"""What the presenter view takes from an assessment: never a note, a reason or a name."""

from typing import Final

from textual.content import Content

from peil.assessment.agenda import Line, line_of
from peil.report.titles import action_title
from peil.report.vote_words import agreed_words, verdict_words
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.content import ends, join, text, width_of
from peil.tui.pages import outcome
from peil.tui.pages.present_sheet import Numbered, Said, Shown, foot_indent, voted_line
from peil.tui.signs import Signs

FIRST_ACTIONS: Final = 3
"""How many actions the result names."""
_APART: Final = ("divided", "apart", None)
"""Verdicts in the ink of a team that is not of one mind."""


def runs_on(sitting: Sitting, question: str) -> bool:
    """Return whether a vote on this question runs."""
    return sitting.ballot is not None and question in sitting.ballot.questions


def revealed(sitting: Sitting, question: str) -> Line | None:
    """Return what was voted last; None without a round, and while any vote runs."""
    vote = sitting.vote_on(question)
    if sitting.ballot is not None or not vote.rounds:
        return None
    return line_of(sitting.items, sitting.assessment, question, vote)


def question_shown(sitting: Sitting, name: str, say: Words) -> Shown:
    """Return a question with its levels, and with what was voted where that is revealed."""
    question, line = sitting.items.question(name), revealed(sitting, name)
    above = (Said(question.text),)
    if line is None:
        levels = [Numbered(str(level.number), level.text) for level in question.levels]
        return Shown(above, levels)
    chosen = line.agreed.level if line.agreed is not None else None
    levels = [
        Numbered(
            str(level.number),
            level.text,
            line.votes.votes.get(str(level.number), 0),
            level.number == chosen,
        )
        for level in question.levels
    ]
    if line.votes.unknown:
        unknown = line.agreed is not None and line.agreed.state == "unknown"
        levels.append(Numbered("?", say("Don't know"), line.votes.unknown, unknown))
    return Shown(above, levels, voted=True)


def question_foot(
    sitting: Sitting, name: str, say: Words, signs: Signs, width: int
) -> list[Content]:
    """Return what stands below: how many voted, or the verdict and what was agreed."""
    if sitting.ballot is not None and runs_on(sitting, name):
        fallen, voters = sitting.ballot.fallen, sitting.ballot.voters
        words = (say("Voted"), say("{fallen} of {voters}", fallen=fallen, voters=voters))
        return [voted_line(fallen, voters, words, signs, width)]
    line = revealed(sitting, name)
    if line is None:
        return []
    ink = "apart" if line.verdict in _APART else "agreed"
    indent = " " * foot_indent(width)
    said = join(indent, text(verdict_words(line.verdict, say).upper(), ink))
    if line.votes.abstain:
        told = say.many("{count} abstained", "{count} abstained", line.votes.abstain)
        said = join(said, "   ", text(told, "faint"))
    if line.agreed is None:
        return [said]
    told = say("Agreed: {agreed}", agreed=agreed_words(line.agreed, say))
    agreed = join(text(f"{signs.chosen} {told}", "cursor"), " ")
    if width_of(said) + width_of(agreed) + 3 <= width:
        return [ends(said, agreed, width)]
    return [said, join(indent, agreed)]


def result_shown(sitting: Sitting, say: Words) -> Shown:
    """Return what stands, the verdict, and the first actions; no owner and no note."""
    verdict = Said(outcome.verdict_sentence(sitting, say))
    if not outcome.has_answers(sitting):
        return Shown((verdict,), ())
    standing = Said(outcome.strengths_sentence(sitting, say), "good")
    actions = [each for each in sitting.plan.actions if each.week is not None][:FIRST_ACTIONS]
    first = [
        Numbered(str(number), action_title(sitting, action))
        for number, action in enumerate(actions, 1)
    ]
    return Shown((standing, verdict), first)
