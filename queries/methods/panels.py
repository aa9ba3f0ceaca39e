"""Separate a change of the same schools from a change of which schools there are."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

PARTS = ("stayed", "entered", "left")


def waterfall(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """One row per part (`stayed`, `entered`, `left`): schools, contribution in percentage points.

    Both frames: one row per school, with school_id, participants, below. Contributions add up to
    the change of the share of all pupils: `stayed` is the change of the schools of both years,
    `entered` what the later share is above theirs, `left` what theirs was above the earlier one
    (M. J. Melitz, S. Polanec, "Dynamic Olley-Pakes productivity decomposition with entry and
    exit", RAND Journal of Economics 46 (2015), 362–375). If nobody stayed, both years
    together stand for them. NaN where a year has no pupils at all.
    """
    stays = before["school_id"].isin(after["school_id"])
    stayed = after["school_id"].isin(before["school_id"])
    parts = [(before[stays], before), (after[stayed], after)]
    (early, was), (late, now) = ((_share(some), _share(every)) for some, every in parts)
    if np.isnan(early) or np.isnan(late):
        early = late = _share(pd.concat([before, after]))
    counts = [int(stayed.sum()), int((~stayed).sum()), int((~stays).sum())]
    moves = [late - early, now - late, early - was]
    return pd.DataFrame(
        {"part": PARTS, "schools": counts, "contribution": [100 * move for move in moves]}
    )


def fixed(results: pd.DataFrame, years: Sequence[int], minimum: float) -> pd.DataFrame:
    """Give the rows of those years of schools that have `minimum` participants in all of them."""
    rows = results[results["year"].isin(years) & results["participants"].ge(minimum)]
    present = rows.groupby("school_id")["year"].transform("nunique")
    return rows[present.eq(len(set(years)))]


def _share(rows: pd.DataFrame) -> float:
    pupils = float(rows["participants"].sum())
    return float(rows["below"].sum()) / pupils if pupils else np.nan
