"""From one share to another by the parts of the change: who stayed, who entered, who left."""

import pandas as pd

from components.base.theme import Palette
from components.charts import plot, sheet
from components.charts.plot import Drawing, Place

TOP, BOTTOM, SIDE, LEVEL = 22, 38, 8, 5
LEAST = 2.0
"""Span of the axis in points: a smaller change must not fill the whole height."""


def draw(rows: pd.DataFrame, palette: Palette, width: int, height: int) -> sheet.Spec:
    """Draw parts side by side, each from where the one before ended, between two levels.

    Rows: label, note (a second line), value in per cent or points, total (a level, no bar: the axis
    does not start at zero, so only parts have a length), look, text, tooltip.
    """
    drawing = Drawing()
    ends = _ends(rows)
    low, high = min(min(pair) for pair in ends), max(max(pair) for pair in ends)
    tall = (height - TOP - BOTTOM) / max(high - low, LEAST)
    wide = (width - 2 * SIDE) / max(len(rows), 1)

    def up(share: float) -> float:
        return round(height - BOTTOM - (share - low) * tall, 1)

    for i, (row, (start, end)) in enumerate(zip(rows.to_dict("records"), ends, strict=True)):
        left = round(SIDE + i * wide, 1)
        _bar(drawing, row, (left + wide * 0.14, left + wide * 0.86), (start, end), up)
        for line, look, shift in ((row["label"], "text", 11), (row["note"], "quiet", 25)):
            drawing.word(line, left + wide / 2, height - BOTTOM + shift, "center", look)
        if i < len(rows) - 1:
            drawing.rule("axis", left + wide * 0.86, up(end), left + wide * 1.14, up(end))
    return plot.finished(drawing, palette, width, height)


def _ends(rows: pd.DataFrame) -> list[tuple[float, float]]:
    """Give where each bar begins and ends: a total from 0, a part from the end before."""
    ends, reached = [], 0.0
    for row in rows.to_dict("records"):
        start = row["value"] if row["total"] else reached
        reached = row["value"] if row["total"] else reached + row["value"]
        ends.append((start, reached))
    return ends


def _bar(
    drawing: Drawing,
    row: dict,
    sides: tuple[float, float],
    ends: tuple[float, float],
    up: Place,
) -> None:
    top, bottom = sorted((up(ends[0]), up(ends[1])))
    box = {"look": row["look"], "x": round(sides[0], 1), "x2": round(sides[1], 1), "y": top}
    if row["total"]:
        box["y"], bottom = top - LEVEL / 2, bottom + LEVEL / 2
    box |= {"y2": max(bottom, top + 1), "tooltip": row["tooltip"], "oktmo": ""}
    drawing.boxes.append(box)
    drawing.word(row["text"], sum(sides) / 2, top - 9, "center", bold=True)
