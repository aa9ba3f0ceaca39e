"""Part points by the medians of two numbers, and tell whether a straight line may be drawn."""

import math
from dataclasses import dataclass

import numpy as np
from scipy.stats import spearmanr, t

LEAST = 20
"""Fewest points of which a line is tried: errors that allow for any spread need some."""

FEW, SAME, FLAT, ITSELF, LINE = "few", "same", "flat", "itself", "line"
"""Why there is no line: too few points, an axis without differences, a slope that chance explains,
one number on both axes; or that there is one."""


@dataclass(frozen=True)
class Quarters:
    """The two medians, and of each point whether it is above them."""

    across: float
    up: float
    right: np.ndarray
    above: np.ndarray


@dataclass(frozen=True)
class Line:
    """A straight line and the verdict on it: `slope` in units of y by one of x, `low`, `high` its
    limits; NaN where nothing was fitted."""

    verdict: str
    slope: float = math.nan
    start: float = math.nan
    low: float = math.nan
    high: float = math.nan


def quarters(x: np.ndarray, y: np.ndarray) -> Quarters:
    """Part points at the medians; what lies on a median is not above it. Needs one point."""
    across, up = float(np.median(x)), float(np.median(y))
    return Quarters(across, up, x > across, y > up)


def line(x: np.ndarray, y: np.ndarray, confidence: float, pairs: int) -> Line:
    """Fit a line by least squares if its slope is none that chance explains.

    Errors are HC4, which allow any spread of points around the line and points far out (F. Cribari-
    Neto, Comput. Stat. Data Anal. 45 (2004), 215–233), and the ranks have to agree (Spearman), or a
    few points could carry the line. The reader may try `pairs` of numbers one after another, so the
    level is shared out among them all (Bonferroni). Limits are of that shared level.
    """
    if len(x) < LEAST:
        return Line(FEW)
    if np.ptp(x) == 0 or np.ptp(y) == 0:
        return Line(SAME)
    design = np.column_stack([np.ones(len(x)), x - x.mean()])
    inverse = np.linalg.inv(design.T @ design)
    middle, slope = inverse @ design.T @ y
    left = y - design @ np.array([middle, slope])
    lever = np.einsum("ij,jk,ik->i", design, inverse, design)
    if lever.max() > 1 - 1e-9:  # one point alone carries the slope
        return Line(FLAT)
    power = np.minimum(4, len(x) * lever / 2)
    meat = design * (left / (1 - lever) ** (power / 2))[:, None]
    error = math.sqrt((inverse @ (meat.T @ meat) @ inverse)[1, 1])
    level = (1 - confidence) / pairs
    far = float(t.ppf(1 - level / 2, len(x) - 2)) * error
    ranks = spearmanr(x, y)
    agree = ranks.pvalue < level and ranks.statistic * slope > 0
    verdict = LINE if abs(slope) > far and agree else FLAT
    start = float(middle - slope * x.mean())
    return Line(verdict, float(slope), start, float(slope - far), float(slope + far))
