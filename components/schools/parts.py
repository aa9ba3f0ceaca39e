"""Draw the directory: its finding, its filters, the schools of a page, the way to other pages."""

from dataclasses import replace
from functools import partial

import streamlit as st

from components.base.load import load
from components.base.picked import LONGEST_NAME
from components.schools import offer, picking, rows, sentences, table
from components.schools.choice import (
    BETWEEN,
    FILTERS,
    OF_LISTING,
    OPTIONAL,
    OWN_FILTERS,
    PER_PAGE,
    SchoolsView,
    of_everybody,
    schools_of,
)
from components.shell import bringing, messages, offering, several, tables, view_bar
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import menu
from components.slides.told import Told
from queries import directory

NAMED = "schools_named"


def draw(page: Page[SchoolsView]) -> None:
    """Draw the filters of the page, what they leave, and its files."""
    words, view = page.words, page.view
    _filters(page)
    offering.tell_fallen(page, offer.OWN)
    found = load(directory.counts, schools_of(view), of_everybody(view)).iloc[0]
    if not found["schools"]:
        messages.nothing_chosen(words)
        if view.named:
            st.caption(words.marked("schools.nothing_named", said=view.named))
        bringing.draw(page, "schools")
        return
    st.subheader(sentences.finding(found, view.year, words), anchor=False)
    own = offer.count(view)
    if not own:
        st.caption(words("rights.all_hidden"))
        return
    _files(page, own, sentences.finding(found, view.year, words))
    picking.draw(page, own)
    st.html(table.html(view))
    _sheets(page, own)
    st.caption(words("schools.caption", year=view.year))


def _filters(page: Page[SchoolsView]) -> None:
    filters = OWN_FILTERS if page.view.picked else OF_LISTING
    columns = st.columns([2.4, *(2 for _ in filters), 1.4], vertical_alignment="bottom")
    with columns[0]:
        _search(page)
    for column, field in zip(columns[1:], filters, strict=False):
        with column:
            view_bar.draw_one(page.view, page.choices, page.words, field)
    with columns[-1], st.popover(page.words("schools.columns"), width="stretch"):
        _columns(page)


def _search(page: Page[SchoolsView]) -> None:
    """Let the reader search the whole list, of which the page has a part only."""
    st.session_state[NAMED] = page.view.named

    def chosen() -> None:
        view_bar.choose(page.view, page.choices, "named", st.session_state[NAMED].strip())

    said = page.words("tables.find")
    st.text_input(said, key=NAMED, max_chars=LONGEST_NAME, placeholder=said, on_change=chosen)


def _columns(page: Page[SchoolsView]) -> None:
    """Let the reader choose columns; their order is the page's."""
    words = page.words
    named = {column: tables.title(column, words, "schools") for column in OPTIONAL}
    several.draw(page.view, page.choices, words, "columns", named, BETWEEN)


def _files(page: Page[SchoolsView], count: int, finding: str) -> None:
    words = page.words
    named = tables.file_columns(rows.COLUMNS, words, "schools")
    title = words("schools.count", n=count)
    made = partial(rows.every, page.view)
    with page.tools:
        offered = Offer("schools", title, count, made, named, filters=FILTERS)
        menu.draw(page, offered, Told(finding))


def _sheets(page: Page[SchoolsView], count: int) -> None:
    """Say which schools are shown of how many, with the ways to the pages beside this one."""
    words, here, last = page.words, int(page.view.sheet), offer.sheets(page.view)
    first = (here - 1) * PER_PAGE + 1
    shown = (first, min(first + PER_PAGE - 1, count))
    with st.container(horizontal=True, vertical_alignment="center", key="sheets"):
        if last > 1:
            _turn(page, "schools.previous", here - 1, here > 1)
            _turn(page, "schools.next", here + 1, here < last)
        numbers = [words.number(number) for number in (*shown, count)]
        st.caption(words("schools.shown", first=numbers[0], last=numbers[1], of=numbers[2]))


def _turn(page: Page[SchoolsView], name: str, sheet: int, possible: bool) -> None:
    turned = replace(page.view, sheet=str(sheet))
    st.button(
        page.words(name),
        key=f"sheet_{name}",
        disabled=not possible,
        on_click=lambda: view_bar.change(page.view, turned, page.choices),
    )
