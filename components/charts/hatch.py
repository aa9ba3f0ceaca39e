"""Hatching by lines cut at the edge of a shape, for Vega has no patterns of its own.

Lengths are in the units of the corners given (px, or a share of a cell). A line is cut by the
even-odd rule: its crossings with the edges, sorted, are taken in pairs.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Rings = Sequence[ArrayLike]
# How far each pattern's lines lean from the horizontal, in degrees (y grows downwards).
ANGLES = {"slant": -45.0, "backslant": 45.0, "upright": 90.0}


def path(rings: Rings, pattern: str, step: float) -> str:
    """Draw a pattern inside closed rings as one SVG path of lines `step` apart."""
    angle = math.radians(ANGLES[pattern])
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    turned = [np.asarray(ring, dtype=float) @ turn for ring in rings]
    heights = np.concatenate([ring[:, 1] for ring in turned])
    first = math.ceil(heights.min() / step) * step
    pieces = [
        _stroke(left, right, y, math.cos(angle), math.sin(angle))
        for y in np.arange(first, heights.max(), step).tolist()
        for left, right in spans(turned, y)
    ]
    return "".join(pieces)


def spans(rings: Rings, y: float) -> list[tuple[float, float]]:
    """Find where a horizontal line runs inside closed rings: pairs of x, left to right."""
    crossings: list[NDArray[np.float64]] = []
    for ring in rings:
        start = np.asarray(ring, dtype=float)
        end = np.roll(start, -1, axis=0)
        cut = (start[:, 1] <= y) != (end[:, 1] <= y)
        a, b = start[cut], end[cut]
        crossings.append(a[:, 0] + (y - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0]))
    xs = np.sort(np.concatenate(crossings))
    return list(zip(xs[::2].tolist(), xs[1::2].tolist(), strict=True))


def _stroke(left: float, right: float, y: float, cos: float, sin: float) -> str:
    """Turn a horizontal line back and write it."""
    (x1, y1), (x2, y2) = ((x * cos - y * sin, x * sin + y * cos) for x in (left, right))
    return f"M{x1:.4g},{y1:.4g}L{x2:.4g},{y2:.4g}"
