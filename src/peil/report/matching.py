"""Which line of an edited list is which action: doubled, unknown, without its code, or gone."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from peil.assessment.model import Listed
from peil.errors import PeilError
from peil.report.listed import goal_code, goal_of
from peil.report.reading_back import Item, Remark
from peil.report.sayings import folded, same_words
from peil.text.languages import mark

_QUOTED: Final = 60
"""Most characters of a title that a remark quotes."""
_SHOWN: Final = 12
"""Most codes that one remark names."""
_DOUBLED: Final = mark("{code} stands there twice; the first counts")
_UNKNOWN: Final = mark(
    "{code} is no action of this assessment, so left out. To make it one of your own, take the "
    "code away"
)
_ONLY_A_WORD: Final = mark("not understood, so left out: {code} {text}")
_CODE_BACK: Final = mark("the code was gone; by its words this is {code}")
_SEVERAL: Final = mark("without its code this could be {codes}, so left out: {text}")
_AGAIN: Final = mark("this says the same as {code}, so it is no new action: {text}")
_GONE: Final = mark(
    "no longer in the list: {codes}. Nothing is deleted for that: to drop an action, write "
    "“status: dropped: why” under it"
)
_MOVED: Final = mark(
    "in another place than before: {codes}. The order is worked out by Peil, so that changes "
    "nothing"
)


class Matched(NamedTuple):
    """The items of a list, each with what it is."""

    actions: Mapping[str, Item]
    """By code."""
    goals: Mapping[str, Item]
    """By goal id."""
    new: Sequence[Item]
    remarks: Sequence[Remark]


def matched(
    items: Sequence[Item],
    state: Mapping[str, Listed],
    goals: Sequence[str],
    known: Mapping[str, Listed],
) -> Matched:
    """Return which items are which; `state` and `goals` were listed, `known` is all there is."""
    actions, found_goals, remarks = _by_code(items, known)
    in_place = list(actions)
    new: list[Item] = []
    for found in _by_words([item for item in items if not item.code], known, actions):
        if isinstance(found, Remark):
            remarks.append(found)
        elif found.code:
            actions[found.code] = found
            remarks.append(Remark(found.line, PeilError(_CODE_BACK, code=found.code)))
        else:
            new.append(found)
    gone = [code for code in state if code not in actions]
    gone += [goal_code(goal) for goal in goals if goal not in found_goals]
    if gone and (actions or found_goals):
        remarks.append(Remark(0, PeilError(_GONE, codes=_named(gone))))
    moved = _moved(in_place, list(state))
    if moved:
        line = min(actions[code].line for code in moved)
        remarks.append(Remark(line, PeilError(_MOVED, codes=_named(moved))))
    return Matched(actions, found_goals, new, remarks)


def _by_code(
    items: Sequence[Item], known: Mapping[str, Listed]
) -> tuple[dict[str, Item], dict[str, Item], list[Remark]]:
    """Return the items with a code by it, the first where it stands twice; goals by their id."""
    actions: dict[str, Item] = {}
    goals: dict[str, Item] = {}
    remarks: list[Remark] = []
    for item in items:
        if not item.code:
            continue
        is_goal = item.code[0] == "G"
        name = goal_of(item.code) if is_goal else item.code
        sure = item.certain or (
            not is_goal and name in known and same_words(item.title, known[name].title)
        )
        if not sure:
            text = item.title[:_QUOTED]
            remarks.append(Remark(item.line, PeilError(_ONLY_A_WORD, code=item.code, text=text)))
        elif not is_goal and name not in known:
            remarks.append(Remark(item.line, PeilError(_UNKNOWN, code=item.code)))
        elif name in (goals if is_goal else actions):
            remarks.append(Remark(item.line, PeilError(_DOUBLED, code=item.code)))
        else:
            (goals if is_goal else actions)[name] = item
    return actions, goals, remarks


def _by_words(
    items: Sequence[Item], known: Mapping[str, Listed], found: Mapping[str, Item]
) -> Iterator[Item | Remark]:
    """Return items without a code with that of the action whose words they have, if it is gone."""
    by_title: dict[str, list[str]] = {}
    for code, each in known.items():
        by_title.setdefault(folded(each.title), []).append(code)
    taken = set(found)
    for item in items:
        codes = by_title.get(folded(item.title), [])
        free = [code for code in codes if code not in taken]
        text = item.title[:_QUOTED]
        if len(free) == 1:
            taken.add(free[0])
            yield item._replace(code=free[0])
        elif free:
            yield Remark(item.line, PeilError(_SEVERAL, codes=_named(free), text=text))
        elif codes:
            yield Remark(item.line, PeilError(_AGAIN, code=codes[0], text=text))
        else:
            yield item


def _moved(codes: Sequence[str], order: Sequence[str]) -> list[str]:
    """Return the fewest codes that, taken out, leave the others in their order."""
    rank = {code: number for number, code in enumerate(order)}
    codes = [code for code in codes if code in rank]
    ends: list[int] = []  # the lowest rank in which an orderly row of that length ends
    places: list[int] = []
    for code in codes:
        place = bisect_left(ends, rank[code])
        ends[place : place + 1] = [rank[code]]
        places.append(place)
    wanted, stays = len(ends) - 1, set()
    for code, place in zip(reversed(codes), reversed(places), strict=True):
        if place == wanted:
            stays.add(code)
            wanted -= 1
    return [code for code in codes if code not in stays]


def _named(codes: Sequence[str]) -> str:
    more = len(codes) - _SHOWN
    return ", ".join(codes[:_SHOWN]) + (f" (+{more})" if more > 0 else "")
