"""Draw the action list: how many can be visited, whom to act on, the tie, and who is left out."""

from functools import partial

import streamlit as st

from components.base.load import count_of_all, keep
from components.base.markdown import strong
from components.decisions import form, rows, sentences
from components.decisions.choice import VISITS, DecisionsView, in_language, list_key
from components.decisions.numbers import numbers, visits
from components.decisions.rows import Part
from components.shell import tables, view_bar
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import menu
from components.slides.told import Told

FILTERS = ("region", "municipality", "year", "on")
SCALE = 330
"""Width of the slider of visits, px."""


def finding(page: Page[DecisionsView]) -> str:
    """Say how many schools to act on."""
    return sentences.finding(numbers(page.view), visits(page.view), page.words)


def draw(page: Page[DecisionsView]) -> None:
    """Draw the slider, the form for decisions, the list, its tie and those left out."""
    words, view, n = page.words, page.view, numbers(page.view)
    shown = visits(view)
    with st.container(horizontal=True, vertical_alignment="bottom", key="head_actions"):
        with st.container(width=SCALE):
            values = sorted({*VISITS, shown})
            view_bar.scale(view, page.choices, words, "visits", values, shown)
        if count(page):
            menu.draw(page, offered(page), told(page))
    if n.told:
        st.caption(sentences.signs(n, words))
    form.draw(page)
    if n.on_list:
        _table(page, "chosen", rows.ACTIONS)
    if said := sentences.tie(n, words):
        st.markdown(strong(said))
        _table(page, "tied", rows.ACTIONS)
    if said := sentences.fewer(n, words):
        st.caption(said)
    if said := sentences.left_out(n, words):
        st.markdown(strong(said))
        _table(page, "left_out", rows.LEFT_OUT)


def _table(page: Page[DecisionsView], part: Part, columns: tables.Columns) -> None:
    key = in_language(list_key(page.view), page.view)
    found = keep(rows.of_part, key, part)
    if found.empty:
        st.caption(page.words("rights.all_hidden"))
        return
    made = keep(tables.of_view, rows.of_part, columns, key, "decisions", "wrapped", (part,))
    st.html(made)


def count(page: Page[DecisionsView]) -> int:
    """Count the schools of the three parts, those that the reader does not see included."""
    return count_of_all(keep, rows.every, in_language(list_key(page.view), page.view))


def offered(page: Page[DecisionsView]) -> Offer:
    """Give the schools of the three parts as they leave."""
    key, words = in_language(list_key(page.view), page.view), page.words
    made = partial(keep, rows.every, key)
    title = words("decisions.table_actions", n=count(page))
    columns = tables.file_columns(rows.FILE, words, "decisions")
    said = ((words("view.visits"), words.number(visits(page.view))),)
    return Offer(
        "decisions_actions", title, len(made()), made, columns, lambda: said, filters=FILTERS
    )


def told(page: Page[DecisionsView]) -> Told:
    """Say how many schools to act on, and how many have each signal."""
    words, n = page.words, numbers(page.view)
    detail = sentences.signs(n, words) if n.told else offered(page).title
    return Told(finding(page), detail)
