"""What happens inside the process: scores, plan, reading, saving."""

import os
import tempfile
from collections.abc import Mapping, Sequence
from itertools import cycle
from pathlib import Path

from markdown_it import MarkdownIt
from msgspec.structs import replace

from peil.assessment.model import Answer, Assessment
from peil.plan.influence import answered_influence, open_influence
from peil.plan.planning import make_plan
from peil.questionnaire.catalog import load
from peil.questionnaire.model import Questionnaire, full_id
from peil.questionnaire.reading import read
from peil.score.readiness import score_assessment
from peil.sitting import Sitting
from peil.sitting.summary import summarise
from peil.sitting.view import View
from peil.store.workspace import Workspace
from tests.bench.measuring import Figure, figure, interleaved, timed

COPIES = 10
"""How many times the questionnaires are taken for the long assessment."""


def computing(texts: Sequence[Mapping[str, str]]) -> list[Figure]:
    """Measure scores and plan of 54 questions, all at the first level, and of ten times as many."""
    short = tuple(load(each, "en", None) for each in texts)
    long = tuple(replace(each, id=f"{each.id}-{copy}") for copy in range(COPIES) for each in short)
    at_first, at_first_long = _all_at_first(short), _all_at_first(long)
    found = interleaved(
        {
            "scores": timed(lambda: score_assessment(short, at_first)),
            "scores, long": timed(lambda: score_assessment(long, at_first_long)),
            "plan": timed(lambda: make_plan(short, at_first)),
            "plan, long": timed(lambda: make_plan(long, at_first_long)),
        }
    )
    return [
        figure(
            f"{what} of 540 questions",
            f"{what} of 54",
            "≤ 12×",
            found[f"{what}, long"],
            found[what],
        )
        for what in ("scores", "plan")
    ]


def trying(texts: Sequence[Mapping[str, str]]) -> list[Figure]:
    """Measure one more action taken as done, and what the result hangs on, of 54 answers."""
    questionnaires = tuple(load(each, "en", None) for each in texts)
    at_first = _all_at_first(questionnaires)
    view = View(at_first, language="en")
    view.__dict__["questionnaires"] = questionnaires
    chosen = cycle([action.key for action in view.plan.actions])

    def toggle() -> None:
        after = view.what_if([next(chosen)]).view
        _ = after.scores, after.plan

    def hangs_on() -> None:
        answered_influence(questionnaires, at_first)
        open_influence(questionnaires, at_first)

    found = interleaved(
        {
            "toggle": timed(toggle),
            "hangs on": timed(hangs_on),
            "plan": timed(lambda: make_plan(questionnaires, at_first)),
        },
        times=40,
    )
    return [
        figure(
            "what-if toggle, 54 questions", "one plan", "≤ 16 ms", found["toggle"], found["plan"]
        ),
        figure(
            "what the result hangs on, 54 questions",
            "one plan",
            "≤ 300 ms",
            found["hangs on"],
            found["plan"],
        ),
    ]


def reading(texts: Sequence[Mapping[str, str]]) -> list[Figure]:
    """Measure reading all questionnaires of one language beside parsing the same Markdown."""
    sources = [each["en"] for each in texts]
    parser = MarkdownIt("commonmark", {"html": False})
    found = interleaved(
        {
            "read": timed(lambda: [read(source, "bench") for source in sources]),
            "parse": timed(lambda: [parser.parse(source) for source in sources]),
        }
    )
    return [
        figure(
            "reading 54 questions",
            "markdown-it-py parsing them",
            "≤ 1.3×",
            found["read"],
            found["parse"],
        )
    ]


def saving(data: Path, assessment: str) -> list[Figure]:
    """Measure one save, from handing it over to "saved", beside the bare disk work."""
    sitting = Sitting.open(Workspace(data), assessment)
    file = sitting.file
    assert file is not None
    states = []
    for level in (1, 2):
        sitting.rate(sitting.walk.order[0], level)
        states.append((sitting.assessment, summarise(sitting), None))
    file.flush(10)
    whole = (data / "assessments" / f"{assessment}.json").read_bytes()
    following = cycle(states)

    def save() -> None:
        file.save(*next(following))
        file.flush(10)

    with tempfile.TemporaryDirectory(dir=data) as folder:
        found = interleaved(
            {
                "save": timed(save),
                "floor": timed(lambda: _write_safely(Path(folder), whole)),
            },
            times=40,
        )
    sitting.close()
    return [
        figure(
            f"answer saved ({len(whole) // 1000} kB)",
            "write, fsync, replace, fsync of the folder",
            "≤ 1.5×",
            found["save"],
            found["floor"],
        )
    ]


def _write_safely(folder: Path, data: bytes) -> None:
    aside = folder / "aside"
    with aside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(folder / "file")
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def _all_at_first(questionnaires: Sequence[Questionnaire]) -> Assessment:
    answers = {
        full_id(each.id, question.id): Answer("rated", each.first_level)
        for each in questionnaires
        for topic in each.topics
        for question in topic.questions
    }
    return Assessment("bench", "Bench", "", "", "en", (), answers=answers)
