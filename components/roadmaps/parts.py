"""Draw the lower half of the page: one part at a time, its table, its files."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.base.choices import setting
from components.base.load import all_hidden, keep
from components.base.markdown import strong
from components.base.markup import written
from components.base.room import figure
from components.roadmaps import (
    card,
    completion,
    doubts,
    facts,
    legend,
    overdue_part,
    plan_chart,
    rows,
    workload,
)
from components.roadmaps.choice import RoadmapsView, figures_key
from components.roadmaps.executions import maps
from components.roadmaps.files import files, table
from components.roadmaps.offer import possible
from components.shell import offering, too_narrow, view_bar
from components.shell.page import Page

CHOICE = 330
"""Width of a select box beside the switch of parts, px."""


def draw(page: Page[RoadmapsView]) -> None:
    """Draw the switch of parts, the page's own choices, and the part that is chosen."""
    with st.container(horizontal=True, vertical_alignment="center", key="part_switches"):
        view_bar.switch(page.view, page.choices, page.words, "desk", possible)
        if page.view.desk != "facts" and len(maps(page.view)):
            _choices(page)
    PARTS[page.view.desk](page)


def _choices(page: Page[RoadmapsView]) -> None:
    """Draw what narrows every part: the responsible party, and the map where there are several."""
    fields = ("party", "road_map") if len(maps(page.view)) > 1 else ("party",)
    for field in fields:
        with st.container(width=CHOICE, key=f"beside_{field}"):
            view_bar.draw_one(page.view, page.choices, page.words, field, possible)


def _clickable(page: Page[RoadmapsView], spec: dict[str, Any], name: str) -> None:
    """Show a chart whose measures can be clicked: the click opens the card."""
    alt, known = page.words(f"roadmaps.alt_{name}"), possible(page.view)["measure"]
    offering.clickable(page, spec, (name, alt), "measure", page.view.measure, known)


def _measures(page: Page[RoadmapsView]) -> None:
    with st.container(horizontal=True, gap="medium", wrap=False, key="row_plan"):
        with st.container(width=figure(plan_chart.WIDTH, page.room)):
            if not too_narrow.said(page, plan_chart.WIDTH, plan_chart.LEAST):
                spec = keep(plan_chart.spec, figures_key(page.view), page.theme, page.room)
                _clickable(page, spec, "plan")
                st.html(legend.html(page.words, page.palette))
        with st.container(key="measure_card"):
            view_bar.draw_one(page.view, page.choices, page.words, "measure", possible)
            if page.view.measure:
                card.draw(page)
            else:
                st.html(keep(completion.bars, "section", figures_key(page.view)) or "<p></p>")
                st.caption(page.words("roadmaps.card_help"))
    files(page, "executions", rows.executions, rows.EXECUTIONS)


def _workload(page: Page[RoadmapsView]) -> None:
    found = keep(workload.rows, figures_key(page.view))
    if found.empty:
        st.markdown(page.words("roadmaps.nobody_loaded"))
        return
    if said := workload.finding(page.view, page.words):
        st.markdown(strong(said))
    if not too_narrow.said(page, workload.WIDTH, workload.LEAST):
        spec = keep(workload.spec, figures_key(page.view), page.theme, page.room)
        alt = page.words("roadmaps.alt_workload")
        st.vega_lite_chart(spec=spec, theme=None, key="workload", alt=alt, width="content")
    table(page, workload.rows, workload.COLUMNS)
    st.caption(page.words("roadmaps.workload_help"))
    files(page, "workload", workload.rows, workload.COLUMNS)


def _doubts(page: Page[RoadmapsView]) -> None:
    words, view = page.words, figures_key(page.view)
    st.markdown(words("roadmaps.doubts_help"))
    for kind in doubts.KINDS:
        part = doubts.of_kind(view, kind)
        st.markdown(strong(words(f"roadmaps.doubt_{kind}")))
        if all_hidden(doubts.of_kind, view, kind):
            st.caption(words("rights.all_hidden"))
        elif part.empty:
            least = int(setting("doubt_measures", view.region))
            st.caption(words(f"roadmaps.checked_{kind}", n=least))
        else:
            st.html(written("roadmaps/questions.html", questions=part["question"]))
    files(page, "doubts", doubts.rows, doubts.COLUMNS)


def _list(page: Page[RoadmapsView]) -> None:
    table(page, rows.occasions, rows.LIST)
    files(page, "list", rows.occasions, rows.LIST_FILE)


def _facts(page: Page[RoadmapsView]) -> None:
    with st.container(horizontal=True, gap="medium", wrap=False, key="row_facts"):
        with st.container(width=figure(facts.WIDTH, page.room), key="facts_rows"):
            _clickable(
                page, keep(facts.spec, figures_key(page.view), page.theme, page.room), "facts"
            )
            table(page, facts.counts, facts.COUNTS, "bars")
        with st.container(key="measure_card"):
            view_bar.draw_one(page.view, page.choices, page.words, "measure", possible)
            card.draw_facts(page)
    st.html(legend.of_facts(page.words))
    files(page, "facts", facts.facts, facts.FACTS)


def _method(page: Page[RoadmapsView]) -> None:
    st.markdown(page.words.marked("roadmaps.method_text"))


PARTS: dict[str, Callable[[Page[RoadmapsView]], None]] = {
    "measures": _measures,
    "overdue": overdue_part.draw,
    "completion": completion.draw,
    "workload": _workload,
    "doubts": _doubts,
    "list": _list,
    "facts": _facts,
    "method": _method,
}
