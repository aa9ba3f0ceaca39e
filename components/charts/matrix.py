"""The heat map: municipalities by rows, indicators or years by columns.

Two specs of one width, so that the rows scroll under a head that stays: `head` draws the titles
and the region's row, `body` the municipalities, 24 px each. All positions are px reckoned here.
"""

import json
from functools import lru_cache

import altair as alt
import pandas as pd

from components.base.records import records
from components.base.theme import Palette
from components.charts import sheet
from components.charts.cells import DASHES, PATTERNS
from components.charts.glyphs import GLYPHS
from components.charts.hatch import path
from components.charts.matrix_rows import (
    GAP,
    NAME,
    NAMES,
    SIGN,
    TITLE_LINE,
    boxes,
    names,
    places,
    titles,
)

ROW = 24
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
        _skeleton(palette, width, columns) | {"height": top + height(len(tops))},
        cells=named + boxes(cells, tops, width),
        chosen=[{"oktmo": r["oktmo"], "y": r["y"]} for r in named if r["oktmo"] == chosen],
        titles=heads,
    )


@lru_cache(maxsize=64)
def _skeleton(palette: Palette, width: int, columns: int) -> sheet.Spec:
    """Build everything but the rows and the height, with hatches as wide as a column."""
    spec, wide = _shared(palette, width), (width - NAME) / columns - GAP
    layers = [_fitted(layer, wide) if _is_hatch(layer) else layer for layer in spec["layer"]]
    return spec | {"layer": layers}


def _is_hatch(layer: sheet.Spec) -> bool:
    return layer["encoding"].get("shape", {}).get("field") == "look"


def _fitted(layer: sheet.Spec, wide: float) -> sheet.Spec:
    """Give the hatches of cells `wide` px wide: one layer of a ready spec, made over."""
    tall = (ROW - GAP) / wide
    box = [(-1, -tall), (1, -tall), (1, tall), (-1, tall)]
    paths = [path([box], pattern, 12 / wide) for pattern in PATTERNS.values()]
    shape = layer["encoding"]["shape"]
    shape = shape | {"scale": shape["scale"] | {"range": paths}}
    return layer | {
        "mark": layer["mark"] | {"size": wide**2, "xOffset": wide / 2},
        "encoding": layer["encoding"] | {"shape": shape},
    }


@lru_cache(maxsize=16)
def _shared(palette: Palette, width: int) -> sheet.Spec:
    """Build what every number of columns shares; once, for Altair takes some 50 ms over it."""
    chart = alt.layer(
        _box_layer(palette),
        _hatch_layer(palette),
        _sign_layer(palette),
        _word_layer(palette),
        _title_layer(palette),
        _outline_layer(palette, width),
    ).resolve_scale(shape="independent")
    return sheet.finished(chart, palette, width, ROW)


def _box_layer(palette: Palette) -> alt.Chart:
    name = dict.fromkeys(NAMES, "transparent")
    # Vega-Lite has no dash channel for rectangles.
    dashes = json.dumps({style: list(dash) for style, dash in DASHES.items()})
    return (
        alt.Chart(alt.NamedData("cells"))
        .mark_rect(
            cornerRadius=3,
            y2Offset=ROW - GAP,
            strokeDash=alt.ExprRef(f"{dashes}[datum.look] || []"),
            cursor="pointer",
            aria=True,
        )
        .encode(
            x=sheet.px(alt.X, "x"),
            x2="x2",
            y=sheet.px(alt.Y, "y"),
            y2="y",
            fill=sheet.by_look(alt.Fill, palette, "fill", **name),
            stroke=sheet.by_look(alt.Stroke, palette, "stroke", **name),
            tooltip="tooltip:N",
            description="tooltip:N",
        )
        .add_params(sheet.pick())
    )


def _hatch_layer(palette: Palette) -> alt.Chart:
    return (
        alt.Chart(alt.NamedData("cells"))
        .transform_filter(alt.FieldOneOfPredicate(field="look", oneOf=list(PATTERNS)))
        .mark_point(stroke=palette.hatch, strokeWidth=1, yOffset=(ROW - GAP) / 2)
        .encode(
            x=sheet.px(alt.X, "x"),
            y=sheet.px(alt.Y, "y"),
            shape=sheet.by_pattern([]),
        )
    )


def _sign_layer(palette: Palette) -> alt.Chart:
    return (
        alt.Chart(alt.NamedData("cells"))
        .transform_filter(alt.FieldOneOfPredicate(field="sign", oneOf=list(GLYPHS)))
        .mark_point(
            filled=True, opacity=1, size=SIGN**2, xOffset=4 + SIGN / 2, yOffset=(ROW - GAP) / 2
        )
        .encode(
            x=sheet.px(alt.X, "tx"),
            y=sheet.px(alt.Y, "y"),
            shape=sheet.by_sign(),
            color=sheet.by_look(alt.Color, palette, "ink", **dict.fromkeys(NAMES, palette.text)),
        )
    )


def _word_layer(palette: Palette) -> alt.Chart:
    return (
        alt.Chart(alt.NamedData("cells"))
        .mark_text(
            yOffset=(ROW - GAP) / 2 + 0.5,
            align=alt.ExprRef("datum.x == 0 ? 'left' : datum.sign ? 'right' : 'center'"),
            limit=alt.ExprRef(f"datum.x == 0 ? {NAME - 6} : datum.x2 - datum.x - 2"),
            fontWeight=alt.ExprRef("datum.look == 'name_bold' ? 600 : 400"),
        )
        .encode(
            x=sheet.px(alt.X, "tx"),
            y=sheet.px(alt.Y, "y"),
            text="text:N",
            size=alt.Size("size:Q", scale=None),
            color=sheet.by_look(alt.Color, palette, "ink", **dict.fromkeys(NAMES, palette.text)),
        )
    )


def _title_layer(palette: Palette) -> alt.Chart:
    return (
        alt.Chart(alt.NamedData("titles"))
        .mark_text(fontWeight=600, color=palette.text, baseline="top")
        .encode(
            x=sheet.px(alt.X, "x"),
            y=sheet.px(alt.Y, "y"),
            text="text:N",
            size=alt.Size("size:Q", scale=None),
            tooltip="tooltip:N",
        )
    )


def _outline_layer(palette: Palette, width: int) -> alt.Chart:
    return (
        alt.Chart(alt.NamedData("chosen"))
        .mark_rect(
            xOffset=1,
            x2Offset=width - 1,
            y2Offset=ROW - GAP,
            cornerRadius=4,
            stroke=palette.text,
            strokeWidth=2,
            filled=False,
        )
        .encode(x=alt.value(0), x2=alt.value(0), y=sheet.px(alt.Y, "y"), y2="y")
    )
