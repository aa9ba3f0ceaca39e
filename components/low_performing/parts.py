"""Draw the page of the list: its finding, the switch of parts, and the part that is chosen."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.base.i18n import Words
from components.base.load import count_of_all, keep
from components.base.markdown import strong
from components.low_performing import conditions_part, figures, offer, rows, rule_part, sentences
from components.low_performing.choice import ListView, rows_key
from components.low_performing.numbers import Numbers, numbers
from components.shell import bringing, downloads_menu, messages, tables, view_bar
from components.shell.downloads_menu import Offer
from components.shell.page import Page

FILTERS = ("region", "municipality", "year", "cohort", "schools")


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
    made = partial(keep, rows.changes, rows_key(view))
    count = count_of_all(keep, rows.changes, rows_key(view))
    if not count:
        st.markdown(words("low_performing.nobody"))
        return
    title = _title(view, count, words)
    with st.container(horizontal=True, vertical_alignment="center", key="head_changes"):
        st.markdown(strong(title))
        files = tables.file_columns(rows.FILE, words, "low_performing")
        offer = Offer(
            "low_performing", title, len(made()), made, files, filters=FILTERS, own=("against",)
        )
        downloads_menu.draw(page, offer)
    if len(made()):
        key = rows_key(view)
        written = keep(tables.of_view, rows.changes, rows.CHANGES, key, "low_performing")
        st.html(written)


def _title(view: ListView, count: int, words: Words) -> str:
    """Name the two lists that are compared; the first list known has none before it."""
    if not view.against:
        return words("low_performing.table_first", n=count, year=view.year)
    return words("low_performing.table_changes", n=count, year=view.year, against=view.against)


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
