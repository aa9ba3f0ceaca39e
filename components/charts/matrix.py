"""The heat map: municipalities by rows, indicators or years by columns.

Two specs of one width, so that the rows scroll under a head that stays: `head` draws the titles
and the region's row, `body` the municipalities, 24 px each. All positions are px reckoned here.
"""

import pandas as pd

from components.base.records import records
from components.base.theme import Palette
from components.charts import sheet
from components.charts.matrix_layers import GAP, ROW
from components.charts.matrix_rows import TITLE_LINE, boxes, names, places, titles
from components.charts.matrix_skeleton import skeleton

_READ = [
    *("oktmo", "name", "row", "column_row", "column_title"),
    *("style", "shade", "muted", "symbol", "text", "tooltip"),
]


def head(
    region: pd.DataFrame, palette: Palette, chosen: str | None = None, width: int = 760
) -> sheet.Spec:
    """Draw the column titles and, under them, a few rows of cells: the region's own is row -1."""
    cells = records(region[_READ])
    heads = titles(cells, width)
    top = max(line["y"] for line in heads) + TITLE_LINE if heads else 0
    return _drawn(cells, palette, chosen, width, top, heads)


def body(
    cells: pd.DataFrame, palette: Palette, chosen: str | None = None, width: int = 760
) -> sheet.Spec:
    """Draw one row per municipality, in the order of `row`."""
    return _drawn(records(cells[_READ]), palette, chosen, width, 0, [])


def height(rows: int) -> int:
    """Height of a body of so many municipalities, px."""
    return max(rows, 1) * ROW


def _drawn(
    cells: sheet.Rows,
    palette: Palette,
    chosen: str | None,
    width: int,
    top: int,
    heads: sheet.Rows,
) -> sheet.Spec:
    columns = max(len(places(cells, "column_row")), 1)
    tops = {row: place * ROW + top + GAP // 2 for row, place in places(cells, "row").items()}
    named = names(cells, tops, chosen)
    return sheet.with_rows(
        skeleton(palette, width, columns) | {"height": top + height(len(tops))},
        cells=named + boxes(cells, tops, width),
        chosen=[{"oktmo": r["oktmo"], "y": r["y"]} for r in named if r["oktmo"] == chosen],
        titles=heads,
    )
