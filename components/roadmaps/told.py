"""Say what each table of the page says as a slide: its finding, its figure, what may be drawn."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pandas as pd

from components.base.load import keep
from components.base.theme import LIGHT
from components.charts import gantt, legend_row, sheet
from components.charts.legend_row import Item
from components.charts.plot_looks import colours
from components.roadmaps import (
    facts,
    figures,
    overdue,
    overdue_sentences,
    plan_chart,
    sentences,
    workload,
)
from components.roadmaps.choice import RoadmapsView, figures_key
from components.roadmaps.numbers import numbers
from components.roadmaps.offer import possible
from components.shell import offering
from components.shell.page import Page
from components.slides import natives
from components.slides.slide import Native
from components.slides.told import Told

INDICATOR = "IND-13"
OWN_FILTERS = ("road_map", "party", "measure")
"""Filters that only this page can name."""


def told(page: Page[RoadmapsView], name: str) -> Told:
    """Give what a slide of a table says; of one without an own sentence, that of the page."""
    chosen = offering.named_where_chosen(page.view, possible, OWN_FILTERS)
    return replace(OWN.get(name, _plain)(page), chosen=chosen)


def headline(page: Page[RoadmapsView]) -> str:
    """Say the counts of the page, or what is stated of a region's own measures."""
    n, words = numbers(page.view), page.words
    if n.maps.empty:
        return sentences.facts_headline(facts.totals(page.view), words)
    return sentences.headline(n.counts, n.late_today, n.day, words)


def _plain(page: Page[RoadmapsView]) -> Told:
    return Told(headline(page), _marking(page), cards=(INDICATOR,))


def _marking(page: Page[RoadmapsView]) -> str:
    n, words = numbers(page.view), page.words
    said = (sentences.marking(n.marking, words), sentences.unproved(n.counts["unproved"], words))
    return " ".join(part for part in said if part)


def _plan(page: Page[RoadmapsView]) -> Told:
    return Told(
        headline(page),
        _marking(page),
        partial(_plan_with_legend, page),
        page.words("roadmaps.alt_plan"),
        cards=(INDICATOR,),
    )


def _plan_with_legend(page: Page[RoadmapsView]) -> sheet.Spec:
    words, known = page.words, colours(LIGHT)
    drawn = keep(plan_chart.spec, figures_key(page.view), "light")
    none = ((LIGHT.background, LIGHT.background),)
    signs = [
        Item(none, words(f"roadmaps.state_{state}"), glyph, known[look])
        for state, (glyph, look, _) in gantt.LOOKS.items()
    ]
    return legend_row.below(drawn, signs, LIGHT)


def _completion(page: Page[RoadmapsView]) -> Told:
    words = page.words
    kind = words("roadmaps.by_section")
    named = {key: words(f"roadmaps.column_{key}") for key in ("done", "due")}

    def bars(rows: pd.DataFrame) -> Native | None:
        return natives.columns("bars", "name", named)(rows[rows["kind_said"].eq(kind)])

    return Told(
        headline(page),
        _marking(page),
        partial(keep, figures.completion_spec, figures_key(page.view), "light"),
        kind,
        bars,
        cards=(INDICATOR,),
        notes=(words("roadmaps.parties_help"),),
    )


def _workload(page: Page[RoadmapsView]) -> Told:
    words = page.words
    named = {"total": words("roadmaps.column_total")}
    return Told(
        workload.finding(page.view, words) or headline(page),
        words("roadmaps.workload_help"),
        partial(keep, workload.spec, figures_key(page.view), "light"),
        words("roadmaps.alt_workload"),
        natives.columns("bars", "name", named),
        cards=(INDICATOR,),
    )


def _overdue(page: Page[RoadmapsView]) -> Told:
    words, found = page.words, keep(overdue.totals, figures_key(page.view))
    return Told(
        overdue_sentences.finding(found, page.view.day, words),
        overdue_sentences.apart(found, words) or "",
        cards=(INDICATOR,),
        notes=(words("roadmaps.overdue_help"),),
    )


def _facts(page: Page[RoadmapsView]) -> Told:
    words = page.words
    return Told(
        sentences.facts_headline(facts.totals(page.view), words),
        words("roadmaps.facts_caption"),
        partial(keep, facts.spec, figures_key(page.view), "light"),
        words("roadmaps.alt_facts"),
    )


OWN: dict[str, Callable[[Page[RoadmapsView]], Told]] = {
    "executions": _plan,
    "list": _plan,
    "completion": _completion,
    "workload": _workload,
    "overdue": _overdue,
    "facts": _facts,
}
