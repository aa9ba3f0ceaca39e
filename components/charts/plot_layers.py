"""The layers of a chart with axes, from the lowest to the highest."""

from functools import lru_cache
from typing import Any

import altair as alt

from components.base.theme import Palette
from components.charts import sheet
from components.charts.glyphs import GLYPHS
from components.charts.plot_looks import DASHED, THIN, WIDE, borders, colours

STREAM = 0.55
"""Opacity of a stream: where two cross, both are seen."""


@lru_cache(maxsize=8)
def skeleton(palette: Palette, streams: bool = False) -> sheet.Spec:
    """Build everything but the rows and the size; once a theme, for Altair takes its time.

    `streams`: areas are streams, seen through, which tell what they are and can be clicked.
    """
    chart = alt.layer(
        _streams(palette) if streams else _areas(palette),
        _boxes(palette),
        _rules(palette),
        _lines(palette),
        _points(palette),
        _words(palette),
    ).resolve_scale(
        color="independent",
        fill="independent",
        stroke="independent",
        shape="independent",
        size="independent",
        strokeDash="independent",
        strokeWidth="independent",
    )
    return sheet.finished(chart, palette, 0, 0)


def _by_look(channel: type, known: dict[str, str]) -> Any:
    scale = alt.Scale(domain=list(known), range=list(known.values()))
    return channel("look:N", scale=scale, legend=None)


def _strokes(palette: Palette) -> dict[str, Any]:
    names = list(colours(palette))
    dash = alt.Scale(domain=names, range=[DASHED.get(name, [1, 0]) for name in names])
    widths = [WIDE.get(name, THIN) for name in names]
    # Left alone, Vega-Lite takes only the first and last width and spaces the rest between them.
    wide = alt.Scale(type="ordinal", domain=names, range=widths)
    return {
        "stroke": _by_look(alt.Stroke, colours(palette)),
        "strokeDash": alt.StrokeDash("look:N", scale=dash, legend=None),
        "strokeWidth": alt.StrokeWidth("look:N", scale=wide, legend=None),
    }


def _xy(**more: Any) -> dict[str, Any]:
    return {"x": sheet.px(alt.X, "x"), "y": sheet.px(alt.Y, "y")} | more


def _areas(palette: Palette) -> alt.Chart:
    drawn = alt.Chart(alt.NamedData("areas")).mark_area()
    return drawn.encode(
        **_xy(y2="y2", detail="series:N", fill=_by_look(alt.Fill, colours(palette)))
    )


def _streams(palette: Palette) -> alt.Chart:
    drawn = alt.Chart(alt.NamedData("areas")).mark_area(
        aria=True, fillOpacity=STREAM, cursor="pointer"
    )
    told = {"tooltip": "tooltip:N", "description": "tooltip:N"}
    looks = _by_look(alt.Fill, colours(palette))
    return drawn.encode(**_xy(y2="y2", detail=["series:N", "oktmo:N"], fill=looks, **told))


def _boxes(palette: Palette) -> alt.Chart:
    told = {"tooltip": "tooltip:N", "description": "tooltip:N"}
    drawn = alt.Chart(alt.NamedData("boxes")).mark_rect(
        aria=True,
        cornerRadius=2,
        strokeWidth=1,
        cursor=alt.ExprRef("datum.oktmo ? 'pointer' : 'default'"),
    )
    filled = {
        "fill": _by_look(alt.Fill, colours(palette)),
        "stroke": _by_look(alt.Stroke, borders(palette)),
    }
    return drawn.encode(**_xy(x2="x2", y2="y2", **filled, **told))


def _rules(palette: Palette) -> alt.Chart:
    drawn = alt.Chart(alt.NamedData("rules")).mark_rule()
    return drawn.encode(**_xy(x2="x2", y2="y2", **_strokes(palette)))


def _lines(palette: Palette) -> alt.Chart:
    drawn = alt.Chart(alt.NamedData("lines")).mark_line(strokeJoin="round")
    return drawn.encode(**_xy(detail="series:N", **_strokes(palette)))


def _points(palette: Palette) -> alt.Chart:
    shape = alt.Scale(domain=list(GLYPHS), range=list(GLYPHS.values()))
    drawn = alt.Chart(alt.NamedData("points")).mark_point(
        filled=True, opacity=1, aria=True, cursor="default"
    )
    return drawn.encode(
        **_xy(
            shape=alt.Shape("sign:N", scale=shape, legend=None),
            size=alt.Size("size:Q", scale=None),
            color=_by_look(alt.Color, colours(palette)),
            tooltip="tooltip:N",
            description="tooltip:N",
        )
    ).add_params(sheet.pick())


def _words(palette: Palette) -> alt.Chart:
    drawn = alt.Chart(alt.NamedData("words")).mark_text(
        align=alt.ExprRef("datum.align"),
        fontWeight=alt.ExprRef("datum.weight"),
        angle=alt.ExprRef("datum.angle"),
    )
    said = {"text": "text:N", "size": alt.Size("size:Q", scale=None)}
    return drawn.encode(**_xy(color=_by_look(alt.Color, colours(palette)), **said))
