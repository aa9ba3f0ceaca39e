"""Compare the risk profiles of two stages: levels of each school and factor, and their totals.

A profile has a row for each factor that its school found. So a school with a profile and no row
has not found the factor, and of a school without a profile nothing is known; the two are never
one state.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

LEVELS = ("high", "medium", "low")
NONE, UNKNOWN = "none", "unknown"
"""The school has a profile without the factor; it has no profile."""

STATES = (*LEVELS, NONE, UNKNOWN)
BETTER, WORSE, SAME, APPEARED, GONE = "better", "worse", "same", "appeared", "gone"
CHANGES = (BETTER, WORSE, SAME, APPEARED, GONE)
"""What happened to a factor at a school with a profile of both stages."""

FIRST, NOT_NOW, ABSENT = "first", "not_now", "absent"
"""Found without a profile before; found before without one now; not found at either stage."""


def cells(
    schools: Sequence[str], factors: Sequence[str], now: pd.DataFrame, before: pd.DataFrame
) -> pd.DataFrame:
    """One row per school and factor: `level`, and `was` at the stage before, of STATES; `change`.

    now, before: school_id, risk_factor, level of the profiles of each stage.
    """
    keys = pd.MultiIndex.from_product([schools, factors], names=["school_id", "risk_factor"])
    level, was = _of_stage(now, keys), _of_stage(before, keys)
    changed = [change(one, other) for one, other in zip(was, level, strict=True)]
    found = pd.DataFrame({"level": level, "was": was, "change": changed}, index=keys)
    return found.reset_index()


def _of_stage(rows: pd.DataFrame, keys: pd.MultiIndex) -> pd.Series:
    said = rows.set_index(["school_id", "risk_factor"])["level"].astype(object).reindex(keys)
    surveyed = keys.get_level_values("school_id").isin(rows["school_id"].unique())
    return said.where(said.notna(), np.where(surveyed, NONE, UNKNOWN))


def change(was: str, level: str) -> str:
    """Say what happened to a factor between two stages: a lower level is better."""
    if UNKNOWN in (was, level):
        found_before, found = was in LEVELS, level in LEVELS
        return FIRST if found else NOT_NOW if found_before else ABSENT
    if was == level:
        return ABSENT if level == NONE else SAME
    if was == NONE:
        return APPEARED
    if level == NONE:
        return GONE
    return BETTER if LEVELS.index(level) > LEVELS.index(was) else WORSE


def by_factor(found: pd.DataFrame, factors: Sequence[str]) -> pd.DataFrame:
    """One row per factor: schools in each state, in each change, and `found` at any level.

    The most frequent first, ties in the order of `factors`.
    """
    states = _counted(found, "level", STATES, factors)
    rows = states.join(_counted(found, "change", CHANGES, factors))
    rows = rows.assign(found=rows[list(LEVELS)].sum(axis=1))
    rows = rows.assign(surveyed=rows["found"] + rows[NONE])
    return rows.sort_values("found", ascending=False, kind="stable").reset_index()


def _counted(
    found: pd.DataFrame, column: str, values: Sequence[str], factors: Sequence[str]
) -> pd.DataFrame:
    counts = pd.crosstab(found["risk_factor"], found[column])
    return (
        counts.reindex(index=pd.Index(factors, name="risk_factor"), columns=values)
        .fillna(0)
        .astype(int)
    )


def by_place(found: pd.DataFrame, places: pd.Series) -> pd.DataFrame:
    """One row per municipality of `places` (oktmo by school_id): its schools and frequent factors.

    asked: all of its schools; surveyed: those with a profile now; high: those with a factor at the
    high level; most: how many schools the most frequent factors have; factors: which these are,
    several if they tie.
    """
    here = found.assign(
        oktmo=found["school_id"].map(places),
        surveyed=found["level"].ne(UNKNOWN),
        high=found["level"].eq("high"),
        found=found["level"].isin(LEVELS),
    )
    of_school = here.groupby(["oktmo", "school_id"])[["surveyed", "high"]].any()
    rows = of_school.groupby("oktmo").agg(
        asked=("surveyed", "size"), surveyed=("surveyed", "sum"), high=("high", "sum")
    )
    amounts = here.groupby(["oktmo", "risk_factor"], sort=False)["found"].sum().unstack()
    most = amounts.max(axis=1).astype(int).reindex(rows.index)
    names = [
        tuple(amounts.columns[amounts.loc[place].eq(most[place]) & bool(most[place])])
        for place in rows.index
    ]
    return rows.assign(most=most, factors=names).reset_index()
