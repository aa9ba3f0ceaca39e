"""Work out the numbers of the page once per view: groups, cohort, base year, the three changes."""

from dataclasses import dataclass, replace

import pandas as pd

from components.base.choices import indicator, rules, setting
from components.base.load import keep, load, of_all
from components.dynamics.choice import DynamicsView, numbers_key, results_key
from components.dynamics.groups import by_cohort
from queries import cohorts, lookups
from queries.methods.net_case import Least
from queries.methods.net_change import NetChange, net_change
from queries.methods.panel import panel_of
from queries.methods.refusal import Refusal
from queries.view import View

LISTS_BY = "VPR"
"""The procedure that lists are made of most; its results tell of those of the others."""


@dataclass(frozen=True)
class Numbers:
    """What a view is about: schools by year, the cohort in colour, and what its change is."""

    results: pd.DataFrame
    """One row per school and year: participants, below, entry_year (0: never), in_project.

    A reader has those of schools that he may see; all else here is of every school.
    """
    years: tuple[int, ...]
    """Years with results, ascending."""
    breaks: tuple[int, ...]
    """Years between them in which the series is broken."""
    cohorts: tuple[int, ...]
    cohort: int
    """The cohort in colour; 0: there is none."""
    base: int | None
    """The last year with results before the entry: by its noisy results the cohort was chosen."""
    last: int
    change: NetChange | Refusal


def numbers(view: DynamicsView) -> Numbers:
    """Give the numbers of a view, worked out once per data version."""
    return of_all(keep, _numbers, numbers_key(view))


def _numbers(view: DynamicsView) -> Numbers:
    results = load(cohorts.results, results_key(view))
    years = tuple(sorted(int(year) for year in results["year"].unique()))
    entries = tuple(sorted(int(year) for year in results["entry_year"].unique() if year))
    last = years[-1] if years else 0
    cohort = in_colour(view.cohort, chosen(view, entries), last)
    base = max((year for year in years if year < cohort), default=None)
    breaks = broken(view, years)
    found: NetChange | Refusal
    if last <= cohort or not cohort:
        found = Refusal("no_later_year")
    elif cohort not in entries:
        found = Refusal("no_results")
    elif base is None:
        found = Refusal("no_baseline")
    elif _concealed(view, cohort, (base, last)):
        found = Refusal("suppressed")
    else:
        found = _change(view, results, cohort, base, last)
    return Numbers(results, years, breaks, entries, cohort, base, last, found)


def _change(
    view: DynamicsView, results: pd.DataFrame, cohort: int, base: int, last: int
) -> NetChange | Refusal:
    """Part the change of the cohort, with the results beside it that lists are made of."""
    numbers_of = rules(view.region)
    panel, lists = panel_of(results, numbers_of.minimum_group), _lists(view)
    years = panel.years.tolist()
    return net_change(
        panel,
        cohort,
        base,
        last,
        _least(view.region),
        numbers_of.confidence,
        lists=None if lists is None else panel_of(lists, numbers_of.minimum_group, years),
        own_lists=_own_lists(view),
    )


def _least(region: str) -> Least:
    codes = ("cohort_schools", "verdict_schools", "reference_schools")
    return Least(*(int(setting(code, region)) for code in codes))


def _own_lists(view: DynamicsView) -> bool:
    """Tell whether lists are made of the very results that are followed."""
    return indicator(view.indicator)["procedure"] == LISTS_BY and view.subject == View.subject


def _lists(view: DynamicsView) -> pd.DataFrame | None:
    """Give the results that lists are made of, of all subjects, if others are followed."""
    cards = load(lookups.indicators)
    codes = cards.loc[cards["kind"].eq("pupil_rate") & cards["procedure"].eq(LISTS_BY), "code"]
    if _own_lists(view) or codes.empty:
        return None
    of_lists = replace(results_key(view), indicator=codes.iloc[0], subject=View.subject)
    found = load(cohorts.results, of_lists)
    return None if found.empty else found


def _concealed(view: DynamicsView, cohort: int, years: tuple[int, int]) -> bool:
    """Tell whether the share of a cohort is hidden in one of two years."""
    rows = by_cohort(replace(view, panel="open"))
    own = rows[rows["entry_year"].eq(cohort) & rows["year"].isin(years)]
    return bool(own["share"].isna().any())


def chosen(view: DynamicsView, entries: tuple[int, ...]) -> tuple[int, ...]:
    """Leave of the cohorts those that are shown alone; every one if none of them has results."""
    return tuple(each for each in entries if each in view.several_cohorts) or entries


def in_colour(chosen: int, entries: tuple[int, ...], last: int) -> int:
    """Give the cohort chosen, or else the last one with a later year; 0: there is none."""
    return chosen or max((c for c in entries if c < last), default=max(entries, default=0))


def broken(view: DynamicsView, years: tuple[int, ...]) -> tuple[int, ...]:
    """List the years between those given in which the series of the procedure is broken."""
    procedure = indicator(view.indicator)["procedure"]
    found = load(lookups.breaks)
    broken = found.loc[found["procedure"].eq(procedure), "year"]
    return tuple(int(year) for year in broken if years and years[0] < year < years[-1])
