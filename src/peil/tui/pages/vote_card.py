"""The card that covers a vote: after every one the same, whatever was pressed."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from peil.assessment.team import Round
from peil.tui.content import NOTHING, fit, join, paragraph, text, width_of, wrap
from peil.tui.pages.vote_sheet import MARGIN, TEXT, WIDEST, VoteScene, boxes
from peil.tui.signs import Signs
from peil.tui.widgets.lines import Sheet

_NARROWEST = 30
"""Columns of a card that has little to say."""
_WIDEST_CARD = 56


class _Blocks(NamedTuple):
    """How blocks are drawn."""

    wide: int
    tall: int
    apart: int
    """Empty lines between those of two levels: without any, tall ones would run together."""


def card_sheet(scene: VoteScene, width: int, height: int) -> Sheet:
    """Return the card in the middle, and below it how many votes are in."""
    say = scene.say
    if scene.face == "all_in":
        first, then = say("All votes are in."), say("Enter shows them to everybody at once.")
    elif scene.way == "keyboard":
        first = say("Vote {number} is in.", number=scene.fallen)
        then = say("Pass the keyboard on to the next one.")
    else:
        first = say("Slip {number} is in.", number=scene.fallen)
        then = say("Put it face down, and take the next one.")
    counted = say("{fallen} of {voters}", fallen=scene.fallen, voters=scene.voters)
    below = [
        *boxes(scene.fallen, scene.voters, scene.signs, width - 4),
        text(counted, "title"),
        NOTHING,
    ]
    for each in (*_cautions(scene), *scene.told):
        below += [NOTHING] if each in scene.told[:1] and _cautions(scene) else []
        below += paragraph(each, min(width - 4, WIDEST - 30), "faint")
    said = [(first, "strong"), ("", ""), (then, "plain")]
    for airy in (True, False):
        lines = [*_framed(said, scene.signs, width, airy=airy), NOTHING, *below]
        if len(lines) <= height:
            break
    upper = max(0, height - len(lines)) // 2
    return Sheet([*[NOTHING] * upper, *(_centred(line, width) for line in lines)])


def _cautions(scene: VoteScene) -> tuple[str, ...]:
    """Return how a mistake is put right."""
    if not scene.can_take_back:
        return ()
    say = scene.say
    again = (
        say("A mistake? Backspace, and vote again.")
        if scene.way == "keyboard"
        else say("A mistake? Backspace takes the last sign back.")
    )
    last = (
        say("Once they are shown, that is no longer possible.")
        if scene.face == "all_in"
        else say("After the space bar, that is no longer possible.")
    )
    return again, last


def _framed(
    said: Sequence[tuple[str, str]], signs: Signs, width: int, *, airy: bool
) -> list[Content]:
    """Return some sentences, each with its ink, in a frame; an airy one has room inside."""
    room = max(8, min(width - 8, _WIDEST_CARD))
    folded = [(line, ink) for words, ink in said for line in wrap(words, room)]
    inner = max(_NARROWEST, *(width_of(line) for line, _ in folded)) + 6
    inner = min(inner, max(width - 2, 10))
    corners, side, edge = ("++++", "|", "-") if signs.ascii else ("┌┐└┘", "│", "─")
    bar = text(side, "deep")
    empty = [join(bar, " " * inner, bar)] if airy else []
    middle = [join(bar, _centred(text(line, ink), inner), bar) for line, ink in folded]
    return [
        text(corners[0] + edge * inner + corners[1], "deep"),
        *empty,
        *middle,
        *empty,
        text(corners[2] + edge * inner + corners[3], "deep"),
    ]


def _centred(line: Content, width: int) -> Content:
    return fit(join(" " * max(0, (width - width_of(line)) // 2), line), width)


def shown_sheet(scene: VoteScene, votes: Round, width: int, height: int) -> Sheet:
    """Return a warm-up that is over: a block for each vote, and what the team would do now."""
    measure = min(width, WIDEST)
    for shape in (_Blocks(4, 2, 1), _Blocks(4, 1, 1), _Blocks(4, 1, 0), _Blocks(2, 1, 0)):
        lines = _shown(scene, votes, measure, shape)
        if len(lines) <= height:
            break
    return Sheet(lines)


def _shown(scene: VoteScene, votes: Round, width: int, shape: _Blocks) -> list[Content]:
    say, measure = scene.say, width - MARGIN - 2
    lines = [NOTHING] * shape.apart
    lines += [join(" " * MARGIN, line) for line in paragraph(scene.question, measure, "strong")]
    lines.append(NOTHING)
    most = max(votes.votes.values(), default=1)
    half = max(6, min((width - MARGIN - TEXT) // 2, (shape.wide + 1) * most + 1))
    for key, words in scene.options:
        lines += _blocks(key, words, votes.votes.get(key, 0), scene, (width, half), shape)
        lines += [NOTHING] * shape.apart
    others = say(
        "Don't know: {unknown}. Abstained: {abstain}.",
        unknown=votes.unknown,
        abstain=votes.abstain,
    )
    lines += [join(" " * MARGIN, text(others, "faint")), NOTHING]
    for each in scene.told:
        lines += [join(" " * MARGIN, line) for line in paragraph(each, measure, "plain")]
    return lines


def _blocks(
    key: str, words: str, count: int, scene: VoteScene, widths: tuple[int, int], shape: _Blocks
) -> list[Content]:
    """Return a level with a block for each vote on it; many blocks are thinner.

    `widths` are those of the whole line and of the blocks.
    """
    width, half = widths
    block = next((wide for wide in (shape.wide, 2, 1) if count * (wide + 1) <= half), 0)
    filled = scene.signs.filled
    row = " ".join([filled * block] * count) if block else filled * min(count, half - 1)
    lines = wrap(words, max(10, width - MARGIN - TEXT - half - 4))
    return [
        join(
            fit(
                join(" " * (MARGIN + 1), text(key if number == 0 else "", "key")), MARGIN + TEXT - 2
            ),
            fit(text(row if number < shape.tall else "", "full"), half),
            fit(text(str(count) if number == 0 else "", "strong"), 4),
            text(lines[number] if number < len(lines) else ""),
        )
        for number in range(max(shape.tall, len(lines)))
    ]
