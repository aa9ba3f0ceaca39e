"""Two columns of words with lines between them: what was said first, and what it became."""

import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, plot, sheet
from components.charts.plot import Drawing

TALL, HEAD, SIDE = 36, 22, 14
LINE = 14
BETWEEN = 0.13
"""Part of the width that the lines have."""


def draw(rows: pd.DataFrame, heads: tuple[str, str], palette: Palette, width: int) -> sheet.Spec:
    """Draw a line per row from its left words to its right ones; the height is what they need.

    Rows: left, left_text, right, right_text (a short name, bold, and what it says), partly (a
    dashed line), tooltip. A name that occurs again in a column stands there once.
    """
    drawing = Drawing()
    column = width * (1 - BETWEEN) / 2
    starts = (SIDE, width - column + SIDE)
    ends = (column, width - column)
    places = {side: _places(rows[side]) for side in ("left", "right")}
    for side, x, head in zip(("left", "right"), starts, heads, strict=True):
        drawing.word(head, x, HEAD / 2, look="quiet", bold=True)
        for row in rows.drop_duplicates(side).to_dict("records"):
            y = places[side][row[side]]
            _words(drawing, row[side], row[f"{side}_text"], x, y, column - 2 * SIDE)
    for row in rows.to_dict("records"):
        first, last = places["left"][row["left"]], places["right"][row["right"]]
        look = "own_not_counted" if row["partly"] else "own"
        drawing.rule(look, ends[0], first, ends[1], last)
        for x, y in ((ends[0], first), (ends[1], last)):
            dot = {"sign": "ring" if row["partly"] else "dot", "look": "own", "size": 50.0}
            drawing.points.append({"x": x, "y": y, "tooltip": row["tooltip"], "oktmo": ""} | dot)
    height = HEAD + TALL * max(len(places["left"]), len(places["right"]), 1)
    return plot.finished(drawing, palette, width, height)


def _places(names: pd.Series) -> dict[str, float]:
    """Place names under each other in the order they come in."""
    return {name: HEAD + TALL * (i + 0.5) for i, name in enumerate(names.drop_duplicates())}


def _words(drawing: Drawing, name: str, text: str, x: float, y: float, room: float) -> None:
    drawing.word(name, x, y - LINE / 2 if text else y, bold=True)
    lead = fitting.width_of(name, plot.SMALL) * 1.15 + 12
    first, rest = _broken(text, room - lead, room)
    drawing.word(first, x + lead, y - LINE / 2)
    if rest:
        drawing.word(rest, x, y + LINE / 2)


def _broken(text: str, first: float, second: float) -> tuple[str, str]:
    """Break a text into two lines of their own widths; what is left over is cut off."""
    words, line = text.split(), ""
    while words and fitting.width_of(f"{line} {words[0]}", plot.SMALL) <= first:
        line = f"{line} {words.pop(0)}".strip()
    return line, fitting.cut(" ".join(words), second, plot.SMALL)
