"""The clock of a meeting: it informs and never stops anybody."""

from collections.abc import Callable


class Clock:
    """Counts the seconds for which a meeting runs, on top of those of earlier sittings."""

    def __init__(self, now: Callable[[], float]) -> None:
        """Stand still; `now` returns seconds that never run backwards."""
        self._now = now
        self._since: float | None = None

    @property
    def runs(self) -> bool:
        """Whether it runs."""
        return self._since is not None

    def start(self) -> None:
        """Run; nothing happens when it runs."""
        if self._since is None:
            self._since = self._now()

    def stop(self) -> int:
        """Stand still, and return the seconds for which it ran."""
        counted = self.counted
        self._since = None
        return counted

    @property
    def counted(self) -> int:
        """Whole seconds for which it has run since it was started."""
        return 0 if self._since is None else int(self._now() - self._since)
