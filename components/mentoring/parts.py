"""Draw the parts of the page, one at a time: its finding, its table, its files."""

from collections.abc import Callable
from functools import partial
from typing import Any, Literal

import pandas as pd
import streamlit as st

from components import downloads_menu, tables, view_bar
from components.downloads_menu import Offer
from components.i18n import Words
from components.load import keep
from components.mentoring import chosen, network_figures, rows, top
from components.mentoring.numbers import numbers
from components.mentoring.proposal import draw as draw_proposal
from components.mentoring.what_if import draw as draw_what_if
from components.page import Page
from components.words import mentoring as said
from queries.methods import network
from queries.view import View

NETWORK_HEIGHT = 430
LOSS = 3
"""Mentors whose leaving is reckoned together: three can be searched in full."""

WITH_ROAD = ("gap", "coverage")
"""Parts under the picture of the road; the others have one of their own, and it is seen at once."""

FILTERS = ("region", "municipality", "year", "on", "cohort", "schools")


def draw(page: Page) -> None:
    """Draw the switch of parts, and the part that is chosen."""
    with st.container(horizontal=True, vertical_alignment="center", key="part_switches"):
        view_bar.switch(page.view, page.choices, page.words, "desk", chosen.possible)
    if page.view.desk in WITH_ROAD:
        top.road(page)
    PARTS[page.view.desk](page)


def table(
    page: Page, name: str, make: Callable[[View], pd.DataFrame], columns: tables.Columns
) -> None:
    """Draw the rows of a part as a table under its title, with its files beside the title."""
    words, view = page.words, chosen.drawn(page.view)
    found = keep(make, view)
    title = words(f"mentoring.table_{name}", n=len(found))
    with st.container(horizontal=True, vertical_alignment="center", key=f"head_{name}"):
        st.markdown(f"**{title}**")
        if len(found):
            made = partial(keep, make, view)
            files = tables.file_columns(columns, words, "mentoring")
            offer = Offer(f"mentoring_{name}", title, len(found), made, files, filters=FILTERS)
            downloads_menu.draw(page, offer)
    if len(found):
        st.html(keep(_html, make, columns, view))


def _html(make: Callable[[View], pd.DataFrame], columns: tables.Columns, view: View) -> str:
    return tables.html(keep(make, view), columns, Words(view.language), "mentoring")


def _gap(page: Page) -> None:
    if numbers(page.view).covered == len(numbers(page.view).schools):
        st.markdown(page.words("mentoring.nobody_without"))
        return
    table(page, "gap", rows.gap, rows.GAP)


def _coverage(page: Page) -> None:
    left, right = st.columns([1.5, 1], gap="medium")
    with left:
        table(page, "places", rows.places, rows.PLACES)
    with right:
        table(page, "cohorts", rows.cohorts, rows.COHORTS)
        table(page, "forms", rows.forms, rows.FORMS)
        table(page, "months", rows.months, rows.MONTHS)


def _network(page: Page) -> None:
    words, view, n = page.words, page.view, numbers(page.view)
    held = rows.local(n)
    sentences = (
        said.fragile(network.largest_loss(held, LOSS), words),
        said.dependent(len(network.dependent(held, n.schools)), words),
    )
    st.markdown(" ".join(f"**{each}**" for each in sentences if each) or words("mentoring.sturdy"))
    if held.empty:
        return
    left, right = st.columns([1.8, 1], gap="medium")
    with left:
        one = bool(view.municipality or view.mentor)
        spec = keep(_drawing(one), chosen.drawn(view), page.theme)
        st.caption(words("mentoring.arcs_help" if one else "mentoring.crossing_help"))
        alt = words("mentoring.network_alt")
        small = one or spec["height"] <= NETWORK_HEIGHT
        tall: int | Literal["content"] = "content" if small else NETWORK_HEIGHT
        with st.container(height=tall, border=False, key="network_chart"):
            st.vega_lite_chart(spec=spec, theme=None, key="network", alt=alt, width="content")
    with right:
        view_bar.draw_one(page.view, page.choices, words, "mentor", chosen.possible)
        with st.container(height=380, border=False, key="network_mentors"):
            table(page, "mentors", rows.load_of_mentors, rows.MENTORS)
    table(page, "pairs", rows.pairs, rows.PAIRS)


def _drawing(one: bool) -> Callable[[View, str], dict[str, Any]]:
    """One municipality or mentor shows its pairs; the region shows municipalities."""
    return network_figures.arcs_spec if one else network_figures.crossing_spec


def _effectiveness(page: Page) -> None:
    found = keep(rows.marks, chosen.drawn(page.view))
    if found.empty:
        st.markdown(page.words("mentoring.no_marks"))
        return
    now = found[found["year"].eq(page.view.year)]
    low = int(now["degree"].eq("low").sum())
    st.markdown(page.words("mentoring.judged", n=len(now), low=low))
    table(page, "marks", rows.marks, rows.MARKS)


def _method(page: Page) -> None:
    st.markdown(page.words("mentoring.method_text"))


PARTS: dict[str, Callable[[Page], None]] = {
    "gap": _gap,
    "coverage": _coverage,
    "network": _network,
    "proposal": draw_proposal,
    "what_if": draw_what_if,
    "effectiveness": _effectiveness,
    "method": _method,
}
