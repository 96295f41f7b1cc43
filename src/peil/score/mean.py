"""Weighted means in whole numbers, so that no rounding creeps in before the end."""

from math import gcd
from typing import NamedTuple


class Ratio(NamedTuple):
    """An exact fraction: `numerator / denominator`, the denominator above 0."""

    numerator: int
    denominator: int

    def rounded(self) -> float:
        """Return the fraction rounded to 6 decimals, an exact half to the even one."""
        whole, rest = divmod(self.numerator * 1_000_000, self.denominator)
        if 2 * rest > self.denominator or (2 * rest == self.denominator and whole % 2):
            whole += 1
        return whole / 1_000_000


NOTHING = Ratio(0, 1)
"""No part of the way to the last level."""
ALL = Ratio(1, 1)
"""All of the way to the last level."""


class Mean:
    """A weighted mean of fractions, exact; the sums are kept by denominator."""

    __slots__ = ("_mean", "_sums", "weight")

    def __init__(self) -> None:
        """Begin with nothing in it."""
        self._sums: dict[int, int] = {}
        self._mean: Ratio | None = None
        self.weight = 0
        """Sum of the weights added."""

    def add(self, weight: int, ratio: Ratio) -> None:
        """Take in a fraction with its weight, a whole number from 1."""
        numerator, denominator = ratio
        self._sums[denominator] = self._sums.get(denominator, 0) + weight * numerator
        self._mean = None
        self.weight += weight

    def ratio(self) -> Ratio | None:
        """Return the mean; None when nothing was added."""
        if self._mean is None and self.weight:
            numerator, denominator = 0, 1
            for one, total in self._sums.items():
                numerator = numerator * one + total * denominator
                denominator *= one
            denominator *= self.weight
            common = gcd(numerator, denominator)
            self._mean = Ratio(numerator // common, denominator // common)
        return self._mean


class Means:
    """The three means that every score has: as answered, at worst and at best."""

    __slots__ = ("high", "low", "score")

    def __init__(self) -> None:
        """Begin with nothing in them."""
        self.score = Mean()
        """Over what is rated or don't know."""
        self.low = Mean()
        """Over all that counts, open questions at their first level."""
        self.high = Mean()
        """Over all that counts, open questions at their last level."""

    @property
    def parts(self) -> tuple[Mean, Mean, Mean]:
        """The three in the order score, low, high."""
        return self.score, self.low, self.high

    def add(self, weight: int, part: "Means") -> None:
        """Take in the means of a part (a topic, a questionnaire) as far as it has them."""
        for mean, added in zip(self.parts, part.parts, strict=True):
            ratio = added.ratio()
            if ratio is not None:
                mean.add(weight, ratio)

    def rounded(self) -> tuple[float | None, float | None, float | None]:
        """Return score, low and high rounded to 6 decimals; None where there is no mean."""
        return _rounded(self.score), _rounded(self.low), _rounded(self.high)


def _rounded(mean: Mean) -> float | None:
    """Return a mean rounded to 6 decimals; None when it has none."""
    ratio = mean.ratio()
    return None if ratio is None else ratio.rounded()
