"""Set a region's few main counts side by side by year, for the summary."""

from typing import Any

import pandas as pd
import streamlit as st

from components.charts import matrix
from components.heat import counted, plain, region_alone
from components.heat_views import legend_of
from components.i18n import Words
from components.load import keep
from components.page import Page
from components.theme import palette
from components.view_bar import label
from queries.view import View

WIDTH = 530
ALONE = ("IND-19",)
"""Counts whose whole, all schools, hardly changes and would not fit beside them."""


def draw(page: Page, codes: tuple[str, ...]) -> None:
    """Draw the region's row of each indicator by year; the legend also serves the map beside."""
    title = page.words("overview.by_year")
    st.subheader(title, anchor=False)
    spec = keep(_spec, counted(page.view.but(axis="years", order="name")), codes, page.theme)
    st.vega_lite_chart(spec=spec, theme=None, key="by_year", alt=title, width="content")
    shown = plain(page.view).but(indicator=codes[-1], axis="indicators", display="map")
    st.html(keep(legend_of, shown, page.theme))


def _spec(view: View, codes: tuple[str, ...], theme: str) -> dict[str, Any]:
    rows = [_row(view.but(indicator=code), place) for place, code in enumerate(codes)]
    cells = _filled(pd.concat(rows, ignore_index=True), Words(view.language))
    return matrix.head(cells, palette(theme), None, WIDTH)


def _filled(cells: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Say of a year that has a column because of the others that it has no data of this one."""
    rows = cells.drop_duplicates("row")[["row", "oktmo", "name"]]
    every = rows.merge(pd.DataFrame({"column": sorted(cells["column"].unique())}), how="cross")
    filled = every.merge(cells.drop(columns=["oktmo", "name"]), on=["row", "column"], how="left")
    nothing = {"style": "no_data", "text": words("state.no_data"), "symbol": "", "shade": 0}
    filled = filled.fillna(nothing | {"tooltip": words("state.no_data_help")})
    return filled.assign(
        column_title=filled["column"],
        column_row=filled["column"].rank(method="dense").astype(int) - 1,
        muted=filled["muted"].eq(True),
    )


def _row(view: View, place: int) -> pd.DataFrame:
    """Give the region's cells of one indicator, named after it."""
    h, words = region_alone(view), Words(view.language)
    cells = h.cells
    if view.indicator in ALONE:
        parts = h.rows.loc[cells.index, "numerator"]
        cells = cells.assign(text=[words.number(part) for part in parts])
    name = label("indicator", view.indicator, words)
    return cells.assign(row=place, oktmo=view.indicator, name=name)
