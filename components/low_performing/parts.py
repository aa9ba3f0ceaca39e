"""Draw the page of the list: its finding, the switch of parts, and the part that is chosen."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.base.load import keep
from components.base.markdown import strong
from components.low_performing import (
    conditions_part,
    figures,
    offer,
    rows,
    rule_part,
    sentences,
    told,
)
from components.low_performing.choice import ListView, rows_key
from components.low_performing.numbers import Numbers, numbers
from components.shell import bringing, messages, tables, view_bar
from components.shell.page import Page
from components.slides import menu


def draw(page: Page[ListView]) -> None:
    """Say what changed, and draw the part that is chosen."""
    n, words = numbers(page.view), page.words
    st.subheader(sentences.finding(n, page.view, words), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", key="part_switches"):
        view_bar.switch(page.view, page.choices, words, "desk", offer.possible)
        if page.view.desk == "changes":
            with st.container(width=170):
                view_bar.draw_one(page.view, page.choices, words, "against", offer.possible)
    PARTS[page.view.desk](page, n)


def nothing(page: Page[ListView]) -> None:
    """Say that the region has brought no list, and what to bring."""
    with messages.box(page.words("low_performing.nothing_title")):
        st.write(page.words("low_performing.nothing"))
    bringing.draw(page, "low_performing")


def _changes(page: Page[ListView], n: Numbers) -> None:
    view, words = page.view, page.words
    if len(n.flows):
        spec = keep(figures.spec, rows_key(view), page.theme)
        alt = words("low_performing.flow_alt")
        st.vega_lite_chart(spec=spec, theme=None, key="list_flow", alt=alt, width="content")
        st.caption(words("low_performing.flow_legend"))
        with page.tools:
            menu.draw(page, told.offered_flow(page), told.flow(page))
    made = partial(keep, rows.changes, rows_key(view))
    if not told.count(page):
        st.markdown(words("low_performing.nobody"))
        return
    title = told.title(page)
    with st.container(horizontal=True, vertical_alignment="center", key="head_changes"):
        st.markdown(strong(title))
        menu.draw(page, told.offered_changes(page, title), told.changes(page))
    if len(made()):
        key = rows_key(view)
        written = keep(tables.of_view, rows.changes, rows.CHANGES, key, "low_performing")
        st.html(written)


def _rule(page: Page[ListView], _: Numbers) -> None:
    rule_part.draw(page)


def _conditions(page: Page[ListView], _: Numbers) -> None:
    conditions_part.draw(page)


def _method(page: Page[ListView], _: Numbers) -> None:
    st.markdown(page.words.marked("low_performing.method_text"))


PARTS: dict[str, Callable[[Page[ListView], Numbers], None]] = {
    "changes": _changes,
    "rule": _rule,
    "conditions": _conditions,
    "method": _method,
}
