"""Draw a heat map as matrix, map, cells or table, with its finding, legend and caption."""

from dataclasses import replace
from typing import Any

import streamlit as st

from components.base import group
from components.base.choices import indicator, rules
from components.base.labels import label
from components.base.load import keep
from components.base.room import LAPTOP, figure
from components.heatmap import outlines, school_list, table
from components.heatmap.choice import HeatmapView, figures_key, finding_key
from components.heatmap.figures import (
    MAP_HEIGHT,
    WIDTH,
    finding,
    has_places,
    hex_spec,
    kept,
    left_out,
    legend_of,
    map_spec,
    matrix_specs,
)
from components.heatmap.numbers import Heat
from components.shell import view_bar
from components.shell.page import Page
from queries.view import ALL, View, of

SMALL_WIDTH, SMALL_HEIGHT = 448, 300


def switches(page: Page[HeatmapView]) -> None:
    """Draw the switches of the page: what the columns are, how it is drawn, in which order."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="switches"):
        for field in ("axis", "display", "order"):
            view_bar.switch(page.view, page.choices, page.words, field)


def draw(page: Page[HeatmapView], h: Heat) -> None:
    """Draw the display of the view; a region without outlines says so and shows tiles."""
    display = page.view.display
    if display == "map" and not outlines.are_there(page.view):
        st.info(page.words("map.no_outlines"))
        display = "cells"
    {"matrix": _matrix, "map": _map, "cells": _cells, "table": table.draw}[display](page, h)
    if display != "table":
        st.html(keep(legend_of, replace(finding_key(page.view), display=display), page.theme))
    st.caption(_caption(page, display))


def alone(view: View, code: str) -> HeatmapView:
    """Ask for one indicator in the year of a view: a map of it needs no other column."""
    shared = replace(of(HeatmapView, view), indicator=code, first_year=view.year, places=ALL)
    return replace(shared, axis="years", order="name", display="map")


def beside(page: Page[View], code: str) -> None:
    """Draw one indicator beside the summary as a small map; a click chooses the municipality.

    A region without outlines gets its schools there instead, and is told so.
    """
    view = alone(page.view, code)
    if not outlines.are_there(view):
        st.caption(page.words("map.schools_instead"))
        with st.container(border=True, key="beside"):
            school_list.draw(page)
        return
    st.subheader(finding(view), anchor=False)
    spec = keep(map_spec, view, page.theme, figure(SMALL_WIDTH, page.room), SMALL_HEIGHT)
    clickable(page, spec, "small_map", code)
    st.caption(outlines.licence_line(view, page.words))


def _matrix(page: Page[HeatmapView], h: Heat) -> None:
    head, body = keep(
        matrix_specs,
        figures_key(page.view),
        page.theme,
        page.room,
        kept(page.view, page.room),
    )
    clickable(page, head, "matrix_head", page.view.indicator)
    with st.container(key="matrix_rows"):
        clickable(page, body, "matrix_body", page.view.indicator)
    if n := left_out(page.view, page.room):
        st.caption(page.words("heatmap.left_out", n=n))


def _map(page: Page[HeatmapView], h: Heat) -> None:
    tall = max(MAP_HEIGHT, figure(MAP_HEIGHT, page.room)) if page.room >= LAPTOP else MAP_HEIGHT
    spec = keep(map_spec, page.view, page.theme, figure(WIDTH, page.room), tall)
    clickable(page, spec, "map", page.view.indicator)


def _cells(page: Page[HeatmapView], h: Heat) -> None:
    spec = keep(hex_spec, page.view, page.theme, page.room)
    clickable(page, spec, "hexes", page.view.indicator)


def clickable(page: Page[View], spec: dict[str, Any], name: str, code: str) -> None:
    """Show a chart whose municipalities can be clicked; the region's row chooses them all.

    Its name for screen readers is the indicator and not the finding, which stands above it: a
    browser draws a chart anew when its name changes, and only moves its marks when it does not.
    """
    key = f"{name}_{view_bar.times_chosen_elsewhere()}"

    def chosen() -> None:
        points = st.session_state[key].selection.get("municipality") or [{}]
        oktmo = str(points[0].get("oktmo", ALL))
        known = page.choices.municipalities
        view_bar.choose_on_chart(page.view, page.choices, oktmo if oktmo in known else ALL)

    alt = label("indicator", code, page.words)
    st.vega_lite_chart(spec=spec, theme=None, key=key, on_select=chosen, alt=alt, width="content")


def _caption(page: Page[HeatmapView], display: str) -> str:
    """Say measure, scope and period; on a map, that its borders are schematic."""
    words, card = page.words, indicator(page.view.indicator)
    confidence = words.percent(100 * rules(page.view.region).confidence, 0)
    compared = words("chart.rest_of_region", confidence=confidence)
    if page.view.group:
        name = group.called(page.view, words)
        compared = words("group.rest", confidence=confidence, name=name)
    if page.view.picked:
        compared = words("picked.no_verdicts")
    parts = [compared if display in ("matrix", "table") else ""]
    if display != "matrix" or page.view.axis == "years":
        definition = words.pick(card, "definition")
        parts.insert(0, f"{words.pick(card, 'short')}: {definition}.")
    if display == "map":
        parts.append(outlines.licence_line(page.view, words))
    if display == "cells" and not has_places(page.view):
        parts.append(words("map.by_name"))
    return " ".join(part for part in parts if part)
