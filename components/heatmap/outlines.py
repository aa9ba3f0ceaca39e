"""Give the outlines that a region's map is drawn from: its own, or the schematic ones we ship."""

import functools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.base.load import keep, load
from components.base.markdown import as_text
from components.charts import placing
from components.charts.hex_layout import PLACE
from components.charts.projection import rings
from data.longitudes import eastward
from queries import lookups
from queries.view import View, region_key

GEO = Path(__file__).resolve().parents[2] / "data" / "facts" / "geo"

Features = dict[str, Any]
"""A GeoJSON FeatureCollection, each feature with `oktmo` and `short_name_ru`."""


def features(view: View) -> Features:
    """Give the outlines of the view's region; own ones replace the schematic ones altogether.

    Where several municipalities alone are shown, those of others are no part of the map.
    """
    every = keep(_own, region_key(view)) or _schematic(view.region)
    if not view.places:
        return every
    inside = [f for f in every["features"] if f["properties"]["oktmo"] in view.several_places]
    return every | {"features": inside}


def are_there(view: View) -> bool:
    """Tell whether the region can be drawn as a map."""
    return bool(features(view)["features"])


def licence_line(view: View, words: Words, read: Callable[[str], str] = as_text) -> str:
    """Say whose the borders of the map are and under which licence, on every map; as Markdown.

    `read` turns the region's own texts into what the line is for: outside Markdown they are plain.
    """
    own = keep(_own, region_key(view))
    if own is None:
        return words("map.schematic")
    licence = own["licence"] or words("map.no_licence")
    return words("map.own", source=read(own["source"]), licence=read(licence))


def places(view: View) -> pd.DataFrame:
    """One row per municipality, with degrees from its own outline where no point is known."""
    every = keep(_places, region_key(view))
    if not view.places:
        return every
    return every[every["oktmo"].isin(view.several_places)].reset_index(drop=True)


def _places(view: View) -> pd.DataFrame:
    rows = load(lookups.places, view)
    middles = {
        feature["properties"]["oktmo"]: placing.middle(rings(feature))
        for feature in features(view)["features"]
    }
    degrees = [middles.get(oktmo, (None, None)) for oktmo in rows["oktmo"]]
    known = pd.DataFrame(degrees, columns=PLACE, index=rows.index, dtype=float)
    filled = {name: rows[name].astype(float).fillna(known[name]) for name in PLACE}
    east = PLACE[0]
    return rows.assign(**filled | {east: eastward(filled[east])})


def _own(view: View) -> Features | None:
    """Read the outlines that the region brought, if it brought any, with what they say of them."""
    rows = load(lookups.outlines, view)
    if rows.empty:
        return None
    shapes = [
        {
            "type": "Feature",
            "id": row.oktmo,
            "properties": {"oktmo": row.oktmo, "short_name_ru": row.short_name_ru},
            "geometry": json.loads(row.geometry),
        }
        for row in rows.itertuples()
    ]
    about = {name: "; ".join(rows[name].dropna().unique()) for name in ("source", "licence")}
    return {"type": "FeatureCollection", "features": shapes, **about}


@functools.cache
def _schematic(region: str) -> Features:
    """Read the schematic outlines of a region, whose file bears its code; none without a file."""
    path = GEO / f"{region}.geojson"
    if not path.is_file():
        return {"type": "FeatureCollection", "features": []}
    found: Features = json.loads(path.read_text(encoding="utf-8"))
    return found
