"""The layers of the map, from the lowest to the highest."""

from functools import lru_cache
from typing import Any

import altair as alt

from components.base.theme import Palette
from components.charts import placing, sheet
from components.charts.cells import PATTERNS
from components.charts.glyphs import GLYPHS
from components.charts.projection import Projection

JOINED = ["look", "tooltip", "chosen"]


@lru_cache(maxsize=64)
def skeleton(palette: Palette, width: int, height: int, projection: Projection) -> sheet.Spec:
    """Build everything but the rows; once per theme, size and region."""
    circle = 125 if width >= 450 else 95  # px²: a town's circle is 12.6 or 11 px across
    chart = alt.layer(
        _hatch_layer(palette),
        _shape_layer(palette),
        _outline_layer(palette.background, 5),
        _outline_layer(palette.text, 2.5),
        _backing_layer(palette, circle),
        _circle_layer(palette, circle),
        _sign_layer(palette),
        _word_layer("!datum.outside").encode(color=sheet.by_look(alt.Color, palette, "ink")),
        _word_layer("datum.outside", stroke=palette.background, strokeWidth=4, strokeJoin="round"),
        _word_layer("datum.outside", color=palette.text, fontWeight=600),
    ).resolve_scale(shape="independent", fill="independent")
    chart = chart.project(
        type="mercator", scale=projection.scale, translate=[projection.right, projection.down]
    )
    return sheet.finished(chart, palette, width, height)


def _shapes() -> alt.Chart:
    """Features with what their cells say; `oktmo` stands at the top level to be selected."""
    cells = alt.LookupData(data=alt.NamedData("looks"), key="oktmo", fields=JOINED)
    return alt.Chart(alt.NamedData("shapes")).transform_lookup(lookup="oktmo", from_=cells)


def _hatch_layer(palette: Palette) -> alt.Chart:
    # A point of 4 px² at the corner: its path then counts in px of the whole chart.
    return (
        alt.Chart(alt.NamedData("hatches"))
        .mark_point(x=0, y=0, size=4, stroke=palette.hatch, strokeWidth=1.2)
        .encode(shape=alt.Shape("path:N", scale=None))
    )


def _shape_layer(palette: Palette) -> alt.Chart:
    clear = dict.fromkeys(PATTERNS, "transparent")
    return (
        _shapes()
        .mark_geoshape(stroke=palette.border, strokeWidth=0.8, cursor="pointer", aria=True)
        .encode(
            fill=sheet.by_look(alt.Fill, palette, "fill", **clear),
            tooltip="tooltip:N",
            description="tooltip:N",
        )
        .add_params(sheet.pick())
    )


def _outline_layer(colour: str, wide: float) -> alt.Chart:
    return (
        _shapes()
        .transform_filter("datum.chosen")
        .mark_geoshape(filled=False, stroke=colour, strokeWidth=wide, strokeJoin="round")
        .encode(tooltip="tooltip:N")
    )


def _at_towns() -> alt.Chart:
    towns = alt.Chart(alt.NamedData("towns"))
    return towns.encode(x=sheet.px(alt.X, "x"), y=sheet.px(alt.Y, "y"))


def _backing_layer(palette: Palette, circle: float) -> alt.Chart:
    """Keep a town's circle apart from a district of the same colour; ring the chosen one."""
    ring = alt.when("datum.chosen").then(alt.value(palette.text))
    return (
        _at_towns()
        .mark_point(shape="circle", size=circle * 1.4, opacity=1, strokeWidth=2)
        .encode(
            fill=alt.value(palette.background),
            stroke=ring.otherwise(alt.value(palette.background)),
        )
    )


def _circle_layer(palette: Palette, circle: float) -> alt.Chart:
    return (
        _at_towns()
        .mark_point(shape="circle", size=circle, opacity=1, strokeWidth=1.2, cursor="pointer")
        .encode(
            fill=sheet.by_look(alt.Fill, palette, "fill"),
            stroke=sheet.by_look(alt.Stroke, palette, "stroke"),
            strokeDash=sheet.by_look(alt.StrokeDash, palette, "dash"),
            tooltip="tooltip:N",
        )
    )


def _sign_layer(palette: Palette) -> alt.Chart:
    return (
        alt.Chart(alt.NamedData("cells"))
        .transform_filter(alt.FieldOneOfPredicate(field="sign", oneOf=list(GLYPHS)))
        .mark_point(filled=True, opacity=1, size=alt.ExprRef("datum.town ? 46 : 81"))
        .encode(
            x=sheet.px(alt.X, "x"),
            y=sheet.px(alt.Y, "y"),
            shape=sheet.by_sign(),
            color=sheet.by_look(alt.Color, palette, "ink"),
        )
    )


def _word_layer(which: str, **mark: Any) -> alt.Chart:
    return (
        alt.Chart(alt.NamedData("cells"))
        .transform_filter(f"datum.label && {which}")
        .mark_text(fontSize=placing.SIZE, **mark)
        .encode(x=sheet.px(alt.X, "tx"), y=sheet.px(alt.Y, "ty"), text="label:N")
    )
