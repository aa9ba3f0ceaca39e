"""Compute how far chance alone moves a share, by the number of participants.

D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in
Medicine 24 (2005), 1185–1202, appendix: exact binomial limits, interpolated between whole
counts so that the line does not jump. Chance here is that of pupils alone; schools that lie
outside may differ for good reasons.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.stats import binom


def limits(
    participants: np.ndarray, share: float, levels: Sequence[float] = (0.95, 0.998)
) -> pd.DataFrame:
    """One row per level and number of participants: level, participants, low, high.

    `share` of the whole, low and high are shares 0–1. Numbers of participants are at least 1.
    """
    size = np.asarray(participants, float)
    frames = [
        pd.DataFrame(
            {
                "level": level,
                "participants": size,
                "low": _limit(size, share, (1 - level) / 2),
                "high": _limit(size, share, (1 + level) / 2),
            }
        )
        for level in levels
    ]
    return pd.concat(frames, ignore_index=True)


def _limit(size: np.ndarray, share: float, tail: float) -> np.ndarray:
    """Go back from the smallest count that reaches the tail by the part that it is beyond it."""
    count = binom.ppf(tail, size, share)
    chance = binom.pmf(count, size, share)
    beyond = (binom.cdf(count, size, share) - tail) / np.where(chance > 0, chance, 1)
    limits: np.ndarray = np.clip((count - beyond) / size, 0, 1)
    return limits
