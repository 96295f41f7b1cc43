"""One open assessment: every change goes through it, is undoable, and is saved.

A front end holds no rule of its own. It asks a `Sitting` what is next, what is
asked and what counts, tells it what was answered, and shows what comes back.
"""

from peil.sitting.sitting import Sitting

__all__ = ["Sitting"]
