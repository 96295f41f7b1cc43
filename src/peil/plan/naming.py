"""How a sentence names actions and questions: the first few, and how many others."""

from collections.abc import Mapping, Sequence
from typing import Final

from peil.assessment.items import Items
from peil.text.languages import Words

_MOST: Final = 3
"""How many actions or questions one sentence names, unless there is only one more."""


class Names:
    """Names of actions and questions in one language."""

    def __init__(self, items: Items, codes: Mapping[str, str], say: Words) -> None:
        """Keep the questions and the codes, which are by key."""
        self._items = items
        self._codes = codes
        self._say = say

    def actions(self, keys: Sequence[str]) -> str:
        """Return some actions by their codes, or how many there are while they have none."""
        say = self._say
        codes = [self._codes[key] for key in keys if key in self._codes]
        if len(codes) < len(keys):
            return say.many("{count} other action", "{count} other actions", len(keys))
        return self._listed(codes)

    def questions(self, questions: Sequence[str]) -> str:
        """Return some questions in quotation marks."""
        return self._listed([f"“{self._items.question(name).text}”" for name in questions])

    def _listed(self, items: list[str]) -> str:
        """Return items as one phrase, the first `_MOST` of them in full."""
        more = len(items) - _MOST
        if more > 1:
            rest = self._say.many("{count} other", "{count} others", more)
            return self._say.listing([*items[:_MOST], rest])
        return self._say.listing(items)
