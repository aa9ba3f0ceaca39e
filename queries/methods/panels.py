"""Separate a change of the same schools from a change of which schools there are."""

import numpy as np
import pandas as pd

PARTS = ("stayed", "entered", "left")


def waterfall(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """One row per part (`stayed`, `entered`, `left`): schools, contribution in percentage points.

    Both frames: rows of schools that have results in both years (`stayed`) or not, with schools,
    participants, below. Contributions add up to
    the change of the share of all pupils: `stayed` is the change of the schools of both years,
    `entered` what the later share is above theirs, `left` what theirs was above the earlier one
    (M. J. Melitz, S. Polanec, "Dynamic Olley-Pakes productivity decomposition with entry and
    exit", RAND Journal of Economics 46 (2015), 362–375). If nobody stayed, both years
    together stand for them. NaN where a year has no pupils at all.
    """
    stays, stayed = (side["stayed"].astype(bool) for side in (before, after))
    parts = [(before[stays], before), (after[stayed], after)]
    (early, was), (late, now) = ((_share(some), _share(every)) for some, every in parts)
    if np.isnan(early) or np.isnan(late):
        early = late = _share(pd.concat([before, after]))
    parted = (after[stayed], after[~stayed], before[~stays])
    counts = [int(part["schools"].sum()) for part in parted]
    moves = [late - early, now - late, early - was]
    return pd.DataFrame(
        {"part": PARTS, "schools": counts, "contribution": [100 * move for move in moves]}
    )


def _share(rows: pd.DataFrame) -> float:
    pupils = float(rows["participants"].sum())
    return float(rows["below"].sum()) / pupils if pupils else np.nan
