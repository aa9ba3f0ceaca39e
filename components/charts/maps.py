"""The map of municipalities: schematic polygons, drawn with no tiles and nothing fetched.

Shapes and cells are separate datasets joined by ОКТМО in the browser, so another indicator or
another choice sends new cells and leaves the drawn shapes alone.
"""

from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, placing, sheet
from components.charts.cells import PATTERNS, look, said, sign
from components.charts.glyphs import GLYPHS
from components.charts.hatch import path
from components.charts.projection import Projection, Ring, fitted, rings

HATCH_STEP = 5.0
JOINED = ["look", "tooltip", "chosen"]
_TOWN = ("oktmo", "x", "y", *JOINED)

Shapes = dict[str, list[Ring]]


def municipal(
    cells: pd.DataFrame,
    features: dict[str, Any],
    points: pd.DataFrame,
    palette: Palette,
    chosen: str | None = None,
    width: int = 560,
    height: int = 480,
    labels: bool = False,
) -> sheet.Spec:
    """Draw one column of cells on the map; a municipality without a cell has no data."""
    projection = fitted(features, width, height)
    shapes = {
        f["properties"]["oktmo"]: [projection.px(r) for r in rings(f)] for f in features["features"]
    }
    rows = _rows(cells, features, _points(points), chosen)
    rows = _placed(rows, shapes, projection, labels)
    return sheet.with_rows(
        _skeleton(palette, width, height, projection),
        shapes=[f | {"oktmo": f["properties"]["oktmo"]} for f in features["features"]],
        looks=[{name: row[name] for name in ("oktmo", *JOINED)} for row in rows],
        cells=[{name: row[name] for name in row if name != "tooltip"} for row in rows],
        towns=[{name: row[name] for name in _TOWN} for row in rows if row["town"]],
        hatches=_hatches(rows, shapes),
    )


def _points(points: pd.DataFrame) -> dict[str, tuple[bool, list[float]]]:
    """Tell of each municipality whether it is a town, and where its sign stands, in degrees."""
    town = points["kind"].eq("urban_okrug").eq(True).tolist()
    centre, label = (
        points[[f"{of}_longitude", f"{of}_latitude"]].to_numpy(float, na_value=np.nan).tolist()
        for of in ("centre", "label")
    )
    places = zip(points["oktmo"], town, centre, label, strict=True)
    return {oktmo: (flag, middle if flag else word) for oktmo, flag, middle, word in places}


def _rows(
    cells: pd.DataFrame,
    features: dict[str, Any],
    points: dict[str, tuple[bool, list[float]]],
    chosen: str | None,
) -> sheet.Rows:
    """One row per feature: its look, its sign and the degrees where the sign stands."""
    places = [
        (f["properties"]["oktmo"], f["properties"]["short_name_ru"]) for f in features["features"]
    ]
    rows = []
    for (oktmo, _), cell in zip(places, said(places, cells), strict=True):
        town, degrees = points.get(oktmo, (False, [np.nan, np.nan]))
        rows.append(
            {
                "oktmo": oktmo,
                "name": fitting.bare(cell["name"]),
                "town": town,
                "degrees": degrees,
                "look": look(cell["style"], cell["shade"], cell["muted"]),
                "sign": sign(cell["style"], cell["symbol"]),
                "tooltip": cell["tooltip"],
                "chosen": oktmo == chosen,
            }
        )
    return rows


def _placed(rows: sheet.Rows, shapes: Shapes, projection: Projection, labels: bool) -> sheet.Rows:
    """The rows with the places of signs (x, y) and of names (tx, ty) in px instead of degrees."""
    places = projection.px([row["degrees"] for row in rows])
    for number in np.flatnonzero(np.isnan(places).any(axis=1)):
        places[number] = placing.middle(shapes[rows[number]["oktmo"]])
    circles = places[np.array([row["town"] for row in rows])]
    done = []
    for row, place in zip(rows, places.tolist(), strict=True):
        shape, name, town = shapes[row["oktmo"]], row["name"], row["town"]
        x, y = place if town else placing.apart(tuple(place), circles, shape)
        wanted = labels and not town
        spot = placing.spot(name, (x, y), row["sign"] != "", shape, circles) if wanted else None
        named = spot is not None or (labels and row["chosen"])
        tx, ty = spot or (x, y + 15)
        px = {"x": x, "y": y, "tx": tx, "ty": ty}
        done.append(
            {name: row[name] for name in ("oktmo", "town", "look", "sign", "tooltip", "chosen")}
            | {axis: sheet.tenths(value) for axis, value in px.items()}
            | {"label": name if named else "", "outside": spot is None}
        )
    return done


def _hatches(rows: sheet.Rows, shapes: Shapes) -> sheet.Rows:
    """One row per municipality told by a pattern: its lines as one path, in px."""
    return [
        {
            "oktmo": row["oktmo"],
            "path": path(shapes[row["oktmo"]], PATTERNS[row["look"]], HATCH_STEP),
        }
        for row in rows
        if row["look"] in PATTERNS
    ]


@lru_cache(maxsize=64)
def _skeleton(palette: Palette, width: int, height: int, projection: Projection) -> sheet.Spec:
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
    turn = {"rotate": [-projection.turned, 0, 0]} if projection.turned else {}
    chart = chart.project(
        type="mercator",
        scale=projection.scale,
        translate=[projection.right, projection.down],
        **turn,
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
