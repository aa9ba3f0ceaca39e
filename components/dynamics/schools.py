"""Judge the direction of single schools: of the chosen municipality, or else of the cohort.

Never a ranking: schools stand by municipality, then by name, whatever their verdict.
"""

import re
from dataclasses import replace

import pandas as pd

from components.base.choices import municipality_name
from components.base.i18n import Words
from components.base.load import keep, load
from components.dynamics import places
from components.dynamics.choice import DynamicsView, numbers_key, results_key
from components.dynamics.groups import shares
from components.dynamics.numbers import numbers
from queries import cohorts
from queries.view import ALL, NEVER


def verdicts(view: DynamicsView) -> pd.DataFrame:
    """One row per school: school, municipality, entry_year, word, slope and limits in pp a year.

    `points` counts the years of the run that is judged; NaN: no year may be shown. A year that may
    not be shown has no share and ends a run.
    """
    return keep(_verdicts, _place(view))


def verdict_words(view: DynamicsView) -> list[str]:
    """List the verdicts alone, which may be counted of schools that are not shown."""
    return verdicts(view)["word"].tolist()


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
    chosen = _chosen(view, n.results, n.cohort)
    shown = shares(load(cohorts.of_schools, results_key(view)))[["school_id", "year", "share"]]
    followed = chosen.merge(shown, "left", ["school_id", "year"])
    found = places.trends(followed, "school_id", n.breaks)
    about = chosen[["school_id", "oktmo", "entry_year"]].drop_duplicates("school_id")
    found = found.merge(about, on="school_id").merge(load(cohorts.names, results_key(view)))
    found["entry_year"] = found["entry_year"].where(found["entry_year"].gt(0))
    order = sorted(range(len(found)), key=lambda place: _order(found.iloc[place]))
    return found.iloc[order].reset_index(drop=True)


def _chosen(view: DynamicsView, results: pd.DataFrame, cohort: int) -> pd.DataFrame:
    """Take the results of the municipality, of the cohort in it, or of the cohort in colour."""
    if view.municipality == ALL:
        return results[results["entry_year"].eq(cohort) & bool(cohort)]
    here = results[results["oktmo"].eq(view.municipality)]
    return here if view.cohort == NEVER else here[here["entry_year"].eq(view.cohort)]


def _order(row: pd.Series) -> tuple:
    """Sort numbers in names as numbers: № 2 before № 10."""
    parts = re.split(r"(\d+)", str(row["school"]))
    name = tuple(int(part) if place % 2 else part for place, part in enumerate(parts))
    return row["municipality"], row["oktmo"], name, row["school_id"]
