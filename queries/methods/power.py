"""Tell how many schools must be helped for an effect of a size to be seen, before money is spent.

The mean share of helped schools is compared with that of the region's other schools by Student's
test for two groups of one spread, so its power is that of the noncentral t distribution (J. Cohen,
Statistical Power Analysis for the Behavioral Sciences, 2nd ed., 1988, ch. 2). A school counts once,
whatever its size. Schools are taken as helped by lot; of schools chosen for a bad year part of any
change is the return to the mean, which this does not tell.
"""

import numpy as np
from scipy.stats import nct, t

from queries.methods.refusal import Refusal

HALVINGS = 30
"""Of the effects 0–100, to find the least one."""

LEAST = 2
"""Schools of a group, of which a spread can be told at all."""


def spread(share: float, likeness: float, results: float, unevenness: float) -> float:
    """Give how far shares of schools spread, percentage points, by what `alike` tells of a region.

    share: of the region, 0–1; likeness: correlation of two results of a school; results: of a mean
    school; unevenness: squared coefficient of variation of schools' results. The mean of one over
    the results is taken to the second order, (1 + unevenness) / results.
    """
    alone = min((1 + unevenness) / results, 1.0)
    return float(100 * np.sqrt(share * (1 - share) * (likeness + (1 - likeness) * alone)))


def power(helped: int, others: int, effect: float, spread_of: float, confidence: float) -> float:
    """Give the chance, 0–1, that an effect is seen: a two-sided test at 1 − `confidence`."""
    freedom = helped + others - 2
    away = abs(effect) / (spread_of * np.sqrt(1 / helped + 1 / others))
    limit = t.ppf(0.5 + confidence / 2, freedom)
    wrong_way = np.nan_to_num(nct.cdf(-limit, freedom, away))  # scipy gives NaN for far below 1e-80
    return float(nct.sf(limit, freedom, away) + wrong_way)


def least_schools(
    schools: int, effect: float, spread_of: float, confidence: float, wanted: float
) -> int | Refusal:
    """Find the fewest schools to be helped, of a region's, that make the chance as `wanted`, 0–1.

    Half of the schools tell most, so more than half are never asked for: where that is not enough
    the effect cannot be seen, and the refusal `too_few_schools` tells the best `power`.
    """
    half = schools // 2
    if half < LEAST:
        return Refusal("too_few_schools", {"schools": schools, "power": 0.0})
    best = power(half, schools - half, effect, spread_of, confidence)
    if best < wanted:
        return Refusal("too_few_schools", {"schools": schools, "power": best})
    low, high = LEAST - 1, half
    while high - low > 1:
        middle = (low + high) // 2
        enough = power(middle, schools - middle, effect, spread_of, confidence) >= wanted
        low, high = (low, middle) if enough else (middle, high)
    return high


def least_effect(
    helped: int, schools: int, spread_of: float, confidence: float, wanted: float
) -> float | Refusal:
    """Find the smallest effect, percentage points, that as many helped schools let be seen."""
    others = schools - helped
    if min(helped, others) < LEAST:
        return Refusal("too_few_schools", {"schools": schools, "power": 0.0})
    low, high = 0.0, 100.0
    if power(helped, others, high, spread_of, confidence) < wanted:
        return Refusal("too_few_schools", {"schools": schools, "power": 0.0})
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        enough = power(helped, others, middle, spread_of, confidence) >= wanted
        low, high = (low, middle) if enough else (middle, high)
    return high
