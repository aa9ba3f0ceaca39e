"""Draw the parts of the page, one at a time: its finding, its table, its files."""

from collections.abc import Callable

import streamlit as st

from components.base.load import keep
from components.base.room import figure
from components.mentoring import network_part, offer, rows, top
from components.mentoring.choice import MentoringView, figures_key
from components.mentoring.listing import table
from components.mentoring.numbers import numbers
from components.mentoring.proposal_part import draw as draw_proposal
from components.mentoring.what_if import draw as draw_what_if
from components.shell import view_bar
from components.shell.page import Page


def draw(page: Page[MentoringView]) -> None:
    """Draw the switch of parts, and the part that is chosen."""
    with st.container(horizontal=True, vertical_alignment="center", key="part_switches"):
        view_bar.switch(page.view, page.choices, page.words, "desk", offer.possible)
        if page.view.desk == "network":
            network_part.choice(page)
    PARTS[page.view.desk](page)


def _gap(page: Page[MentoringView]) -> None:
    top.road(page)
    if numbers(page.view).covered == numbers(page.view).listed:
        st.markdown(page.words("mentoring.nobody_without"))
        return
    table(page, "gap", rows.gap, rows.GAP)


def _coverage(page: Page[MentoringView]) -> None:
    with st.container(horizontal=True, gap="medium", wrap=False, key="row_coverage"):
        with st.container(width=figure(top.WIDTH, page.room)):
            top.chart(page)
            table(page, "places", rows.places, rows.PLACES)
        with st.container(key="coverage_tables"):
            table(page, "cohorts", rows.cohorts, rows.COHORTS)
            table(page, "forms", rows.forms, rows.FORMS)
            table(page, "months", rows.months, rows.MONTHS)
    top.caption(page)


def _effectiveness(page: Page[MentoringView]) -> None:
    found = keep(rows.marks, figures_key(page.view))
    if found.empty:
        st.markdown(page.words("mentoring.no_marks"))
        return
    now = found[found["year"].eq(page.view.year)]
    low = int(now["degree"].eq("low").sum())
    st.markdown(page.words.marked("mentoring.judged", n=len(now), low=low))
    table(page, "marks", rows.marks, rows.MARKS)


def _method(page: Page[MentoringView]) -> None:
    st.markdown(page.words.marked("mentoring.method_text"))


PARTS: dict[str, Callable[[Page[MentoringView]], None]] = {
    "gap": _gap,
    "coverage": _coverage,
    "network": network_part.draw,
    "proposal": draw_proposal,
    "what_if": draw_what_if,
    "effectiveness": _effectiveness,
    "method": _method,
}
