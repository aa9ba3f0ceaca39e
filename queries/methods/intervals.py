"""Give intervals of shares of pupils.

Wilson's score interval: E. B. Wilson, "Probable inference, the law of succession, and statistical
inference", JASA 22 (1927), 209–212. Difference of two shares from their Wilson limits: R. G.
Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
Medicine 17 (1998), 873–890, method 10. Both treat results as independent; pupils of one school are
alike, so the true uncertainty is somewhat larger.
"""

from collections.abc import Callable
from functools import partial

import numpy as np
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

Numbers = np.ndarray
Limits = tuple[Numbers, Numbers]


def wilson(count: Numbers, total: Numbers, confidence: float) -> Limits:
    """Limits of count / total, as shares 0–1; NaN where total is 0 or unknown."""
    limits = partial(proportion_confint, method="wilson", alpha=1 - confidence)
    return _where_known(limits, count, total)


def newcombe(
    count: Numbers, total: Numbers, other: Numbers, other_total: Numbers, confidence: float
) -> Limits:
    """Limits of count / total − other / other_total, as shares; NaN where a total is 0."""
    limits = partial(
        confint_proportions_2indep, compare="diff", method="newcomb", alpha=1 - confidence
    )
    return _where_known(limits, count, total, other, other_total)


def _where_known(limits: Callable[..., Limits], *amounts: Numbers) -> Limits:
    """Take limits where every total, the second of two amounts, is above 0; NaN elsewhere."""
    rows = np.asarray(amounts, float)
    known = np.all(rows[1::2] > 0, axis=0)
    low, high = np.full(known.shape, np.nan), np.full(known.shape, np.nan)
    if known.any():
        low[known], high[known] = limits(*rows[:, known])
    return low, high
