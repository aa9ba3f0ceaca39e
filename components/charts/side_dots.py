"""Shares side by side on one scale: under each indicator a line for each of what is compared."""

import itertools

import pandas as pd

from components.base.theme import Palette
from components.charts import plot, sheet
from components.charts.plot import Drawing

SCALE, TITLE, LINE, SIDE = 22, 22, 20, 8
"""Heights of the scale above, of an indicator's title, of one line; room at the sides, px."""

NAMES, AMOUNTS = 0.3, 92.0
"""Part of the width that names have at most; room for the amount at the end of a line, px."""


PARTS = 4
"""Of the scale, at most."""


def ticks(rows: pd.DataFrame) -> list[float]:
    """Give the marks of the one scale of all rows."""
    reach = rows[["share", "high"]].max(axis=None)
    # Of zeros alone the scale goes to one per cent: it must end somewhere.
    return plot.ticks(max(min(float(reach), 100.0), 1.0) if reach == reach else 100.0, PARTS)


def draw(rows: pd.DataFrame, ticks: dict[float, str], palette: Palette, width: int) -> sheet.Spec:
    """Draw a dot for each row with its interval; the height is what they need.

    Rows, those of one indicator together: title, name, share in per cent (NaN: none), low, high
    (NaN: no interval), look and sign of the dot, text, tooltip. `ticks`: the words of the scale,
    from 0 to its top.
    """
    drawing = Drawing()
    longest = max(plot.name_width(name) for name in rows["name"])
    names = min(longest, NAMES * width) + SIDE
    left, right = SIDE + names, width - SIDE - AMOUNTS
    scale = (right - left) / max(ticks)
    y = float(SCALE)
    for title, part in itertools.groupby(rows.to_dict("records"), key=lambda row: row["title"]):
        drawing.word(plot.name_within(title, width - 2 * SIDE), SIDE, y + TITLE / 2, bold=True)
        y += TITLE
        for row in part:
            name = plot.name_within(row["name"], names - SIDE)
            drawing.word(name, SIDE, y + LINE / 2, look="quiet")
            _dot(drawing, row, (left, scale), y + LINE / 2)
            drawing.word(row["text"], width - SIDE, y + LINE / 2, "right")
            y += LINE
    for tick, said in ticks.items():
        x = round(left + tick * scale, 1)
        drawing.rule("grid", x, SCALE, x, y)
        drawing.word(said, x, SCALE / 2, "center", "quiet")
    return plot.finished(drawing, palette, width, int(y + SIDE))


def _dot(drawing: Drawing, row: dict, across: tuple[float, float], y: float) -> None:
    """Draw the interval and the dot; what is not shown has its words alone."""
    left, scale = across
    if row["share"] != row["share"]:
        return
    if row["low"] == row["low"]:
        ends = (round(left + row[name] * scale, 1) for name in ("low", "high"))
        first, last = ends
        drawing.rule("interval", first, y, last, y)
    place = {"x": round(left + row["share"] * scale, 1), "y": y, "size": 80.0, "oktmo": ""}
    look = {"look": row["look"], "sign": row["sign"], "tooltip": row["tooltip"]}
    drawing.points.append(place | look)
