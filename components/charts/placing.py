"""Where signs and names stand on the map, in px: names only where they fit inside their shape."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from components.charts.fitting import width_of
from components.charts.hatch import spans
from components.charts.projection import Ring

SIZE = 12.0
_LINE = SIZE + 1
_APART = 13.0  # a sign's half and a circle's half, with a little air

Place = tuple[float, float]


class Spot(NamedTuple):
    """The middle of a name."""

    x: float
    y: float


def middle(shape: list[Ring]) -> Place:
    """The middle of a shape's bounds, where a place stands of which no point is known."""
    corners = np.concatenate(shape)
    x, y = (corners.min(axis=0) + corners.max(axis=0)) / 2
    return float(x), float(y)


def apart(place: Place, circles: NDArray[np.float64], shape: list[Ring]) -> Place:
    """Move a district's sign off the nearest town's circle, unless that leaves the district."""
    if not len(circles):
        return place
    away = np.asarray(place) - circles
    distance = np.hypot(away[:, 0], away[:, 1])
    near = int(distance.argmin())
    if not 0 < distance[near] < _APART:
        return place
    x, y = circles[near] + away[near] / distance[near] * _APART
    inside = any(left < x < right for left, right in spans(shape, y))
    return (float(x), float(y)) if inside else place


def spot(
    name: str, place: Place, signed: bool, shape: list[Ring], circles: NDArray[np.float64]
) -> Spot | None:
    """Find room for a name below or above the sign (or in its stead), or None."""
    x, y = place
    wide = width_of(name, SIZE) + 2
    shifts: Iterable[float] = (_LINE, -_LINE, 1.7 * _LINE) if signed else (0, _LINE, -_LINE)
    for shift in shifts:
        for left, right in _clear(shape, y + shift):
            middle = float(np.clip(x, left + wide / 2, max(right - wide / 2, left + wide / 2)))
            found = Spot(middle, y + shift)
            if right - left >= wide and _free(found, wide, circles):
                return found
    return None


def _clear(shape: list[Ring], middle: float) -> list[tuple[float, float]]:
    """Stretches of x inside the shape at the top, middle and bottom of a line of text alike."""
    stretches = [(-np.inf, np.inf)]
    for y in (middle - _LINE / 2, middle, middle + _LINE / 2):
        stretches = [
            (max(a, c), min(b, d))
            for a, b in stretches
            for c, d in spans(shape, y)
            if max(a, c) < min(b, d)
        ]
    return stretches


def _free(found: Spot, wide: float, circles: NDArray[np.float64]) -> bool:
    beside = np.abs(circles[:, 0] - found.x) > wide / 2 + 8
    beyond = np.abs(circles[:, 1] - found.y) > _LINE / 2 + 8
    return bool((beside | beyond).all())
