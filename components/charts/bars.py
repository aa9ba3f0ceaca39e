"""A few amounts under each other, each from a common zero, with an interval where there is one."""

import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, plot, sheet
from components.charts.plot import Drawing, Place

BAR = 14


def draw(rows: pd.DataFrame, palette: Palette, width: int, height: int) -> sheet.Spec:
    """Draw one bar per row: label, value, low, high (NaN: no interval), look, text, tooltip.

    `verdict` says in words what the interval means, with its `sign` before it; both may be empty.
    The words stand above their bar, so no value needs an axis.
    """
    drawing = Drawing()
    reach = rows[["value", "low", "high"]].to_numpy(float)
    known = reach[reach == reach]
    low, high = min(0.0, known.min()), max(0.0, known.max())
    scale = (width - 24) / max(high - low, 0.1)
    step = height / max(len(rows), 1)

    def across(value: float) -> float:
        return round(12 + (value - low) * scale, 1)

    for i, row in enumerate(rows.to_dict("records")):
        middle = round((i + 0.5) * step + 11, 1)
        _bar(drawing, row, across, middle)
        _said(drawing, row, middle - BAR - 7, width)
    return plot.finished(drawing, palette, width, height)


def _bar(drawing: Drawing, row: dict, across: Place, middle: float) -> None:
    ends = sorted((across(0), across(row["value"])))
    box = {"look": row["look"], "x": ends[0], "x2": max(ends[1], ends[0] + 1)}
    place = {"y": middle - BAR / 2, "y2": middle + BAR / 2}
    drawing.rule("axis", across(0), middle - BAR, across(0), middle + BAR)
    drawing.boxes.append(box | place | {"tooltip": row["tooltip"], "oktmo": ""})
    if row["low"] == row["low"]:
        left, right = across(row["low"]), across(row["high"])
        drawing.rule("interval", left, middle, right, middle)
        for x in (left, right):
            drawing.rule("interval", x, middle - 5, x, middle + 5)


def _said(drawing: Drawing, row: dict, y: float, width: int) -> None:
    """Write what the bar is at the left, its amount at the right, and its verdict before that."""
    drawing.word(row["label"], 4, y)
    drawing.word(row["text"], width - 4, y, "right", bold=True)
    if row["verdict"]:
        end = width - 12 - fitting.width_of(row["text"], plot.SMALL * plot.BROAD)
        drawing.word(row["verdict"], end, y, "right")
        x = round(end - 13 - fitting.width_of(row["verdict"], plot.SMALL), 1)
        mark = {"look": row["look"], "x": x, "y": y, "sign": row["sign"], "size": 70.0}
        drawing.points.append(mark | {"tooltip": row["tooltip"], "oktmo": ""})
