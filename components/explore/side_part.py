"""Draw what stands side by side: what differs, all shares of the year, one over the years."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.base.load import keep
from components.base.markdown import strong
from components.base.pins import named, pinned
from components.explore import offer, side_figures, side_pins, side_rows, side_told
from components.explore.choice import ExploreView
from components.explore.side import side_key, years_key
from components.shell import messages, tables, view_bar
from components.shell.page import Page
from components.slides import menu
from components.slides.told import Told


def switches(page: Page[ExploreView]) -> None:
    """Draw the kinds of what can stand side by side."""
    view_bar.switch(page.view, page.choices, page.words, "side", offer.possible)


def draw(page: Page[ExploreView]) -> None:
    """Draw what is pinned of one kind, and compare it where there is more than one."""
    here = pinned(page.view, side_told.kind(page))
    if len(here) < 2:
        _too_few(page)
        side_pins.draw(page)
        return
    st.subheader(side_told.finding(page), anchor=False)
    st.markdown(side_told.detail(page))
    side_pins.draw(page)
    _year(page)
    _years(page)


def _too_few(page: Page[ExploreView]) -> None:
    """Say that nothing, or one alone, stands there, and how more are put beside it."""
    words, here = page.words, pinned(page.view, side_told.kind(page))
    title = words("side.one_title", name=named(here[0], words)) if here else ""
    with messages.box(title or words("side.nothing_title")):
        st.write(words("side.one" if here else "side.nothing"))


def _year(page: Page[ExploreView]) -> None:
    """Draw all shares of the year, and below them the table with what is no share, too."""
    view, kind, told = page.view, side_told.kind(page), side_told.compared(page)
    key = side_key(view)
    for block in side_told.blocks(page):
        st.caption(page.words(f"side.block_{block}"))
        _figure(page, told, f"side_{block}", side_figures.indicators_spec, key, view.base, block)
    st.caption(side_told.caption(page))
    offered = side_told.offered_compared(page)
    with st.container(horizontal=True, vertical_alignment="center", key="head_side"):
        st.markdown(strong(offered.title))
        menu.draw(page, offered, told)
    titles, lines = keep(side_rows.wide, side_key(view), kind, view.base)
    st.html(tables.written(titles, lines, "numbers wide"))


def _years(page: Page[ExploreView]) -> None:
    """Draw one indicator over the years, with the direction that the dynamics give."""
    view, words, kind = page.view, page.words, side_told.kind(page)
    offered, told, key = side_told.offered_years(page), side_told.years(page), years_key(view)
    with st.container(horizontal=True, vertical_alignment="center", key="head_side_years"):
        st.markdown(strong(offered.title))
        menu.draw(page, offered, told)
    with st.container(width=520, key="side_indicator"):
        view_bar.draw_one(view, page.choices, words, "indicator")
    if offered.count:
        _figure(page, told, "side_years", side_figures.years_spec, key)
        st.caption(side_figures.explained(view, words))
        st.html(keep(tables.of_view, side_rows.years, side_rows.YEARS, key, "explore", "", (kind,)))
    if len(keep(side_rows.trended, key, kind)):
        made = (side_rows.trended, side_rows.TRENDS, key, "explore", "", (kind,))
        st.html(keep(tables.of_view, *made))


def _figure(
    page: Page[ExploreView], told: Told, name: str, draw: Callable[..., Any], *key: Any
) -> None:
    if told.figure is None:
        return
    kind = side_told.kind(page)
    spec = keep(draw, key[0], kind, *key[1:], page.theme, page.room)
    st.vega_lite_chart(spec=spec, theme=None, key=name, alt=told.alt, width="content")
