"""The heat map: municipalities by rows, indicators or years by columns.

Two specs of one width, so that the rows scroll under a head that stays: `head` draws the titles
and the region's row, `body` the municipalities, 24 px each. All positions are px reckoned here.
"""

import numpy as np
import pandas as pd

from components.charts import fitting, sheet
from components.charts.cells import SYMBOLS, looks
from components.charts.matrix_layers import GAP, NAME, NAMES, ROW, SIGN, skeleton
from components.theme import Palette

TITLE_LINE = 14
BOLD = 1.1  # how much wider semi-bold letters run
_TITLE = ["oktmo", "x", "y", "text", "size", "tooltip"]


def head(
    region: pd.DataFrame, palette: Palette, chosen: str | None = None, width: int = 760
) -> sheet.Spec:
    """Draw the column titles and, under them, a few rows of cells: the region's own is row -1."""
    titles = _titles(region, width)
    top = int(titles["y"].max() + TITLE_LINE) if len(titles) else 0
    return _drawn(region, palette, chosen, width, top, titles)


def body(
    cells: pd.DataFrame, palette: Palette, chosen: str | None = None, width: int = 760
) -> sheet.Spec:
    """Draw one row per municipality, in the order of `row`."""
    return _drawn(cells, palette, chosen, width, 0, pd.DataFrame(columns=_TITLE))


def height(rows: int) -> int:
    """Height of a body of so many municipalities, px."""
    return max(rows, 1) * ROW


def _drawn(
    cells: pd.DataFrame,
    palette: Palette,
    chosen: str | None,
    width: int,
    top: int,
    titles: pd.DataFrame,
) -> sheet.Spec:
    columns = max(cells["column_row"].nunique(), 1)
    rows = pd.concat([_names(cells, top, chosen), _boxes(cells, top, width)], ignore_index=True)
    total = top + height(cells["row"].nunique())
    picked = rows[rows["x"].eq(0) & rows["oktmo"].eq(chosen or "")]
    return sheet.with_rows(
        skeleton(palette, width, columns) | {"height": total},
        cells=rows,
        chosen=picked[["oktmo", "y"]],
        titles=titles,
    )


def _names(cells: pd.DataFrame, top: int, chosen: str | None) -> pd.DataFrame:
    """One row per municipality: the place of its name, which is clicked like a cell."""
    first = cells.drop_duplicates("oktmo")
    return pd.DataFrame(
        {
            "oktmo": first["oktmo"],
            "x": 0,
            "x2": NAME - GAP,
            "y": _tops(first["row"], top),
            "look": np.where(first["oktmo"].eq(chosen or "") | first["row"].eq(-1), *NAMES),
            "text": [fitting.cut(name, NAME - 8, 12.5) for name in first["name"]],
            "tx": 4,
            "size": 12.5,
            "sign": "",
            "tooltip": first["name"],
        }
    )


def _boxes(cells: pd.DataFrame, top: int, width: int) -> pd.DataFrame:
    """One row per cell: its box, its words and its sign, in px."""
    wide = _column_width(cells, width)
    left = NAME + (cells["column_row"].rank(method="dense") - 1) * wide
    sign = cells["symbol"].map(SYMBOLS).fillna("")
    signed = sign.ne("")
    room = wide - GAP - 6 - signed * (SIGN + 4)
    size = pd.Series(map(fitting.size_for, cells["text"], room), cells.index, dtype=float)
    text = pd.Series(map(fitting.cut, cells["text"], room, size), cells.index, dtype=object)
    widest = (text.str.len() * size * 0.47).where(signed, 0).groupby(cells["column_row"])
    end = left + (wide + widest.transform("max") - SIGN - 4) / 2
    return pd.DataFrame(
        {
            "oktmo": cells["oktmo"],
            "x": (left + GAP / 2).round(1),
            "x2": (left + wide - GAP / 2).round(1),
            "y": _tops(cells["row"], top),
            "look": looks(cells),
            "text": text,
            "tx": end.where(signed, left + wide / 2).round(1),
            "size": size,
            "sign": sign,
            "tooltip": cells["tooltip"],
        }
    )


def _titles(region: pd.DataFrame, width: int) -> pd.DataFrame:
    """One row per line of a column's title; the last lines stand level, just above the cells."""
    wide = _column_width(region, width)
    columns = region.drop_duplicates("column_row").sort_values("column_row")
    titles = columns["column_title"].tolist()
    size = _title_size(titles, wide - 4)
    broken = [fitting.wrapped(title, wide - 4, size * BOLD) for title in titles]
    tallest = max(map(len, broken), default=0)
    lines = [
        (code, NAME + (i + 0.5) * wide, (tallest - len(lines) + n) * TITLE_LINE, line, size, title)
        for i, (code, title, lines) in enumerate(zip(columns["oktmo"], titles, broken, strict=True))
        for n, line in enumerate(lines)
    ]
    return pd.DataFrame(lines, columns=_TITLE)


def _title_size(titles: list[str], room: float) -> float:
    """The largest size at which no title needs more than three lines, or the smallest."""
    sizes = (12.0, 11.5, 11.0)
    lines = {
        size: max((len(fitting.wrapped(t, room, size * BOLD, 99)) for t in titles), default=0)
        for size in sizes
    }
    return next((size for size in sizes if lines[size] <= 3), sizes[-1])


def _tops(row: pd.Series, top: int) -> pd.Series:
    return ((row.rank(method="dense") - 1) * ROW + top + GAP / 2).astype(int)


def _column_width(cells: pd.DataFrame, width: int) -> float:
    return (width - NAME) / max(cells["column_row"].nunique(), 1)
