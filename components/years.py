"""Set a region's few main counts side by side by year, for the summary."""

from typing import Any

import pandas as pd
import streamlit as st

from components.cells import classes, count
from components.charts import matrix, sheet
from components.heat import plain
from components.heat_figures import legend_of
from components.heat_views import alone
from components.i18n import Words
from components.labels import label
from components.load import keep, load
from components.page import Page
from components.theme import palette
from queries import overview
from queries.view import View

WIDTH = 530
ALONE = ("IND-19",)
"""Counts whose whole, all schools, hardly changes and would not fit beside them."""


def draw(page: Page, codes: tuple[str, ...]) -> None:
    """Draw the place's counts of each indicator by year; the legend also serves the map beside."""
    title = page.words("overview.by_year")
    st.subheader(title, anchor=False)
    spec = keep(_spec, page.view, codes, page.theme)
    st.vega_lite_chart(spec=spec, theme=None, key="by_year", alt=title, width="content")
    shown = alone(plain(page.view), codes[-1])
    st.html(keep(legend_of, shown, page.theme))


def _spec(view: View, codes: tuple[str, ...], theme: str) -> dict[str, Any]:
    found, words = load(overview.totals, view), Words(view.language)
    years = sorted(found["year"].unique())
    rows = [
        _row(found[found["indicator"].eq(code)], code, place, years, words)
        for place, code in enumerate(codes)
    ]
    cells = pd.concat(rows, ignore_index=True)
    cells["tooltip"] = cells["name"] + " · " + cells["column_title"] + ": " + cells["text"]
    return sheet.packed(matrix.head(cells, palette(theme), None, WIDTH))


def _row(
    found: pd.DataFrame, code: str, place: int, years: list[int], words: Words
) -> pd.DataFrame:
    """Give one cell per year of one indicator; a year that others have may lack this one."""
    counts = found.set_index("year").reindex(years)
    known = counts["numerator"].notna()
    share = 100 * counts["numerator"] / counts["denominator"]
    return pd.DataFrame(
        {
            "oktmo": code,
            "name": label("indicator", code, words),
            "row": place,
            "column": [str(year) for year in years],
            "column_title": [str(year) for year in years],
            "column_row": range(len(years)),
            "style": known.map({True: "ramp", False: "no_data"}).to_numpy(),
            "symbol": "",
            "shade": classes(share.to_numpy(float)),
            "muted": False,
            "text": [_text(row, code, words) for row in counts.to_dict("records")],
        }
    )


def _text(row: dict, code: str, words: Words) -> str:
    if pd.isna(row["numerator"]):
        return words("state.no_data")
    whole = float("nan") if code in ALONE else row["denominator"]
    return count(row["numerator"], whole, words)
