"""The topics by consensus as lines: words in each row, the questions of one topic below."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.content import Content

from peil.assessment.agenda import TopicConsensus, by_consensus
from peil.assessment.verdicts import topic_verdict
from peil.assessment.votes import Verdict, moved, verdict
from peil.report.differing import differs
from peil.report.vote_words import VERDICTS, measures_words, verdict_words
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.content import NOTHING, columns, ends, fit, join, paragraph, text, width_of
from peil.tui.pages.outcome import title_of
from peil.tui.signs import Signs
from peil.tui.widgets.lines import Sheet, Spot

_INKS: Final[dict[Verdict | None, str]] = {
    "agreed": "good",
    "nearly": "good",
    "divided": "caution",
    "apart": "failed",
}
_MEASURE: Final = 100
"""Columns beyond which running text gets hard to read."""
_WIDEST_TITLE: Final = 32


class ConsensusScene(NamedTuple):
    """What the page is drawn from."""

    sitting: Sitting
    say: Words
    signs: Signs
    cursor: str | None
    """Full id of the topic under the cursor."""

    @property
    def topics(self) -> Sequence[TopicConsensus]:
        """The topics that were voted on, the least of one mind first."""
        return by_consensus(self.sitting.items, self.sitting.assessment)

    def word(self, topic: TopicConsensus) -> Verdict:
        """Return how far the team was from one mind on a topic, before it talked."""
        return topic_verdict(topic.consensus, self.sitting.items.questionnaire_of(topic.topic))

    def voted(self, topic: str) -> tuple[str, ...]:
        """Return the questions of a topic on which there was a round."""
        questions = self.sitting.items.questions_of(topic)
        return tuple(one for one in questions if self.sitting.vote_on(one).rounds)

    def contested(self, topic: str) -> tuple[str, ...]:
        """Return the questions of a topic about which the team still differs."""
        return tuple(one for one in self.voted(topic) if differs(self.sitting, one))


def consensus_sheet(scene: ConsensusScene, width: int, height: int) -> Sheet:
    """Return what there is to say above the topics, and a row for each of them."""
    air = [NOTHING] if height >= len(scene.topics) + 5 else []
    said = paragraph(_above(scene), min(width, _MEASURE) - 4, "strong")
    lines = [*air, *(join("   ", line) for line in said), *air]
    spots = []
    title = max((width_of(title_of(scene.sitting, one.topic)) for one in scene.topics), default=0)
    room = min(title, _WIDEST_TITLE, width // 2 - 2)
    if scene.topics:
        lines.append(_headings(scene, room, width))
    for topic in scene.topics:
        spots.append(Spot(topic.topic, len(lines), 0, width))
        lines.append(_row(scene, topic, room, width))
    if _silent(scene):
        lines += [
            *air,
            *(join("   ", line) for line in paragraph(_silent(scene), width - 4, "faint")),
        ]
    return Sheet(lines, spots, scene.cursor)


def _above(scene: ConsensusScene) -> str:
    if not scene.sitting.assessment.votes:
        return scene.say(
            "Nobody has voted yet. A team votes in silence first, and then talks where it "
            "differs. Press Enter to begin."
        )
    if not any(scene.contested(topic.topic) for topic in scene.topics):
        return scene.say("There is no answer any more about which you differ.")
    return scene.say("Talk about these: the least of one mind stands first.")


def _silent(scene: ConsensusScene) -> str:
    """Return the topics of which too few chose a level; empty without any."""
    ranked = {topic.topic for topic in scene.topics}
    topics = [
        title_of(scene.sitting, topic)
        for topic in scene.sitting.items.topics
        if topic not in ranked and scene.voted(topic)
    ]
    if not topics:
        return ""
    return scene.say("Too few of you chose a level to compare: {topics}.", topics=", ".join(topics))


def _row(scene: ConsensusScene, topic: TopicConsensus, title: int, width: int) -> Content:
    """Return a topic: a sign where there is still something to talk about, and its words."""
    here = topic.topic == scene.cursor
    word = scene.word(topic)
    return _cells(
        scene,
        (
            text(scene.signs.cursor if here else "", "cursor"),
            text(f" {_mark(scene, topic.topic)} ", "caution"),
            text(title_of(scene.sitting, topic.topic), "cursor" if here else "plain"),
            text(verdict_words(word, scene.say), _INKS[word]),
            text(_since(scene, topic.topic), "faint"),
        ),
        title,
        width,
    )


def _headings(scene: ConsensusScene, title: int, width: int) -> Content:
    """Return what stands in the columns."""
    first, since = scene.say("first vote"), scene.say("since then")
    cells = (NOTHING, NOTHING, NOTHING, text(first, "faint"), text(since, "faint"))
    return _cells(scene, cells, title, width)


def _cells(scene: ConsensusScene, cells: tuple[Content, ...], title: int, width: int) -> Content:
    sign, mark, name, word, since = cells
    words = [*map(scene.say, VERDICTS.values()), scene.say("first vote")]
    room = max(map(width_of, words)) + 2
    rest = max(0, width - title - room - 6)
    return fit(
        columns([(sign, 1), (mark, 3), (name, title), (NOTHING, 2), (word, room), (since, rest)]),
        width,
    )


def _mark(scene: ConsensusScene, topic: str) -> str:
    return scene.signs.differs if scene.contested(topic) else " "


def _since(scene: ConsensusScene, topic: str) -> str:
    """Return what is left to talk about, and what talking did."""
    say, contested = scene.say, scene.contested(topic)
    parts = []
    if contested:
        parts.append(
            say.many("{count} question to talk about", "{count} questions to talk about",
                     len(contested))
        )  # fmt: skip
    spreads = [moved(scene.sitting.vote_on(one).rounds) for one in scene.voted(topic)]
    closer = sum(pair is not None and pair[1] < pair[0] for pair in spreads)
    further = sum(pair is not None and pair[1] > pair[0] for pair in spreads)
    if closer:
        parts.append(say.many("{count} closer since", "{count} closer since", closer))
    if further:
        parts.append(
            say.many("{count} further apart since", "{count} further apart since", further)
        )
    return f" {scene.signs.between} ".join(parts)


def consensus_foot(scene: ConsensusScene, width: int, height: int) -> list[Content]:
    """Return the questions of the topic under the cursor, each with how its rounds ended."""
    topic = next((one for one in scene.topics if one.topic == scene.cursor), None)
    if topic is None or height < 3:
        return []
    lines = [NOTHING, join("   ", text(title_of(scene.sitting, topic.topic), "title"))]
    for question in scene.voted(topic.topic):
        ended = _ended(scene, question)
        asked = text(scene.sitting.items.question(question).text, "plain")
        if asked.cell_length + ended.cell_length + 6 <= width or height < 7:
            lines.append(join("   ", ends(asked, ended, min(width, _MEASURE) - 4)))
        else:
            folded = paragraph(asked.plain, min(width, _MEASURE) - 4)
            lines += [join("   ", line) for line in folded]
            lines.append(join("     ", ended))
    return lines[:height]


def _ended(scene: ConsensusScene, question: str) -> Content:
    """Return the verdict of the first round, and of the last one where there were more."""
    scale = scene.sitting.items.questionnaire_of(question)
    rounds = scene.sitting.vote_on(question).rounds
    shown = rounds if len(rounds) == 1 else (rounds[0], rounds[-1])
    words = []
    for votes in shown:
        found = verdict(votes, scale)
        words.append(text(verdict_words(found, scene.say), _INKS.get(found, "faint")))
    return join(text(f" {scene.signs.cursor} ", "faint")).join(words)


def why_consensus(scene: ConsensusScene) -> list[str]:
    """Return the figures behind the topic under the cursor, and how its word was found."""
    from peil.assessment.verdicts import halves_apart
    from peil.assessment.votes import APART_FROM, CONTESTED_FROM

    topic = next((one for one in scene.topics if one.topic == scene.cursor), None)
    if topic is None:
        return []
    say, sitting = scene.say, scene.sitting
    scale = sitting.items.questionnaire_of(topic.topic)
    told = []
    for question in scene.voted(topic.topic):
        told.append(sitting.items.question(question).text)
        for number, votes in enumerate(sitting.vote_on(question).rounds, 1):
            measures = measures_words(votes, scale, say) or verdict_words(None, say)
            told.append(say("  round {number}: {measures}", number=number, measures=measures))
    told += [
        "",
        say(
            "Consensus of the topic: {consensus}, the mean of the first rounds of its questions. "
            "It is 1 when all choose one level, and 0 when one half sits at each end "
            "(Tastle and Wierman, 2007).",
            consensus=say.number(topic.consensus, 2),
        ),
    ]
    if scale.last_level - scale.first_level >= APART_FROM:
        told.append(
            say(
                "Nearly agreed is from {nearly}, as with halves one level apart; divided is from "
                "{divided}, as with halves two levels apart; below that it is far apart.",
                nearly=say.number(halves_apart(1, scale), 2),
                divided=say.number(halves_apart(CONTESTED_FROM, scale), 2),
            )
        )
    told.append(say("A question is contested when its votes lie two levels apart or more."))
    return told
