"""What the reveal says under the blocks: the verdict, who speaks first, and what is agreed."""

from typing import NamedTuple

from peil.assessment.agenda import Line, line_of
from peil.assessment.team import Agreement
from peil.report.vote_words import (
    agreed_words,
    others_words,
    reach_words,
    speaks_first,
    verdict_words,
    votes_word,
)
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.signs import Signs


class RevealScene(NamedTuple):
    """What the reveal is drawn from."""

    sitting: Sitting
    question: str
    say: Words
    signs: Signs

    @property
    def line(self) -> Line | None:
        """What the latest round says; None before the first one."""
        vote = self.sitting.vote_on(self.question)
        if not vote.rounds:
            return None
        return line_of(self.sitting.items, self.sitting.assessment, self.question, vote)

    @property
    def agreed(self) -> Agreement | None:
        """What was agreed last, also where there was another round after it."""
        return self.sitting.vote_on(self.question).agreed


class Told(NamedTuple):
    """A label, what stands beside it, and their inks."""

    label: str
    words: str
    ink: str = "plain"
    label_ink: str = "deep"


def told_of(scene: RevealScene, *, brief: bool = False) -> list[Told]:
    """Return everything that is said under the blocks, the most needed first.

    Where it is to be `brief`, what says that nothing is there is left out.
    """
    line, say = scene.line, scene.say
    if line is None:
        sentence = say("Nobody has voted on this question yet. Press v to vote.")
        return [Told(say("Votes"), sentence, "caution")]
    told = [_verdict(scene, line, brief=brief)]
    first = speaks_first(line, say)
    if first:
        told.append(Told(say("SPEAKS FIRST"), first, "strong", "title"))
    agreed = _agreed(scene, line, brief=brief)
    told.append(Told(say("Agreed"), agreed, "strong" if line.agreed else "plain"))
    return [*told, *_reasons(scene, line, brief=brief)]


def _verdict(scene: RevealScene, line: Line, *, brief: bool) -> Told:
    say, between = scene.say, f" {scene.signs.between} "
    rounds = scene.sitting.vote_on(scene.question).rounds
    reach = reach_words(line.votes, say)
    before = reach_words(rounds[0], say) if len(rounds) > 1 else ""
    if before:
        reach = say("{reach} (round 1: {before})", reach=reach, before=before).strip()
    others = others_words(line.votes, say)
    if not others and not brief and not before:
        others = [say("no don't-knows or abstentions")]
    parts = [reach, votes_word(line.votes, say), *others]
    of_one_mind = line.verdict in ("agreed", "nearly")
    return Told(
        verdict_words(line.verdict, say).upper(),
        between.join(filter(None, parts)),
        label_ink="good" if of_one_mind else "cursor",
    )


def _agreed(scene: RevealScene, line: Line, *, brief: bool) -> str:
    say = scene.say
    if line.agreed is not None:
        return agreed_words(line.agreed, say)
    if line.proposal is not None:
        now = say("proposal {level}, Enter takes it over", level=line.proposal)
    elif line.contested and brief:
        now = say("nothing yet (too far apart)")
    elif line.contested:
        now = say("nothing yet (too far apart for a proposal)")
    else:
        now = say("nothing yet: choose a level, or d for don't know")
    if scene.agreed is None:
        return now
    before = agreed_words(scene.agreed, say)
    return say("{now}; before this round: {before}", now=now, before=before)


def _reasons(scene: RevealScene, line: Line, *, brief: bool) -> list[Told]:
    """Return the reason, the dissent, and whether the question is put off."""
    say, agreed = scene.say, scene.agreed
    told = []
    if agreed is not None and agreed.reason:
        told.append(Told(say("Reason"), agreed.reason))
    elif line.contested and line.agreed is None and not brief:
        told.append(Told(say("Reason"), say("is asked as soon as you choose a level"), "faint"))
    if agreed is not None and agreed.dissent:
        told.append(Told(say("Dissent"), agreed.dissent))
    if scene.sitting.is_put_off(scene.question):
        told.append(Told(say("Parked"), say("this question is put off as a whole"), "caution"))
    return told
