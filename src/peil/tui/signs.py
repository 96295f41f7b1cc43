"""The signs that stand beside colour, in Unicode and in ASCII.

A terminal that cannot draw them (`TERM=linux`, a locale that is not UTF-8) gets the
ASCII forms; `PEIL_ASCII=1` asks for them anywhere. Drawings of the iceberg are then
left out, their words stay.
"""

import locale
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from peil.assessment.model import ActionStatus

STATUS: Final[Mapping["ActionStatus", str]] = {
    "open": "[ ]",
    "doing": "[~]",
    "done": "[x]",
    "dropped": "[-]",
}
"""How an action stands, as in the lists that Peil writes."""


class Signs(NamedTuple):
    """One set of signs, each one cell wide unless its name says otherwise."""

    ascii: bool = False
    """Whether drawings are to be left out."""
    cursor: str = "▸"
    """Where the cursor stands; also "becomes" between two figures."""
    chosen: str = "●"
    """Chosen now."""
    free: str = "○"
    """A choice that is not taken, in a row of choices."""
    last: str = "◇"
    """Chosen last time."""
    stands: str = "✓"
    """At its target."""
    falls_short: str = "○"
    """Not yet at its target."""
    reached: str = "■"
    to_target: str = "□"
    beyond: str = "·"
    unanswered: str = "?"
    filled: str = "█"
    empty: str = "░"
    before: str = "▒"
    """A vote of an earlier round."""
    lower: str = "▀"
    """The lower half of a vote where there is no empty line below it."""
    done: str = "━"
    """A part of the progress bar that is done."""
    to_go: str = "┄"
    rule: str = "─"
    saved: str = "✓"
    saving: str = "…"
    """Also stands for text that was cut off."""
    failed: str = "!"
    flag: str = "⚑"
    """To look at again later."""
    differs: str = "≠"
    """The team differs about it."""
    between: str = "·"
    """Between two parts of one line."""
    bar: str = "│"
    """Between two keys of the footer."""
    up: str = "↑"
    down: str = "↓"
    left: str = "←"
    right: str = "→"
    more_above: str = "▲"
    """There is more above what is shown."""
    more_below: str = "▼"

    def plain(self, words: str) -> str:
        """Return words with the arrows in them as these signs write them."""
        for arrow, sign in zip("↑↓←→", (self.up, self.down, self.left, self.right), strict=True):
            words = words.replace(arrow, sign)
        return words


UNICODE = Signs()
"""For terminals that speak UTF-8."""
ASCII = Signs(
    ascii=True,
    cursor=">",
    chosen="*",
    free=".",
    last="o",
    stands="+",
    falls_short="-",
    reached="#",
    to_target="=",
    beyond=".",
    filled="#",
    empty=".",
    before="%",
    lower='"',
    done="=",
    to_go="-",
    rule="-",
    saved="+",
    saving="~",
    flag="f",
    differs="/",
    between="-",
    bar="|",
    up="^",
    down="v",
    left="<",
    right=">",
    more_above="^",
    more_below="v",
)
"""For the Linux console and for locales other than UTF-8."""


def signs_for(environment: Mapping[str, str] = os.environ, encoding: str | None = None) -> Signs:
    """Return the signs that the terminal of this environment can draw."""
    wish = environment.get("PEIL_ASCII", "")
    encoding = encoding or encoding_of_screen()
    if wish not in ("", "0") or environment.get("TERM") == "linux" or not _is_utf8(encoding):
        return ASCII
    return UNICODE


def encoding_of_screen() -> str:
    """Return the letters that reach the screen: the locale's, or fewer where stderr has fewer.

    In the locale C Python writes UTF-8 all the same; the terminal need not know it.
    """
    of_locale = locale.getencoding()
    screen = sys.__stderr__
    return (screen and screen.encoding) or of_locale if _is_utf8(of_locale) else of_locale


def _is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("-", "") in ("utf8", "cp65001")
