"""Count results by cohort, by municipality and for the region, year by year; hide small groups."""

from dataclasses import replace

import pandas as pd

from components.base.choices import rules
from components.base.load import keep, load, of_all
from components.dynamics.choice import DynamicsView, results_key
from queries import cohorts, lookups
from queries.methods import panels
from queries.methods.suppression import hidden

AMOUNTS = ("participants", "below", "share")
"""What is hidden of a small group of pupils."""


def by_cohort(view: DynamicsView) -> pd.DataFrame:
    """One row per cohort (0: never in the project) and year: schools, counts, share; small hidden.

    The share is in per cent, NaN where hidden. In a fixed panel only schools with enough results in
    every year count; if those left out of a cohort are few, its fixed share is hidden, too.
    """
    return of_all(keep, _by_cohort, replace(results_key(view), panel=view.panel))


def _by_cohort(view: DynamicsView) -> pd.DataFrame:
    results = load(cohorts.results, results_key(view))
    whole = grouped(results, "entry_year")
    sizes = load(cohorts.sizes_of_cohorts, results_key(view))
    shown = without_small(whole, sizes, "entry_year")
    if view.panel != "fixed":
        return shown
    years = sorted(int(year) for year in results["year"].unique())
    same = panels.fixed(results, years, rules().minimum_group)
    kept = grouped(same, "entry_year")
    both = shown.merge(kept, "inner", ["entry_year", "year"], suffixes=("_open", ""))
    rest = both["participants_open"] - both["participants"]
    small = rest.between(1, rules().minimum_group, inclusive="left")
    few = both["participants"].lt(rules().minimum_group)
    unsafe = both.loc[small | few | both["share_open"].isna(), "entry_year"].unique()
    hide = both["entry_year"].isin(unsafe)
    both.loc[hide, "share"] = float("nan")
    return both[shown.columns]


def by_municipality(view: DynamicsView) -> pd.DataFrame:
    """One row per municipality and year: schools, counts, share (NaN where hidden), and `touched`.

    `touched` counts the schools that ever were in the project; rows come by it, the most first.
    """
    return of_all(keep, _by_municipality, results_key(view))


def _by_municipality(view: DynamicsView) -> pd.DataFrame:
    results = load(cohorts.results, view)
    sizes = load(cohorts.sizes_of_municipalities, view)
    rows = without_small(grouped(results, "oktmo"), sizes, "oktmo")
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
    return grouped(load(cohorts.results, view).assign(region=view.region), "region")


def grouped(results: pd.DataFrame, group: str) -> pd.DataFrame:
    """One row per group and year: schools, participants, below, share in per cent.

    `results` has one row per school and year, so that rows are schools.
    """
    rows = results.groupby([group, "year"], as_index=False).agg(
        schools=("school_id", "size"),
        participants=("participants", "sum"),
        below=("below", "sum"),
    )
    return rows.assign(share=100 * rows["below"] / rows["participants"])


def without_small(
    rows: pd.DataFrame, sizes: pd.DataFrame, group: str, amounts: tuple[str, ...] = AMOUNTS
) -> pd.DataFrame:
    """Hide small groups, and what would give them away: their amounts become NaN."""
    every = sizes.rename(columns={"participants": "all_denominator"})
    cells = every.merge(rows, "left", [group, "year"])
    cells["denominator"] = cells["participants"].fillna(0)
    hide = hidden(cells, "year", rules().minimum_group)
    counts = list(amounts)
    cells[counts] = cells[counts].astype(float).mask(hide)
    known = cells[cells["schools"].notna()]
    return known[[group, "year", "schools", *counts]].reset_index(drop=True)
