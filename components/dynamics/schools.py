"""Follow single schools over the years: of the chosen municipality, or else of the cohort.

Never a ranking: schools stand by municipality, then by name, whatever their verdict.
"""

from dataclasses import replace

import pandas as pd

from components.base.choices import municipality_name
from components.base.i18n import Words
from components.base.load import keep, load, of_all
from components.dynamics import places
from components.dynamics.choice import DynamicsView, numbers_key, results_key
from components.dynamics.groups import shares
from components.dynamics.numbers import numbers
from components.dynamics.trend_sentences import TrendCounts, counted
from queries import cohorts
from queries.methods.natural_order import by_numbers
from queries.view import ALL, NEVER


def series(view: DynamicsView) -> pd.DataFrame:
    """One row per school and year: its results and share (NaN: hidden), and what `verdicts` has."""
    return keep(_series, _place(view))


def _series(view: DynamicsView) -> pd.DataFrame:
    of_years = _shown(view)[["school_id", "year", "participants", "share"]]
    return verdicts(view).merge(of_years, "left", "school_id", sort=False)


def verdicts(view: DynamicsView) -> pd.DataFrame:
    """One row per school: school, municipality, entry_year, and what `places.trends` has."""
    return keep(_verdicts, _place(view))


def of_school(view: DynamicsView, code: str) -> pd.DataFrame:
    """One row, or none without results: the verdict on a school that the reader sees."""
    found = of_all(keep, _trends, results_key(view))
    return found[found["school_id"].eq(code)]


def trend_counts(view: DynamicsView) -> TrendCounts:
    """Count the verdicts, of schools that are not shown, too."""
    return of_all(_counts, view)


def _counts(view: DynamicsView) -> TrendCounts:
    return counted(verdicts(view))


def whose(view: DynamicsView, words: Words) -> str:
    """Name the schools that are judged: «Сальский район», «когорта 2021», or both."""
    cohort = numbers(view).cohort if view.municipality == ALL else view.cohort
    place = "" if view.municipality == ALL else municipality_name(view.municipality, words)
    group = words("page.cohort", year=cohort) if cohort else ""
    return ", ".join(part for part in (place, group) if part)


def _place(view: DynamicsView) -> DynamicsView:
    """Keep of a view what decides which schools are judged by what."""
    return replace(numbers_key(view), municipality=view.municipality)


def _verdicts(view: DynamicsView) -> pd.DataFrame:
    n = numbers(view)
    about = _chosen(view, n.results, n.cohort)[["school_id", "oktmo", "entry_year"]]
    about = about.drop_duplicates("school_id").merge(load(cohorts.names, results_key(view)))
    found = about.merge(of_all(keep, _trends, results_key(view)), "left", "school_id")
    found["word"] = found["word"].fillna("unknown")
    found["entry_year"] = found["entry_year"].where(found["entry_year"].gt(0))
    order = ["municipality", "oktmo", "school", "school_id"]
    return found.sort_values(order, ignore_index=True, key=by_numbers)


def _trends(view: DynamicsView) -> pd.DataFrame:
    """Judge every school of the region: the spread of all of them tells chance."""
    return places.trends(_shown(view), "school_id", view)


def _shown(view: DynamicsView) -> pd.DataFrame:
    return shares(load(cohorts.of_schools, results_key(view)))


def _chosen(view: DynamicsView, results: pd.DataFrame, cohort: int) -> pd.DataFrame:
    """Take the results of the municipality, of the cohort in it, or of the cohort in colour."""
    if view.municipality == ALL:
        return results[results["entry_year"].eq(cohort) & bool(cohort)]
    here = results[results["oktmo"].eq(view.municipality)]
    return here if view.cohort == NEVER else here[here["entry_year"].eq(view.cohort)]
