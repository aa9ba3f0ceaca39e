"""Hear what the reader does with the plot: its kind of points, a lasso, what becomes of it."""

from dataclasses import replace
from typing import Any

import streamlit as st

from components.base import picked
from components.explore import scatter_sentences
from components.explore.choice import Dots, ExploreView
from components.explore.points import ASKED
from components.explore.scatter import caught as caught_of
from components.explore.scatter import chosen_rows
from components.shell import view_bar
from components.shell.page import Page
from queries.field_values import MOST_PICKED, picked_of
from queries.view import ALL

DOTS, NAME, CAUGHT = "scatter_dots", "scatter_name", "scatter_caught"
KINDS: tuple[Dots, ...] = ("place", "school", "cohort")


def kinds(page: Page[ExploreView]) -> None:
    """Let the reader choose what the points are; numbers of other points leave with them."""
    st.session_state[DOTS] = page.view.dots
    st.segmented_control(
        page.words("view.dots"),
        KINDS,
        key=DOTS,
        required=True,
        format_func=lambda kind: page.words(f"view.dots_{kind}"),
        on_change=lambda: _change(
            page, dots=st.session_state[DOTS], **dict.fromkeys((*ASKED, "quarter", "caught"), ALL)
        ),
        label_visibility="collapsed",
    )


def caught(page: Page[ExploreView], key: str) -> None:
    """Take over what a lasso, a box or a click of the chart has caught; called before a run."""
    told: Any = st.session_state.get(key) or {}
    points = told.get("selection", {}).get("points", [])
    codes = sorted({str(_first(point.get("customdata"))) for point in points})
    st.session_state[CAUGHT] = len(codes)
    _change(page, caught=picked_of(codes[:MOST_PICKED]), quarter=ALL)


def too_many(view: ExploreView) -> bool:
    """Tell whether the lasso has caught more points than its link names."""
    is_full = len(caught_of(view)) == MOST_PICKED
    return is_full and st.session_state.get(CAUGHT, 0) > MOST_PICKED


def is_marked(key: str) -> bool:
    """Tell whether the browser itself holds a selection of this chart."""
    told: Any = st.session_state.get(key) or {}
    return bool(told.get("selection", {}).get("points"))


def _first(told: object) -> object:
    return told[0] if isinstance(told, list | tuple) and told else told


def nothing(page: Page[ExploreView]) -> None:
    """Let the reader drop what is chosen."""
    st.button(
        page.words("scatter.drop"),
        key="scatter_drop",
        disabled=not (page.view.caught or page.view.quarter),
        on_click=lambda: _change(page, caught=ALL, quarter=ALL),
    )


def only_these(page: Page[ExploreView]) -> None:
    """Make the chosen schools the picked ones, under a name, for every other page."""
    view, words = page.view, page.words
    rows = chosen_rows(view)
    if view.dots != "school" or not len(rows):
        return
    if len(rows) > MOST_PICKED:
        st.caption(words("flow.too_many", most=MOST_PICKED))
        return
    codes = picked_of(rows["code"])
    default = scatter_sentences.both(view, words)[: picked.LONGEST_NAME]
    with st.container(horizontal=True, vertical_alignment="bottom", key="scatter_only"):
        # The key holds the choice, so that another one starts from its own name.
        key = f"{NAME}_{hash(codes)}"
        st.text_input(words("view.picked_name"), default, key=key, max_chars=picked.LONGEST_NAME)
        st.button(
            words("scatter.only_these"),
            key="scatter_only_these",
            on_click=lambda: _change(
                page,
                picked=codes,
                picked_name=st.session_state[key].strip(),
                caught=ALL,
                quarter=ALL,
            ),
        )


def _change(page: Page[ExploreView], **fields: Any) -> None:
    view_bar.change(page.view, replace(page.view, **fields), page.choices)
