"""One municipality, one cell: hexagons of equal size laid out roughly as on the map.

Columns count eastwards and rows northwards; odd rows stand half a cell to the east (of the four
ways to shift rows, the one that leaves neighbours nearest to their true places).
"""

import math
from functools import lru_cache

import altair as alt
import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, sheet
from components.charts.cells import PATTERNS, looks, signs, told
from components.charts.glyphs import GLYPHS, HEXAGON, polygon
from components.charts.hatch import path

GAP = 2.0
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
    letters = int(room / (_font_size(radius) * 0.52))
    drawn = rows[["oktmo", "x", "y"]].assign(
        look=looks(rows),
        sign=signs(rows),
        label=[
            _fitting(name, room, _font_size(radius))
            for name in fitting.abbreviated(rows["name"].tolist(), letters)
        ],
        value=[_fitting(text, 0.85 * room, _font_size(radius)) for text in rows["text"]],
        tooltip=rows["tooltip"],
    )
    picked = drawn[drawn["oktmo"].eq(chosen or "")]
    return sheet.with_rows(
        _skeleton(palette, width, height, radius),
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


def _fitting(text: str, room: float, size: float) -> str:
    """Words where they fit; a shorter form of them would not be theirs."""
    return text if fitting.width_of(text, size) <= room else ""


def _font_size(radius: float) -> float:
    """Font size of a hexagon's words, px: readable in the smallest, calm in the largest."""
    return min(max(radius / 2.85, 12), 14)


@lru_cache(maxsize=64)
def _skeleton(palette: Palette, width: int, height: int, radius: float) -> sheet.Spec:
    """Build everything but the rows; once per theme, size and region."""
    size = _font_size(radius)
    chart = alt.layer(
        _hexagons(palette, radius - GAP / 2),
        _hatch_layer(palette, radius - GAP / 2),
        _sign_layer(palette, size),
        _word_layer(palette, "label", size, -0.1 * radius),
        _word_layer(palette, "value", size, size + 1.5 - 0.1 * radius),
        _outline_layer(palette, radius),
    ).resolve_scale(shape="independent")
    return sheet.finished(chart, palette, width, height)


def _at_hexagons(dataset: str) -> alt.Chart:
    rows = alt.Chart(alt.NamedData(dataset))
    return rows.encode(x=sheet.px(alt.X, "x"), y=sheet.px(alt.Y, "y"))


def _hexagons(palette: Palette, radius: float) -> alt.Chart:
    return (
        _at_hexagons("cells")
        .mark_point(
            shape=polygon(HEXAGON),
            size=4 * radius**2,
            opacity=1,
            strokeWidth=1,
            cursor="pointer",
            aria=True,
        )
        .encode(
            fill=sheet.by_look(alt.Fill, palette, "fill"),
            stroke=sheet.by_look(alt.Stroke, palette, "stroke"),
            strokeDash=sheet.by_look(alt.StrokeDash, palette, "dash"),
            tooltip="tooltip:N",
            description="tooltip:N",
        )
        .add_params(sheet.pick())
    )


def _hatch_layer(palette: Palette, radius: float) -> alt.Chart:
    paths = [path([HEXAGON], pattern, 5.5 / radius) for pattern in PATTERNS.values()]
    return (
        _at_hexagons("cells")
        .transform_filter(alt.FieldOneOfPredicate(field="look", oneOf=list(PATTERNS)))
        .mark_point(size=4 * radius**2, stroke=palette.hatch, strokeWidth=1.2, opacity=1)
        .encode(shape=sheet.by_pattern(paths))
    )


def _sign_layer(palette: Palette, size: float) -> alt.Chart:
    return (
        _at_hexagons("cells")
        .transform_filter(alt.FieldOneOfPredicate(field="sign", oneOf=list(GLYPHS)))
        .mark_point(filled=True, opacity=1, size=(size - 1) ** 2, yOffset=-1.5 * size)
        .encode(shape=sheet.by_sign(), color=sheet.by_look(alt.Color, palette, "ink"))
    )


def _word_layer(palette: Palette, field: str, size: float, down: float) -> alt.Chart:
    return (
        _at_hexagons("cells")
        .mark_text(fontSize=size, yOffset=down)
        .encode(text=f"{field}:N", color=sheet.by_look(alt.Color, palette, "ink"))
    )


def _outline_layer(palette: Palette, radius: float) -> alt.Chart:
    return (
        _at_hexagons("chosen")
        .mark_point(
            shape=polygon(HEXAGON),
            size=4 * radius**2,
            filled=False,
            stroke=palette.text,
            strokeWidth=3,
            opacity=1,
        )
        .encode(tooltip="tooltip:N")
    )
