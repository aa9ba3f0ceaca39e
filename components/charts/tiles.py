"""Tiles in groups: one tile a thing, with a sign for each feature that it has or lacks."""

import itertools

import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, plot, sheet
from components.charts.plot import Drawing

WIDE, TALL, GAP, HEAD, BELOW = 54, 34, 4, 18, 4
SIGNS = 11.0
"""Between two signs of a tile, px."""


def draw(rows: pd.DataFrame, palette: Palette, width: int) -> sheet.Spec:
    """Draw tiles in the order of their rows; the height is what they need.

    Rows: group (the words over its tiles), id (what a click chooses), name, features (a tuple of
    booleans: a dot, or a ring where it is lacking), chosen, tooltip. The more features a tile has,
    the stronger its colour.
    """
    drawing, top = Drawing(), 0.0
    for _, found in itertools.groupby(rows.to_dict("records"), key=lambda row: row["group"]):
        part = list(found)
        drawing.word(fitting.cut(part[0]["group"], width - 8, plot.SMALL), 2, top + 9, look="quiet")
        top = _group(drawing, part, top + HEAD, width) + BELOW
    return plot.finished(drawing, palette, width, max(int(top), TALL))


def _group(drawing: Drawing, part: plot.Rows, top: float, width: int) -> float:
    """Lay the tiles of a group out in as many lines as they need; give where they end."""
    across = max(int((width - 2) // (WIDE + GAP)), 1)
    for i, row in enumerate(part):
        _tile(drawing, row, 2 + i % across * (WIDE + GAP), top + i // across * (TALL + GAP))
    return top + -(-len(part) // across) * (TALL + GAP)


def _tile(drawing: Drawing, row: dict, left: float, top: float) -> None:
    shade = min(sum(row["features"]), 4)
    told = {"tooltip": row["tooltip"], "oktmo": row["id"]}
    box = {"x": left, "x2": left + WIDE, "y": top, "y2": top + TALL}
    drawing.boxes.append({"look": f"ramp{shade}"} | box | told)
    middle = left + WIDE / 2
    drawing.word(row["name"], middle, top + 12, "center", f"ink{shade}", 12, bold=True)
    start = middle - SIGNS * (len(row["features"]) - 1) / 2
    for place, has in enumerate(row["features"]):
        sign = {"sign": "dot" if has else "ring", "look": f"ink{shade}", "size": 22.0}
        drawing.points.append({"x": start + place * SIGNS, "y": top + 25} | sign | told)
    if row["chosen"]:
        _outline(drawing, left - 1, top - 1, left + WIDE + 1, top + TALL + 1)


def _outline(drawing: Drawing, left: float, top: float, right: float, bottom: float) -> None:
    for y in (top, bottom):
        drawing.rule("chosen", left, y, right, y)
    for x in (left, right):
        drawing.rule("chosen", x, top, x, bottom)
