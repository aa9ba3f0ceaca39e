"""Show and export the rows of a heat map: the table twin of every chart of the page."""

from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components.base.choices import indicator, names, region_name
from components.base.i18n import Words
from components.base.load import keep
from components.base.markup import written
from components.base.records import records
from components.downloads import FileColumn, Sheet
from components.heatmap.cell_texts import direction
from components.heatmap.choice import HeatmapView, figures_key
from components.heatmap.indicator_card import source
from components.heatmap.matrix_file import matrix
from components.heatmap.numbers import Heat, heat
from components.shell import tables
from components.shell.downloads_menu import Offer
from components.shell.page import Page

FILTERS = {
    "indicators": ("region", "municipality", "year", "cohort", "schools", "axis"),
    "years": (
        *("region", "municipality", "year", "first_year", "indicator", "cohort", "schools", "axis"),
    ),
}
"""What narrows the rows, by the axis of the map."""

KINDS = {
    "numerator": "integer",
    "denominator": "integer",
    "year": "integer",
    "share": "percent",
    "value": "decimal",
    "low": "percent",
    "high": "percent",
}
NAMES = (
    "oktmo",
    "name",
    "year",
    "indicator",
    "indicator_name",
    "numerator",
    "denominator",
    "share",
    "value",
    "unit_word",
    "low",
    "high",
    "verdict_word",
    "state_word",
)


UNITS = {"%": "percent", "count": "count", "points": "points"}
"""Units of shown indicators, by which a file says what its values are."""


def draw(page: Page[HeatmapView], h: Heat) -> None:
    """Draw municipalities × columns as a plain table of the words that stand in the cells."""
    st.html(keep(_table, figures_key(page.view)))


def _table(view: HeatmapView) -> Markup:
    cells = sorted(records(heat(view).cells), key=itemgetter("row", "column_row"))
    titles = {cell["column_row"]: cell["column_title"] for cell in cells}.values()
    first = Words(view.language)("column.name")
    rows = (_line(list(row)) for _, row in groupby(cells, itemgetter("row")))
    return written(
        "heatmap/table.html", titles=[first, *titles], rows=rows, chosen=view.municipality
    )


def _line(cells: list[dict[str, Any]]) -> tuple[str, object, list[tuple[str, str, str]]]:
    """One municipality: its code and name, then of each cell its sentence, symbol and text."""
    said = [(cell["tooltip"], cell["symbol"], cell["text"]) for cell in cells]
    return cells[0]["oktmo"], tables.roomy(cells[0]["name"]), said


def offered(page: Page[HeatmapView], h: Heat) -> Offer:
    """Give the rows of the selection as they leave, one row per municipality and column."""
    view, words = page.view, page.words
    chosen = _chosen(h, view)
    return Offer(
        "heatmap",
        f"{words('heatmap.title')} · {region_name(view.region, words)}",
        len(chosen),
        lambda: worded(chosen, words),
        columns(words),
        lambda: definitions(chosen, words),
        FILTERS[view.axis],
        beside=lambda: (_region(h, words), _matrix(chosen, h, words)),
    )


def region_sheet(rows: pd.DataFrame, words: Words) -> Sheet:
    """Give the region's own rows, which a sum over municipalities must not meet."""
    return Sheet("region", words("files.region"), worded(rows, words), columns(words))


def _region(h: Heat, words: Words) -> Sheet:
    return region_sheet(h.rows[h.rows["row"].eq(-1)].sort_values("position"), words)


def _matrix(chosen: pd.DataFrame, h: Heat, words: Words) -> Sheet:
    cells = h.cells.sort_values("column_row")
    titles = dict(zip(cells["column"], cells["column_title"], strict=True))
    return matrix(worded(chosen, words), titles, words)


def worded(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Add to compared rows the names and words that stand in files.

    A value in another unit than per cent is no share, and stands in a column of its own.
    """
    found = records(frame)
    in_percent = frame["unit"].eq("%")
    return frame.assign(
        share=frame["share"].where(in_percent),
        value=frame["value"].mask(in_percent),
        unit_word=[words(f"column.unit_{UNITS[unit]}") for unit in frame["unit"]],
        indicator_name=frame["indicator"].map(names(words.language)["indicator"]),
        verdict_word=[words(f"verdict.{direction(row)}") for row in found],
        state_word=[words(f"state.{row['state']}") for row in found],
    )


def _chosen(h: Heat, view: HeatmapView) -> pd.DataFrame:
    """Give the compared rows of all municipalities, or of the one chosen."""
    frame = h.rows[h.rows["row"].ge(0)].sort_values(["row", "position"])
    return frame[frame["oktmo"].eq(view.municipality)] if view.municipality else frame


def definitions(frame: pd.DataFrame, words: Words) -> tuple[tuple[str, str], ...]:
    """Give name, definition and source of each indicator of the rows."""
    cards = [indicator(code) for code in frame["indicator"].unique()]
    source_title = words("about.source")
    return tuple(
        (words.pick(card, "short"), f"{defined}. {source_title}: {source(card['source'], words)}")
        for card in cards
        if (defined := words.pick(card, "definition").rstrip("."))
    )


def columns(words: Words) -> tuple[FileColumn, ...]:
    """Name the columns of the file, with their kinds."""
    return tuple(
        FileColumn(name, words(f"column.{name}"), KINDS.get(name, "text"))  # type: ignore[arg-type]
        for name in NAMES
    )
