"""Draw the page of risk profiles: its finding, the switch of parts, and the part chosen."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.base.load import count_of_all, keep
from components.base.markdown import as_text, strong
from components.risks import answers, board, figures, offer, rows, sentences, told
from components.risks.choice import RisksView, rows_key
from components.risks.numbers import factor_names, numbers
from components.risks.told import Make
from components.shell import offering, tables, view_bar
from components.shell.page import Page
from components.shell.tables import Columns
from components.slides import menu
from queries.methods import factor_mentions


def draw(page: Page[RisksView]) -> None:
    """Say what profiles show, and draw the part that is chosen."""
    words, view = page.words, page.view
    offering.tell_fallen(page, offer.OWN)
    n, names = numbers(view), factor_names(view.language)
    st.subheader(as_text(sentences.finding(n, names, view, words)), anchor=False)
    st.markdown(as_text(sentences.changes(n, view, words)))
    with st.container(horizontal=True, vertical_alignment="bottom", key="part_switches"):
        view_bar.switch(view, page.choices, words, "desk", offer.possible)
        with st.container(width=150):
            view_bar.draw_one(view, page.choices, words, "stage_before", offer.possible)
        with st.container(width=300):
            view_bar.draw_one(view, page.choices, words, "factor", offer.possible)
    PARTS[view.desk](page)


def _factors(page: Page[RisksView]) -> None:
    _chart(page, figures.factors_spec, "factors")
    st.caption(page.words("risks.factors_caption"))
    _table(page, "factors", rows.factors, rows.FACTORS_FILE, rows.FACTORS)


def _profiles(page: Page[RisksView]) -> None:
    words, view = page.words, rows_key(page.view)
    every = count_of_all(board.of_factor, view)
    if not every:
        st.markdown(words("risks.nobody_has"))
        return
    _head(page, "profiles", rows.profiles, rows.PROFILES, every)
    if written := keep(board.html, view):
        st.html(written)
    else:
        st.caption(words("rights.all_hidden"))
    st.caption(words("risks.profiles_caption"))


def _places(page: Page[RisksView]) -> None:
    _table(page, "places", rows.places, rows.PLACES_FILE, rows.PLACES)
    st.caption(page.words("risks.places_caption"))


def _answers(page: Page[RisksView]) -> None:
    """Say what is not answered, for all factors; then by name what answers the one chosen."""
    words, view = page.words, page.view
    found = answers.answers(view)
    st.markdown(as_text(sentences.gap(found, factor_names(view.language), words)))
    if found.told[0]:
        _chart(page, figures.answers_spec, "answers")
    st.caption(words("risks.answers_caption"))
    _table(page, "answers", rows.answered, rows.ANSWERS)
    if not view.factor:
        st.caption(words("risks.choose_factor"))
        return
    _table(page, "mentors", rows.able, rows.MENTORS)
    _table(page, "measures", rows.measures, rows.MEASURES)
    _table(page, "decisions", rows.decisions, rows.DECISIONS)
    shown = factor_mentions.shown(view.factor)
    st.caption(words("risks.found_by", words=shown) if shown else words("risks.found_by_nothing"))


def _method(page: Page[RisksView]) -> None:
    st.markdown(page.words.marked("risks.method_text"))


def _chart(page: Page[RisksView], make: Callable[..., dict[str, Any]], name: str) -> None:
    """Draw bars by factor; a click chooses one."""
    spec = keep(make, rows_key(page.view), page.theme, page.room)
    alt = page.words(f"risks.alt_{name}")
    known = factor_names(page.view.language)
    opened = page.view.factor
    offering.clickable(page, spec, (f"risks_{name}", alt), "factor", opened, known)


def _table(
    page: Page[RisksView], name: str, make: Make, columns: Columns, shown: Columns = ()
) -> None:
    """Draw rows under their title, with their files beside it; `shown` where fewer columns are."""
    view = rows_key(page.view)
    _head(page, name, make, columns, count_of_all(keep, make, view))
    if len(keep(make, view)):
        st.html(keep(tables.of_view, make, shown or columns, view, "risks", "boxed"))


def _head(page: Page[RisksView], name: str, make: Make, columns: Columns, count: int) -> None:
    offered = told.offered(page, name, make, columns, count)
    with st.container(horizontal=True, vertical_alignment="center", key=f"head_{name}"):
        st.markdown(strong(offered.title))
        if offered.count:
            menu.draw(page, offered, told.told(page, name, offered.title))


PARTS: dict[str, Callable[[Page[RisksView]], None]] = {
    "factors": _factors,
    "profiles": _profiles,
    "places": _places,
    "answers": _answers,
    "method": _method,
}
