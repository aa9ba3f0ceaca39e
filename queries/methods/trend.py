"""Say whether a series of yearly shares has a direction, if it is long enough to say.

Straight line by weighted least squares, each year weighted by its participants, limits by
Student's t (N. R. Draper, H. Smith, Applied Regression Analysis, 3rd ed., 1998, ch. 9).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import t

BETTER, WORSE, SAME, UNKNOWN = "better", "worse", "same", "unknown"
LEAST_POINTS = 3
"""Points without which a line leaves nothing to judge its error by."""


@dataclass(frozen=True)
class Trend:
    """A word (better, worse, same, unknown); slope and limits in percentage points a year."""

    word: str
    slope: float
    low: float
    high: float
    points: int
    """Points of the last unbroken run of years, on which the word rests."""


def verdict(
    years: Sequence[int] | np.ndarray,
    shares: Sequence[float] | np.ndarray,
    weights: Sequence[float] | np.ndarray,
    breaks: Collection[int],
    confidence: float,
    minimum_points: int,
) -> Trend:
    """Judge shares 0–1 with their numbers of participants; a smaller share is better.

    Years without a share or of a break end a run; only the last run is judged, for the question
    is where things go now. `same`: the line's limits are on both sides of zero.
    """
    order = np.argsort(years)
    year, share, weight = (np.asarray(part, float)[order] for part in (years, shares, weights))
    known = ~np.isnan(share) & (weight > 0) & ~np.isin(year, list(breaks))
    year, share, weight = year[known], share[known], weight[known]
    start = int(np.max(np.flatnonzero(np.diff(year) != 1) + 1, initial=0))
    year, share, weight = year[start:], share[start:], weight[start:]
    if len(year) < max(minimum_points, LEAST_POINTS):
        return Trend(UNKNOWN, np.nan, np.nan, np.nan, len(year))
    slope, half = _line(year, 100 * share, weight, confidence)
    word = BETTER if slope + half < 0 else WORSE if slope - half > 0 else SAME
    return Trend(word, slope, slope - half, slope + half, len(year))


def by_group(
    rows: pd.DataFrame,
    group: str,
    breaks: Collection[int],
    confidence: float,
    minimum_points: int,
) -> pd.DataFrame:
    """One row per group, sorted: group, word, slope, low, high (pp a year), points.

    `rows`: one row per group and year: year, share 0–1 (NaN: hidden), participants. A group
    without any share has NaN points: nothing of it is told.
    """
    ordered = rows.sort_values([group, "year"], kind="stable")
    columns = [ordered[name].to_numpy(float) for name in ("year", "share", "participants")]
    number, names = pd.factorize(ordered[group])
    starts = np.flatnonzero(np.diff(number)) + 1
    found = []
    # No rows at all split into one empty part, but have no name: so lengths are not held equal.
    parts = zip(names, *(np.split(column, starts) for column in columns), strict=False)
    for name, year, share, weight in parts:
        judged = verdict(year, share, weight, breaks, confidence, minimum_points)
        points = np.nan if np.isnan(share).all() else judged.points
        found.append((name, judged.word, judged.slope, judged.low, judged.high, points))
    return pd.DataFrame(found, columns=[group, "word", "slope", "low", "high", "points"])


def _line(
    year: np.ndarray, value: np.ndarray, weight: np.ndarray, confidence: float
) -> tuple[float, float]:
    """Slope and half of its interval."""
    x = year - np.average(year, weights=weight)
    y = value - np.average(value, weights=weight)
    spread = float(weight @ x**2)
    slope = float(weight @ (x * y)) / spread
    freedom = len(x) - 2
    error = np.sqrt(float(weight @ (y - slope * x) ** 2) / freedom / spread)
    return slope, float(t.ppf(0.5 + confidence / 2, freedom) * error)
