"""Draw the project year: documents by stage, the board of schools, the load of curators."""

from typing import Literal

import streamlit as st

from components.base.load import keep
from components.project_year import figures, sentences, tables, told
from components.project_year.choice import ProjectYearView
from components.project_year.numbers import board, by_curator, by_kind, kinds, known, members
from components.shell import bringing, messages, school_counts, view_bar
from components.shell.page import Page
from components.slides import menu

HEIGHT = 268
"""Of the board under the chart, px; curators have no chart and take its room."""

FEW = 7
"""Schools whose board is not higher than that."""


def draw(page: Page[ProjectYearView]) -> None:
    """Draw the finding, the switch of parts, and the part that is chosen."""
    view, words = page.view, page.words
    schools = members(view)
    if not known(view):
        _nothing(page, schools)
        return
    st.subheader(told.finding(page), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", key="part_switches"):
        view_bar.switch(view, page.choices, words, "desk")
        st.caption(sentences.stages(by_kind(view), kinds(), words))
        school_counts.draw(page, ("in_project",), school_counts.counted(page))
        if view.desk != "curators":
            menu.draw(page, tables.offered_kinds(page), told.documents(page))
    if view.desk == "curators":
        _curators(page)
    else:
        _documents(page)
    with page.tools:
        menu.draw(page, tables.offered(page), told.schools(page))


def _documents(page: Page[ProjectYearView]) -> None:
    spec = keep(figures.spec, page.view, page.theme)
    alt = page.words("view.desk_documents")
    st.vega_lite_chart(spec=spec, theme=None, key="documents", alt=alt, width="content")
    shown = board(page.view)["school_id"].nunique()
    with st.container(height=_tall(HEIGHT, shown > FEW), border=False, key="document_board"):
        st.html(keep(tables.board_html, page.view))
    st.caption(page.words("project_year.help"))


def _tall(height: int, many: bool) -> int | Literal["content"]:
    """Let few rows take no more room than they need."""
    return height if many else "content"


def _curators(page: Page[ProjectYearView]) -> None:
    many = len(by_curator(page.view)) > 2 * FEW
    with st.container(height=_tall(HEIGHT + 160, many), border=False, key="curators"):
        st.html(keep(tables.curators_html, page.view))
    st.caption(page.words("project_year.curators_help"))


def _nothing(page: Page[ProjectYearView], schools: int) -> None:
    """Say that nobody told where documents stand; of no school in the project, say that."""
    words = page.words
    with messages.box(words("project_year.nothing_title")):
        key = "project_year.nothing" if schools else "project_year.nobody"
        st.write(words(key, n=schools) if schools else words(key))
    bringing.draw(page, "project_year")
    if schools:
        school_counts.draw(page, ("in_project",), school_counts.counted(page))
