"""Interleaved runs, their median and 95th percentile, and the table they are printed in."""

import statistics
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

Run = Callable[[], float]
"""One run; returns what it measured, in seconds (or bytes)."""


class Figure(NamedTuple):
    """One measured thing beside its floor."""

    what: str
    floor: str
    target: str
    median: float
    high: float
    """95th percentile."""
    floor_median: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """The median over the floor's median."""
        return self.median / self.floor_median

    def row(self) -> str:
        """Return the figure as a row of the Markdown table."""
        scale = {"ms": 1e3, "MB": 1e-6, "bytes": 1.0}[self.unit]
        numbers = (self.median * scale, self.high * scale, self.floor_median * scale)
        form = ",.0f" if self.unit == "bytes" else ".3g"
        cells = [f"{number:{form}} {self.unit}" for number in numbers]
        return (
            f"| {self.what} | {cells[0]} | {cells[1]} | {self.floor}: {cells[2]} "
            f"| **{self.ratio:.2f}×** | {self.target} |"
        )


HEAD = (
    "| what | median | 95th | floor, same run | ratio | target |\n"
    "| --- | --- | --- | --- | --- | --- |"
)


def interleaved(runs: Mapping[str, Run], times: int = 12) -> dict[str, list[float]]:
    """Run each in turn, `times` times after one that warms up; return what each measured."""
    found: dict[str, list[float]] = {name: [] for name in runs}
    for turn in range(times + 1):
        for name, run in runs.items():
            value = run()
            if turn:
                found[name].append(value)
    return found


def percentile(values: list[float], share: float = 0.95) -> float:
    """Return the value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def timed(action: Callable[[], object]) -> Run:
    """Return a run that measures how long `action` takes, in seconds."""

    def run() -> float:
        before = time.perf_counter()
        action()
        return time.perf_counter() - before

    return run


def figure(
    what: str, floor: str, target: str, values: list[float], floors: list[float], unit: str = "ms"
) -> Figure:
    """Return the figure of measured values beside its floor's."""
    return Figure(
        what,
        floor,
        target,
        statistics.median(values),
        percentile(values),
        statistics.median(floors),
        unit,
    )
