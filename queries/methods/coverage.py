"""Count who has a mentor on a day, and why others have none: full counts, no estimates."""

import datetime as dt

import pandas as pd

STANDINGS = ("covered", "not_entitled", "ended", "never")
"""Why a school counts as covered or not, the strongest first."""


def in_force(pairs: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """Keep the pairs in force on a day; the first and the last day of a pair count."""
    when = pd.Timestamp(day)
    ends = pd.to_datetime(pairs["end_date"])
    started = pd.to_datetime(pairs["start_date"]).le(when)
    return pairs[started & (ends.isna() | ends.ge(when))]


def counting(pairs: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """One row per mentee and mentor whose pairs count on a day; duplicates count once."""
    held = in_force(pairs, day)
    held = held[held["entitled"].astype(bool)]
    return held.drop_duplicates(["mentee_id", "mentor_id"])


def standings(schools: pd.DataFrame, pairs: pd.DataFrame, day: dt.date) -> pd.Series:
    """Name the standing of each school of `schools` (column school_id) on a day.

    covered: a counting pair in force; not_entitled: pairs in force, none counts; ended: pairs
    started and all ended before; never: no pair has started.
    """
    started = pairs[pd.to_datetime(pairs["start_date"]).le(pd.Timestamp(day))]
    groups = {
        "ended": set(started["mentee_id"]),
        "not_entitled": set(in_force(pairs, day)["mentee_id"]),
        "covered": set(counting(pairs, day)["mentee_id"]),
    }
    standing = pd.Series("never", index=schools.index, dtype=object)
    for name, held in groups.items():  # the stronger overwrites the weaker
        standing[schools["school_id"].isin(held)] = name
    return standing


def by_group(schools: pd.DataFrame, group: str) -> pd.DataFrame:
    """One row per value of a column: schools, and how many stand where; most uncovered first.

    schools: with the column `standing` that `standings` gives.
    """
    counts = (
        pd.crosstab(schools[group], schools["standing"])
        .reindex(columns=list(STANDINGS), fill_value=0)
        .astype(int)
    )
    counts["schools"] = counts.sum(axis=1)
    counts["uncovered"] = counts["schools"] - counts["covered"]
    found = counts.rename_axis(columns=None).reset_index()
    return found.sort_values(["uncovered", group], ascending=[False, True], ignore_index=True)


def by_form(schools: pd.DataFrame, pairs: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """One row per mentoring form: counting pairs, and schools covered by it (some by several)."""
    held = in_force(pairs, day)
    held = held[held["entitled"].astype(bool) & held["mentee_id"].isin(schools["school_id"])]
    held = held.drop_duplicates(["mentee_id", "mentor_id", "form"])
    found = held.groupby("form", as_index=False).agg(
        pairs=("mentee_id", "size"), schools=("mentee_id", "nunique")
    )
    return found.sort_values(["schools", "form"], ascending=[False, True], ignore_index=True)


def month_ends(day: dt.date, count: int) -> list[dt.date]:
    """List the last days of `count` months up to `day`, which itself stands for its own month."""
    months = pd.period_range(end=pd.Period(day, "M"), periods=count, freq="M")
    return [min(month.end_time.date(), day) for month in months]


def over_months(schools: pd.DataFrame, pairs: pd.DataFrame, days: list[dt.date]) -> pd.Series:
    """Count covered schools of one fixed list on each day; whole schools, by day."""
    wanted = pairs[pairs["mentee_id"].isin(schools["school_id"])]
    found = [counting(wanted, day)["mentee_id"].nunique() for day in days]
    return pd.Series(found, index=pd.to_datetime(days), dtype="int64")
