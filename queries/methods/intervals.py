"""Give intervals of shares of pupils.

Wilson's score interval: E. B. Wilson, "Probable inference, the law of succession, and statistical
inference", JASA 22 (1927), 209–212, of as many independent results as a share rests on (`alike`).
"""

import numpy as np
from statsmodels.stats.proportion import proportion_confint

Limits = tuple[np.ndarray, np.ndarray]


def wilson(count: np.ndarray, total: np.ndarray, confidence: float) -> Limits:
    """Limits of count / total, as shares 0–1; NaN where total is 0 or unknown."""
    count, total = np.asarray(count, float), np.asarray(total, float)
    known = total > 0
    low, high = np.full(known.shape, np.nan), np.full(known.shape, np.nan)
    if known.any():
        alpha = 1 - confidence
        low[known], high[known] = proportion_confint(count[known], total[known], alpha, "wilson")
    return low, high
