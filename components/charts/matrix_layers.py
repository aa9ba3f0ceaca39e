"""The layers of the heat map, each drawn from rows placed in px."""

import json
from functools import lru_cache

import altair as alt

from components.base.theme import Palette
from components.charts import sheet
from components.charts.cells import DASHES, PATTERNS
from components.charts.glyphs import GLYPHS

ROW = 24
NAME = 190
GAP = 2
SIGN = 9
NAMES = ("name_bold", "name")  # looks of a municipality's name: the chosen one's, the others'


@lru_cache(maxsize=16)
def shared(palette: Palette, width: int) -> sheet.Spec:
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
