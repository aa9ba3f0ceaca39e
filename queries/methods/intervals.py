"""Give intervals of shares of pupils.

Wilson's score interval: E. B. Wilson, "Probable inference, the law of succession, and statistical
inference", JASA 22 (1927), 209–212. Difference of two shares from their Wilson limits: R. G.
Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
Medicine 17 (1998), 873–890, method 10. Both treat results as independent; pupils of one school are
alike, so the true uncertainty is somewhat larger.
"""

import numpy as np
from statsmodels.stats.proportion import proportion_confint

Numbers = np.ndarray


def wilson(count: Numbers, total: Numbers, confidence: float) -> tuple[Numbers, Numbers]:
    """Limits of count / total, as shares 0–1; NaN where total is 0 or unknown."""
    count, total = np.asarray(count, float), np.asarray(total, float)
    known = total > 0
    low, high = np.full(total.shape, np.nan), np.full(total.shape, np.nan)
    if known.any():
        low[known], high[known] = proportion_confint(
            count[known], total[known], alpha=1 - confidence, method="wilson"
        )
    return low, high


def newcombe(
    count: Numbers, total: Numbers, other: Numbers, other_total: Numbers, confidence: float
) -> tuple[Numbers, Numbers]:
    """Limits of count / total − other / other_total, as shares; NaN where a total is 0."""
    low, high = wilson(count, total, confidence)
    other_low, other_high = wilson(other, other_total, confidence)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.asarray(count, float) / np.asarray(total, float)
        rest = np.asarray(other, float) / np.asarray(other_total, float)
    difference = share - rest
    down = np.hypot(share - low, other_high - rest)
    up = np.hypot(high - share, rest - other_low)
    return difference - down, difference + up
