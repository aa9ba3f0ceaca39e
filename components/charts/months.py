"""Amounts by name and month: a row each, a cell for each month, its number in it."""

import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, plot, sheet
from components.charts.crossing import shade
from components.charts.plot import Drawing

NAME, TOTAL, HEAD, ROW, EDGE = 250, 54, 22, 25.0, 4


def draw(
    rows: pd.DataFrame,
    cells: pd.DataFrame,
    heads: tuple[str, ...],
    total_word: str,
    palette: Palette,
    width: int,
) -> sheet.Spec:
    """Draw a row per name, in the order given; the height is what they need.

    rows: id, name, total. cells: id, month (1 to 12), amount (whole, at least 1), tooltip.
    Classes of the ramp double, so that they are alike in every view.
    """
    drawing = Drawing()
    month = (width - NAME - TOTAL) / 12
    place = {name: i for i, name in enumerate(rows["id"])}
    for i, head in enumerate(heads):
        drawing.word(head, NAME + (i + 0.5) * month, HEAD / 2, "center", "quiet")
    drawing.word(total_word, width - EDGE, HEAD / 2, "right", "quiet")
    for i, row in enumerate(rows.to_dict("records")):
        middle = HEAD + (i + 0.5) * ROW
        drawing.word(fitting.cut(row["name"], NAME - 2 * EDGE, 12), EDGE, middle, size=12)
        drawing.word(row["total"], width - EDGE, middle, "right", bold=True)
        drawing.rule("grid", EDGE, middle + ROW / 2, width - EDGE, middle + ROW / 2)
    for cell in cells.to_dict("records"):
        top = HEAD + place[cell["id"]] * ROW
        _cell(drawing, cell, NAME + (cell["month"] - 1) * month, top, month)
    return plot.finished(drawing, palette, width, round(HEAD + ROW * max(len(rows), 1)))


def _cell(drawing: Drawing, cell: dict, left: float, top: float, month: float) -> None:
    step = shade(cell["amount"])
    across = {"x": round(left + 1.5, 1), "x2": round(left + month - 1.5, 1)}
    box = {"look": f"ramp{step}", "y": top + 2, "y2": top + ROW - 2} | across
    drawing.boxes.append(box | {"tooltip": cell["tooltip"], "oktmo": cell["id"]})
    text = str(cell["amount"])
    drawing.word(text, left + month / 2, top + ROW / 2 + 0.5, "center", f"ink{step}")
