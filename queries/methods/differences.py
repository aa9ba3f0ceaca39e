"""Tell how far two shares are apart, made of nothing but the shares and their own intervals.

The limits of a difference follow from those of the two shares: each is as far from the difference
as the two shares' own limits on that side are from them, squares added (R. G. Newcombe, "Interval
estimation for the difference between independent proportions", Statistics in Medicine 17 (1998),
873–890, method 10; for any intervals: G. Y. Zou, A. Donner, "Construction of confidence limits
about effect measures", Statistics in Medicine 27 (2008), 1693–1702). So a difference knows as much
of how alike results of a school are as its intervals do, and tells nothing that they do not tell.
"""

import numpy as np
import pandas as pd
from scipy.stats import norm, t

HIGHER, LOWER, SAME, NOT_COMPARED = "higher", "lower", "same", "not_compared"
KEYS = ["column", "pin"]

WIDER = 1.1
"""What is left after Student's t: schools of very unlike sizes spread more than resamples of them.
Measured in worlds without a difference, as said in CONTRIBUTING."""


def widened(rows: pd.DataFrame, confidence: float) -> pd.DataFrame:
    """Widen limits that a bootstrap over few schools gave, as Student's t does those of a mean.

    `rows`: share, low, high, schools. A resample of n schools spreads by √((n − 1) / n) too little,
    and its quantiles are those of a known spread.
    """
    schools = rows["schools"].to_numpy(float)
    few = np.where(schools > 1, schools, np.nan)
    factor = t.ppf((1 + confidence) / 2, few - 1) / norm.ppf((1 + confidence) / 2)
    factor = WIDER * factor * np.sqrt(few / (few - 1))
    share = rows["share"].to_numpy(float)
    limits = {
        name: share + factor * (rows[name].to_numpy(float) - share) for name in ("low", "high")
    }
    return rows.assign(**limits)


def differences(rows: pd.DataFrame, base: str) -> pd.DataFrame:
    """One row per row of `rows` of another pin than `base`: column, pin, apart, from, to, word.

    `rows`: one per pin and column: pin, column, share, low, high; in per cent, NaN where there is
    none. `apart` is the share less that of the base, in percentage points, with its limits, all
    NaN where either share has no interval: a full count is no sample and is not compared.
    """
    own = rows[rows["pin"].ne(base)]
    other = rows[rows["pin"].eq(base)].set_index("column").reindex(own["column"])
    share, low, high = (own[name].to_numpy(float) for name in ("share", "low", "high"))
    of_base = (other[name].to_numpy(float) for name in ("share", "low", "high"))
    base_share, base_low, base_high = of_base
    apart = share - base_share
    bottom = apart - np.hypot(share - low, base_high - base_share)
    top = apart + np.hypot(high - share, base_share - base_low)
    unknown = np.isnan(bottom) | np.isnan(top)
    apart, bottom, top = (np.where(unknown, np.nan, each) for each in (apart, bottom, top))
    word = np.select(
        [np.isnan(apart), bottom > 0, top < 0], [NOT_COMPARED, HIGHER, LOWER], default=SAME
    )
    found = own[KEYS].assign(apart=apart, word=word)
    found["from"], found["to"] = bottom, top
    return found.reset_index(drop=True)
