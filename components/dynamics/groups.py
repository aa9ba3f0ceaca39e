"""Count results by cohort, by municipality and for the region, year by year, as far as shown."""

from dataclasses import replace

import pandas as pd

from components.base.load import keep, load, of_all
from components.base.pupils import visible
from components.dynamics.choice import DynamicsView, results_key
from queries import cohorts, lookups

AMOUNTS = ("participants", "below", "share")
"""What is not told of results that may not be shown."""


def by_cohort(view: DynamicsView) -> pd.DataFrame:
    """One row per cohort (0: never in the project) and year: schools, counts, share; small hidden.

    The share is in per cent, NaN where hidden. The fixed panel is of the schools that have enough
    results in every year of the version, whatever is chosen.
    """
    return of_all(keep, _by_cohort, replace(results_key(view), panel=view.panel))


def _by_cohort(view: DynamicsView) -> pd.DataFrame:
    question = cohorts.of_cohorts_fixed if view.panel == "fixed" else cohorts.of_cohorts
    return shares(load(question, view))


def beside_each_other(rows: pd.DataFrame, view: DynamicsView) -> pd.DataFrame:
    """Leave of rows of cohorts those of several chosen ones, and the schools never in the project.

    Each has the numbers that it has among all cohorts: nothing is summed.
    """
    several = view.several_cohorts
    return rows[rows["entry_year"].isin((0, *several))] if several else rows


def by_municipality(view: DynamicsView) -> pd.DataFrame:
    """One row per municipality and year: schools, counts, share (NaN where hidden), and `touched`.

    `touched` counts the schools that ever were in the project; rows come by it, the most first.
    """
    return of_all(keep, _by_municipality, results_key(view))


def _by_municipality(view: DynamicsView) -> pd.DataFrame:
    results = load(cohorts.results, view)
    rows = shares(load(cohorts.of_municipalities, view))
    ever = results[results["entry_year"].gt(0)]
    touched = ever.groupby("oktmo")["school_id"].nunique()
    rows["touched"] = rows["oktmo"].map(touched).fillna(0).astype(int)
    names = load(lookups.municipalities).set_index("oktmo")["short_name_ru"]
    rows["name"] = rows["oktmo"].map(names)
    order = ["touched", "name", "oktmo", "year"]
    return rows.sort_values(order, ascending=[False, True, True, True], ignore_index=True)


def whole(view: DynamicsView) -> pd.DataFrame:
    """One row per year: counts and share of the whole region."""
    return of_all(keep, _whole, results_key(view))


def _whole(view: DynamicsView) -> pd.DataFrame:
    return shares(load(cohorts.of_region, view))


def beside(view: DynamicsView) -> pd.DataFrame:
    """One row per year: the share of what municipalities stand beside, the region or a group.

    The share of a group is NaN where that of one of its municipalities is hidden.
    """
    if not view.group:
        return whole(view)
    rows = by_municipality(view)
    inside = rows[rows["oktmo"].isin(view.group_places)]
    years = inside.groupby("year")
    sums = years[["schools", "participants", "below"]].sum(min_count=1)
    share = (100 * sums["below"] / sums["participants"]).where(
        years["share"].count() == years.size()
    )
    return sums.assign(share=share).reset_index()


def shares(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the share in per cent; what may not be shown becomes NaN."""
    rows = rows.assign(share=100 * rows["below"] / rows["participants"])
    return as_shown(rows, AMOUNTS).drop(columns="mean_score")


def as_shown(rows: pd.DataFrame, amounts: tuple[str, ...]) -> pd.DataFrame:
    """Take away the amounts of rows that may not be shown."""
    counts = list(amounts)
    rows[counts] = rows[counts].astype(float).where(visible(rows["shown"]))
    return rows.drop(columns="shown")
