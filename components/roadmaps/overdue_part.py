"""Draw the part of what is overdue by name: late marks, those due today, and what nobody told."""

import pandas as pd
import streamlit as st

from components.base.load import all_hidden, keep
from components.base.markdown import strong
from components.roadmaps import overdue, overdue_sentences
from components.roadmaps.choice import RoadmapsView, figures_key
from components.roadmaps.files import Make, files
from components.shell import tables
from components.shell.page import Page
from queries.methods.overdue import NO_DEADLINE, SILENT

SHOWN = 200
"""Marks listed on the page; the file has them all."""


def draw(page: Page[RoadmapsView]) -> None:
    """Draw the finding, then each list under what it counts."""
    words, view = page.words, figures_key(page.view)
    found = keep(overdue.totals, view)
    st.markdown(strong(overdue_sentences.finding(found, page.view.day, words)))
    if apart := overdue_sentences.apart(found, words):
        st.caption(apart)
    if found.late:
        _listed(page, overdue.late, overdue.LATE)
    if found.today:
        st.markdown(strong(words("roadmaps.today_title", n=found.today)))
        _listed(page, overdue.due_today, overdue.TODAY)
    for state in SILENT:
        if found.silent[state]:
            title = words(f"roadmaps.silent_{state}", n=found.silent[state])
            st.markdown(strong(title))
            columns = overdue.NEVER_DUE if state == NO_DEADLINE else overdue.SILENT
            _table(page, _of(keep(overdue.without, view), state), columns)
    st.caption(words("roadmaps.overdue_help"))
    files(page, "overdue", overdue.every, overdue.FILE)


def _listed(page: Page[RoadmapsView], make: Make, columns: tables.Columns) -> None:
    """Draw the first marks of a list; say how many more there are, or that none may be seen."""
    words, view = page.words, figures_key(page.view)
    if all_hidden(make, view):
        st.caption(words("rights.all_hidden"))
        return
    rows = keep(make, view)
    _table(page, rows.head(SHOWN), columns)
    if len(rows) > SHOWN:
        st.caption(words("roadmaps.more_marks", n=len(rows) - SHOWN))


def _table(page: Page[RoadmapsView], rows: pd.DataFrame, columns: tables.Columns) -> None:
    """Draw rows as a table; of schools that the reader does not see there are none."""
    if rows.empty:
        st.caption(page.words("rights.all_hidden"))
        return
    st.html(tables.html(rows, columns, page.view, "roadmaps", "wrapped"))


def _of(rows: pd.DataFrame, state: str) -> pd.DataFrame:
    return rows[rows["state"].eq(state)]
