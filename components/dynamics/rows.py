"""Give the rows of each table of the page, by the keys of its columns, for reading and as files."""

from collections.abc import Callable

import pandas as pd

from components.base.i18n import Words
from components.base.records import records
from components.dynamics import (
    changes,
    funnel,
    levels,
    lines,
    places,
    schools,
    trend_sentences,
)
from components.dynamics.choice import DynamicsView
from components.dynamics.groups import beside_each_other, by_cohort
from components.dynamics.numbers import numbers

TREND: tuple[tuple[str, str], ...] = (
    ("trend", "text"),
    ("trend_changes", "integer"),
    ("slope", "decimal"),
    ("from", "decimal"),
    ("to", "decimal"),
)
"""What is told of a series; each of its years repeats it."""

COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "lines": (
        ("group", "text"),
        ("year", "integer"),
        ("counted_schools", "integer"),
        ("participants", "integer"),
        ("below", "integer"),
        ("share", "percent"),
    ),
    "counts": (
        ("group", "text"),
        ("year", "integer"),
        ("counted_schools", "integer"),
        ("numerator", "integer"),
        ("denominator", "integer"),
        ("share", "percent"),
    ),
    "means": (
        ("group", "text"),
        ("year", "integer"),
        ("counted_schools", "integer"),
        ("participants", "integer"),
        ("mean_score", "decimal"),
    ),
    "three": (("amount", "text"), ("points", "decimal"), ("from", "decimal"), ("to", "decimal")),
    "panel": (("amount", "text"), ("counted_schools", "integer"), ("points", "decimal")),
    "places": (
        ("name", "text"),
        ("year", "integer"),
        ("touched", "integer"),
        ("participants", "integer"),
        ("share", "percent"),
        *TREND,
    ),
    "schools": (
        ("school_name", "text"),
        ("school_municipality", "text"),
        ("school_entry_year", "integer"),
        ("year", "integer"),
        ("participants", "integer"),
        ("share", "percent"),
        *TREND,
    ),
    "funnel": (
        ("name", "text"),
        ("participants", "integer"),
        ("independent", "integer"),
        ("share", "percent"),
        ("limit_low", "percent"),
        ("limit_high", "percent"),
        ("place", "text"),
    ),
    "comparison": (
        ("amount", "text"),
        ("points", "decimal"),
        ("from", "decimal"),
        ("to", "decimal"),
    ),
}


def rows(view: DynamicsView, table: str) -> pd.DataFrame:
    """Give the rows of a table, by the keys of its columns; sorted as they are read."""
    words = Words(view.language)
    made: dict[str, Callable[[], pd.DataFrame]] = {
        "lines": lambda: _lines(view, by_cohort(view), numbers(view).cohort),
        "counts": lambda: _level(view),
        "means": lambda: _level(view),
        "three": lambda: _amounts(pd.concat([changes.three(view), changes.at_entry(view)])),
        "panel": lambda: _amounts(changes.parts(view)),
        "places": lambda: _trended(places.series(view)),
        "schools": lambda: _schools(view, words),
        "funnel": lambda: _funnel(view),
        "comparison": lambda: _amounts(changes.difference(view)),
    }
    return made[table]()


def _level(view: DynamicsView) -> pd.DataFrame:
    found = levels.level(view)
    return _lines(view, found.rows, found.cohort)


def _lines(view: DynamicsView, found: pd.DataFrame, cohort: int) -> pd.DataFrame:
    """Set the cohort in colour first and the schools never in the project last."""
    words, found = Words(view.language), beside_each_other(found, view)
    order = found["entry_year"].map({0: 9999, cohort: 0}).fillna(found["entry_year"])
    group = [lines.group(entry, words) for entry in found["entry_year"]]
    found = found.assign(group=group, order=order, counted_schools=found["schools"])
    return found.sort_values(["order", "year"], ignore_index=True)


def _amounts(found: pd.DataFrame) -> pd.DataFrame:
    names = {"label": "amount", "value": "points", "low": "from", "high": "to"}
    return found.rename(columns=names | {"schools": "counted_schools"})


def _schools(view: DynamicsView, words: Words) -> pd.DataFrame:
    found, last = schools.series(view), numbers(view).last
    trend = [trend_sentences.verdict(row, last, words) for row in records(found)]
    names = {name: f"school_{name}" for name in ("municipality", "entry_year")}
    return _trended(found.assign(trend=trend).rename(columns=names | {"school": "school_name"}))


def _trended(found: pd.DataFrame) -> pd.DataFrame:
    return found.rename(columns={"low": "from", "high": "to", "changes": "trend_changes"})


def _funnel(view: DynamicsView) -> pd.DataFrame:
    found = funnel.points(view).round({"independent": 0})
    return found.sort_values("participants", ascending=False, ignore_index=True)
