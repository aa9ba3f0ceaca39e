"""Tell whether a share lies outside what nothing but chance would make of it, and draw the limits.

Limits are binomial for the independent results behind a share (`alike`), with half of the chance
of the very count (mid-P: H. O. Lancaster, "Significance tests in discrete distributions", JASA 56
(1961), 223–234), continued between whole counts. Drawn against numbers of results they make the
funnel of D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics
in Medicine 24 (2005), 1185–1202, with the spread between schools in it.
"""

import numpy as np
from scipy import special

HALVINGS = 50
"""Of the shares 0–1, to find a limit: more than a number can hold."""


def side(
    share: np.ndarray, whole: np.ndarray, results: np.ndarray, confidence: float
) -> np.ndarray:
    """Give 1 for shares above the limits, −1 below, 0 between them; NaN where not known.

    `whole` is the share around which chance moves, all shares are 0–1; `results` independent ones.
    """
    chance, tail = _up_to(share, whole, results), (1 - confidence) / 2
    where = np.where(chance > 1 - tail, 1.0, np.where(chance < tail, -1.0, 0.0))
    return np.where(np.isnan(chance), np.nan, where)


def limits(results: np.ndarray, whole: float, confidence: float) -> tuple[np.ndarray, np.ndarray]:
    """Give the shares 0–1 beyond which `side` marks, one pair per number of independent results."""
    tail = (1 - confidence) / 2
    return _share_at(tail, results, whole), _share_at(1 - tail, results, whole)


def _share_at(chance: float, results: np.ndarray, whole: float) -> np.ndarray:
    """Find by halving the share up to which chance would come so often."""
    low, high = np.zeros(len(results)), np.ones(len(results))
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        below = _up_to(middle, np.full(len(results), whole), results) < chance
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return np.round(high, 12)


def _up_to(share: np.ndarray, whole: np.ndarray, results: np.ndarray) -> np.ndarray:
    """Chance of a smaller share, and half of that of the very share."""
    count, tiny = share * results, 1e-12
    smaller = special.betainc(
        np.minimum(results, results - count + 1), np.maximum(count, tiny), 1 - whole
    )
    up_to = special.betainc(np.maximum(results - count, tiny), count + 1, 1 - whole)
    chance = np.where(count <= tiny, 0, smaller) + np.where(results - count <= tiny, 1, up_to)
    return np.where(np.isnan(share * whole * results), np.nan, chance / 2)
