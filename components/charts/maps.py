"""The map of municipalities: schematic polygons, drawn with no tiles and nothing fetched.

Shapes and cells are separate datasets joined by ОКТМО in the browser, so another indicator or
another choice sends new cells and leaves the drawn shapes alone.
"""

from typing import Any

import numpy as np
import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, placing, sheet
from components.charts.cells import PATTERNS, look, said, sign
from components.charts.hatch import path
from components.charts.maps_layers import JOINED, skeleton
from components.charts.projection import Projection, Ring, fitted, rings

HATCH_STEP = 5.0
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
        skeleton(palette, width, height, projection),
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
