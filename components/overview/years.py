"""Set a region's few main counts side by side by year, for the summary."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from components.base.i18n import Words
from components.base.labels import label
from components.base.load import keep, load
from components.base.records import records
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import matrix, sheet
from components.heatmap.cell_texts import classes, count
from components.heatmap.choice import finding_key
from components.heatmap.figures import COLUMN, legend_of
from components.heatmap.views import alone
from components.overview import sentences
from components.shell.page import Page
from queries import overview
from queries.view import View

WIDTH = 578
ALONE = ("IND-19",)
"""Counts whose whole, all schools, hardly changes and would not fit beside them."""

UNKNOWN = {"numerator": np.nan, "denominator": np.nan}


def draw(page: Page[View], codes: tuple[str, ...], files: Callable[[], None]) -> None:
    """Draw the place's counts by year under what they say; the map beside shares its legend.

    `files` draws their menu beside the heading.
    """
    title = page.words("overview.by_year")
    found = sentences.mentored_by_year(load(overview.totals, page.view), page.words)
    with st.container(horizontal=True, vertical_alignment="center", key="head_years"):
        st.subheader(found or title, anchor=False, width="content")
        files()
    drawn = keep(spec, page.view, codes, page.theme, page.room)
    st.vega_lite_chart(spec=drawn, theme=None, key="by_year", alt=title, width="content")
    shown = finding_key(alone(page.view, codes[-1]))
    st.html(keep(legend_of, replace(shown, display="map"), page.theme))


def spec(view: View, codes: tuple[str, ...], theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw a row per count and a cell per year."""
    found, words = records(load(overview.totals, view)), Words(view.language)
    known = {(row["indicator"], row["year"]): row for row in found}
    wide = figure(WIDTH, room)
    years = sorted({row["year"] for row in found})[-max((wide - matrix.NAME) // COLUMN, 1) :]
    rows = [
        cell
        for place, code in enumerate(codes)
        for cell in _row(code, place, {y: known.get((code, y), UNKNOWN) for y in years}, words)
    ]
    return sheet.packed(matrix.head(pd.DataFrame(rows), palette(theme), None, wide))


def _row(code: str, place: int, counts: dict[int, dict], words: Words) -> list[dict[str, Any]]:
    """Give one cell per year of one indicator; a year that others have may lack this one."""
    name = label("indicator", code, words)
    part, total = (np.array([row[side] for row in counts.values()], float) for side in UNKNOWN)
    with np.errstate(invalid="ignore", divide="ignore"):
        shades = classes(100 * part / total).tolist()
    return [
        {
            "oktmo": code,
            "name": name,
            "row": place,
            "column_title": str(year),
            "column_row": column,
            "style": "no_data" if np.isnan(row["numerator"]) else "ramp",
            "symbol": "",
            "shade": shade,
            "muted": False,
            "text": _text(row, code, words),
            "tooltip": f"{name} · {year}: {_text(row, code, words) or words('state.no_data')}",
        }
        for column, ((year, row), shade) in enumerate(zip(counts.items(), shades, strict=True))
    ]


def _text(row: dict, code: str, words: Words) -> str:
    """Write the count; of no data the hatching tells, for which the legend has the words."""
    if np.isnan(row["numerator"]):
        return ""
    whole = np.nan if code in ALONE else row["denominator"]
    return count(row["numerator"], whole, words)
