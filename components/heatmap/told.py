"""Say what the heat map says as a slide: one column as the page draws it, or the first rows."""

from dataclasses import replace
from functools import partial

import pandas as pd

from components.base.i18n import Words
from components.base.labels import label
from components.base.load import keep
from components.base.theme import LIGHT
from components.charts import legend_row, sheet
from components.heatmap import figures, outlines
from components.heatmap.choice import Display, HeatmapView
from components.heatmap.numbers import heat
from components.shell.page import Page
from components.slides import natives
from components.slides.slide import Native
from components.slides.told import Told

ROWS = 14
"""Municipalities of a matrix that a screen shows in letters that its last row can read."""


def told(page: Page[HeatmapView]) -> Told:
    """Give what a slide of the page says of the view's indicator."""
    view, words = page.view, page.words
    display = display_of(view)
    every = heat(view).municipalities()["oktmo"].nunique()
    few = display == "matrix" and every > ROWS
    return Told(
        figures.finding(view),
        _detail(view, display, words("slides.first_rows", shown=ROWS, of=every) if few else ""),
        partial(drawn_with_legend, replace(view, display=display), ROWS),
        label("indicator", view.indicator, words),
        partial(bars, view),
        partial(drawn_with_legend, replace(view, display=display), every) if few else None,
        cards=(view.indicator,),
    )


def _detail(view: HeatmapView, display: str, few: str) -> str:
    """Say whose the borders of a map are, or how many rows of a matrix there are."""
    words = Words(view.language)
    return outlines.licence_line(view, words, str) if display == "map" else few


def display_of(view: HeatmapView) -> Display:
    """Name what is drawn of a view: of a table the matrix, without outlines no map but cells."""
    if view.display == "map" and not outlines.are_there(view):
        return "cells"
    return "matrix" if view.display == "table" else view.display


def drawn_with_legend(view: HeatmapView, rows: int) -> sheet.Spec:
    """Draw a view in the light theme with its legend."""
    if view.display == "matrix":
        return _with_legend(sheet.packed(figures.whole_matrix(view, "light", rows)), view)
    if view.display == "map":
        drawn = keep(figures.map_spec, view, "light", figures.WIDTH, figures.MAP_HEIGHT)
    else:
        drawn = keep(figures.hex_spec, view, "light")
    return _with_legend(drawn, view)


def _with_legend(spec: sheet.Spec, view: HeatmapView) -> sheet.Spec:
    return legend_row.below(spec, figures.legend_items(view, "light"), LIGHT)


def bars(view: HeatmapView, rows: pd.DataFrame) -> Native | None:
    """Draw the municipalities of the one column that the finding is of."""
    column = "indicator" if view.axis == "indicators" else "year"
    here = view.indicator if view.axis == "indicators" else view.year
    shown = rows[rows[column].eq(here) & rows["oktmo"].ne(view.region)]
    known = [name for name in ("share", "value", "numerator") if shown[name].notna().any()]
    if not known:
        return None
    words = Words(view.language)
    named = {known[0]: label("indicator", view.indicator, words)}
    unit = natives.PERCENT if known[0] == "share" else ""
    return natives.columns("bars", "name", named, unit)(shown)
