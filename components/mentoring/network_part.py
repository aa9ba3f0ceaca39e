"""Draw the network of mentors: what it hangs on, who mentors whom, its mentors and its pairs."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.base.load import all_hidden, keep, of_all
from components.base.markdown import joined, strong
from components.mentoring import network_figures, network_rows, offer, rows, sentences
from components.mentoring.choice import MentoringView, figures_key
from components.mentoring.listing import table
from components.mentoring.numbers import numbers
from components.shell import too_narrow, view_bar
from components.shell.page import Page
from queries.methods import network

CHOICE = 330
LEAST = 480
"""Under it two columns of names have no room for lines between them, px."""
LOSS = 3
"""Mentors whose leaving is computed together: three can be searched in full."""


def choice(page: Page[MentoringView]) -> None:
    """Draw the select box of one mentor."""
    with st.container(width=CHOICE, key="beside_mentor"):
        view_bar.draw_one(page.view, page.choices, page.words, "mentor", offer.possible)


def draw(page: Page[MentoringView]) -> None:
    """Draw what the network hangs on, and its chart with the tables under or beside it."""
    words = page.words
    pairs, loss, places = of_all(_hanging, figures_key(page.view))
    if not pairs:
        _nobody(page)
        return
    warnings = (sentences.fragile(loss, words), sentences.dependent(places, words))
    st.markdown(joined(" ", map(strong, filter(None, warnings))) or words("mentoring.sturdy"))
    one = bool(page.view.municipality or page.view.mentor)
    if one and all_hidden(keep, network_rows.pairs, figures_key(page.view)):
        st.caption(words("rights.all_hidden"))
        draw_mentors(page)
        return
    spec = keep(_drawing(one), figures_key(page.view), page.theme, page.room)
    st.caption(words("mentoring.arcs_help" if one else "mentoring.crossing_help"))
    with st.container(key="network"):
        (_under if spec["height"] <= network_figures.LOW else _beside)(page, spec)


def _hanging(view: MentoringView) -> tuple[int, list[int], int]:
    """Count pairs that count, schools lost as the weightiest mentors leave, places with one mentor.

    The mentors themselves are not named.
    """
    n = numbers(view)
    held = rows.local(n)
    loss = [schools for _, schools in network.largest_loss(held, LOSS)]
    return len(held), loss, len(network.dependent(held, n.schools))


def _under(page: Page[MentoringView], spec: dict[str, Any]) -> None:
    """Draw a low chart, and the tables side by side under it."""
    _chart(page, spec)
    left, right = st.columns(2, gap="medium")
    with left:
        draw_mentors(page)
    with right:
        _pairs(page)


def _beside(page: Page[MentoringView], spec: dict[str, Any]) -> None:
    """Draw a chart as wide as it needs, and the tables in what is left beside it."""
    with st.container(horizontal=True, gap="medium", wrap=False, key="row_network"):
        with st.container(width=spec["width"]):
            _chart(page, spec)
        with st.container():
            draw_mentors(page)
            _pairs(page)


def _nobody(page: Page[MentoringView]) -> None:
    """Without a pair that counts, show who could mentor and the pairs that are not counted."""
    st.markdown(strong(page.words("mentoring.no_pairs")))
    draw_mentors(page)
    if len(keep(network_rows.pairs, figures_key(page.view))):
        _pairs(page)


def _chart(page: Page[MentoringView], spec: dict[str, Any]) -> None:
    if too_narrow.said(
        page, network_figures.ARCS_WIDTH, LEAST if spec["width"] <= page.room else page.room + 1
    ):
        return
    alt = page.words("mentoring.network_alt")
    st.vega_lite_chart(spec=spec, theme=None, key="network", alt=alt, width="content")


def draw_mentors(page: Page[MentoringView]) -> None:
    """Draw every school with the right to mentor: on what ground, and how many hang on it."""
    busy = page.words.number(of_all(_busy, figures_key(page.view)))
    columns, shown = network_rows.MENTORS, network_rows.MENTORS_SHOWN
    with st.container(key="network_mentors"):
        table(page, "mentors", network_rows.mentors, columns, shown, busy=busy)


def _busy(view: MentoringView) -> int:
    """Count the schools with the right to mentor that lead any."""
    return int(keep(network_rows.mentors, view)["load"].gt(0).sum())


def _pairs(page: Page[MentoringView]) -> None:
    with st.container(key="network_pairs"):
        columns, shown = network_rows.PAIRS, network_rows.PAIRS_SHOWN
        table(page, "pairs", network_rows.pairs, columns, shown)


def _drawing(one: bool) -> Callable[[MentoringView, str, int], dict[str, Any]]:
    """One municipality or mentor shows its pairs; the region shows municipalities."""
    return network_figures.arcs_spec if one else network_figures.crossing_spec
