"""What stands beside a question, in the inks and folds of the screen."""

from typing import Final

from peil.report.beside import beside
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.widgets.question_sheet import Aside

_LOOKS: Final = {
    "formerly": Aside("", "", ink="caution", folds=3),
    "team": Aside("", "", ink="deep", folds=2),
    "twin": Aside("", "", ink="deep", folds=1),
    "help": Aside("", ""),
    "evidence": Aside("", "", "evidence", "plain", 2),
    "pointer": Aside("", "", "evidence", "faint", 1),
    "note": Aside("", "", "note", "plain", 2),
}
"""How each kind is drawn."""


_PRIVATE: Final = ("evidence", "pointer", "note")
"""What is left out before a room: what was noted and pointed at, and how to add to it."""


def asides(sitting: Sitting, name: str, say: Words, *, discreet: bool = False) -> tuple[Aside, ...]:
    """Return what stands beside a question, given by its full id; `discreet`: before a room."""
    return tuple(
        _LOOKS[each.kind]._replace(label=each.label, text=each.text)
        for each in beside(sitting, name, say)
        if not (discreet and each.kind in _PRIVATE)
    )
