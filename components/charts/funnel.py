"""A funnel plot: shares against the results they rest on, with how far chance alone carries them.

D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine
24 (2005), 1185–1202.
"""

import math

import numpy as np
import pandas as pd

from components.base.theme import Palette
from components.charts import plot, sheet
from components.charts.lines import spread
from components.charts.plot import Drawing, Place

LEFT, RIGHT, TOP, BOTTOM = 44, 92, 10, 34
ROUND = [n * 10**power for power in range(1, 7) for n in (1, 2, 5)]


def draw(
    rows: pd.DataFrame,
    limits: pd.DataFrame,
    words: dict[str, str],
    shares: dict[float, str],
    sizes: dict[int, str],
    palette: Palette,
    width: int,
    height: int,
) -> sheet.Spec:
    """Draw a point per group and a pair of curves.

    Rows: oktmo, independent (results), share in per cent, look, sign, tooltip, chosen. Limits:
    results, low, middle, high in per cent. `words`: x, centre, limit; `shares` and `sizes` are
    the ticks in words.
    """
    drawing = Drawing()
    across, up = _places(limits["results"], max(shares), width, height)
    for share, said in shares.items():
        drawing.rule("grid", LEFT, up(share), width - RIGHT, up(share))
        drawing.word(said, LEFT - 6, up(share), "right", "quiet")
    for size, said in sizes.items():
        drawing.word(said, across(size), height - BOTTOM + 11, "center", "quiet")
    drawing.word(words["x"], (LEFT + width - RIGHT) / 2, height - 8, "center", "quiet")
    _curves(drawing, limits, words, across, up, width)
    for row in rows.sort_values("chosen").to_dict("records"):
        _point(drawing, row, across(row["independent"]), up(row["share"]))
    return plot.finished(drawing, palette, width, height)


def sizes(results: pd.Series) -> list[int]:
    """Give round sizes between the smallest and the largest group."""
    low, high = results.min(), results.max()
    return [size for size in ROUND if low <= size <= high]


def grid(results: pd.Series, points: int = 40) -> np.ndarray:
    """Give sizes at which limits are drawn, evenly on the axis, from smallest to largest."""
    low, high = float(results.min()), float(results.max())
    return np.geomspace(low * 0.9, high * 1.1, points)


def _places(across: pd.Series, highest: float, width: int, height: int) -> tuple[Place, Place]:
    low, high = math.log(across.min()), math.log(across.max())
    span = (width - LEFT - RIGHT) / max(high - low, 1e-9)
    tall = (height - TOP - BOTTOM) / highest
    return (
        lambda size: round(LEFT + (math.log(size) - low) * span, 1),
        lambda share: round(height - BOTTOM - min(share, highest) * tall, 1),
    )


def _curves(
    drawing: Drawing,
    limits: pd.DataFrame,
    words: dict[str, str],
    across: Place,
    up: Place,
    width: int,
) -> None:
    """Draw both curves and the middle between them; name the upper one and the middle."""
    for side in ("low", "high"):
        for row in limits.to_dict("records"):
            place = {"x": across(row["results"]), "y": up(row[side]), "look": "interval"}
            drawing.lines.append(place | {"series": side})
    end = limits.iloc[-1]
    middle = up(end["middle"])
    drawing.rule("axis", LEFT, middle, width - RIGHT, middle)
    named = sorted([(up(end["high"]), words["limit"]), (middle, words["centre"])])
    for (_, said), y in zip(named, spread([y for y, _ in named], 0, 9999), strict=True):
        drawing.word(said, width - RIGHT + 6, y, "left", "quiet")


def _point(drawing: Drawing, row: dict, x: float, y: float) -> None:
    point = {"x": x, "y": y, "sign": row["sign"], "look": row["look"], "tooltip": row["tooltip"]}
    drawing.points.append(point | {"size": 75.0, "oktmo": row["oktmo"]})
    if row["chosen"]:
        ring = {"look": "chosen", "sign": "ring", "size": 330.0}
        drawing.points.append(point | ring | {"oktmo": row["oktmo"]})
