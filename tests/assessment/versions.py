"""Two and three versions of one questionnaire, built in few words and at random."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from hypothesis import strategies as st
from msgspec.structs import replace

from peil.assessment.model import ActionRecord, Answer, Assessment, Source
from peil.assessment.updating import updated
from peil.assessment.versions import Versions
from peil.questionnaire.model import Level, Question, Questionnaire
from tests.builders import TIME, assessment, question, questionnaire, topic

LATER: Final = "2027-02-01T09:00:00Z"
"""When a newer version takes over."""


def asked(
    name: str,
    *,
    was: Sequence[str] = (),
    says: Mapping[int, str] | None = None,
    text: str = "",
    scale: tuple[int, int] = (1, 4),
    core: bool = False,
) -> Question:
    """Return a question; `says` holds the levels that read otherwise than usual."""
    made = question(name, scale=scale, text=text, core=core)
    levels = tuple(
        replace(level, text=(says or {}).get(level.number, f"It stands at {level.number}."))
        for level in made.levels
    )
    return replace(made, was=tuple(was), levels=levels)


def version(number: int, *questions: Question, scale: tuple[int, int] = (1, 4)) -> Questionnaire:
    """Return version `number` of the questionnaire `q`, with one topic `t`."""
    return replace(questionnaire("q", topic("t", *questions), scale=scale), version=number)


def between(before: Questionnaire, after: Questionnaire) -> Versions:
    """Return two versions in one language."""
    return Versions(before, after, [(before, after)])


def moved_on(now: Assessment, before: Questionnaire, after: Questionnaire) -> Assessment:
    """Return the assessment with the later version in the place of the earlier."""
    source = Source(after.id, after.version, {"en": f"# version {after.version}\n"})
    return updated(now, between(before, after), source, LATER)


class Chain(NamedTuple):
    """An assessment, and the versions that its questionnaire had one after the other."""

    versions: tuple[Questionnaire, ...]
    assessment: Assessment


_IDS: Final = ("a", "b", "c", "d")
_SCALES: Final = st.sampled_from([(1, 4), (1, 4), (1, 4), (0, 3), (1, 3)])
_WORDS: Final = st.sampled_from(["usual", "usual", "other"])


@st.composite
def _versions(draw: st.DrawFn, number: int) -> Questionnaire:
    scale = draw(_SCALES)
    ids = draw(st.lists(st.sampled_from(_IDS), unique=True, min_size=1))
    gone = [name for name in _IDS if name not in ids]
    questions = []
    for name in ids:
        was = draw(st.lists(st.sampled_from(gone), unique=True, max_size=2)) if gone else []
        levels = tuple(
            Level(level, f"{draw(_WORDS)} level {level}") for level in range(scale[0], scale[1] + 1)
        )
        questions.append(Question(name, f"Is it {name}?", levels, was=tuple(was)))
    return version(number, *questions, scale=scale)


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    """Draw three versions that have little in common, and answers each with a note of its own."""
    versions = tuple(draw(_versions(number)) for number in (1, 2, 3))
    first = versions[0]
    answers = {}
    for number, name in enumerate(draw(st.lists(st.sampled_from(_IDS), unique=True))):
        level = st.integers(first.first_level, first.last_level)
        said = draw(
            st.one_of(
                level.map(lambda chosen: Answer("rated", chosen)),
                st.sampled_from(
                    [Answer(), Answer("unknown"), Answer("not-applicable", reason="no")]
                ),
            )
        )
        flag = draw(st.booleans())
        answers[f"q/{name}"] = replace(said, note=f"note {number}", look_again=flag, changed=TIME)
    keys = draw(
        st.lists(
            st.tuples(st.sampled_from(_IDS), st.sampled_from(["@1", "@2", "@3", "?"])), unique=True
        )
    )
    actions = {
        f"A{number:02}": ActionRecord(f"A{number:02}", f"q/{name}{rest}")
        for number, (name, rest) in enumerate(keys, 1)
    }
    made = assessment([first], answers)
    return Chain(versions, replace(made, actions=actions, last_code=len(actions)))
