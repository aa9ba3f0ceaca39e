"""Draw the part of completion: what is done by section, responsible party, map and municipality."""

import streamlit as st

from components.base.choices import rules
from components.base.i18n import Words
from components.base.load import keep
from components.base.markdown import strong
from components.roadmaps import bar_table, counts
from components.roadmaps.choice import RoadmapsView, figures_key
from components.roadmaps.executions import maps
from components.roadmaps.files import files
from components.roadmaps.numbers import numbers
from components.shell.page import Page
from queries.view import ALL


def draw(page: Page[RoadmapsView]) -> None:
    """Draw the tables of counts in two columns; without any mark there is nothing to count."""
    words = page.words
    if numbers(page.view).marked.empty:
        st.markdown(words("roadmaps.nobody_marked"))
        return
    columns = st.columns(2, gap="medium")
    for column, named in zip(columns, beside(page.view), strict=True):
        with column:
            for group in named:
                st.markdown(strong(words(f"roadmaps.by_{group}")))
                st.html(keep(bars, group, figures_key(page.view)))
    st.caption(words("roadmaps.parties_help"))
    files(page, "completion", counts.completion_by_all, counts.COMPLETION)


def bars(group: str, view: RoadmapsView) -> str:
    """Write the counts of a group as a table with a bar under each name; nothing if none is due."""
    found = keep(counts.groups, view, group)
    if found.empty:
        return ""
    small = rules(view.region).small_group
    return bar_table.html(found, Words(view.language), small, counts.HEADS[group])


def beside(view: RoadmapsView) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Split the tables into two columns; counts of one place or one map stand over them already."""
    several = ("map",) if len(maps(view)) > 1 else ()
    if view.municipality == ALL:
        return ("section", "party"), (*several, "place")
    return ("section", *several), ("party",)
