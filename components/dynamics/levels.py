"""Follow what no net effect is worked out of: full counts and mean scores of cohorts, by year."""

from dataclasses import dataclass

import pandas as pd

from components.base.load import keep, load
from components.dynamics.choice import DynamicsView, results_key
from components.dynamics.groups import as_shown
from components.dynamics.numbers import broken, chosen, in_colour
from components.dynamics.published import is_published
from queries import cohort_counts, cohorts

COUNTED = {"IND-03": "mentored", "IND-13": "measures", "IND-20": "trained"}
"""Shown indicators that add up over schools, by what they count. IND-19 is not followed by cohort:
schools enter the project for being on the list, so its share would only show the choice."""


@dataclass(frozen=True)
class Level:
    """A count or a mean by cohort and year, and which cohort is in colour."""

    rows: pd.DataFrame
    """One row per cohort (0: never in the project) and year: schools, what it is made of, share.

    `share` is what a line shows: per cent of a full count, or a mean score; NaN where hidden.
    """
    breaks: tuple[int, ...]
    cohorts: tuple[int, ...]
    cohort: int
    """The cohort in colour; 0: there is none."""
    last: int


def kind(view: DynamicsView) -> str:
    """Tell what a view follows: published numbers, counts, means, or shares with a net effect."""
    if is_published(view.indicator):
        return "published"
    if view.indicator in COUNTED:
        return "counts"
    return "means" if view.value == "mean" else "shares"


def level(view: DynamicsView) -> Level:
    """Give what a view follows, worked out once per data version."""
    rows = keep(_counts if kind(view) == "counts" else _means, results_key(view))
    years = tuple(sorted(int(year) for year in rows["year"].unique()))
    entries = tuple(sorted(int(year) for year in rows["entry_year"].unique() if year))
    last = years[-1] if years else 0
    cohort = in_colour(view.cohort, chosen(view, entries), last)
    return Level(rows, broken(view, years), entries, cohort, last)


def own(found: Level) -> pd.DataFrame:
    """Take the years of the cohort in colour; without any, of the schools never in the project."""
    return found.rows[found.rows["entry_year"].eq(found.cohort)].set_index("year")


def change(found: Level) -> tuple[float | str, tuple[int, int] | None]:
    """Give the change of a mean since the last year before the entry, or why there is none."""
    mine = own(found)["share"]
    before = [int(year) for year in found.rows["year"].unique() if year < found.cohort]
    if found.last <= found.cohort or mine.empty:
        return "no_later_year", None
    if not before:
        return "no_baseline", None
    first = max(before)
    if not {first, found.last} <= set(mine.index) or mine[[first, found.last]].isna().any():
        return "suppressed", None
    return float(mine[found.last] - mine[first]), (first, found.last)


def without_report(view: DynamicsView, year: int) -> int:
    """Count municipalities that did not report on the indicator for a year."""
    found = load(cohort_counts.without_report, results_key(view)).set_index("year")
    return int(found["municipalities"].get(year, 0))


def _counts(view: DynamicsView) -> pd.DataFrame:
    rows = load(cohort_counts.counts, view)
    return rows.assign(share=100 * rows["numerator"] / rows["denominator"])


def _means(view: DynamicsView) -> pd.DataFrame:
    rows = as_shown(load(cohorts.scores, view), ("participants", "mean_score"))
    return rows.assign(share=rows["mean_score"])
