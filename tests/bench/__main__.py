"""Run the bench and print its table."""

import compileall
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import peil
from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.sitting.begin import Wishes, begin
from peil.store.workspace import Workspace
from tests.bench import commands, computing, screen, ways
from tests.bench.measuring import HEAD, Figure

Part = Callable[[], list[Figure]]
"""Measures one group of figures."""


def half_answered(data: Path) -> tuple[str, str]:
    """Make an assessment with half of its questions answered; return its id and its question.

    The walk stands at the first open question; its first words are what the screen must show.
    """
    workspace = Workspace(data)
    sitting = begin(
        workspace,
        Catalog([shipped_folder()], workspace.cache),
        Wishes("Bench", people="team"),
        language="en",
    )
    order = sitting.walk.order
    with sitting.all_or_nothing():
        for question in order[: len(order) // 2]:
            sitting.rate(question, 2)
        sitting.go_to(order[len(order) // 2])
    text = sitting.items.question(order[len(order) // 2]).text
    sitting.close()
    return sitting.assessment.id, text[:24]


def all_answered(data: Path) -> tuple[str, str]:
    """Make an assessment with every question at its first level; return its id and its question."""
    workspace = Workspace(data)
    sitting = begin(
        workspace,
        Catalog([shipped_folder()], workspace.cache),
        Wishes("Bench", people="team"),
        language="en",
    )
    order = sitting.walk.order
    with sitting.all_or_nothing():
        for question in order:
            sitting.rate(question, sitting.items.questionnaire_of(question).first_level)
        sitting.go_to(order[0])
    text = sitting.items.question(order[0]).text
    sitting.close()
    return sitting.assessment.id, text[:24]


def main(wanted: list[str]) -> None:
    """Run the parts wanted, or all of them, in a folder of their own."""
    compileall.compile_dir(str(Path(peil.__file__).parent), quiet=1)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        catalog = Catalog([shipped_folder()], None)
        texts = [catalog.texts(each) for each in ("iceberg", "community-maturity")]
        parts: dict[str, Part] = {
            "start": lambda: screen.start(data, *half_answered(data)),
            "keys": lambda: screen.keys(data, *half_answered(data)),
            "trying": lambda: [
                *computing.trying(texts),
                *screen.trying(data, *all_answered(data)),
            ],
            "lasting": lambda: screen.lasting(data, *half_answered(data)),
            "saving": lambda: computing.saving(data, half_answered(data)[0]),
            "ways": lambda: ways.ways(data, half_answered(data)[0]),
            "commands": lambda: commands.commands(data, half_answered(data)[0]),
            "computing": lambda: computing.computing(texts),
            "reading": lambda: computing.reading(texts),
            "many": lambda: commands.many(data, half_answered(data)[0]),
        }
        print(HEAD, flush=True)
        for name, part in parts.items():
            if not wanted or name in wanted:
                print("\n".join(found.row() for found in part()), flush=True)
    day = datetime.now(UTC).date()
    print(f"\n{day}, {os.cpu_count()} cores, Python {platform.python_version()}")


main(sys.argv[1:])
