"""Read the outline of a municipality as GeoJSON has it, and simplify outlines for the screen."""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon

from data.longitudes import eastward

SOUTH, NORTH, WEST, EAST = 41.0, 82.0, 19.0, 192.0
"""Degrees between which the country lies, longitudes counted eastwards beyond 180°."""

SEAM = 180.0
"""The meridian at which files split an outline."""

PIXELS = 1000
"""Px of the widest map on which nothing of an outline may be seen to be left out."""

DECIMALS = 5
"""Of a degree: about a metre."""


@dataclass(frozen=True)
class Outline:
    """One outline; `mended` if its lines crossed, so that its inside had to be found anew."""

    shape: MultiPolygon
    mended: bool


class FaultyOutlineError(Exception):
    """An outline that cannot be taken: the rule that it breaks, where, and what was wanted."""

    def __init__(self, rule: str, value: str = "", expected: str = "") -> None:
        super().__init__(rule, value, expected)
        self.rule, self.value, self.expected = rule, value, expected


def outline(geometry: object) -> Outline:
    """Read a GeoJSON geometry; raises FaultyOutlineError for what is no closed shape in Russia."""
    polygons = [
        Polygon(rings[0], rings[1:]) for rings in (list(map(_ring, p)) for p in _polygons(geometry))
    ]
    whole = _without_seam(polygons)
    if shapely.is_valid(whole):
        return Outline(whole, mended=False)
    parts = shapely.get_parts(shapely.make_valid(whole)).tolist()
    found = MultiPolygon([polygon for part in parts for polygon in _only_polygons(part)])
    if not found.area:
        raise FaultyOutlineError("outline_without_area")
    return Outline(found, mended=True)


def _without_seam(polygons: list[Polygon]) -> MultiPolygon:
    """Join parts that a file splits at the meridian of 180°; what is faulty stays as it is."""
    whole = MultiPolygon(polygons)
    _, _, east, _ = shapely.total_bounds(polygons)
    if east <= SEAM or not all(map(shapely.is_valid, polygons)):
        return whole
    west_of, east_of = ([one for one in polygons if one.bounds[edge] == SEAM] for edge in (2, 0))
    apart = [one for one in polygons if one not in (*west_of, *east_of)]
    parts = shapely.get_parts(shapely.union_all([*west_of, *east_of])).tolist()
    return MultiPolygon([*apart, *parts]) if west_of and east_of else whole


def is_drawable(text: str) -> bool:
    """Tell whether a text is an outline that can be drawn as it is, as `simplified` writes it."""
    try:
        found = outline(json.loads(text))
    except (ValueError, RecursionError, FaultyOutlineError):
        return False
    rings = [polygon.exterior for polygon in found.shape.geoms]
    return not found.mended and not any(ring.is_ccw for ring in rings)


def _only_polygons(part: Any) -> list[Polygon]:
    """List the polygons of what mending leaves: lines and points have no inside."""
    return [one for one in shapely.get_parts(part).tolist() if isinstance(one, Polygon)]


def _polygons(geometry: object) -> Iterator[list[object]]:
    """Give the rings of each polygon, as written."""
    kind, found = "", None
    if isinstance(geometry, dict):
        kind, found = str(geometry.get("type")), geometry.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon"):
        raise FaultyOutlineError("outline_without_area", kind, "Polygon; MultiPolygon")
    polygons = [found] if kind == "Polygon" else found
    if not isinstance(polygons, list) or not polygons:
        raise FaultyOutlineError("outline_unreadable")
    for rings in polygons:
        if not isinstance(rings, list) or not rings:
            raise FaultyOutlineError("outline_unreadable")
        yield rings


def _ring(points: Any) -> NDArray[np.float64]:
    """Read a ring as rows of longitude and latitude; it must be closed and lie in Russia.

    Longitudes are counted eastwards, however they are written.
    """
    try:
        ring = np.array([point[:2] for point in points], dtype=np.float64)
    except (TypeError, ValueError, LookupError, OverflowError):
        raise FaultyOutlineError("outline_unreadable") from None
    if ring.ndim != 2 or ring.shape[1] != 2 or not np.isfinite(ring).all():
        raise FaultyOutlineError("outline_unreadable")
    if len(ring) < 4 or (ring[0] != ring[-1]).any():
        raise FaultyOutlineError("open_ring", _point(ring[-1]), _point(ring[0]))
    outside = ring[~_in_russia(ring)]
    if len(outside):
        turned = _in_russia(ring[:, ::-1]).all()
        raise FaultyOutlineError(
            "latitude_first" if turned else "outside_russia", _point(outside[0])
        )
    return np.column_stack([eastward(ring[:, 0]), ring[:, 1]])


def _in_russia(points: NDArray[np.float64]) -> NDArray[np.bool_]:
    east, north = eastward(points[:, 0]), points[:, 1]
    return (east >= WEST) & (east <= EAST) & (north >= SOUTH) & (north <= NORTH)


def _point(point: NDArray[np.float64]) -> str:
    return f"{point[0]:.5g} {point[1]:.5g}"


def simplified(outlines: Sequence[MultiPolygon], longest: int) -> list[str]:
    """Give the outlines of one region as GeoJSON of no more points than a screen shows.

    Neighbours keep the borders that they share. Rings of the outside run clockwise, as the
    drawing wants them. None has more signs than `longest`.
    """
    step = _pixel(outlines)
    while True:
        simple = shapely.coverage_simplify(np.array(outlines, dtype=object), step)
        texts = [_written(shape) for shape in simple]
        if max(map(len, texts), default=0) <= longest:
            return texts
        step *= 2


def _pixel(outlines: Sequence[MultiPolygon]) -> float:
    """Give the degrees of latitude of a px of a map that the region fills."""
    west, south, east, north = shapely.total_bounds(np.array(outlines, dtype=object))
    wide = (east - west) * math.cos(math.radians((south + north) / 2))
    return float(max(wide, north - south) / PIXELS)


def _written(shape: Any) -> str:
    polygons = [
        [np.round(ring.coords, DECIMALS).tolist() for ring in (one.exterior, *one.interiors)]
        for one in map(_clockwise, shapely.get_parts(shape).tolist())
    ]
    return json.dumps({"type": "MultiPolygon", "coordinates": polygons}, separators=(",", ":"))


def _clockwise(polygon: Polygon) -> Polygon:
    return shapely.orient_polygons(polygon, exterior_cw=True)
