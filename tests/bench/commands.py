"""Whole commands as processes, beside the bare import of what they stand on."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench.measuring import Figure, figure, interleaved, timed


def commands(data: Path, assessment: str) -> list[Figure]:
    """Measure the commands that draw nothing."""
    place = ("--data-dir", str(data))
    asked = {
        "--version": ("--version",),
        "--help": ("--help",),
        "list": ("list", *place),
        "score": ("score", assessment, *place),
        "plan": ("plan", assessment, *place),
        "export --format json": ("export", assessment, "--format", "json", *place),
        "export": ("export", assessment, *place),
    }
    runs = {name: timed(_command(*arguments)) for name, arguments in asked.items()}
    runs["click"] = timed(lambda: _run("-c", "import click"))
    runs["all"] = timed(lambda: _run("-c", "import click, msgspec, tinydb"))
    found = interleaved(runs)
    few = ("--version", "--help")
    return [
        figure(f"peil {name}", "import click", "≤ 1.3×", found[name], found["click"])
        if name in few
        else figure(
            f"peil {name}", "import click, msgspec, tinydb", "≤ 1.6×", found[name], found["all"]
        )
        for name in asked
    ]


def many(data: Path, assessment: str) -> list[Figure]:
    """Measure the list of 10,000 assessments beside reading 10,000 small files."""
    folder = data / "assessments"
    small = data / "small"
    small.mkdir(exist_ok=True)
    source = (folder / f"{assessment}.json").read_bytes()
    for number in range(10_000):
        (folder / f"many-{number:05}.json").write_bytes(source)
        (small / f"{number:05}").write_bytes(source[:600])
    _run("-m", "peil", "list", "--data-dir", str(data))
    found = interleaved(
        {
            "list": timed(lambda: _run("-m", "peil", "list", "--data-dir", str(data))),
            "read": timed(lambda: _read_all(small)),
        },
        times=5,
    )
    return [
        figure(
            "peil list, 10,000 assessments",
            "reading 10,000 small files",
            "≤ 1×",
            found["list"],
            found["read"],
        )
    ]


def _read_all(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        path.read_bytes()


def _command(*arguments: str) -> Callable[[], None]:
    return lambda: _run("-m", "peil", *arguments)


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
