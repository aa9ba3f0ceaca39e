"""Tell how many days each mark is late, and which nothing it is where there is no mark.

What is due on the report date is not overdue on it: its days are 0. A school without any mark is
never late, for nobody knows of it; whether its municipality said that it does not report is told.
"""

import datetime as dt
from collections.abc import Collection

import pandas as pd

from queries.methods.natural_order import by_numbers

NOT_REPORTED, NO_MAP, NO_DEADLINE = "not_reported", "no_map", "no_deadline"
SILENT = (NOT_REPORTED, NO_MAP, NO_DEADLINE)
"""The municipality said that it does not report; no mark of any map; a measure without a day."""

STATES = ("late", "today", *SILENT)


def days_late(found: pd.DataFrame, day: dt.date) -> pd.Series:
    """Count for each judged execution how many days it is late; 0: due today, or not late."""
    days: pd.Series = (pd.Timestamp(day) - pd.to_datetime(found["due_date"])).dt.days
    return days.where(found["standing"].eq("late"), 0)


def by_age(found: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """Keep the late ones of judged executions with their `days_late` on the day, oldest first.

    Ties stand by municipality, school and measure, so that the order is complete.
    """
    rows = found[found["standing"].eq("late")]
    rows = rows.assign(days_late=days_late(rows, day))
    order = ["days_late", "municipality", "school", "school_id", "measure_id"]
    up = [False, *[True] * 4]
    return rows.sort_values(order, ascending=up, ignore_index=True, key=by_numbers)


def unmarked(listed: pd.DataFrame, marked: Collection[str], reported: pd.DataFrame) -> pd.DataFrame:
    """Keep the listed schools without a mark, each with the `state` of that nothing.

    listed: school_id, oktmo, municipality, name; reported: oktmo and whether the municipality
    reports on road maps, no row where nobody said.
    """
    silent = listed[~listed["school_id"].isin(set(marked))]
    refused = set(reported.loc[~reported["reported"].astype(bool), "oktmo"])
    states = [NOT_REPORTED if oktmo in refused else NO_MAP for oktmo in silent["oktmo"]]
    rows = silent.assign(state=pd.Series(states, index=silent.index, dtype=object))
    order = ["state", "municipality", "name", "school_id"]
    up = [False, True, True, True]
    return rows.sort_values(order, ascending=up, ignore_index=True, key=by_numbers)


def undated(measures: pd.DataFrame, occasions: pd.DataFrame) -> pd.DataFrame:
    """Keep the measures that can never be late: no due date of the year, or only days not given.

    occasions: measure_id, dated and marked, one row per due date of the year that map or school
    names. A measure that is due in other years is not without a deadline.
    """
    of_a_day = occasions[occasions["dated"].astype(bool) | occasions["marked"].gt(0)]
    never = measures["kind"].isin(("refused", "never", "on_demand", "by_schedule"))
    return measures[never & ~measures["measure_id"].isin(of_a_day["measure_id"])].reset_index(
        drop=True
    )
