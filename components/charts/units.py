"""One small square for each of a few dozen things, in groups: what is counted can be counted."""

import itertools

import pandas as pd

from components.base.theme import Palette
from components.charts import plot, sheet
from components.charts.plot import Drawing

SIDE, GAP, HEAD, BELOW = 15, 4, 19, 8


def draw(rows: pd.DataFrame, palette: Palette, width: int) -> sheet.Spec:
    """Draw squares in the order of their rows; the height is what they need.

    Rows: group (the words over its squares), look, id (what a click chooses, or nothing), chosen,
    tooltip.
    """
    drawing, top = Drawing(), 0.0
    across = max(width // (SIDE + GAP), 1)
    for group, found in itertools.groupby(rows.to_dict("records"), key=lambda row: row["group"]):
        part = list(found)
        drawing.word(group, 2, top + 9, size=12)
        top += HEAD
        for i, row in enumerate(part):
            _square(drawing, row, i % across * (SIDE + GAP) + 2, top + i // across * (SIDE + GAP))
        top += -(-len(part) // across) * (SIDE + GAP) + BELOW
    return plot.finished(drawing, palette, width, max(int(top), SIDE))


def _square(drawing: Drawing, row: dict, left: float, top: float) -> None:
    place = {"x": left, "x2": left + SIDE, "y": top, "y2": top + SIDE}
    told = {"tooltip": row["tooltip"], "oktmo": row["id"]}
    drawing.boxes.append({"look": row["look"]} | place | told)
    if row["chosen"]:
        for y in (top - 1, top + SIDE + 1):
            drawing.rule("chosen", left - 1, y, left + SIDE + 1, y)
        for x in (left - 1, left + SIDE + 1):
            drawing.rule("chosen", x, top - 1, x, top + SIDE + 1)
