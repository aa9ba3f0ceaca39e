"""Find how schools' results differ: what lasts, what passes with a year, with a work, with both.

The chance of a pupil to stay below the threshold is, on the logit scale, a middle school's in the
work and year, plus the school's lasting level, plus what it lastingly has in the work, plus what
passes with its year, plus what passes with one work in one year. The variances are found by
moments: products of two shares are free of the pupils' luck, and the covariance of the chances of
two normal logits is a power series of their correlation (F. G. Mehler, "Ueber die Entwicklung
einer Function von beliebig vielen Variablen nach Laplaceschen Functionen höherer Ordnung",
Journal für die reine und angewandte Mathematik 66 (1866), 161–176).
"""

from copy import copy
from dataclasses import dataclass

import numpy as np
from scipy.optimize import nnls

NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(21)
WEIGHTS = WEIGHTS / WEIGHTS.sum()
POWERS = 7
"""Terms of the series; with logits spread by 1.5 the eighth is below a thousandth of the sum."""

HALF = 10.0
"""Participants with whom a share weighs half of what it can at most: schools themselves differ."""

LEAST = 1e-3
"""Least variance, so that every matrix has an inverse."""

MOST = 9.0
"""Most that logits may vary: seven schools in ten would have nobody, or nearly all, below."""

KEPT_LEAST = 0.5
"""Least part of a lasting level that is left after a year; what fades faster has passed."""

LOGIT_SCALE = 0.346
"""(16·√3 / 15π)²: E expit(a + sZ) ≈ expit(a / √(1 + 0.346 s²)); Demidenko (2004), eq. 7.12."""

PARTS = 10
"""Parts of the schools that are left out by turns to tell an error."""

SIZES = 3
"""Groups of schools, by size, from which it is found how much more small schools' years differ."""


@dataclass(frozen=True)
class Counts:
    """Results of a region; arrays are schools × works × years, 0 where nobody wrote."""

    participants: np.ndarray
    below: np.ndarray
    years: np.ndarray


@dataclass(frozen=True)
class Spread:
    """Variances on the logit scale."""

    middle: np.ndarray
    """Logit of a middle school; works × years."""

    lasting: float
    """Of schools' lasting levels of one year."""

    kept: float
    """Correlation of a school's lasting levels of two successive years; 1: they do not drift."""

    work: float
    """Of what a school lastingly has in a work."""

    yearly: np.ndarray
    """Of what passes with a school's year, by school: larger in small ones."""

    passing: float
    """Of what passes with one work of a school in one year."""


def spread(counts: Counts) -> Spread:
    """Find all variances of a region; it needs at least two years."""
    size = counts.participants
    weight = size / (size + HALF)
    share = counts.below / np.maximum(size, 1)
    mean = (weight * share).sum(axis=0) / np.maximum(weight.sum(axis=0), 1e-9)
    mean = np.clip(mean, 1e-4, 1 - 1e-4)
    total = _total(counts, weight, mean)
    cells, series = _Cells(mean.shape[0], counts.years), _series(mean, total)
    weighed = weight * (share - mean)

    def over(rows: np.ndarray | slice) -> _Moments:
        flat = [each[rows].reshape(-1, mean.size) for each in (weight, weighed)]
        return _Moments(flat[0], flat[1], series, cells)

    every = over(slice(None))
    kept = _kept(every, [over(slice(first, None, PARTS)) for first in range(PARTS)])
    lasting, whole = every.lasting(kept), every.correlation(cells.same_year)
    within = max(every.within(kept) - lasting, 0.0)
    usual = size.sum(axis=(1, 2)) / np.maximum((size > 0).sum(axis=(1, 2)), 1)
    small = 1 / np.sqrt(np.maximum(usual, 1))
    groups = np.array_split(np.argsort(usual, kind="stable"), SIZES)
    middles = np.array([small[rows].mean() for rows in groups])
    yearly = _yearly([over(rows) for rows in groups], kept, middles, small)
    return Spread(
        middle=_logit(mean, total),
        lasting=max(lasting * total, LEAST),
        kept=kept,
        work=max(within * total, LEAST),
        yearly=np.maximum(yearly * total, LEAST),
        passing=max((1 - max(whole, lasting) - within) * total, LEAST),
    )


class _Cells:
    """Which pairs of cells tell what; a cell is a work in a year, arrays are cells × cells."""

    def __init__(self, works: int, years: np.ndarray) -> None:
        work, year = np.repeat(np.arange(works), len(years)), np.tile(years, works)
        other, gap = work[:, None] != work, np.abs(year[:, None] - year)
        self.same_year = (gap == 0) & other
        self.same_work = {int(by): ~other & (gap == by) for by in np.unique(gap[gap > 0])}
        # Of a single work its own years tell what lasts.
        across = other | (works == 1)
        self.across = {int(by): across & (gap == by) for by in np.unique(gap[gap > 0])}


class _Moments:
    """Products of weighed shares, summed over some schools by pairs of cells."""

    def __init__(
        self, weight: np.ndarray, weighed: np.ndarray, series: np.ndarray, cells: _Cells
    ) -> None:
        self.found, self.weight = weighed.T @ weighed, weight.T @ weight
        self.series, self.cells = series, cells

    def correlation(self, chosen: np.ndarray) -> float:
        """Give the one correlation of logits that fits the `chosen` pairs together.

        1 if there are none: in a single work nothing tells a year from what passes with the work.
        """
        if not chosen.any():
            return 1.0
        terms = ((self.series @ (self.weight * chosen)) * self.series).sum(axis=1)
        grid = np.linspace(0, 1, 201)
        sums = np.maximum.accumulate(grid[:, None] ** np.arange(1, POWERS + 1) @ terms)
        return float(np.interp((self.found * chosen).sum(), sums, grid))

    def fading(self) -> float:
        """Slope of the logarithms of correlations by years between."""
        found, weight = self._by_gap(self.cells.across)
        gaps = np.array(list(self.cells.across), float)
        if len(gaps) < 2 or found.min() <= 0:
            return 0.0
        apart = gaps - np.average(gaps, weights=weight)
        return float((weight * apart * np.log(found)).sum() / (weight * apart**2).sum())

    def without(self, some: "_Moments") -> "_Moments":
        """Leave some schools out."""
        rest = copy(self)
        rest.found, rest.weight = self.found - some.found, self.weight - some.weight
        return rest

    def lasting(self, kept: float) -> float:
        """Part of the variance that lasts, from different works of different years."""
        return self._at_once(self.cells.across, kept)

    def within(self, kept: float) -> float:
        """Part of the variance that lasts, from single works: what they have of their own too."""
        return self._at_once(self.cells.same_work, kept)

    def _at_once(self, pairs: dict[int, np.ndarray], kept: float) -> float:
        found, weight = self._by_gap(pairs)
        faded = kept ** np.array(list(pairs), float)
        return float((weight * found).sum() / max((weight * faded).sum(), 1e-9))

    def _by_gap(self, pairs: dict[int, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
        found = np.array([self.correlation(chosen) for chosen in pairs.values()])
        return found, np.array([(self.weight * chosen).sum() for chosen in pairs.values()])


def _kept(every: _Moments, parts: list[_Moments]) -> float:
    """Find how much of a level is kept from year to year.

    What fades is taken as far as it is beyond its own error, told by leaving out a part of the
    schools at a time: else chance alone would make levels drift, for they cannot do the opposite.
    """
    slope = every.fading()
    without = np.array([every.without(part).fading() for part in parts])
    error = (len(parts) - 1) * float(np.var(without))
    slope *= max(0.0, 1 - error / max(slope**2, 1e-12))
    return float(np.clip(np.exp(slope), KEPT_LEAST, 1))


def _yearly(
    groups: list[_Moments], kept: float, middles: np.ndarray, small: np.ndarray
) -> np.ndarray:
    """Part of the variance that passes with a year, by school: a + b / √size, neither below 0."""
    found = [each.correlation(each.cells.same_year) - each.lasting(kept) for each in groups]
    weight = np.sqrt([(each.weight * each.cells.same_year).sum() for each in groups])
    weight = np.maximum(weight, 1e-9)
    parts = np.column_stack([np.ones(len(groups)), middles])
    factors = nnls(parts * weight[:, None], np.array(found) * weight)[0]
    yearly: np.ndarray = factors[0] + factors[1] * small
    return yearly


def _total(counts: Counts, weight: np.ndarray, mean: np.ndarray) -> float:
    """Find the whole variance of logits of one work and year, by halving.

    Two pupils of one cell are both below the threshold with the mean square of its chance.
    """
    size, below = counts.participants, counts.below
    some = np.where(size > 1, weight, 0.0)
    both = below * (below - 1) / np.maximum(size * (size - 1), 1)
    apart = both - 2 * mean * below / np.maximum(size, 1) + mean**2
    found, each = (some * apart).sum(), some.sum(axis=0).ravel()
    low, high = 0.0, MOST
    for _ in range(16):
        middle = (low + high) / 2
        less = (each * (_series(mean, middle) ** 2).sum(axis=0)).sum() < found
        low, high = (middle, high) if less else (low, middle)
    return max((low + high) / 2, LEAST)


def _series(mean: np.ndarray, total: float) -> np.ndarray:
    """Coefficients of a chance in Hermite polynomials of its normal logit; powers × cells."""
    logit = _logit(mean, total).reshape(-1, 1)
    chance = WEIGHTS / (1 + np.exp(-(logit + np.sqrt(total) * NODES)))
    before, now = np.ones_like(NODES), NODES.copy()
    rows = []
    for power in range(1, POWERS + 1):
        rows.append(chance @ now)
        # Of length one: He(n + 1) = (x He(n) − √n He(n − 1)) / √(n + 1).
        before, now = now, (NODES * now - np.sqrt(power) * before) / np.sqrt(power + 1)
    return np.array(rows)


def _logit(mean: np.ndarray, total: float) -> np.ndarray:
    """Give the logit whose chances have this mean when logits vary by `total`."""
    logit: np.ndarray = np.log(mean / (1 - mean)) * np.sqrt(1 + LOGIT_SCALE * total)
    for _ in range(2):
        chance = 1 / (1 + np.exp(-(logit[..., None] + np.sqrt(total) * NODES)))
        slope = np.maximum((chance * (1 - chance)) @ WEIGHTS, 1e-6)
        logit = logit + np.clip((mean - chance @ WEIGHTS) / slope, -1, 1)
    return logit
