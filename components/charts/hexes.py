"""One municipality, one cell: hexagons of equal size laid out roughly as on the map.

Columns count eastwards and rows northwards; odd rows stand half a cell to the east (of the four
ways to shift rows, the one that leaves neighbours nearest to their true places).
"""

import math

import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, sheet
from components.charts.cells import looks, signs, told
from components.charts.hexes_layers import GAP, font_size, skeleton

_WIDE = math.sqrt(3)


def cells(
    cells: pd.DataFrame,
    points: pd.DataFrame,
    palette: Palette,
    chosen: str | None = None,
    width: int = 560,
    height: int = 480,
) -> sheet.Spec:
    """Draw one column of cells as hexagons; a municipality without a cell has no data."""
    radius, places = _places(points, width, height)
    rows = told(places, cells)
    room = 1.6 * (radius - GAP / 2)
    letters = int(room / (font_size(radius) * 0.52))
    drawn = rows[["oktmo", "x", "y"]].assign(
        look=looks(rows),
        sign=signs(rows),
        label=fitting.abbreviated(rows["name"].tolist(), letters),
        value=[_value(text, 0.85 * room, font_size(radius)) for text in rows["text"]],
        tooltip=rows["tooltip"],
    )
    picked = drawn[drawn["oktmo"].eq(chosen or "")]
    return sheet.with_rows(
        skeleton(palette, width, height, radius),
        cells=drawn,
        chosen=picked[["oktmo", "x", "y", "tooltip"]],
    )


def _places(points: pd.DataFrame, width: int, height: int) -> tuple[float, pd.DataFrame]:
    """The radius that fills the sheet and one row per municipality: the middle of its hexagon."""
    column, row = (points[name].to_numpy(dtype=float) for name in ("hex_column", "hex_row"))
    x = column + row % 2 / 2
    x, y = x - x.min(), row.max() - row
    radius = float(min(width / (_WIDE * (x.max() + 1)), height / (1.5 * y.max() + 2)))
    left = (width - _WIDE * radius * x.max()) / 2
    top = (height - 1.5 * radius * y.max()) / 2
    places = {
        "oktmo": points["oktmo"],
        "name": points["oktmo"],
        "x": (left + x * _WIDE * radius).round(1),
        "y": (top + y * 1.5 * radius).round(1),
    }
    return round(radius, 2), pd.DataFrame(places)


def _value(text: str, room: float, size: float) -> str:
    """The cell's words where they fit; a shorter form of them would not be theirs."""
    return text if fitting.width_of(text, size) <= room else ""
