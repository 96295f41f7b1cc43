"""The reveal as lines: every vote can be counted, and nothing leaves the window."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from peil.assessment.team import MAX_VOTERS, Agreement, Round, TeamVote
from peil.text.languages import words
from peil.tui.pages.reveal_sheet import reveal_sheet
from peil.tui.pages.reveal_words import RevealScene
from peil.tui.signs import ASCII, UNICODE, Signs
from tests.builders import assessment, question, questionnaire, topic
from tests.tui.sheets import sitting_over

QUESTION = "base/a"
ROUNDS = st.lists(st.text("0123456?-", min_size=1, max_size=MAX_VOTERS), min_size=1, max_size=4)


def scene_of(
    rounds: list[str], *, levels: int = 4, signs: Signs = UNICODE, agreed: Agreement | None = None
) -> RevealScene:
    """Return what the reveal is drawn from, after these rounds on a scale of so many levels."""
    last = levels - 1
    base = questionnaire(
        "base", topic("t", question("a", core=True, scale=(0, last))), scale=(0, last)
    )
    given_rounds = tuple(_round(word, last) for word in rounds)
    votes = {QUESTION: TeamVote(given_rounds, agreed)}
    sitting = sitting_over((base,), replace(assessment((base,), {}), votes=votes))
    return RevealScene(sitting, QUESTION, words("en"), signs)


def _round(word: str, last: int) -> Round:
    chosen = Counter(str(min(int(sign), last)) for sign in word if sign.isdigit())
    return Round(dict(chosen), word.count("?"), word.count("-"))


@settings(max_examples=150, deadline=None)
@given(
    rounds=ROUNDS,
    levels=st.integers(2, 6),
    width=st.integers(40, 160),
    height=st.integers(7, 45),
    signs=st.sampled_from((UNICODE, ASCII)),
)
def test_blocks_count_exactly_the_votes(
    rounds: list[str], levels: int, width: int, height: int, signs: Signs
) -> None:
    """For any votes, in any window: those of the latest round, and of the first beside it."""
    scene = scene_of(rounds, levels=levels, signs=signs)
    sheet = reveal_sheet(scene, width, height)
    assert all(line.cell_length <= width for line in sheet.lines)
    drawn = [line.plain.split() for line in sheet.lines]
    halved = any(set(word) == {signs.lower} for line in drawn for word in line)
    lines_each = 1 if halved else 2
    kept = scene.sitting.vote_on(QUESTION).rounds
    for level in range(levels):
        here = {spot.line for spot in sheet.spots if spot.name == str(level)}
        words_here = [word for line in here for word in drawn[line]]
        for sign, votes in ((signs.filled, kept[-1]), (signs.before, kept[0])):
            if sign == signs.before and len(kept) == 1:
                continue
            blocks = sum(set(word) == {sign} for word in words_here)
            assert blocks == lines_each * votes.votes.get(str(level), 0)


def plain(scene: RevealScene, width: int = 80, height: int = 24) -> str:
    """Return the reveal as plain text, its lines joined."""
    return " ".join(
        " ".join(line.plain.split()) for line in reveal_sheet(scene, width, height).lines
    )


def test_the_verdict_is_a_word_and_its_line_counts_everybody() -> None:
    """In four words, and in one more when nobody chose a level."""
    assert "FAR APART from 0 to 3 · 7 votes · 1 doesn't know · 1 abstained" in plain(
        scene_of(["01133?-"])
    )
    assert "DIVIDED from 0 to 2 · 3 votes · no don't-knows or abstentions" in plain(
        scene_of(["012"])
    )
    assert "NEARLY AGREED from 1 to 2 · 3 votes" in plain(scene_of(["112"]))
    assert "AGREED all at 1 · 2 votes" in plain(scene_of(["11"]))
    nobody = plain(scene_of(["??-"]))
    assert "NO LEVEL CHOSEN 3 votes · 2 don't know · 1 abstained" in nobody
    assert "SPEAKS FIRST who does not know" in nobody
    assert "choose a level, or d for don't know" in nobody


def test_the_ends_speak_first_and_nobody_where_all_agree() -> None:
    """Without a name, by what they chose."""
    assert "SPEAKS FIRST who chose 0, and who chose 3" in plain(scene_of(["0113"]))
    assert "SPEAKS FIRST" not in plain(scene_of(["1111"]))


def test_a_proposal_is_named_and_none_where_contested() -> None:
    """Enter takes it over; an earlier agreement is told until there is another one."""
    assert "proposal 1, Enter takes it over" in plain(scene_of(["112"]))
    assert "nothing yet (too far apart for a proposal)" in plain(scene_of(["013"]))
    before = Agreement("rated", 2, "as it was", rounds=1)
    assert "proposal 1, Enter takes it over; before this round: level 2" in plain(
        scene_of(["0123", "112"], agreed=before)
    )
    now = Agreement("rated", 2, "half done", "Piet: it is a 1", rounds=1)
    text = plain(scene_of(["0123"], agreed=now))
    assert "Agreed level 2 Reason half done Dissent Piet: it is a 1" in text
    assert "2 ●" in text


def test_the_first_round_stays_beside_the_latest() -> None:
    """Of three rounds the first and the last stand side by side."""
    text = plain(scene_of(["0123", "0122", "1122"]))
    assert "round 1 round 3" in text
    assert "from 1 to 2 (round 1: from 0 to 3)" in text
