"""The layers of a chart with axes, from the lowest to the highest; and what each look is."""

from functools import lru_cache
from typing import Any

import altair as alt

from components.charts import sheet
from components.charts.glyphs import GLYPHS
from components.theme import Palette

DASHED: dict[str, list[int]] = {"reference": [6, 4], "outer": [2, 3], "event": [2, 2]}
WIDE = {"main": 3.0, "reference": 2.0, "chosen": 2.0, "interval": 2.0}


def looks(palette: Palette) -> dict[str, str]:
    """Colour of each look; the main series is purple, which says neither better nor worse."""
    return {
        "main": palette.purple[3],
        "band": palette.purple_muted[1],
        "other": palette.border,
        "reference": palette.text,
        "expected": palette.border,
        "outer": palette.border,
        "interval": palette.text,
        "event": palette.quiet,
        "chosen": palette.text,
        "grid": palette.grid,
        "axis": palette.border,
        "hatch": palette.hatch,
        "text": palette.text,
        "quiet": palette.quiet,
        "better": palette.better,
        "worse": palette.worse,
        "same": palette.same,
        "not_compared": palette.same,
        "none": "transparent",
    }


@lru_cache(maxsize=8)
def skeleton(palette: Palette) -> sheet.Spec:
    """Build everything but the rows and the size; once a theme, for Altair takes its time."""
    chart = alt.layer(
        _areas(palette),
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


def _by_look(channel: type, palette: Palette) -> Any:
    known = looks(palette)
    scale = alt.Scale(domain=list(known), range=list(known.values()))
    return channel("look:N", scale=scale, legend=None)


def _strokes(palette: Palette) -> dict[str, Any]:
    names = list(looks(palette))
    dash = alt.Scale(domain=names, range=[DASHED.get(name, [1, 0]) for name in names])
    wide = alt.Scale(domain=names, range=[WIDE.get(name, 1.25) for name in names])
    return {
        "stroke": _by_look(alt.Stroke, palette),
        "strokeDash": alt.StrokeDash("look:N", scale=dash, legend=None),
        "strokeWidth": alt.StrokeWidth("look:N", scale=wide, legend=None),
    }


def _xy(**more: Any) -> dict[str, Any]:
    return {"x": sheet.px(alt.X, "x"), "y": sheet.px(alt.Y, "y")} | more


def _areas(palette: Palette) -> alt.Chart:
    drawn = alt.Chart(alt.NamedData("areas")).mark_area()
    return drawn.encode(**_xy(y2="y2", detail="series:N", fill=_by_look(alt.Fill, palette)))


def _boxes(palette: Palette) -> alt.Chart:
    told = {"tooltip": "tooltip:N", "description": "tooltip:N"}
    drawn = alt.Chart(alt.NamedData("boxes")).mark_rect(aria=True, cornerRadius=2)
    return drawn.encode(**_xy(x2="x2", y2="y2", fill=_by_look(alt.Fill, palette), **told))


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
            color=_by_look(alt.Color, palette),
            tooltip="tooltip:N",
            description="tooltip:N",
        )
    ).add_params(sheet.pick())


def _words(palette: Palette) -> alt.Chart:
    drawn = alt.Chart(alt.NamedData("words")).mark_text(
        align=alt.ExprRef("datum.align"), fontWeight=alt.ExprRef("datum.weight")
    )
    said = {"text": "text:N", "size": alt.Size("size:Q", scale=None)}
    return drawn.encode(**_xy(color=_by_look(alt.Color, palette), **said))
