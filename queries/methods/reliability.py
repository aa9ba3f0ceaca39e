"""Estimate how well schools keep their place from one year to the next.

Reliability in the sense of test theory (F. M. Lord, M. R. Novick, Statistical Theories of Mental
Test Scores, 1968, ch. 3): the correlation of two measurements of the same schools, here shares of
two consecutive years. A school's own growth counts as unreliability: what does not last to the
next year cannot be told from chance.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
from scipy.stats import norm

from queries.methods.panel import Panel, panel_of

LEAST_PAIRED = 4
"""Schools without which Fisher's transformation has no standard error."""


@dataclass(frozen=True)
class Reliability:
    """Correlation of schools' shares in consecutive years, its interval, and what it rests on.

    NaN where no two consecutive years have enough schools.
    """

    value: float
    low: float
    high: float
    schools: int
    """Schools that are in at least one pair."""

    pairs: int
    """Pairs of consecutive results of one school."""


def estimate(
    results: pd.DataFrame, minimum: float, confidence: float = 0.95, breaks: Collection[int] = ()
) -> Reliability:
    """Correlate all schools' shares of years that differ by one, neither of them of a break.

    Left out: shares of fewer than `minimum` participants, and a school's pair between whose
    years the project begins to act on it. Pairs of years are averaged on Fisher's scale, weighted
    by their degrees of freedom. They are of the same schools, so the interval is that of one pair
    of years of middle size (R. A. Fisher, "On the probable error of a coefficient of correlation
    deduced from a small sample", Metron 1 (1921), 3–32): somewhat too wide, never too narrow.
    """
    panel = panel_of(results, minimum)
    found = list(paired(panel, breaks))
    if not found:
        return Reliability(np.nan, np.nan, np.nan, 0, 0)
    weights = np.ones((1, len(panel.schools)))
    value = float(pooled(weights, panel.share, found)[0])
    sizes = np.array([rows.sum() for _, _, rows in found])
    spread = norm.ppf(0.5 + confidence / 2) / np.sqrt(sizes.mean() - 3)
    low, high = np.tanh(np.arctanh(value) + np.array([-spread, spread]))
    schools = int(np.logical_or.reduce([rows for _, _, rows in found]).sum())
    return Reliability(value, float(low), float(high), schools, int(sizes.sum()))


def paired(panel: Panel, breaks: Collection[int] = ()) -> Iterator[tuple[int, int, np.ndarray]]:
    """Give the columns of two consecutive years, and the schools that have both."""
    counted = ~np.isnan(panel.participants)
    for first, second in pairwise(range(len(panel.years))):
        years = panel.years[[first, second]]
        if years[1] - years[0] != 1 or set(years.tolist()) & set(breaks):
            continue
        rows = counted[:, first] & counted[:, second] & (panel.entry != years[0])
        if rows.sum() >= LEAST_PAIRED:
            yield first, second, rows


def pooled(
    weights: np.ndarray, share: np.ndarray, found: list[tuple[int, int, np.ndarray]]
) -> np.ndarray:
    """Average the correlations of pairs of years, one per row of `weights` (resamples × schools).

    A weight is how often a school was drawn; all ones give the estimate itself.
    """
    total, freedom = np.zeros(len(weights)), 0
    for first, second, rows in found:
        one, other = (
            np.where(rows, share[:, place] - share[rows, place].mean(), 0.0)
            for place in (first, second)
        )
        products = np.stack([rows * 1.0, one, other, one**2, other**2, one * other], axis=1)
        size, a, b, aa, bb, ab = (weights @ products).T
        spread = np.sqrt(np.maximum((aa - a * a / size) * (bb - b * b / size), 1e-300))
        correlation = np.clip((ab - a * b / size) / spread, -1 + 1e-12, 1 - 1e-12)
        total += (rows.sum() - 3) * np.arctanh(correlation)
        freedom += rows.sum() - 3
    return np.tanh(total / freedom)
