"""Let the reader pick schools of the directory, which other pages then show alone."""

import re
from dataclasses import replace
from pathlib import Path

import streamlit as st

from components.base import picked
from components.base.load import load
from components.base.markup import written
from components.schools.choice import SchoolsView, listing, schools_of
from components.shell import view_bar
from components.shell.page import Page
from queries import directory
from queries.field_values import MOST_PICKED, picked_of
from queries.view import ALL

MARKS, NAME, PASTED = "school_marks", "picked_name", "picked_pasted"
_SCRIPT = (Path(__file__).parent / "picking.js").read_text(encoding="utf-8")
_BETWEEN_CODES = re.compile(r"[\t;,\r\n]+")


def draw(page: Page[SchoolsView], count: int) -> None:
    """Draw what is picked, and the ways to pick all that is filtered, a list that is pasted, none.

    `count`: how many schools the filters leave.
    """
    view, words = page.view, page.words
    filtered = _filtered(view) if count <= MOST_PICKED else []
    with st.container(horizontal=True, vertical_alignment="center", key="picking"):
        if view.picked:
            st.caption(words.marked("schools.picked_here", said=picked.said(view, words)))
        else:
            st.caption(words("schools.pick_nothing"))
        st.button(
            words("schools.pick_all"),
            key="pick_all",
            disabled=not filtered,
            on_click=lambda: _pick(page, {*view.picked_schools, *filtered}),
        )
        st.button(
            words("schools.pick_none"),
            key="pick_none",
            disabled=not view.picked,
            on_click=lambda: _pick(page, set()),
        )
        with st.popover(words("schools.pick_list"), key="pick_list"):
            _named(page)
            _pasted(page)
    _marks(page)


def _marks(page: Page[SchoolsView]) -> None:
    """Hear the boxes of the list: a browser tells all of them at once, so that none is missed."""
    html = written("schools/picking.html")
    box = st.components.v2.component("school_marks", html=html, js=_SCRIPT)

    def chosen() -> None:
        told = (st.session_state.get(MARKS) or {}).get("marks") or {}
        marked = {code for code, is_marked in told.items() if is_marked}
        _pick(page, (set(page.view.picked_schools) - set(told)) | marked)

    box(key=MARKS, on_marks_change=chosen)


def _named(page: Page[SchoolsView]) -> None:
    """Let the reader name what he picked."""
    view, words = page.view, page.words
    st.session_state[NAME] = view.picked_name
    st.text_input(
        words("schools.pick_name"),
        key=NAME,
        max_chars=picked.LONGEST_NAME,
        disabled=not view.picked,
        on_change=lambda: view_bar.change(
            view, replace(view, picked_name=st.session_state[NAME].strip()), page.choices
        ),
    )


def _pasted(page: Page[SchoolsView]) -> None:
    """Pick the schools whose codes are pasted, as from a column of a file of this list."""
    view, words = page.view, page.words
    pasted = st.text_area(words("schools.pick_pasted"), key=PASTED)
    if not pasted.strip():
        return
    codes = {code.strip() for code in _BETWEEN_CODES.split(pasted) if code.strip()}
    every = replace(view, picked=picked_of(codes))
    known = set(picked.checked(every)[0].picked_schools)
    lost = len(codes - known)
    st.caption(words("schools.pick_found", n=len(known), lost=words.number(lost)))
    st.button(
        words("schools.pick_these"),
        key="pick_these",
        disabled=not known,
        on_click=lambda: _pick(page, {*view.picked_schools, *known}),
    )


def _filtered(view: SchoolsView) -> list[str]:
    """Give the codes of all schools that the filters leave."""
    return load(directory.schools, schools_of(view), listing(view))["school_id"].tolist()


def _pick(page: Page[SchoolsView], schools: set[str]) -> None:
    """Let these be the picked schools, as many as a link holds; without any their name goes."""
    kept = sorted(schools)[:MOST_PICKED]
    name = page.view.picked_name if kept else ALL
    among = page.view.among_picked if kept else "any"
    chosen = replace(page.view, picked=picked_of(kept), picked_name=name, among_picked=among)
    view_bar.change(page.view, chosen, page.choices)
