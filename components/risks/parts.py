"""Draw the page of risk profiles: its finding, the switch of parts, and the part chosen."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.base.load import count_of_all, keep
from components.base.markdown import as_text, strong
from components.risks import answers, board, figures, offer, rows, sentences
from components.risks.choice import RisksView, rows_key
from components.risks.numbers import factor_names, numbers
from components.shell import offering, tables, view_bar
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.shell.tables import Columns
from components.slides import menu, natives
from components.slides.told import Told
from queries.methods import factor_mentions
from queries.methods.risk_profiles import LEVELS

ANSWERED = ("helped", "missing")
"""Of the schools with a factor: columns that an office program draws."""

FILTERS = ("region", "municipality", "year", "on", "cohort", "schools")
Make = Callable[[RisksView], pd.DataFrame]


def draw(page: Page[RisksView]) -> None:
    """Say what profiles show, and draw the part that is chosen."""
    words, view = page.words, page.view
    if lost := offering.fallen_values(page, offer.OWN):
        st.warning(words("risks.not_here", said=lost))
    n, names = numbers(view), factor_names(view.language)
    st.subheader(as_text(sentences.finding(n, names, view, words)), anchor=False)
    st.markdown(sentences.changes(n, view, words))
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
    st.markdown(sentences.gap(found, factor_names(view.language), words))
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
    told = factor_mentions.shown(view.factor)
    st.caption(words("risks.found_by", words=told) if told else words("risks.found_by_nothing"))


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
    words, view = page.words, rows_key(page.view)
    title, made = words(f"risks.table_{name}", n=count), partial(keep, make, view)
    with st.container(horizontal=True, vertical_alignment="center", key=f"head_{name}"):
        st.markdown(strong(title))
        if len(made()):
            files = tables.file_columns(columns, words, "risks")
            chosen = partial(offering.named, view, offer.possible, offer.OWN)
            about = (len(made()), made, files, chosen, FILTERS)
            menu.draw(page, Offer(f"risks_{name}", title, *about), _told(page, name, title))


def _told(page: Page[RisksView], name: str, title: str) -> Told:
    """Give what a slide of a table says: the page's sentence, or what nobody answers."""
    words, view = page.words, page.view
    n, names = numbers(view), factor_names(view.language)
    finding = sentences.finding(n, names, view, words)
    if name == "answers":
        gap = sentences.gap(answers.answers(view), names, words)
        return _drawn(page, name, gap, title, figures.answers_spec, ANSWERED)
    if name == "factors":
        told = sentences.changes(n, view, words)
        return _drawn(page, name, finding, told, figures.factors_spec, LEVELS)
    return Told(finding, title)


def _drawn(
    page: Page[RisksView],
    name: str,
    finding: str,
    detail: str,
    make: Callable[..., dict[str, Any]],
    states: Sequence[str],
) -> Told:
    """Add the figure, and the same numbers for an office program to draw."""
    words, alt = page.words, page.words(f"risks.alt_{name}")
    named = {state: tables.title(state, words, "risks") for state in states}
    drawn = partial(keep, make, rows_key(page.view), "light")
    native = natives.columns("bars", "factor", named, words("slides.schools"))
    return Told(finding, detail, drawn, alt, native)


PARTS: dict[str, Callable[[Page[RisksView]], None]] = {
    "factors": _factors,
    "profiles": _profiles,
    "places": _places,
    "answers": _answers,
    "method": _method,
}
