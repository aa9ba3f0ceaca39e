"""Attribute the difference of a municipal number between two versions to its causes, exactly.

The number is a sum over schools, so its difference is the sum of the schools' differences. Each
school's difference goes whole to one cause, the first that holds in the order below: what is left
over is nothing, by construction.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from queries.methods.changes import changed_rows

PLACES = ("new_school", "came", "vanished", "moved_away")
STATUSES = ("entered_list", "left_list")
REPORTS = ("now_reported", "no_longer_reported")
ROWS = ("rows_new", "rows_removed", "rows_corrected")
RULES = ("setting", "definition", "target", "counting")
CAUSES = (*PLACES, *STATUSES, *REPORTS, *ROWS, *RULES)
"""Every cause in the order in which a school's difference is given to one, rules last."""

COLUMNS = [
    "cause",
    "school_id",
    "name",
    "other",
    "numerator",
    "denominator",
    "denominator_before",
    "denominator_after",
    "changes",
]


@dataclass(frozen=True)
class Side:
    """What one version knows of an indicator in a municipality and year."""

    schools: pd.DataFrame
    """One row per school: school_id, name, low_performing, numerator, denominator."""
    rows: pd.DataFrame
    """The rows that the indicator is counted from, each with its school_id."""
    places: Mapping[str, str]
    """Where every school is, by school_id: to tell who moved from who is gone."""
    reported: bool | None
    published: tuple[float, float]
    """Numerator and denominator as this version published them; NaN for unknown."""


def attribute(before: Side, after: Side, by_status: bool, by_report: bool) -> pd.DataFrame:
    """Give one row per school whose contribution differs, and what else the difference is of.

    Columns: cause, school_id, name, other (the municipality a school moved from or to), numerator,
    denominator (changes; they add up to the published difference), denominator_before and _after,
    changes (of rows). A municipality's report stands also where it moved no number.
    """
    schools = _joined(before, after)
    changes = changed_rows(before.rows, after.rows)
    schools["changes"] = [changes.get(school, ()) for school in schools["school_id"]]
    schools["other"] = [
        before.places.get(school, "") if came else after.places.get(school, "") if left else ""
        for school, came, left in schools[["school_id", "came", "left"]].itertuples(index=False)
    ]
    report = _report(before.reported, after.reported)
    schools["cause"] = _causes(schools, report if by_report else "", by_status)
    gone = ~schools["cause"].isin((*STATUSES, *ROWS))
    schools.loc[gone, "changes"] = pd.Series([()] * len(schools), schools.index)[gone]
    found = schools[schools["numerator"].ne(0) | schools["denominator"].ne(0)]
    if report and not found["cause"].eq(report).any():
        found = pd.concat([found, _whole(report)])
    rest = _difference(before, after) - found[["numerator", "denominator"]].sum().to_numpy()
    if rest.any():
        found = pd.concat([found, _whole("counting", *rest)])
    order = found["cause"].map(CAUSES.index)
    found = found.assign(order=order).sort_values(["order", "school_id"], kind="stable")
    return found[COLUMNS].reset_index(drop=True)


def _joined(before: Side, after: Side) -> pd.DataFrame:
    """One row per school of either version: both amounts before and after, and their changes."""
    both = before.schools.merge(
        after.schools, "outer", "school_id", suffixes=("_before", "_after"), indicator="found"
    )
    for amount in ("numerator", "denominator"):
        for side in ("before", "after"):
            name = f"{amount}_{side}"
            both[name] = both[name].astype(float).fillna(0.0)
        both[amount] = both[f"{amount}_after"] - both[f"{amount}_before"]
    named = both["name_after"].notna()
    both["name"] = both["name_after"].where(named, both["name_before"])
    is_school = both["school_id"].ne("")  # a published value stands for its municipality
    both["came"] = both["found"].eq("right_only") & is_school
    both["left"] = both["found"].eq("left_only") & is_school
    return both.drop(columns="found")


def _causes(schools: pd.DataFrame, report: str, by_status: bool) -> np.ndarray:
    """Name the first cause that holds of each school."""
    elsewhere = schools["other"].ne("")
    was, listed = (schools[f"low_performing_{side}"].eq(True) for side in ("before", "after"))
    kinds = [{change.kind for change in changes} for changes in schools["changes"]]
    only_new = pd.Series([kind == {"new"} for kind in kinds], schools.index, dtype=bool)
    only_removed = pd.Series([kind == {"removed"} for kind in kinds], schools.index, dtype=bool)
    holds = {
        "came": schools["came"] & elsewhere,
        "new_school": schools["came"],
        "moved_away": schools["left"] & elsewhere,
        "vanished": schools["left"],
        "entered_list": ~was & listed & by_status,
        "left_list": was & ~listed & by_status,
        report: pd.Series(bool(report), schools.index),
        "rows_new": only_new,
        "rows_removed": only_removed,
    }
    return np.select(list(holds.values()), list(holds), default="rows_corrected")


def _report(before: bool | None, after: bool | None) -> str:
    """Name the change of a municipality's reporting; none between silence and a refusal."""
    if bool(before) == bool(after):
        return ""
    return "now_reported" if after else "no_longer_reported"


def _whole(cause: str, numerator: float = 0.0, denominator: float = 0.0) -> pd.DataFrame:
    """One row of a cause that is the municipality's or the program's, and no single school's."""
    texts = {"cause": cause, "school_id": "", "name": "", "other": ""}
    amounts = {"numerator": numerator, "denominator": denominator}
    sides = {"denominator_before": 0.0, "denominator_after": 0.0}
    return pd.DataFrame([texts | amounts | sides | {"changes": ()}])


def _difference(before: Side, after: Side) -> np.ndarray:
    """Subtract published numbers; what is not known adds nothing."""
    old, new = (np.nan_to_num(np.array(side.published, float)) for side in (before, after))
    change: np.ndarray = new - old
    return change
