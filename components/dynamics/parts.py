"""Draw the lower half of the page: one part at a time, its chart, its table, its files."""

from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.base import group
from components.base.choices import rules, setting
from components.base.load import keep
from components.base.markdown import strong
from components.base.markup import escaped
from components.dynamics import (
    changes,
    funnel,
    offer,
    places,
    schools,
    sentences,
    tables,
    trend_sentences,
)
from components.dynamics.choice import DynamicsView
from components.dynamics.numbers import numbers
from components.dynamics.project import changed
from components.dynamics.trend_sentences import TrendCounts
from components.heatmap.views import clickable
from components.shell import view_bar
from components.shell.page import Page
from queries.methods.net_change import RESAMPLES
from queries.methods.refusal import Refusal

HEIGHT, FINDING = 174, 26
"""Of a part and of the sentence over it, px: what is longer scrolls inside it."""


def draw(page: Page[DynamicsView]) -> None:
    """Draw the switch of parts, and the part that is chosen."""
    with st.container(horizontal=True, vertical_alignment="center", key="part_switches"):
        view_bar.switch(page.view, page.choices, page.words, "part", offer.possible)
        if page.view.part == "panel":
            view_bar.switch(page.view, page.choices, page.words, "panel")
        if page.view.part in FILES:
            tables.files(page, page.view.part)
    PARTS[page.view.part](page)


def _panel(page: Page[DynamicsView]) -> None:
    found, words = changed(page.view), page.words
    if isinstance(found, Refusal):
        st.markdown(words("dynamics.no_parts"))
        return
    _finding(sentences.project(found, words))
    fixed = page.view.panel == "fixed"
    if not found.shown:
        st.caption(words("dynamics.hidden_parts"))
        with st.container(width=places.WIDTH):
            st.html(keep(tables.html, page.view, "panel"))
        return
    told = words("dynamics.panel_help_fixed") if fixed else words("dynamics.panel_help")
    with _beside(page, "panel", told):
        _chart(page, keep(changes.parts_spec, page.view, page.theme), "panel")


def _places(page: Page[DynamicsView]) -> None:
    found, words = places.trend_counts(page.view), page.words
    _finding(_trends(page, found, words("dynamics.municipalities", n=found.judged or found.total)))
    top = words.percent(places.highest(page.view), 0)
    beside = words("dynamics.the_region")
    if page.view.group:
        beside = words("dynamics.the_group", name=group.called(page.view, words))
    told = words("dynamics.places_help", top=top, beside=beside)
    explained = f"{trend_sentences.scope(found, words)} {told}"
    with _beside(page, "places", explained.strip()):
        spec = keep(places.multiples_spec, page.view, page.theme)
        clickable(page, spec, "places", page.view.indicator)


def _schools(page: Page[DynamicsView]) -> None:
    words, found = page.words, schools.trend_counts(page.view)
    whose = schools.whose(page.view, words)
    if not whose:
        _finding(words("dynamics.schools_of_nobody"))
        return
    if not found.total:
        _finding(words("dynamics.school_trends_nobody", whose=whose))
        return
    of = words("unit.schools", n=found.judged or found.total)
    _finding(_trends(page, found, f"{of} ({whose})"))
    if schools.verdicts(page.view).empty:
        return
    with st.container(height=HEIGHT, border=False, key="part_table"):
        st.html(keep(tables.html, page.view, "schools"))
        st.caption(
            f"{trend_sentences.scope(found, words)} {words('dynamics.schools_help')}".strip()
        )


def _trends(page: Page[DynamicsView], found: TrendCounts, who: str) -> str:
    last, chance = numbers(page.view).last, 1 - rules(page.view.region).confidence
    return trend_sentences.finding(found, who, last, chance, page.words)


def _funnel(page: Page[DynamicsView]) -> None:
    _finding(funnel.finding(page.view, page.words))
    if len(funnel.points(page.view)) < 2:
        return
    with _beside(page, "funnel", page.words("dynamics.funnel_help")):
        spec = keep(funnel.spec, page.view, page.theme)
        clickable(page, spec, "funnel", page.view.indicator)


def _comparison(page: Page[DynamicsView]) -> None:
    n, found, words = numbers(page.view), changes.compared(page.view), page.words
    _finding(sentences.compared(found, n.cohort, words))
    method = words(
        "dynamics.comparison_help",
        width=words.number(setting("comparison_bandwidth", page.view.region)),
        share=words.percent(setting("threshold_share", page.view.region), 0),
        works=words.number(setting("threshold_procedures", page.view.region)),
    )
    if isinstance(found, Refusal):
        st.caption(method)
        return
    sizes = words("dynamics.groups", treated=found.treated, controls=found.controls)
    blind = "" if found.pre_trend == found.pre_trend else words("dynamics.one_year_before")
    with _beside(page, "comparison", f"{sizes} {blind} {method}"):
        _chart(page, keep(changes.difference_spec, page.view, page.theme), "comparison")


def _table(page: Page[DynamicsView]) -> None:
    left, right = st.columns([1.6, 1], gap="medium")
    n = numbers(page.view)
    for place, table in ((left, "lines"), (right, "three")):
        with place, st.container(height=HEIGHT, border=False, key=f"table_{table}"):
            if table == "three" and isinstance(n.change, Refusal):
                st.html(escaped(sentences.no_numbers(n.change, n.cohort, page.words)))
            else:
                st.html(keep(tables.html, page.view, table))


def _method(page: Page[DynamicsView]) -> None:
    with st.container(height=HEIGHT + FINDING, border=False, key="method"):
        st.markdown(
            page.words.marked(
                "dynamics.method_text",
                minimum=page.words.number(rules(page.view.region).minimum_group),
                confidence=page.words.percent(100 * rules(page.view.region).confidence, 0),
                resamples=page.words.number(RESAMPLES),
                least=page.words.number(setting("cohort_schools", page.view.region)),
                verdict=page.words.number(setting("verdict_schools", page.view.region)),
                untouched=page.words.number(setting("reference_schools", page.view.region)),
                slope=page.words.number(setting("trend_slope", page.view.region)),
                visible=page.words.number(setting("trend_visible", page.view.region)),
                changes=page.words.number(setting("trend_changes", page.view.region)),
            )
        )


def _finding(text: str) -> None:
    st.markdown(strong(text))


def _chart(page: Page[DynamicsView], spec: dict[str, Any], table: str) -> None:
    alt = page.words(f"dynamics.table_{table}")
    st.vega_lite_chart(spec=spec, theme=None, key=table, alt=alt, width="content")


def _beside(page: Page[DynamicsView], table: str, explained: str) -> DeltaGenerator:
    """Draw the table of a chart at its right, and give the place of the chart; both scroll."""
    row = st.container(horizontal=True, gap="small", wrap=False)
    left = row.container(width=places.WIDTH + 14, height=HEIGHT, border=False, key="part_chart")
    with row.container(height=HEIGHT, border=False, key="part_table"):
        st.caption(explained)
        st.html(keep(tables.html, page.view, table))
    return left


PARTS: dict[str, Callable[[Page[DynamicsView]], None]] = {
    "panel": _panel,
    "places": _places,
    "schools": _schools,
    "funnel": _funnel,
    "comparison": _comparison,
    "table": _table,
    "method": _method,
}
FILES = ("panel", "places", "schools", "funnel", "comparison")
