"""Bars of one length split into a few states, their numbers written beside them."""

import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, plot, sheet
from components.charts.plot import Drawing

TALL, HEAD, BAR = 24, 20, 12
NAME, NUMBER = 0.36, 64
"""Part of the width for the names, and px for each column of numbers."""

LOOKS = ("ramp4", "ramp2", "ramp1", "ramp0", "uncovered")
"""From the state that is furthest on to the one of which nothing is known."""


def draw(
    rows: pd.DataFrame,
    states: tuple[str, ...],
    heads: tuple[str, ...],
    palette: Palette,
    width: int,
    name: float = NAME,
) -> sheet.Spec:
    """Draw a bar per row, split by the whole numbers in the columns `states`, first to last.

    Rows: name, id (what a click chooses), chosen, tooltip, and the states. Heads are the words
    over the numbers; the height is what the rows need.
    """
    drawing = Drawing()
    looks = _looks(len(states))
    left = width * name
    right = width - NUMBER * len(states) - 8
    for place, head in enumerate(heads):
        _head(drawing, head, looks[place], right + 8 + NUMBER * (place + 0.5))
    for i, row in enumerate(rows.to_dict("records")):
        top = HEAD + TALL * i
        amounts = [int(row[state]) for state in states]
        drawing.word(fitting.cut(row["name"], left - 24, 11.5), 4, top + TALL / 2)
        _bar(drawing, row, list(zip(amounts, looks, strict=True)), (left, right, top))
        for place, amount in enumerate(amounts):
            x = right + 8 + NUMBER * (place + 0.5)
            drawing.word(str(amount), x, top + TALL / 2, "center", bold=amount > 0)
    return plot.finished(drawing, palette, width, HEAD + TALL * max(len(rows), 1))


def _looks(states: int) -> tuple[str, ...]:
    """Take as many fills as there are states; the last state is always the hollow one."""
    return (*LOOKS[: states - 1], LOOKS[-1])


def _head(drawing: Drawing, head: str, look: str, x: float) -> None:
    """Put the fill of a state over its numbers, with its word beside it."""
    left = x - NUMBER / 2 + 2
    box = {"look": look, "x": left, "x2": left + 9, "y": HEAD / 2 - 5, "y2": HEAD / 2 + 4}
    drawing.boxes.append(box | {"tooltip": "", "oktmo": ""})
    drawing.word(head, left + 12, HEAD / 2, look="quiet", size=11)


def _bar(
    drawing: Drawing,
    row: dict,
    parts: list[tuple[int, str]],
    box: tuple[float, float, float],
) -> None:
    left, right, top = box
    told = {"tooltip": row["tooltip"], "oktmo": row["id"]}
    whole = max(sum(amount for amount, _ in parts), 1)
    x = left
    for amount, look in parts:
        x2 = x + (right - left) * amount / whole
        if amount:
            place = {"x": round(x, 1), "x2": round(x2, 1)}
            upright = {"y": top + (TALL - BAR) / 2, "y2": top + (TALL + BAR) / 2}
            drawing.boxes.append({"look": look} | place | upright | told)
        x = x2
    whole_row = {"look": "none", "x": 0, "x2": left - 4, "y": top + 2, "y2": top + TALL - 2}
    drawing.boxes.append(whole_row | told)
    if row["chosen"]:
        for y in (top + 1, top + TALL - 1):
            drawing.rule("chosen", 1, y, right + 4, y)
        for x in (1, right + 4):
            drawing.rule("chosen", x, top + 1, x, top + TALL - 1)
