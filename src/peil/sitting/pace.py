"""How fast this reader really goes, against the reading time that was expected."""

from collections import deque
from collections.abc import Callable

SHORTEST, LONGEST = 1.0, 300.0
"""Seconds; outside them somebody skipped, or was away."""


class Pace:
    """Learns from the last questions; 1.0 until three of them are known."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        """Measure with `seconds`, a clock that only goes forward."""
        self._seconds = seconds
        self._shown: tuple[str, float] | None = None
        self._ratios: deque[float] = deque(maxlen=12)

    def show(self, question: str) -> None:
        """Note that a question appeared; showing it again changes nothing."""
        if self._shown is None or self._shown[0] != question:
            self._shown = (question, self._seconds())

    def answered(self, question: str, expected: float) -> None:
        """Note that the question shown was answered, where `expected` seconds were foreseen."""
        if self._shown is None or self._shown[0] != question:
            return
        taken = self._seconds() - self._shown[1]
        self._shown = None
        if expected > 0 and SHORTEST <= taken <= LONGEST:
            self._ratios.append(taken / expected)

    @property
    def factor(self) -> float:
        """Real over expected time, between 0.25 and 3."""
        if len(self._ratios) < 3:
            return 1.0
        middle = sorted(self._ratios)[len(self._ratios) // 2]
        return min(3.0, max(0.25, middle))
