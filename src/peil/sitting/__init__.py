"""One open assessment: every change goes through it, is undoable, and is saved.

A front end holds no rule of its own. It asks a `Sitting` what is next, what is
asked and what counts, tells it what was answered, and shows what comes back.
What only looks at an assessment needs no more than a `View`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peil.sitting.sitting import Sitting

__all__ = ["Sitting"]


def __getattr__(name: str) -> object:
    """Load `Sitting` when it is asked for: commands that only look do without it."""
    if name == "Sitting":
        from peil.sitting.sitting import Sitting

        return Sitting
    raise AttributeError(name)
