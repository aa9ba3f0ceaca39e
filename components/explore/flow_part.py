"""Draw the flow of statuses: its finding, its figure, its streams, the schools of one of them."""

from dataclasses import replace

import streamlit as st

from components.base.load import keep
from components.base.markdown import strong
from components.explore import flow_figures, flow_rows, flow_sentences, flow_told, offer
from components.explore.choice import ExploreView
from components.explore.flow import Flow, flow
from components.shell import bringing, messages, offering, tables, too_narrow, view_bar
from components.shell.page import Page
from components.slides import menu
from queries.field_values import MOST_PICKED, picked_of
from queries.view import ALL


def draw(page: Page[ExploreView]) -> None:
    """Say what the flow shows, draw it, and name the schools of the stream that is chosen."""
    found, words = flow(page.view), page.words
    if len(found.years) < 2:
        _nothing(page)
        return
    st.subheader(flow_sentences.finding(found, words), anchor=False)
    st.markdown(flow_sentences.detail(found, words))
    with page.tools:
        menu.draw(page, flow_told.offered_streams(page), flow_told.streams(page))
    _figure(page)
    _caption(page, found)
    with st.container(width=520, key="stream_choice"):
        view_bar.draw_one(page.view, page.choices, words, "stream", offer.possible)
    if page.view.stream != ALL:
        _schools(page)
    st.markdown(strong(flow_told.offered_streams(page).title))
    key = flow_told.rows_key(page.view)
    st.html(keep(tables.of_view, flow_rows.streams, flow_rows.STREAMS, key, "explore"))


def _figure(page: Page[ExploreView]) -> None:
    if too_narrow.said(page, flow_figures.WIDTH, flow_figures.LEAST):
        return
    key, stream = flow_told.rows_key(page.view), page.view.stream
    spec = keep(flow_figures.spec, key, stream, page.theme, page.room)
    known = set(flow(page.view).streams["stream"])
    alt = page.words("flow.alt")
    offering.clickable(page, spec, ("flow", alt), "stream", stream, known)


def _caption(page: Page[ExploreView], found: Flow) -> None:
    words = page.words
    silent = found.standings["state"].isin(flow_sentences.SILENT).any()
    parts = [words("flow.caption")]
    parts += [words("flow.caption_silent")] if silent else []
    parts += [words("flow.untouched", n=found.untouched)] if found.untouched else []
    st.caption(" ".join(parts))


def _schools(page: Page[ExploreView]) -> None:
    """Name the schools of the chosen stream that the reader sees, and let other pages show them."""
    words, key = page.words, flow_told.rows_key(page.view)
    offered = flow_told.offered_schools(page)
    with st.container(horizontal=True, vertical_alignment="center", key="head_stream"):
        st.markdown(strong(offered.title))
        _only_these(page)
        menu.draw(page, offered, flow_told.schools(page))
    if offered.count:
        made = (flow_rows.schools, flow_rows.SCHOOLS, key, "explore", "", (page.view.stream,))
        st.html(keep(tables.of_view, *made))
    else:
        st.markdown(words("rights.all_hidden"))


def _only_these(page: Page[ExploreView]) -> None:
    """Make the schools of the stream the picked ones, under its name, for every other page."""
    view, words = page.view, page.words
    rows = keep(flow_rows.schools, flow_told.rows_key(view), view.stream)
    if not 0 < len(rows) <= MOST_PICKED:
        if len(rows):
            st.caption(words("flow.too_many", most=MOST_PICKED))
        return
    name = flow_told.stream_title(page).partition(": ")[2]
    chosen = replace(view, picked=picked_of(rows["school_id"]), picked_name=name, stream=ALL)
    st.button(
        words("flow.only_these"),
        key="only_these",
        on_click=lambda: view_bar.change(view, chosen, page.choices),
    )


def _nothing(page: Page[ExploreView]) -> None:
    """Say that no two lists can be compared, and what to bring."""
    with messages.box(page.words("flow.nothing_title")):
        st.write(page.words("flow.nothing"))
    bringing.draw(page, "explore")
