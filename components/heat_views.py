"""Draw a heat map as matrix, map, cells or table, with its finding, legend and caption."""

import functools
import json
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components import heat_table, school_list, view_bar
from components.charts import hexes, maps, matrix
from components.choices import indicator, rules
from components.heat import Heat, counted, heat, plain
from components.i18n import Words
from components.legend import legend
from components.load import keep, load
from components.page import Page
from components.theme import palette
from components.view_bar import label
from components.words import findings
from queries import lookups
from queries.cells import filtered
from queries.view import ALL, View

GEO = Path(__file__).resolve().parent.parent / "data" / "facts" / "geo"
OUTLINES = {"60": "rostov", "75": "chelyabinsk"}
WIDTH, SCROLLED, MAP_HEIGHT = 724, 328, 400
SMALL_WIDTH, SMALL_HEIGHT = 448, 300


def switches(page: Page) -> None:
    """Draw the switches of the page: what the columns are, how it is drawn, in which order."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="switches"):
        for field in ("axis", "display", "order"):
            view_bar.switch(page.view, page.choices, page.words, field)


def finding(view: View) -> str:
    """Say what the chart shows; without a finding, say what it is of and why nothing more."""
    return keep(_finding, plain(view))


def _finding(view: View) -> str:
    h, words = heat(view), Words(view.language)
    said = findings.finding(h.column(_column(view)), view.indicator, words)
    return said or words("finding.none", name=label("indicator", view.indicator, words))


def draw(page: Page, h: Heat) -> None:
    """Draw the display of the view; a region without outlines says so and shows the matrix."""
    display = page.view.display
    if display in ("map", "cells") and page.view.region not in OUTLINES:
        st.info(page.words("map.no_outlines"))
        display = "matrix"
    {"matrix": _matrix, "map": _map, "cells": _cells, "table": heat_table.draw}[display](page, h)
    if display != "table":
        st.html(keep(legend_of, plain(page.view).but(display=display), page.theme))
    st.caption(_caption(page, display))


def alone(view: View, code: str) -> View:
    """Ask for one indicator in the year of a view: a map of it needs no other column."""
    return view.but(indicator=code, axis="years", first_year=view.year, order="name", display="map")


def beside(page: Page, code: str) -> None:
    """Draw one indicator beside the summary as a small map; a click chooses the municipality.

    A region without outlines gets its schools there instead, and is told so.
    """
    view = alone(page.view, code)
    if view.region not in OUTLINES:
        st.caption(page.words("map.no_outlines"))
        with st.container(height=SMALL_HEIGHT + 40, border=True, key="beside"):
            school_list.draw(page)
        return
    said = finding(view)
    st.subheader(said, anchor=False)
    spec = keep(_map_spec, view, page.theme, SMALL_WIDTH, SMALL_HEIGHT)
    _clickable(page, spec, "small_map", said)
    st.caption(page.words("map.schematic"))


def _matrix(page: Page, h: Heat) -> None:
    asked = counted(page.view).but(municipality=page.view.municipality)
    head, body = keep(_matrix_specs, asked, page.theme)
    said = finding(page.view)
    _clickable(page, head, "matrix_head", said)
    with st.container(height=SCROLLED, border=False, key="matrix_rows"):
        _clickable(page, body, "matrix_body", said)


def _map(page: Page, h: Heat) -> None:
    spec = keep(_map_spec, page.view, page.theme, WIDTH, MAP_HEIGHT)
    _clickable(page, spec, "map", finding(page.view))


def _cells(page: Page, h: Heat) -> None:
    spec = keep(_hex_spec, page.view, page.theme)
    _clickable(page, spec, "hexes", finding(page.view))


def _clickable(page: Page, spec: dict[str, Any], name: str, alt: str) -> None:
    """Show a chart whose municipalities can be clicked; the region's row chooses them all."""

    key = f"{name}_{view_bar.times_chosen_elsewhere()}"

    def chosen() -> None:
        points = st.session_state[key].selection.get("municipality") or [{}]
        oktmo = str(points[0].get("oktmo", ALL))
        known = page.choices.municipalities
        view_bar.choose_on_chart(page.view, page.choices, oktmo if oktmo in known else ALL)

    st.vega_lite_chart(spec=spec, theme=None, key=key, on_select=chosen, alt=alt, width="content")


def _matrix_specs(view: View, theme: str) -> tuple[dict[str, Any], dict[str, Any]]:
    h, colours = heat(view), palette(theme)
    return (
        matrix.head(h.region(), colours, view.municipality, WIDTH),
        matrix.body(h.municipalities(), colours, view.municipality, WIDTH),
    )


def _map_spec(view: View, theme: str, width: int, height: int) -> dict[str, Any]:
    labels = width == WIDTH
    return maps.municipal(
        _one_column(view),
        outlines(view.region),
        load(lookups.places, view),
        palette(theme),
        view.municipality,
        width,
        height,
        labels,
    )


def _hex_spec(view: View, theme: str) -> dict[str, Any]:
    places = load(lookups.places, view)
    return hexes.cells(
        _one_column(view), places, palette(theme), view.municipality, WIDTH, MAP_HEIGHT
    )


def _one_column(view: View) -> pd.DataFrame:
    cells = heat(view).municipalities()
    return cells[cells["column"].eq(_column(view))]


def legend_of(view: View, theme: str) -> str:
    """Write the legend of what a view draws: a matrix, or one column as a map or cells."""
    drawn = heat(view).municipalities() if view.display == "matrix" else _one_column(view)
    return legend(drawn, palette(theme), Words(view.language), int(rules().small_group))


def _column(view: View) -> str:
    """Name the column that a map shows: the indicator, or the last year it has."""
    return view.indicator if view.axis == "indicators" else str(view.year)


@functools.cache
def outlines(region: str) -> dict[str, Any]:
    """Read the schematic outlines of a region's municipalities, keyed by ОКТМО."""
    return json.loads((GEO / f"{OUTLINES[region]}.geojson").read_text(encoding="utf-8"))


def _caption(page: Page, display: str) -> str:
    """Say measure, scope and period; on a map, that its borders are schematic."""
    words, card = page.words, indicator(page.view.indicator)
    confidence = words.percent(100 * rules().confidence, 0)
    compared = words("chart.rest_of_region", confidence=confidence)
    parts = [compared if display in ("matrix", "table") else ""]
    if display != "matrix" or page.view.axis == "years":
        definition = words.pick(card, "definition")
        parts.insert(0, f"{words.pick(card, 'short')}: {definition}.")
    if filtered(page.view):
        parts.append(words("chart.without_hidden"))
    if display == "map":
        parts.append(words("map.schematic"))
    return " ".join(part for part in parts if part)
