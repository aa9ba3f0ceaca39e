"""Work out the numbers of the page once per view: groups, cohort, base year, the three changes."""

from dataclasses import dataclass, replace

import pandas as pd

from components.base.choices import indicator, rules, setting
from components.base.load import keep, load, of_all
from components.dynamics.choice import DynamicsView, numbers_key, results_key
from components.dynamics.groups import by_cohort
from queries import cohorts, lookups
from queries.methods import reliability
from queries.methods.refusal import Refusal
from queries.methods.regression_to_mean import Change, change
from queries.methods.reliability import Reliability


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
    reliability: Reliability
    change: Change | Refusal


def numbers(view: DynamicsView) -> Numbers:
    """Give the numbers of a view, worked out once per data version."""
    return of_all(keep, _numbers, numbers_key(view))


def _numbers(view: DynamicsView) -> Numbers:
    results = load(cohorts.results, results_key(view))
    years = tuple(sorted(int(year) for year in results["year"].unique()))
    entries = tuple(sorted(int(year) for year in results["entry_year"].unique() if year))
    last = years[-1] if years else 0
    cohort = in_colour(view.cohort, entries, last)
    base = max((year for year in years if year < cohort), default=None)
    breaks = broken(view, years)
    minimum, confidence = rules().minimum_group, rules().confidence
    tie = reliability.estimate(results, minimum, confidence, breaks)
    found: Change | Refusal
    if last <= cohort or cohort not in entries:
        found = Refusal("no_later_year")
    elif base is None:
        found = Refusal("no_baseline")
    elif _concealed(view, cohort, (base, last)):
        found = Refusal("suppressed")
    else:
        found = change(
            results,
            cohort,
            base,
            last,
            tie,
            minimum,
            confidence,
            least_schools=int(setting("cohort_schools")),
            least_reference=int(setting("reference_schools")),
        )
    return Numbers(results, years, breaks, entries, cohort, base, last, tie, found)


def _concealed(view: DynamicsView, cohort: int, years: tuple[int, int]) -> bool:
    """Tell whether the share of a cohort is hidden in one of two years."""
    rows = by_cohort(replace(view, panel="open"))
    own = rows[rows["entry_year"].eq(cohort) & rows["year"].isin(years)]
    return bool(own["share"].isna().any())


def in_colour(chosen: int, entries: tuple[int, ...], last: int) -> int:
    """Give the cohort chosen, or else the last one with a later year; 0: there is none."""
    return chosen or max((c for c in entries if c < last), default=max(entries, default=0))


def broken(view: DynamicsView, years: tuple[int, ...]) -> tuple[int, ...]:
    """List the years between those given in which the series of the procedure is broken."""
    procedure = indicator(view.indicator)["procedure"]
    found = load(lookups.breaks)
    broken = found.loc[found["procedure"].eq(procedure), "year"]
    return tuple(int(year) for year in broken if years and years[0] < year < years[-1])
