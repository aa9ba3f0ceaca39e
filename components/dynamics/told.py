"""Say what each table of the page says as a slide: its finding, its figure, what may be drawn."""

from collections.abc import Callable
from functools import partial

import pandas as pd

from components.base.choices import rules
from components.base.load import keep
from components.dynamics import (
    changes,
    funnel,
    level_lines,
    lines,
    places,
    schools,
    sentences,
    trend_sentences,
)
from components.dynamics.choice import DynamicsView
from components.dynamics.levels import kind
from components.dynamics.numbers import numbers
from components.dynamics.project import changed
from components.dynamics.trend_sentences import TrendCounts
from components.shell.page import Page
from components.slides import natives
from components.slides.told import Told
from queries.methods.refusal import Refusal

MOST = 8
"""Lines of municipalities beside each other that can still be told apart."""


def told(page: Page[DynamicsView], table: str) -> Told:
    """Give what a slide of a table says; its sentence is the one over the chart."""
    return OWN[table](page, page.words(f"dynamics.table_{table}"))


def trends(page: Page[DynamicsView], found: TrendCounts, who: str) -> str:
    """Say how many series have a trend."""
    last, chance = numbers(page.view).last, 1 - rules(page.view.region).confidence
    return trend_sentences.finding(found, who, last, chance, page.words)


def of_places(page: Page[DynamicsView]) -> str:
    """Say how many municipalities have a trend."""
    found = places.trend_counts(page.view)
    who = page.words("dynamics.municipalities", n=found.judged or found.total)
    return trends(page, found, who)


def of_schools(page: Page[DynamicsView]) -> str:
    """Say how many schools have a trend, or that there are none to follow."""
    words, found = page.words, schools.trend_counts(page.view)
    whose = schools.whose(page.view, words)
    if not whose:
        return words("dynamics.schools_of_nobody")
    if not found.total:
        return words("dynamics.school_trends_nobody", whose=whose)
    of = words("unit.schools", n=found.judged or found.total)
    return trends(page, found, f"{of} ({whose})")


def _lines(page: Page[DynamicsView], alt: str) -> Told:
    n, words = numbers(page.view), page.words
    return Told(
        sentences.headline(n.change, n.cohort, words),
        sentences.told(n.change, n.cohort, words),
        partial(keep, lines.spec, page.view, "light"),
        alt,
        natives.split("lines", "year", "group", "share", natives.PERCENT),
        cards=(page.view.indicator,),
        notes=_caution(page),
    )


def _caution(page: Page[DynamicsView]) -> tuple[str, ...]:
    """Say how the cohort stood before the project, and how often the verdict errs."""
    change, words = numbers(page.view).change, page.words
    if isinstance(change, Refusal):
        return ()
    return sentences.at_entry(change, words), words("dynamics.tried")


def _three(page: Page[DynamicsView], alt: str) -> Told:
    n, words = numbers(page.view), page.words
    named = {"points": words("column.points")}
    return Told(
        sentences.headline(n.change, n.cohort, words),
        sentences.told(n.change, n.cohort, words),
        partial(keep, changes.three_spec, page.view, "light"),
        alt,
        natives.columns("bars", "amount", named, words("slides.points")),
        cards=(page.view.indicator,),
        notes=_caution(page),
    )


def _panel(page: Page[DynamicsView], alt: str) -> Told:
    words, found = page.words, changed(page.view)
    if isinstance(found, Refusal):
        return Told(words("dynamics.no_parts"))
    fixed = page.view.panel == "fixed"
    return Told(
        sentences.project(found, words),
        words("dynamics.panel_help_fixed") if fixed else words("dynamics.panel_help"),
        partial(keep, changes.parts_spec, page.view, "light") if found.shown else None,
        alt,
        natives.waterfall("amount", "points", natives.PERCENT, _levels),
        cards=(page.view.indicator,),
    )


def _levels(rows: pd.DataFrame) -> pd.Series:
    return rows["total"]


def _places(page: Page[DynamicsView], alt: str) -> Told:
    words = page.words
    top = words.percent(places.highest(page.view), 0)
    return Told(
        of_places(page),
        words("dynamics.places_help", top=top),
        partial(keep, places.multiples_spec, page.view, "light"),
        alt,
        natives.split("lines", "year", "name", "share", natives.PERCENT, MOST),
        cards=(page.view.indicator,),
    )


def _schools(page: Page[DynamicsView], alt: str) -> Told:
    return Told(of_schools(page), page.words("dynamics.schools_help"), cards=(page.view.indicator,))


def _funnel(page: Page[DynamicsView], alt: str) -> Told:
    words = page.words
    named = {key: words(f"column.{key}") for key in ("share", "limit_low", "limit_high")}
    drawn = len(funnel.points(page.view)) > 1
    return Told(
        funnel.finding(page.view, words),
        words("dynamics.funnel_help"),
        partial(keep, funnel.spec, page.view, "light") if drawn else None,
        alt,
        natives.columns("points", "name", named, natives.PERCENT, most=1000),
        cards=(page.view.indicator,),
    )


def _comparison(page: Page[DynamicsView], alt: str) -> Told:
    n, words, found = numbers(page.view), page.words, changes.compared(page.view)
    named = {"points": words("column.points")}
    return Told(
        sentences.compared(found, n.cohort, words),
        "",
        partial(keep, changes.difference_spec, page.view, "light"),
        alt,
        natives.columns("bars", "amount", named, words("slides.points")),
        cards=(page.view.indicator,),
    )


def _level(page: Page[DynamicsView], alt: str) -> Told:
    counted = kind(page.view) == "counts"
    value, unit = ("share", natives.PERCENT) if counted else ("mean_score", "")
    return Told(
        *level_lines.said(page.view),
        partial(keep, level_lines.spec, page.view, "light"),
        alt,
        natives.split("lines", "year", "group", value, unit),
        cards=(page.view.indicator,),
    )


OWN: dict[str, Callable[[Page[DynamicsView], str], Told]] = {
    "lines": _lines,
    "three": _three,
    "panel": _panel,
    "places": _places,
    "schools": _schools,
    "funnel": _funnel,
    "comparison": _comparison,
    "counts": _level,
    "means": _level,
}
