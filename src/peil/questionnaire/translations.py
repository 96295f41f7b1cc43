"""A translation beside its original: the same ids, levels, settings and version."""

from collections.abc import Mapping
from typing import Final

from peil.questionnaire.building import scale_of
from peil.questionnaire.draft import (
    Draft,
    DraftLevel,
    DraftQuestion,
    DraftTopic,
    Placed,
    split_list,
)
from peil.questionnaire.problems import Problems
from peil.questionnaire.values import DEFAULT_MINUTES

Item = DraftTopic | DraftQuestion

_FRONT_SETTINGS: Final = {"target": "", "gate": "no", "weight": "1"}
_ITEM_SETTINGS: Final = {
    "core": "no",
    "weight": "1",
    "goals": "",
    "source": "",
    "ask if": "",
    "see": "",
    "was": "",
}
_LEVEL_SETTINGS: Final = {"needs": ""}
"""Settings that are no texts, with what holds where they are not written."""


def compare(draft: Draft, original: Draft, file: str, problems: Problems) -> None:
    """Note where a translation departs from its original, which stands in `file`."""
    _Comparison(draft, original, file, problems).run()


class _Comparison:
    """One translation beside one original."""

    def __init__(self, draft: Draft, original: Draft, file: str, problems: Problems) -> None:
        """Compare `draft` with `original`, naming that one's `file`."""
        self._draft = draft
        self._original = original
        self._file = file
        self._problems = problems

    def run(self) -> None:
        """Compare everything that should be the same."""
        own, theirs = _items(self._draft), _items(self._original)
        self._front()
        self._ids(own, theirs)
        for name in own.keys() & theirs.keys():
            item, other = own[name], theirs[name]
            settings = dict(item.settings)
            if isinstance(item, DraftQuestion) and item.core is None:
                settings.pop("core", None)  # neither yes nor no, which is noted already
            self._settings(settings, other.settings, other.line, _ITEM_SETTINGS)
            if isinstance(item, DraftQuestion) and isinstance(other, DraftQuestion):
                for level, their_level in zip(item.levels, other.levels, strict=False):
                    self._level(level, their_level)

    def _front(self) -> None:
        own, theirs = self._draft.front, self._original.front
        if own.version != theirs.version and own.version and theirs.version:
            self._problems.add(
                "translation-version",
                own.line("version"),
                own=own.version,
                first=theirs.version,
                original=self._file,
            )
        scales = scale_of(self._draft, self._original), scale_of(self._original, self._original)
        if scales[0] != scales[1]:
            self._problems.add(
                "translation-levels",
                own.line("scale"),
                own=f"{scales[0][0]}-{scales[0][1]}",
                first=f"{scales[1][0]}-{scales[1][1]}",
                original=self._file,
            )
        self._settings(own.values, theirs.values, 1, _FRONT_SETTINGS)

    def _ids(self, own: Mapping[str, Item], theirs: Mapping[str, Item]) -> None:
        for name in theirs:
            if name not in own:
                line = self._draft.title.line if self._draft.title else 1
                self._problems.add("translation-misses", line, id=name, original=self._file)
        for name, item in own.items():
            if name not in theirs:
                self._problems.add("translation-adds", item.line, id=name, original=self._file)
        ours_in_order = [name for name in own if name in theirs]
        theirs_in_order = [name for name in theirs if name in own]
        for name, other in zip(ours_in_order, theirs_in_order, strict=True):
            if name != other:
                line = own[name].line
                self._problems.add("translation-order", line, id=name, original=self._file)
                return

    def _settings(
        self,
        own: Mapping[str, Placed],
        theirs: Mapping[str, Placed],
        line: int,
        defaults: Mapping[str, str],
    ) -> None:
        """Compare settings that both write; one that is left out here is no difference."""
        for name, default in defaults.items():
            placed, other = own.get(name), theirs.get(name)
            if placed is None or not placed.text:
                continue
            if _same(placed.text, other.text if other else default):
                continue
            first = other.line if other else line
            self._differs(name, placed.line, first)

    def _level(self, own: DraftLevel, theirs: DraftLevel) -> None:
        self._settings(own.settings, theirs.settings, theirs.line, _LEVEL_SETTINGS)
        if own.action is None or theirs.action is None or own.action.minutes is None:
            return
        if own.action.minutes != (theirs.action.minutes or DEFAULT_MINUTES):
            self._differs("effort", own.action.line, theirs.action.line)

    def _differs(self, name: str, line: int, first: int) -> None:
        self._problems.add("translation-setting", line, name=name, first=first, original=self._file)


def _items(draft: Draft) -> dict[str, Item]:
    """Return a draft's topics and questions by id, in the order of the file."""
    items: list[Item] = []
    for topic in draft.topics:
        items += [topic, *topic.questions]
    return {item.id: item for item in items if item.id}


def _same(one: str, other: str) -> bool:
    return sorted(map(_plain, split_list(one))) == sorted(map(_plain, split_list(other)))


def _plain(text: str) -> str:
    return "".join(text.split())
