"""The Mercator projection fitted to a box, computed here so that words can be fitted to shapes.

The same formula as d3's geoMercator, which draws the shapes: x = k·λ + tx, y = ty − k·ln tan(π/4 + φ/2)
with angles in radians (J. P. Snyder, "Map Projections: A Working Manual", 1987, pp. 38–47).
"""  # noqa: E501

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from data.longitudes import eastward

Ring = NDArray[np.float64]


@dataclass(frozen=True)
class Projection:
    """Scale and shift, as Vega takes them.

    `turned`: the longitude that stands where Greenwich does in a usual map, in degrees. Vega cuts
    every shape at the meridian opposite to it.
    """

    scale: float
    right: float
    down: float
    turned: float = 0

    def px(self, lonlat: ArrayLike) -> NDArray[np.float64]:
        """Project rows of (longitude, latitude) in degrees to rows of (x, y) in px."""
        shift = np.array([self.right, self.down])
        return _unit(lonlat, self.turned) * np.array([self.scale, -self.scale]) + shift


def fitted(features: dict[str, Any], width: int, height: int, margin: float = 3) -> Projection:
    """Fit features into width × height px, centred, leaving `margin` px for borders."""
    points = np.concatenate([ring for f in features["features"] for ring in rings(f)])
    turned = 180.0 if points[:, 0].max() > 180 else 0.0
    flat = _unit(points, turned)
    low, high = flat.min(axis=0), flat.max(axis=0)
    room = np.array([width, height]) - 2 * margin
    scale = float((room / (high - low)).min())
    middle = (low + high) / 2 * scale
    return Projection(scale, float(width / 2 - middle[0]), float(height / 2 + middle[1]), turned)


def rings(feature: dict[str, Any]) -> list[Ring]:
    """List the rings of a polygon or multipolygon as arrays of (longitude, latitude).

    Longitudes are counted eastwards.
    """
    geometry = feature["geometry"]
    parts = geometry["coordinates"]
    polygons = [parts] if geometry["type"] == "Polygon" else parts
    found = [np.asarray(ring, dtype=float) for polygon in polygons for ring in polygon]
    return [np.column_stack([eastward(ring[:, 0]), ring[:, 1]]) for ring in found]


def _unit(lonlat: ArrayLike, turned: float) -> NDArray[np.float64]:
    degrees = np.asarray(lonlat, dtype=float)
    x = np.radians(eastward(degrees[:, 0]) - turned)
    return np.column_stack([x, np.log(np.tan(math.pi / 4 + np.radians(degrees[:, 1]) / 2))])
