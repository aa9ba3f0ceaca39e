"""Draw the upper half of the page: the sentence, the lines, and the three numbers beside them."""

import streamlit as st

from components.base.load import keep
from components.base.room import figure
from components.dynamics import changes, cohort_part, files, heading, lines, offer, sentences
from components.dynamics.choice import DynamicsView
from components.dynamics.numbers import numbers
from components.shell import view_bar
from components.shell.page import Page
from queries.methods.refusal import Refusal


def draw(page: Page[DynamicsView]) -> None:
    """Say what became of the cohort, then draw it."""
    n, words = numbers(page.view), page.words
    headline = sentences.headline(n.change, n.cohort, words)
    heading.draw(page, headline, sentences.told(n.change, n.cohort, words))
    cohort_part.draw(page)
    with st.container(horizontal=True, vertical_alignment="center", key="switches"):
        view_bar.switch(page.view, page.choices, words, "subject", offer.possible)
        for field in ("value", "since", "band"):
            if len(offer.possible(page.view)[field]) > 1:
                view_bar.switch(page.view, page.choices, words, field, offer.possible)
    with st.container(horizontal=True, gap="small", wrap=False, key="row_lines"):
        with st.container(width=figure(lines.WIDTH + 4, page.room)):
            spec = keep(lines.spec, page.view, page.theme, page.room)
            alt = words("dynamics.table_lines")
            st.vega_lite_chart(spec=spec, theme=None, key="lines", alt=alt, width="content")
            if flags := keep(lines.flags, page.view, n.years):
                st.caption(flags)
        with st.container():
            _three(page)
    with page.tools:
        files.draw(page, "lines")


def _three(page: Page[DynamicsView]) -> None:
    """Draw the three numbers; why there are none stands under the headline."""
    n, words = numbers(page.view), page.words
    if isinstance(n.change, Refusal):
        return
    with st.container(horizontal=True, vertical_alignment="center", key="three_row"):
        st.caption(words("dynamics.three_title", first=n.base, last=n.last))
        files.draw(page, "three")
    spec = keep(changes.three_spec, page.view, page.theme, page.room)
    alt = words("dynamics.table_three")
    st.vega_lite_chart(spec=spec, theme=None, key="three", alt=alt, width="content")
    st.caption(f"{sentences.at_entry(n.change, words)} {words('dynamics.tried')}")
