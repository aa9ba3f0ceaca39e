"""Draw the page of recommendations: its finding, its switches, and one part at a time."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components.base.choices import municipality_name
from components.base.load import keep, load
from components.recommendations import card, figures, tables, told
from components.recommendations.choice import RecommendationsView
from components.recommendations.numbers import (
    chosen,
    everything,
    newest,
    opened,
    places,
)
from components.recommendations.offer import possible
from components.recommendations.rows import pairs
from components.shell import offering, view_bar
from components.shell.page import Page
from components.slides import menu
from queries import events
from queries.methods import decisions
from queries.view import ALL, View

HEIGHT = 440
"""Of a part, px: what is longer scrolls inside it."""


def draw(page: Page[RecommendationsView]) -> None:
    """Draw the finding, the switches and the part that is chosen."""
    st.subheader(told.finding(page), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", key="part_switches"):
        view_bar.switch(page.view, page.choices, page.words, "desk", possible)
        view_bar.switch(page.view, page.choices, page.words, "lacks", possible)
    PARTS[page.view.desk](page)


def _files(page: Page[RecommendationsView], table: str) -> None:
    offer = tables.offered(page, table)
    if offer.count:
        with page.tools:
            menu.draw(page, offer, told.told(page, table))


def _clickable(page: Page[RecommendationsView], spec: dict[str, Any], name: str) -> None:
    """Show a chart whose recommendations can be clicked: the click opens the card."""
    alt, known = page.words(f"view.desk_{name}"), set(everything(page.view)["rec_id"])
    offering.clickable(page, spec, (name, alt), "recommendation", opened(page.view), known)


def _board(page: Page[RecommendationsView]) -> None:
    with st.container(horizontal=True, gap="medium", wrap=False):
        with (
            st.container(width=figures.BOARD + 8),
            st.container(height=HEIGHT, border=False, key="board_rows"),
        ):
            if len(chosen(page.view)):
                _clickable(page, keep(figures.board_spec, page.view, page.theme), "board")
        with st.container(height=HEIGHT, border=False, key="decision_card"):
            card.draw(page)
    st.caption(_explained(page))
    _files(page, "list")


def _explained(page: Page[RecommendationsView]) -> str:
    rows = chosen(page.view)
    several = sum(len(decisions.addressees(text)) > 1 for text in rows["addressees"])
    return page.words("recommendations.board_help", several=page.words.number(several))


def _list(page: Page[RecommendationsView]) -> None:
    with st.container(height=HEIGHT + 40, border=False, key="decision_list"):
        st.html(keep(tables.html, page.view, "list") or "<p></p>")
    _files(page, "list")


def _returned(page: Page[RecommendationsView]) -> None:
    found = keep(pairs, page.view)
    if found.empty:
        st.markdown(page.words("recommendations.no_pairs"))
        return
    with st.container(horizontal=True, gap="small", wrap=False):
        with (
            st.container(width=figures.PAIRS + 14),
            st.container(height=HEIGHT, border=False, key="pairs_chart"),
        ):
            spec = keep(figures.pairs_spec, page.view, page.theme)
            alt = page.words("view.desk_returned")
            st.vega_lite_chart(spec=spec, theme=None, key="pairs", alt=alt, width="content")
        with st.container(height=HEIGHT, border=False, key="pairs_table"):
            st.html(keep(tables.html, page.view, "returned"))
    st.caption(_between(page))
    _files(page, "returned")


def _between(page: Page[RecommendationsView]) -> str:
    """Say what stood between: the region's events; yearly indicators have no value there."""
    found, words = keep(pairs, page.view), page.words
    first, last = found["first"].min(), found["last"].max()
    held = load(events.events, View(region=page.view.region, year=0, first_year=0))
    begun = pd.to_datetime(held["start_date"])
    inside = held[begun.gt(first) & begun.lt(last)]
    names = [
        f"{words.short_day(row['start_date'])} {words.pick(row, 'name')}"
        for row in inside.to_dict("records")
    ]
    return words(
        "recommendations.between_help",
        first=words.short_day(first),
        last=words.short_day(last),
        events=", ".join(names) or words("recommendations.no_events_between"),
    )


def _marks(page: Page[RecommendationsView]) -> None:
    view, words = replace(page.view, recommendation=opened(page.view)), page.words
    with st.container(horizontal=True, gap="small", wrap=False):
        with (
            st.container(width=figures.MARKS + 14),
            st.container(height=HEIGHT, border=False, key="marks_rows"),
        ):
            if len(chosen(view)):
                _clickable(page, keep(figures.marks_spec, page.view, page.theme), "marks")
        with st.container(height=HEIGHT, border=False, key="marks_places"):
            for field in ("municipality", "recommendation"):
                view_bar.draw_one(view, page.choices, words, field, possible)
            st.html(keep(tables.html, view, "by_place"))
    st.caption(_marks_help(page))
    _files(page, "marks")


def _marks_help(page: Page[RecommendationsView]) -> str:
    view, words = page.view, page.words
    told = words("recommendations.marks_help", day=words.day(view.day), total=len(places(view)))
    if view.municipality == ALL:
        return told
    own = newest(view)
    name = municipality_name(view.municipality, words)
    count = int(own["oktmo"].eq(view.municipality).sum())
    return f"{name}: {words('recommendations.own_marks', n=count)} {told}"


PARTS: dict[str, Callable[[Page[RecommendationsView]], None]] = {
    "board": _board,
    "list": _list,
    "returned": _returned,
    "marks": _marks,
}
