"""A weighted mean written out, so that a reader can redo it with a pencil.

Fractions are written over one common denominator: `(2/9 + 9/9) / 2 = 11/18 = 61 %`.
"""

from collections.abc import Sequence
from math import lcm
from typing import Final, NamedTuple

from peil.score.mean import NOTHING, Mean, Ratio
from peil.text.languages import Words

_LARGEST_DENOMINATOR: Final = 9_999
"""Beyond it a fraction helps nobody: then per cents with two decimals are written."""


class Term(NamedTuple):
    """One part of a weighted mean."""

    weight: int
    ratio: Ratio


def mean_of(terms: Sequence[Term]) -> Ratio:
    """Return the exact weighted mean of at least one term."""
    mean = Mean()
    for term in terms:
        mean.add(*term)
    return mean.ratio() or NOTHING


def written_sum(terms: Sequence[Term], say: Words) -> str:
    """Return the mean of the terms written out, up to the equals sign before the result."""
    common = lcm(*(term.ratio.denominator for term in terms))
    if common > _LARGEST_DENOMINATOR:
        return _sum(terms, [_decimal(term.ratio, say) for term in terms]) + " = "
    steps = [_sum(terms, [_over(term.ratio, common) for term in terms])]
    mean = fraction(mean_of(terms))
    if mean not in ("0", "1", steps[0]):
        steps.append(mean)
    return " = ".join((*steps, ""))


def fraction(ratio: Ratio) -> str:
    """Return a fraction as one writes it: `1/3`, and 0 and 1 as whole numbers."""
    numerator, denominator = ratio
    if numerator in (0, denominator):
        return str(numerator // denominator)
    return f"{numerator}/{denominator}"


def _sum(terms: Sequence[Term], written: Sequence[str]) -> str:
    """Return the weighted terms added up and divided by the sum of their weights."""
    weight = sum(term.weight for term in terms)
    parts = [
        text if term.weight in (1, weight) else f"{term.weight} × {text}"
        for term, text in zip(terms, written, strict=True)
    ]
    return parts[0] if len(parts) == 1 else f"({' + '.join(parts)}) / {weight}"


def _over(ratio: Ratio, common: int) -> str:
    """Return a fraction over the common denominator; 0 stays 0."""
    if not ratio.numerator:
        return "0"
    if common == 1:
        return str(ratio.numerator)
    return f"{ratio.numerator * (common // ratio.denominator)}/{common}"


def _decimal(ratio: Ratio, say: Words) -> str:
    """Return a fraction in per cent with two decimals."""
    return f"{say.number(100 * ratio.numerator / ratio.denominator, 2)} %"
