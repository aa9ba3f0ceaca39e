"""Signs as SVG paths inside the square from -1 to 1, the form Vega takes as a point's shape.

Drawn as shapes, not letters, they look the same whatever fonts a machine has. All are filled;
a hole is a ring of the opposite direction (the non-zero rule).
"""

import math


def _disc(radius: float, sweep: int = 1) -> str:
    arc = f"A{radius},{radius},0,1,{sweep}"
    return f"M{-radius},0{arc},{radius},0{arc},{-radius},0Z"


def _box(half: float, clockwise: bool = True) -> str:
    corners = [(-half, -half), (half, -half), (half, half), (-half, half)]
    return polygon(corners if clockwise else corners[::-1])


def _stick(angle: float, half_length: float, half_width: float, shift: float = 0) -> str:
    """A thin bar through (shift, 0), turned clockwise from the vertical by `angle` degrees."""
    sin, cos = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    ends = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    turned = [
        (shift + u * half_width * cos - v * half_length * sin,
         u * half_width * sin + v * half_length * cos)
        for u, v in ends
    ]  # fmt: skip
    return polygon(turned)


def polygon(corners: list[tuple[float, float]]) -> str:
    """A closed path through the corners."""
    return "M" + "L".join(f"{x:.3g},{y:.3g}" for x, y in corners) + "Z"


GLYPHS = {
    "up": polygon([(0, -0.85), (1, 0.85), (-1, 0.85)]),
    "down": polygon([(0, 0.85), (-1, -0.85), (1, -0.85)]),
    "dot": _disc(0.75),
    "ring": _disc(0.85) + _disc(0.5, sweep=0),
    "bar": polygon([(-0.9, -0.2), (0.9, -0.2), (0.9, 0.2), (-0.9, 0.2)]),
    "empty_form": _box(0.85) + _box(0.5, clockwise=False),
    "hatched_box": _box(0.9) + _box(0.65, clockwise=False) + _stick(45, 0.95, 0.13)
    + _stick(45, 0.5, 0.13, -0.45) + _stick(45, 0.5, 0.13, 0.45),
    "asterisk": _stick(0, 0.95, 0.17) + _stick(60, 0.95, 0.17) + _stick(120, 0.95, 0.17),
    "slashes": _stick(20, 1, 0.17, -0.4) + _stick(20, 1, 0.17, 0.4),
    "half": _disc(0.85) + "M0,0.6A0.6,0.6,0,0,0,0,-0.6Z",
    "diamond": polygon([(0, -0.95), (0.95, 0), (0, 0.95), (-0.95, 0)]),
    "cross": _stick(45, 0.95, 0.2) + _stick(-45, 0.95, 0.2),
}  # fmt: skip

HEXAGON = [(math.sin(math.radians(a)), -math.cos(math.radians(a))) for a in range(0, 360, 60)]
DISC = _disc(1)
