"""Draw the page of a full count or a mean score: its finding, its lines, and why no net effect."""

import streamlit as st

from components.base.choices import indicator
from components.base.load import keep
from components.base.room import figure
from components.dynamics import (
    cohort_part,
    files,
    heading,
    lines,
    nothing,
    offer,
    tables,
)
from components.dynamics.choice import DynamicsView
from components.dynamics.level_lines import said, spec
from components.dynamics.levels import kind, level, without_report
from components.shell import view_bar
from components.shell.page import Page


def draw(page: Page[DynamicsView]) -> None:
    """Say how the cohort stands, draw its line, and the one part below that is chosen."""
    found = level(page.view).rows
    if not found["share"].notna().any():
        nothing.draw(page, found)
        return
    heading.draw(page, *said(page.view))
    cohort_part.draw(page)
    _switches(page)
    with st.container(horizontal=True, gap="small", wrap=False, key="row_lines"):
        with st.container(width=figure(lines.WIDTH + 4, page.room)):
            drawn = keep(spec, page.view, page.theme, page.room)
            alt = page.words(f"dynamics.table_{kind(page.view)}")
            st.vega_lite_chart(spec=drawn, theme=None, key="lines", alt=alt, width="content")
        with st.container():
            for told in _explained(page):
                st.caption(told)
    with page.tools:
        files.draw(page, kind(page.view))
    _part(page)


def _switches(page: Page[DynamicsView]) -> None:
    """Offer what can be chosen here: a count has no subject, and neither has an interval."""
    offered = offer.possible(page.view)
    with st.container(horizontal=True, vertical_alignment="center", key="switches"):
        for field in ("subject", "value", "since"):
            if len(offered[field]) > 1:
                view_bar.switch(page.view, page.choices, page.words, field, offer.possible)


def _explained(page: Page[DynamicsView]) -> list[str]:
    """Say in the place of the three numbers why there are none, and what the line is."""
    words, found = page.words, level(page.view)
    if kind(page.view) == "means":
        definition = words("dynamics.mean_definition")
        return [words("dynamics.mean_no_numbers"), f"{definition}. {words('dynamics.mean_axis')}"]
    card = indicator(page.view.indicator)
    told = [words("dynamics.count_no_net"), f"{words.pick(card, 'definition')}."]
    silent = without_report(page.view, found.last)
    return [*told, words("dynamics.without_report", n=silent, year=found.last)] if silent else told


def _part(page: Page[DynamicsView]) -> None:
    """Draw the table twin, or how it was counted; no other part applies, and the method says so."""
    with st.container(horizontal=True, vertical_alignment="center", key="part_switches"):
        view_bar.switch(page.view, page.choices, page.words, "part", offer.possible)
    of = kind(page.view)
    if page.view.part == "method":
        with st.container(key="method"):
            st.markdown(page.words.marked(f"dynamics.method_{of}"))
    else:
        st.html(keep(tables.html, page.view, of))
