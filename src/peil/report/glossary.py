"""The words of the product, explained: the same ones on the screen, in files and in help."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from peil.errors import PeilError
from peil.report.table import columns
from peil.text.languages import LANGUAGES, Words, mark, words


class Word(NamedTuple):
    """One word and what it means; both are marked sentences."""

    word: str
    meaning: str


WORDS: Final = (
    Word(
        mark("assessment"),
        mark(
            "One organisation's answers to one or more questionnaires, with its profile and its "
            "plan. It is one file on your own computer."
        ),
    ),
    Word(
        mark("profile"),
        mark(
            "What decides what is asked and planned: the name, whether you work alone or with "
            "colleagues, whom you want to reach, the hours a week, and at most three goals."
        ),
    ),
    Word(
        mark("questionnaire"),
        mark(
            "One instrument: an ordered list of topics with questions. Two come along, and you can "
            "write your own."
        ),
    ),
    Word(
        mark("topic"),
        mark(
            "A group of questions with a score and a level of its own. In the iceberg a topic is "
            "called a foundation."
        ),
    ),
    Word(
        mark("question"),
        mark("One thing to place yourself on, with two to six levels to choose from."),
    ),
    Word(
        mark("core question"),
        mark(
            "The one question of a topic that the quick walk asks. With those alone there is a "
            "result already."
        ),
    ),
    Word(
        mark("level"),
        mark(
            "One described step of a question. A topic is at the level of its weakest question. In "
            "the maturity model levels are called stages."
        ),
    ),
    Word(
        mark("answer"),
        mark(
            "A level, or don't know, or not applicable with a reason. Don't know counts as nothing "
            "yet; not applicable leaves the sum."
        ),
    ),
    Word(
        mark("note"),
        mark("Free text with an answer, for yourself: it stands in no list of actions."),
    ),
    Word(
        mark("evidence"),
        mark("What you can point at to show that an answer is so, with its date if you like."),
    ),
    Word(
        mark("walkthrough"),
        mark(
            "Going from question to question. Core questions come first; what does not concern you "
            "is left out, and you can stop at any moment."
        ),
    ),
    Word(
        mark("ballot"),
        mark(
            "A hidden vote of a team. Nothing of it is shown until everybody has voted, and then "
            "only how many chose each level."
        ),
    ),
    Word(
        mark("round"),
        mark(
            "One turn of a vote on a question. A second round stands beside the first one and "
            "never takes its place."
        ),
    ),
    Word(
        mark("agreed level"),
        mark("What a team decides after a vote. Scores and plan use it; the votes stay on record."),
    ),
    Word(
        mark("spread"),
        mark(
            "How far apart votes lie: the highest minus the lowest level. From 2 on an answer is "
            "contested, and agreeing on it asks for a reason."
        ),
    ),
    Word(
        mark("consensus"),
        mark(
            "How much of one mind votes are, from 0 (half at each end) to 1 (all at one level). It "
            "is the index of Tastle and Wierman."
        ),
    ),
    Word(
        mark("target"),
        mark("The level that a topic should reach. The plan goes no further."),
    ),
    Word(
        mark("stands"),
        mark(
            "A topic stands when its core question is at its target and its other questions are at "
            "most one level lower."
        ),
    ),
    Word(
        mark("the base carries"),
        mark(
            "Every foundation of the iceberg stands, so that new tools make sense. Until then they "
            "can wait."
        ),
    ),
    Word(
        mark("readiness"),
        mark(
            "The score over all questionnaires, in per cent, with the range that open questions "
            "still leave."
        ),
    ),
    Word(mark("step"), mark("Raising one question by one level.")),
    Word(
        mark("action"),
        mark(
            "A step, something to find out, or a thing of your own, in the plan. It has a code "
            "such as A07 that never changes."
        ),
    ),
    Word(
        mark("plan"),
        mark(
            "The actions in the order in which to do them: what brings most for its hours first, "
            "and nothing before what it needs. Every action says why it stands where it stands."
        ),
    ),
    Word(
        mark("parking lot"),
        mark("What comes up in a team session and belongs elsewhere, so that nobody forgets it."),
    ),
    Word(
        mark("checkpoint"),
        mark("A named copy of the answers as they are now, to compare with later."),
    ),
)
"""Every word, in the order in which one meets them."""


def glossary_text(say: Words) -> str:
    """Return all words with their meanings."""
    return "\n".join(columns([(say(each.word), say(each.meaning)) for each in WORDS]))


def word_text(wanted: str, say: Words) -> str:
    """Return what a word means; PeilError, with the nearest one, for no word of ours.

    It may be given in any language, and only its beginning where that says which.
    """
    found = _found(" ".join(wanted.lower().split()))
    if len(found) == 1:
        return "\n".join((say(found[0].word), f"  {say(found[0].meaning)}"))
    if found:
        raise PeilError(
            mark("{word} can be {words}. Type more of the one you mean."),
            word=wanted,
            words=say.listing([say(each.word) for each in found]),
        )
    raise _unknown(wanted, say)


def _found(wanted: str) -> Sequence[Word]:
    exact = [each for each in WORDS if wanted in _names(each)]
    if exact or not wanted:
        return exact
    return [each for each in WORDS if any(name.startswith(wanted) for name in _names(each))]


def _names(word: Word) -> list[str]:
    return [words(language)(word.word).lower() for language in LANGUAGES]


def _unknown(wanted: str, say: Words) -> PeilError:
    from difflib import get_close_matches

    names = {name: each for each in WORDS for name in _names(each)}
    near = get_close_matches(wanted.lower(), names, 1)
    if near:
        return PeilError(
            mark("{word} is no word of Peil. Did you mean {close}?"),
            word=wanted,
            close=say(names[near[0]].word),
        )
    return PeilError(
        mark("{word} is no word of Peil. All of them are listed by: peil help"), word=wanted
    )
