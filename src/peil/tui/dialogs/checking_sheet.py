"""The check of all files as lines: what was repaired, what is amiss, how many files are whole."""

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from peil.text.languages import Words, mark
from peil.tui.content import NOTHING, join, paragraph, text
from peil.tui.signs import Signs
from peil.tui.widgets.lines import Sheet, Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peil.store.findings import Finding
    from peil.store.repairing import Repaired

_LOOKING = mark("Looking at all files…")
_REPAIRING = mark("Repairing…")


class CheckScene(NamedTuple):
    """What the lines are drawn from."""

    findings: "Sequence[Finding] | None"
    """All that was found; None while that is looked for."""
    amiss: "Sequence[Finding]"
    """What there is something to say of, the serious first."""
    repaired: "Sequence[Repaired] | None"
    """What became of what was repaired; None before anything was."""
    cursor: str | None
    """The place of what is chosen among what is amiss."""
    can_repair: bool
    """Whether there is something to repair that was not tried yet."""
    say: Words
    signs: Signs


def checking_sheet(scene: CheckScene, width: int) -> Sheet:
    """Return all there is to read, with what is amiss as what can be chosen."""
    say, signs = scene.say, scene.signs
    if scene.findings is None:
        busy = _LOOKING if scene.repaired is None else _REPAIRING
        return Sheet([text(say(busy), "faint")])
    lines: list[Content] = []
    for done in scene.repaired or ():
        well = done.outcome == "done"
        sign = text(signs.stands, "good") if well else text(signs.failed, "failed")
        lines += _hung(join("  ", sign, " "), done.message.sentence(say), width)
    if lines:
        lines.append(NOTHING)
    spots = _add_amiss(scene, lines, width)
    lines += _summed_up(scene, scene.findings, width)
    return Sheet(lines, spots, scene.cursor)


def _add_amiss(scene: CheckScene, lines: list[Content], width: int) -> list[Spot]:
    """Add what is amiss to the lines, and return where each can be chosen."""
    spots: list[Spot] = []
    for place, finding in enumerate(scene.amiss):
        name = str(place)
        caret = text(scene.signs.cursor if name == scene.cursor else " ", "cursor")
        sign = scene.signs.failed if finding.serious else scene.signs.between
        begin = join(caret, " ", text(sign, "failed" if finding.serious else "faint"), " ")
        told = finding.message.sentence(scene.say) if finding.message is not None else ""
        drawn = _hung(begin, told, width)
        spots += [Spot(name, len(lines) + row, 0, width) for row in range(len(drawn))]
        lines += drawn
    if spots:
        lines.append(NOTHING)
    return spots


def _summed_up(scene: CheckScene, findings: "Sequence[Finding]", width: int) -> list[Content]:
    """Return how many files are whole, and what can be done about the others."""
    from peil.report.checked import whole_words

    say = scene.say
    lines = paragraph(whole_words(findings, say), width - 2)
    if not scene.amiss:
        lines.append(text(say("Everything is as it should be."), "good"))
    if scene.can_repair:
        offer = say.many(
            "Press r to put {count} of these right. It is copied before anything changes.",
            "Press r to put {count} of these right. Each is copied before anything changes.",
            sum(each.repairable for each in findings),
        )
        lines += [NOTHING, *paragraph(offer, width - 2, "warm")]
    return lines


def _hung(begin: Content, told: str, width: int) -> list[Content]:
    """Return a sentence folded behind its beginning."""
    indent = begin.cell_length
    return [
        join(" " * indent if row else begin, line)
        for row, line in enumerate(paragraph(told, width - indent - 2))
    ]
