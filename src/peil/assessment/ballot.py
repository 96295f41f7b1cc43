"""A vote that still runs: what was typed so far, and nothing that may be shown.

Each voter gives one word: a sign for every question of the ballot, a level's digit, `?`
for don't know or `-` for an abstention. While a word can still be taken back it stands by
itself; then it is added to counts per question, and nobody can tell any more who gave it,
or in which order. Frozen data and pure changes; every one of them is checked first.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from peil.assessment.items import Items
from peil.assessment.team import MAX_VOTERS, Round, Way
from peil.errors import PeilError
from peil.text.languages import mark

UNKNOWN: Final = "?"
"""What a voter gives who does not know."""
ABSTAIN: Final = "-"
"""What a voter gives who does not vote on a question."""
OTHER_SIGNS: Final = (UNKNOWN, ABSTAIN)


class Ballot(msgspec.Struct, frozen=True):
    """One running vote on one or more questions."""

    number: int
    """Its number in this assessment, from 1."""
    way: Way
    questions: tuple[str, ...]
    """Full ids, in the order in which they are voted on."""
    signs: tuple[str, ...]
    """What can be given for each of them: the digits of its levels, then `?` and `-`."""
    voters: int
    """How many are to vote."""
    counts: tuple[tuple[int, ...], ...]
    """For each question, how often each of its signs was given."""
    cast: int = 0
    """How many words were added to the counts."""
    word: str = ""
    """What the present voter gave so far, and may still take back."""

    @property
    def position(self) -> int:
        """At which question the present voter is, from 0; the number of them when done."""
        return len(self.word)

    @property
    def is_word_whole(self) -> bool:
        """Whether the present voter gave a sign for every question."""
        return len(self.word) == len(self.questions)

    @property
    def fallen(self) -> int:
        """How many whole votes are in, the last one included while it can be taken back."""
        return self.cast + self.is_word_whole

    @property
    def all_in(self) -> bool:
        """Whether everybody's vote is in, so that it may be shown."""
        return self.fallen >= self.voters


def begun(items: Items, number: int, way: Way, questions: Sequence[str], voters: int) -> Ballot:
    """Return a new ballot on some questions. PeilError when nobody or nothing is to be asked."""
    if not questions:
        raise PeilError(mark("There is no question to vote on. Choose the topics of today first."))
    signs = tuple(signs_of(items, question) for question in questions)
    return Ballot(
        number=number,
        way=way,
        questions=tuple(questions),
        signs=signs,
        voters=checked_voters(voters),
        counts=tuple((0,) * len(each) for each in signs),
    )


def signs_of(items: Items, question: str) -> str:
    """Return what a voter can give for a question: its levels' digits, `?` and `-`."""
    levels = (str(level.number) for level in items.question(question).levels)
    return "".join((*levels, *OTHER_SIGNS))


def fits(items: Items, ballot: Ballot) -> bool:
    """Tell whether every question of a ballot is there, with the levels that it has here."""
    return all(
        items.has_question(question) and signs_of(items, question) == signs
        for question, signs in zip(ballot.questions, ballot.signs, strict=True)
    )


def must_be_sign(sign: str, signs: str) -> None:
    """Refuse what is none of the signs of a question, with a sentence that never names it."""
    if len(sign) != 1 or sign not in signs:
        levels = signs.removesuffix("".join(OTHER_SIGNS))
        raise PeilError(
            mark("That is no vote here: {first} to {last}, ? or -."),
            first=levels[0],
            last=levels[-1],
        )


def checked_voters(voters: int) -> int:
    """Return a number of voters; PeilError unless from 1 to `MAX_VOTERS`."""
    if not 1 <= voters <= MAX_VOTERS:
        raise PeilError(
            mark("The number of voters must be from 1 to {most}: {voters} is not."),
            most=MAX_VOTERS,
            voters=voters,
        )
    return voters


def given(ballot: Ballot, sign: str) -> Ballot:
    """Return the ballot with one more sign of the present voter.

    PeilError for a sign that the question does not have, or after a whole word. It never
    says which sign it was: it is read aloud before the whole room.
    """
    if ballot.is_word_whole:
        raise PeilError(mark("This vote is in. Space goes on to the next one."))
    must_be_sign(sign, ballot.signs[ballot.position])
    return replace(ballot, word=ballot.word + sign)


def taken_back(ballot: Ballot) -> Ballot:
    """Return the ballot without the last sign of the present voter; as it is without one."""
    return replace(ballot, word=ballot.word[:-1])


def passed_on(ballot: Ballot) -> Ballot:
    """Return the ballot with the present voter's word counted, ready for the next one.

    PeilError while the word is not whole.
    """
    if not ballot.is_word_whole:
        raise PeilError(mark("This vote is not whole yet: give a vote on every question."))
    counts = tuple(
        tuple(count + (sign == each) for each, count in zip(signs, row, strict=True))
        for sign, signs, row in zip(ballot.word, ballot.signs, ballot.counts, strict=True)
    )
    return replace(ballot, counts=counts, cast=ballot.cast + 1, word="")


def with_voters(ballot: Ballot, voters: int) -> Ballot:
    """Return the ballot for another number of voters: somebody came or left.

    PeilError for fewer than have voted already.
    """
    if voters < ballot.fallen:
        raise PeilError(
            mark("{fallen} votes are in already, so there are no fewer voters than that."),
            fallen=ballot.fallen,
        )
    return replace(ballot, voters=checked_voters(voters))


def rounds_of(ballot: Ballot, time: str) -> dict[str, Round]:
    """Return what a ballot says of each question, as counts. PeilError until all votes are in."""
    if not ballot.all_in:
        raise PeilError(
            mark("{fallen} of {voters} votes are in. Nothing is shown until all of them are."),
            fallen=ballot.fallen,
            voters=ballot.voters,
        )
    whole = passed_on(ballot) if ballot.is_word_whole else ballot
    return {
        question: _round(dict(zip(signs, row, strict=True)), time)
        for question, signs, row in zip(whole.questions, whole.signs, whole.counts, strict=True)
    }


def tallied(items: Items, question: str, word: str, time: str) -> Round:
    """Return a finished round out of one word with a sign for each voter, such as `22314?-`.

    Blanks between signs are read past. PeilError for a sign that the question does not
    have, for nobody, or for more than `MAX_VOTERS`.
    """
    signs = signs_of(items, question)
    votes = "".join(word.split())
    wrong = next((sign for sign in votes if sign not in signs), None)
    if wrong is not None:
        raise PeilError(
            mark(
                "{sign} is no vote on this question. Type one sign for each voter: {first} to "
                "{last}, ? for don't know, - for an abstention, such as {example}."
            ),
            sign=wrong,
            first=signs[0],
            last=signs[-3],
            example=f"{signs[1]}{signs[1]}{signs[-3]}{signs[0]}?-",
        )
    checked_voters(len(votes))
    return _round({sign: votes.count(sign) for sign in signs}, time)


def _round(counts: Mapping[str, int], time: str) -> Round:
    return Round(
        votes={sign: count for sign, count in counts.items() if count and sign not in OTHER_SIGNS},
        unknown=counts[UNKNOWN],
        abstain=counts[ABSTAIN],
        time=time,
    )
