"""Say which series of yearly shares move away from the rest of their region, year after year.

A series is followed by its changes from one year to the next, less those of the rest of the
region; over a break or a hidden year no change is taken, so a step there says nothing. In a random
walk these changes are independent and their mean has Student's error; in independent years they
cancel in part and the error is rather too large. Levels would have to be told which of both they
are (C. W. J. Granger, P. Newbold, "Spurious regressions in econometrics", J. Econometrics 2
(1974), 111–120; C. I. Plosser, G. W. Schwert, "Money, income, and sunspots", J. Monetary Economics
4 (1978), 637–660, on the safety of differences). A few changes tell little of their own spread, so
it is found from all series of the region together (G. K. Smyth, "Linear models and empirical Bayes
methods", Stat. Appl. Genet. Mol. Biol. 3 (2004), no. 1), as far as their sizes make them unlike.
"""

import math
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.optimize import nnls
from scipy.stats import t

BETTER, WORSE, SAME, UNKNOWN = "better", "worse", "same", "unknown"
COLUMNS = ("word", "slope", "low", "high", "changes", "visible", "enough")
ROUNDS = 20
"""Of fitting the spread: weights and spread settle in fewer."""


@dataclass(frozen=True)
class Needs:
    """What a verdict asks for; slopes in percentage points a year."""

    confidence: float
    slope: float
    """Least slope that matters; with any one change left out, the others must have it too."""
    visible: float
    """Slope that half of the series must show every other time, or none has a verdict."""
    changes: int
    """Fewest changes from year to year."""
    series: int
    """Fewest series with two changes or more, from which their spread is found."""


def trends(
    rows: pd.DataFrame, group: str, whole: pd.DataFrame, breaks: Collection[int], needs: Needs
) -> pd.DataFrame:
    """One row per group, sorted: group, word, slope, low, high, changes, visible, enough.

    `rows`: one row per group and year; `whole`: one per year, of the region that the groups are
    parts of: year, participants, below (NaN: hidden). A smaller share is better. Slope and limits
    are in percentage points a year against the rest of the region, NaN without a verdict;
    `visible` is the slope that the group's changes would show every other time; `enough` the
    first year in which a group without a verdict could have one, if results go on, NaN if no year
    can be told. Of a group that is hidden in every year all three are NaN.
    """
    years = np.sort(whole["year"].unique())
    counts = [
        rows.pivot(index=group, columns="year", values=name).reindex(columns=years)
        for name in ("below", "participants")
    ]
    below, size = (part.to_numpy(float) for part in counts)
    totals = whole.set_index("year").loc[years]
    moved = _changes(below, size, totals, breaks)
    spread, freedom = _spread(moved, _luck(below, size), needs.series)
    found = _judged(moved, spread, freedom, int(years[-1]) if len(years) else 0, needs)
    found.loc[np.isnan(below).all(axis=1), ["changes", "visible", "enough"]] = np.nan
    return found.set_index(counts[0].index).sort_index().reset_index()


def _changes(
    below: np.ndarray, size: np.ndarray, whole: pd.DataFrame, breaks: Collection[int]
) -> np.ndarray:
    """Give by group and pair of successive years the change against the rest, in points."""
    rest = whole["participants"].to_numpy(float) - size
    others = whole["below"].to_numpy(float) - below
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = 100 * (below / size - others / rest)
    apart[~np.isfinite(apart)] = np.nan
    year = whole.index.to_numpy()
    apart[:, np.isin(year, list(breaks))] = np.nan
    moved: np.ndarray = np.diff(apart, axis=1)[:, np.diff(year) == 1]
    return moved


def _luck(below: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Variance that independent pupils would give a change of each group, in points squared.

    Two pupils are added, one of them below, or a group that nobody was below in had no luck.
    """
    share = (below + 1) / (size + 2)
    each = 1e4 * share * (1 - share) / (size + 2)
    known = ~np.isnan(each)
    luck: np.ndarray = np.where(known, each, 0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    return 2 * luck


def _spread(moved: np.ndarray, luck: np.ndarray, least: int) -> tuple[np.ndarray, int]:
    """Standard deviation of a change of each group, and its degrees of freedom.

    The variance is a part alike for all and a multiple of `luck`, both fitted to what the changes
    of each group differ by among themselves. NaN if fewer than `least` groups have two changes.
    """
    freedom = (~np.isnan(moved)).sum(axis=1) - 1
    some = freedom > 0
    if some.sum() < max(least, 3):
        return np.full(len(moved), np.nan), 1
    own = np.nanvar(moved[some], axis=1, ddof=1)
    parts = np.column_stack([np.ones(len(luck)), luck])
    weight = np.sqrt(freedom[some]) / max(own.mean(), 1e-12)
    for _ in range(ROUNDS):
        factors = nnls(parts[some] * weight[:, None], own * weight)[0]
        weight = np.sqrt(freedom[some]) / np.maximum(parts[some] @ factors, 1e-12)
    return np.sqrt(parts @ factors), int(freedom[some].sum()) - 2


def _judged(
    moved: np.ndarray, spread: np.ndarray, freedom: int, last: int, needs: Needs
) -> pd.DataFrame:
    """One row per group in the order given: the verdict, or the year that will be enough."""
    changes = (~np.isnan(moved)).sum(axis=1)
    total, some = np.nansum(moved, axis=1), np.where(changes > 0, changes, np.nan)
    far = float(t.ppf(0.5 + needs.confidence / 2, freedom)) * spread
    with np.errstate(divide="ignore", invalid="ignore"):
        slope, visible = total / some, far / np.sqrt(some)
        others = (total[:, None] - moved) / (changes[:, None] - 1)
    needed = _needed(far, changes, needs)
    judged = changes >= needed
    word = np.full(len(moved), UNKNOWN, object)
    word[judged] = SAME
    for name, way in ((BETTER, -1), (WORSE, 1)):
        lasting = (np.isnan(moved) | (way * others >= needs.slope)).all(axis=1)
        word[judged & lasting & (way * slope > visible)] = name
    told = np.where(judged, slope, np.nan)
    enough = np.where(judged, np.nan, last + needed - changes)
    columns = (word, told, told - visible, told + visible, 1.0 * changes, visible, enough)
    return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))


def _needed(far: np.ndarray, changes: np.ndarray, needs: Needs) -> float:
    """Count the changes that a verdict asks for; NaN if too few groups tell the spread.

    With them half of the groups would show the visible slope every other time. As long as nobody
    has two changes, nobody knows the spread, and the least number is told.
    """
    moving = far[changes > 0]
    if np.isnan(moving).any() and changes.max() > 1 or len(far) < needs.series:
        return np.nan
    usual = 0.0 if np.isnan(moving).any() or not len(moving) else float(np.median(moving))
    return max(math.ceil((usual / needs.visible) ** 2), needs.changes)
