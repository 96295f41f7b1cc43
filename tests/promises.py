"""What Peil promises, counted: how often the suite tried to break each promise.

A test that tries many things says how many with the `tally` fixture; at the end of a
run the counts of all tests are added up and printed as one table.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

Tally: TypeAlias = Callable[[str, int], None]
"""Takes what was tried, one of `TRIED`, and how often."""

MARK: Final = "promise: "
"""Begins the name of a count among the properties of a test."""

TRIED: Final[dict[str, str]] = {
    "crash points": "crash points of a save, each with every disk that a power cut can leave",
    "disks after a crash": "disks that a power cut left behind",
    "failing operations": "disk operations that failed, once and for ever",
    "kills": "kills of the running program, each answer that was called saved looked for",
    "damaged files": "files cut short, emptied, or with a flipped bit",
    "sequences": "random sequences of answering, undoing, closing, killing and opening again",
    "broken storages": "storages broken on purpose, each of which a test must catch",
    "attack files": "questionnaires and assessment files made to do harm",
    "hostile strings": "hostile strings sent through screens, commands and exports",
    "faults": "faults of the list, each with a test of its name",
}
"""What is counted, and what one of it is."""

FAULTS: Final = (
    "kill -9",
    "power cut",
    "disk full",
    "EIO on fsync",
    "read-only folder",
    "folder not ours",
    "second window on the same assessment",
    "second window on another assessment",
    "lock left by a dead process",
    "file changed underneath",
    "file cut short",
    "all generations damaged",
    "newer format",
    "older format",
    "SIGTERM",
    "SIGHUP",
    "SIGQUIT",
    "Ctrl+C",
    "Ctrl+Z and fg",
    "crash of our own",
    "standard input closed",
    "standard input not a terminal",
    "output piped",
    "TERM=dumb",
    "NO_COLOR",
    "C locale",
    "16 colours",
    "1x1 to 500x200 and a storm of resizes",
    "clock set back",
    "questionnaire changed under an open assessment",
    "questionnaire deleted under an open assessment",
    "a 1 MB paste into a note",
    "10,000 assessments in the list",
)
"""What real life does to a program; a test of each carries `@pytest.mark.fault("kill -9")`."""

FAULT: Final = "fault: "
"""Begins the name of a fault among the properties of a test."""


def counted(properties: Iterable[Iterable[tuple[str, object]]]) -> Counter[str]:
    """Add up the counts among the properties of all tests."""
    counts: Counter[str] = Counter()
    faults: set[str] = set()
    for of_one_test in properties:
        for name, value in of_one_test:
            if name.startswith(MARK) and isinstance(value, int):
                counts[name.removeprefix(MARK)] += value
            elif name.startswith(FAULT):
                faults.add(name)
    counts["faults"] += len(faults)
    return counts


def table(counts: Counter[str]) -> list[str]:
    """Return the counts as the lines of a Markdown table, in the order of `TRIED`."""
    rows = [f"| {counts[name]:,} | {what} |" for name, what in TRIED.items() if counts[name]]
    return ["| tried | what |", "| ---: | --- |", *rows]
