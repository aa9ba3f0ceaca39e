"""The layers of the hexagons, from the lowest to the highest."""

from functools import lru_cache

import altair as alt

from components.base.theme import Palette
from components.charts import sheet
from components.charts.cells import PATTERNS
from components.charts.glyphs import GLYPHS, HEXAGON, polygon
from components.charts.hatch import path

GAP = 2.0


def font_size(radius: float) -> float:
    """Font size of a hexagon's words, px: readable in the smallest, calm in the largest."""
    return min(max(radius / 2.85, 9), 12)


@lru_cache(maxsize=64)
def skeleton(palette: Palette, width: int, height: int, radius: float) -> sheet.Spec:
    """Build everything but the rows; once per theme, size and region."""
    size = font_size(radius)
    chart = alt.layer(
        _hexagons(palette, radius - GAP / 2),
        _hatch_layer(palette, radius - GAP / 2),
        _sign_layer(palette, size),
        _word_layer(palette, "label", size, -0.1 * radius),
        _word_layer(palette, "value", size, size + 1.5 - 0.1 * radius),
        _outline_layer(palette, radius),
    ).resolve_scale(shape="independent")
    return sheet.finished(chart, palette, width, height)


def _placed(dataset: str) -> alt.Chart:
    rows = alt.Chart(alt.NamedData(dataset))
    return rows.encode(x=sheet.px(alt.X, "x"), y=sheet.px(alt.Y, "y"))


def _hexagons(palette: Palette, radius: float) -> alt.Chart:
    return (
        _placed("cells")
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
        _placed("cells")
        .transform_filter(alt.FieldOneOfPredicate(field="look", oneOf=list(PATTERNS)))
        .mark_point(size=4 * radius**2, stroke=palette.hatch, strokeWidth=1.2, opacity=1)
        .encode(shape=sheet.by_pattern(paths))
    )


def _sign_layer(palette: Palette, size: float) -> alt.Chart:
    return (
        _placed("cells")
        .transform_filter(alt.FieldOneOfPredicate(field="sign", oneOf=list(GLYPHS)))
        .mark_point(filled=True, opacity=1, size=(size - 1) ** 2, yOffset=-1.5 * size)
        .encode(shape=sheet.by_sign(), color=sheet.by_look(alt.Color, palette, "ink"))
    )


def _word_layer(palette: Palette, field: str, size: float, down: float) -> alt.Chart:
    return (
        _placed("cells")
        .mark_text(fontSize=size, yOffset=down)
        .encode(text=f"{field}:N", color=sheet.by_look(alt.Color, palette, "ink"))
    )


def _outline_layer(palette: Palette, radius: float) -> alt.Chart:
    return (
        _placed("chosen")
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
