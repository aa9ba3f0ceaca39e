"""Find the schools whose results got worse by more than chance makes schools' results change.

A school's change is that of its share below the threshold in one procedure, from its results
before to those of the year, on the scale of the arcsine of the root, where chance is as large at
any share (M. S. Bartlett, "The use of transformations", Biometrics 3 (1947), 39–52; with 3/8 added
as F. J. Anscombe, Biometrika 35 (1948), 246–254). How far such changes spread is learnt from the
region itself: a part that goes with the level of its share, as luck of a school's year does on the
logit scale, a part that is the same for every school, and one that shrinks with its results.
A school is told to be worse from where chance alone names about one in the whole region.
"""

from collections.abc import Collection

import numpy as np
import pandas as pd
from scipy.optimize import nnls
from scipy.stats import norm

from queries.methods.identification import NO, UNKNOWN, YES

LEAST_SCHOOLS = 60
"""Schools with a change in a procedure; of fewer it cannot be told how far changes spread."""

NORMAL = 1.4826
"""Spread of a normal distribution over its median distance from the middle."""

REASONS = ("", "few_schools", "not_comparable", "small", "no_results")
"""Why nothing is known, the weakest reason first: what one procedure tells, all tell."""

Breaks = Collection[tuple[str, int]]


def worsening(results: pd.DataFrame, year: int, breaks: Breaks, least: int) -> pd.DataFrame:
    """One row per school with results of the year, or of any year before it.

    results: school_id, year, procedure, participants, below; one row or several per year. `worse`:
    YES, NO or UNKNOWN with its `why`, a code of REASONS; `procedure`, `before`, `was` and `now`:
    the procedure that tells it, the year it is compared with, and the shares, 0–1.
    """
    keys = ["procedure", "school_id", "year"]
    sums = results[results["year"].le(year)].groupby(keys, as_index=False)
    sums = sums[["participants", "below"]].sum()
    parts = [
        _of_procedure(part, str(procedure), year, breaks, least)
        for procedure, part in sums.groupby("procedure")
    ]
    columns = ["school_id", "worse", "why", "procedure", "before", "was", "now", "z"]
    found = pd.concat(parts) if parts else pd.DataFrame(columns=columns)
    # YES goes before NO, and NO before UNKNOWN; of equal ones the clearest.
    order = found.assign(
        place=found["worse"].map({YES: 0, NO: 1, UNKNOWN: 2}),
        reason=found["why"].map({each: place for place, each in enumerate(REASONS)}),
    ).sort_values(["place", "reason", "z", "procedure"], ascending=[True, True, False, True])
    return (
        order.drop_duplicates("school_id")[columns[:-1]]
        .sort_values("school_id")
        .reset_index(drop=True)
    )


def _of_procedure(
    part: pd.DataFrame, procedure: str, year: int, breaks: Breaks, least: int
) -> pd.DataFrame:
    """Judge every school that ever had results of a procedure."""
    schools = pd.Index(part["school_id"].unique()).sort_values()
    years = sorted(int(each) for each in part["year"].unique() if each < year)
    before = years[-1] if years else 0
    now, was = (
        part[part["year"].eq(each)].set_index("school_id").reindex(schools)
        for each in (year, before)
    )
    broken = any((procedure, each) in breaks for each in range(before + 1, year + 1))
    z = np.full(len(schools), np.nan)
    enough = now["participants"].ge(least) & was["participants"].ge(least)
    if years and not broken and enough.sum() >= LEAST_SCHOOLS:
        z[enough] = _standardised(now[enough], was[enough])
    limit = norm.isf(1 / max(int(enough.sum()), 2))
    why = np.select(
        [
            ~np.isnan(z),
            now["participants"].isna(),
            ~np.array([bool(years) and not broken] * len(schools)),
            ~enough,
        ],
        ["", "no_results", "not_comparable", "small"],
        "few_schools",
    )
    worse = np.where(np.isnan(z), UNKNOWN, np.where(z > limit, YES, NO))
    shares = {
        name: (side["below"] / side["participants"]).to_numpy(float)
        for name, side in (("was", was), ("now", now))
    }
    columns = {"worse": worse, "why": why, "procedure": procedure, "before": before, "z": z}
    return pd.DataFrame({"school_id": schools, **columns, **shares})


def _standardised(now: pd.DataFrame, was: pd.DataFrame) -> np.ndarray:
    """Give changes less the middle one, in spreads that go with the school's results."""
    change = _stable(now) - _stable(was)
    change -= np.median(change)
    chance = (1 / now["participants"] + 1 / was["participants"]).to_numpy(float)
    width = NORMAL * np.median(np.abs(change))
    usual = np.minimum(change**2, (3 * width) ** 2)
    share = (now["below"] + was["below"]) / (now["participants"] + was["participants"])
    of_level = (share * (1 - share)).to_numpy(float)
    parts = np.column_stack([of_level, np.ones(len(chance)), chance])
    scaled = change / np.sqrt(np.maximum(parts @ nnls(parts, usual)[0], np.finfo(float).tiny))
    spread = NORMAL * np.median(np.abs(scaled))
    found: np.ndarray = scaled / spread if spread > 0 else np.zeros(len(scaled))
    return found


def _stable(side: pd.DataFrame) -> np.ndarray:
    share = (side["below"] + 3 / 8) / (side["participants"] + 3 / 4)
    found: np.ndarray = np.arcsin(np.sqrt(share.to_numpy(float)))
    return found
