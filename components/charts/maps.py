"""The map of municipalities: schematic polygons, drawn with no tiles and nothing fetched.

Shapes and cells are separate datasets joined by ОКТМО in the browser, so another indicator or
another choice sends new cells and leaves the drawn shapes alone.
"""

from typing import Any

import numpy as np
import pandas as pd

from components.charts import fitting, placing, sheet
from components.charts.cells import PATTERNS, looks, signs, told
from components.charts.hatch import path
from components.charts.maps_layers import JOINED, skeleton
from components.charts.projection import Projection, Ring, fitted, rings
from components.records import records
from components.theme import Palette

HATCH_STEP = 5.0

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
    rows = _rows(cells, features, points, chosen)
    rows = _placed(rows, shapes, projection, labels)
    return sheet.with_rows(
        skeleton(palette, width, height, projection),
        shapes=[f | {"oktmo": f["properties"]["oktmo"]} for f in features["features"]],
        looks=rows[["oktmo", *JOINED]],
        cells=rows.drop(columns=["tooltip"]),
        towns=rows.loc[rows["town"], ["oktmo", "x", "y", *JOINED]],
        hatches=_hatches(rows, shapes),
    )


def _rows(
    cells: pd.DataFrame, features: dict[str, Any], points: pd.DataFrame, chosen: str | None
) -> pd.DataFrame:
    """One row per feature: its look, its sign and the degrees where the sign stands."""
    known = [
        (f["properties"]["oktmo"], f["properties"]["short_name_ru"]) for f in features["features"]
    ]
    rows = told(pd.DataFrame(known, columns=["oktmo", "name"]), cells).merge(
        points, "left", "oktmo"
    )
    town = rows["kind"].eq("urban_okrug").eq(True)
    return pd.DataFrame(
        {
            "oktmo": rows["oktmo"],
            "name": rows["name"].map(fitting.bare),
            "town": town,
            "longitude": rows["centre_longitude"].where(town, rows["label_longitude"]),
            "latitude": rows["centre_latitude"].where(town, rows["label_latitude"]),
            "look": looks(rows),
            "sign": signs(rows),
            "tooltip": rows["tooltip"],
            "chosen": rows["oktmo"].eq(chosen or ""),
        }
    )


def _placed(
    rows: pd.DataFrame, shapes: Shapes, projection: Projection, labels: bool
) -> pd.DataFrame:
    """The rows with the places of signs (x, y) and of names (tx, ty) in px instead of degrees."""
    places = projection.px(rows[["longitude", "latitude"]])
    middles = np.array([placing.middle(shapes[oktmo]) for oktmo in rows["oktmo"]])
    places = np.where(np.isnan(places), middles, places)
    circles = places[rows["town"].to_numpy()]
    done = []
    for row, place in zip(records(rows), places.tolist(), strict=True):
        shape, name, town = shapes[row["oktmo"]], row["name"], row["town"]
        x, y = place if town else placing.apart(tuple(place), circles, shape)
        wanted = labels and not town
        spot = placing.spot(name, (x, y), row["sign"] != "", shape, circles) if wanted else None
        named = spot is not None or (labels and row["chosen"])
        tx, ty = spot or (x, y + 15)
        done.append((x, y, tx, ty, name if named else "", spot is None))
    new = pd.DataFrame(done, rows.index, ["x", "y", "tx", "ty", "label", "outside"]).round(1)
    return pd.concat([rows.drop(columns=["name", "longitude", "latitude"]), new], axis=1)


def _hatches(rows: pd.DataFrame, shapes: Shapes) -> pd.DataFrame:
    """One row per municipality told by a pattern: its lines as one path, in px."""
    hatched = rows[rows["look"].isin(list(PATTERNS))]
    paths = [
        path(shapes[oktmo], PATTERNS[look], HATCH_STEP)
        for oktmo, look in zip(hatched["oktmo"], hatched["look"], strict=True)
    ]
    return pd.DataFrame({"oktmo": hatched["oktmo"], "path": paths})
