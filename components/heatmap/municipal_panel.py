"""Open one municipality beside the chart: its numbers beside the region's, its schools, links."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from components.base.choices import municipality_name
from components.base.i18n import Words
from components.base.markup import written
from components.base.pins import Pin
from components.heatmap import behind, indicator_card, school_list, similar_places
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import Heat
from components.shell import pin, school_counts
from components.shell.page import Page
from queries.links import write_link
from queries.view import ALL, View, of

LEADS: dict[str, dict[str, str]] = {
    "mentoring": {},
    "roadmaps": {"desk": "overdue"},
    "overview": {},
}
"""Pages that a municipality leads on to, and which part of them its link opens."""


def draw(page: Page[HeatmapView], h: Heat) -> None:
    """Draw the chosen municipality, or say how to choose one."""
    with st.container(border=True, key="panel"):
        if page.view.municipality == ALL:
            st.markdown(page.words.marked("panel.choose"))
            indicator_card.draw(page)
            return
        st.subheader(municipality_name(page.view.municipality, page.words), anchor=False)
        pin.draw(page.view, page.choices, page.words, Pin("place", page.view.municipality))
        st.html(_numbers(h, page.view.municipality, page.words))
        _why(page, h)
        school_list.draw(page)
        here = school_counts.counted(page)
        school_counts.draw(page, ("listed",), here, "ladder_of_municipality")
        view = page.view
        years = replace(view, axis="years" if view.axis == "indicators" else "indicators")
        st.page_link(
            "pages/heatmap.py",
            label=page.words(f"panel.to_{years.axis}"),
            query_params=write_link(years, page.choices),
        )
        for name, part in LEADS.items():
            st.page_link(
                f"pages/{name}.py",
                label=page.words(f"panel.to_{name}"),
                query_params=write_link(of(View, view), page.choices) | part,
            )
        if view.axis == "indicators":
            similar_places.draw(page, h)


def _why(page: Page[HeatmapView], h: Heat) -> None:
    """Say in what the municipality lags; columns of years are of one indicator and say nothing."""
    of_year = page.view.axis == "indicators"
    if of_year and (said := behind.said(h, page.view.municipality, page.words)):
        st.markdown(said)


def _numbers(h: Heat, oktmo: str, words: Words) -> Markup:
    """Set the municipality's cells beside the region's, with the sentence of each as a hint."""
    own = h.cells[h.cells["oktmo"].eq(oktmo)].sort_values("column_row")
    whole = h.region().set_index("column")["text"].to_dict()
    titles = [words("panel.what"), words("panel.here"), h.whole()]
    return written("heatmap/panel.html", titles=titles, cells=own.itertuples(), whole=whole)
