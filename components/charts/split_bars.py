"""Bars of one length split into a few states, their numbers written beside them."""

import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, plot, sheet
from components.charts.plot import Drawing

TALL, HEAD, BAR = 24, 20, 12
NAME, NUMBER = 0.36, 64
"""Part of the width for the names, and px for each column of numbers."""

NARROW, LINE = 540, 18
"""Below this width names stand over their bars and heads under each other, a line of px each."""
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
    drawing, narrow = Drawing(), width < NARROW
    looks = _looks(len(states))
    widest = max(fitting.width_of(head, plot.SMALL) for head in heads) + 16
    left, number = (4.0, NUMBER / 2) if narrow else (width * name, max(float(NUMBER), widest))
    right = width - number * len(states) - 8
    middles = [right + 8 + number * (place + 0.5) for place in range(len(states))]
    begin = _heads(drawing, heads, looks, [x - number / 2 for x in middles], narrow)
    over = LINE if narrow else 0
    for i, row in enumerate(rows.to_dict("records")):
        top = begin + (over + TALL) * i
        amounts = [int(row[state]) for state in states]
        room = width - 8 if narrow else left - 24
        middle = top + over / 2 + 2 if narrow else top + TALL / 2
        drawing.word(fitting.cut(row["name"], room, plot.SMALL), 4, middle)
        parts = list(zip(amounts, looks, strict=True))
        _bar(drawing, row, parts, (left, right, top + over), 0.0 if narrow else left - 4)
        for x, amount in zip(middles, amounts, strict=True):
            drawing.word(str(amount), x, top + over + TALL / 2, "center", bold=amount > 0)
    return plot.finished(drawing, palette, width, begin + (over + TALL) * max(len(rows), 1))


def _heads(
    drawing: Drawing,
    heads: tuple[str, ...],
    looks: tuple[str, ...],
    lefts: list[float],
    narrow: bool,
) -> int:
    """Write what the fills are, over their numbers or under each other; give where that ends."""
    for place, (head, look, x) in enumerate(zip(heads, looks, lefts, strict=True)):
        if narrow:
            _head(drawing, head, look, 4, LINE * (place + 0.5))
        else:
            _head(drawing, head, look, x + 2, HEAD / 2)
    return LINE * len(heads) + 4 if narrow else HEAD


def _looks(states: int) -> tuple[str, ...]:
    """Take as many fills as there are states; the last state is always the hollow one."""
    return (*LOOKS[: states - 1], LOOKS[-1])


def _head(drawing: Drawing, head: str, look: str, left: float, middle: float) -> None:
    """Put the fill of a state, with its word beside it."""
    box = {"look": look, "x": left, "x2": left + 9, "y": middle - 5, "y2": middle + 4}
    drawing.boxes.append(box | {"tooltip": "", "oktmo": ""})
    drawing.word(head, left + 12, middle, look="quiet")


def _bar(
    drawing: Drawing,
    row: dict,
    parts: list[tuple[int, str]],
    box: tuple[float, float, float],
    named: float,
) -> None:
    """Draw the parts of a bar; an unseen box under the name, up to `named`, tells it uncut."""
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
    whole_row = {"look": "none", "x": 0, "x2": named, "y": top + 2, "y2": top + TALL - 2}
    drawing.boxes.append(whole_row | told)
    if row["chosen"]:
        for y in (top + 1, top + TALL - 1):
            drawing.rule("chosen", 1, y, right + 4, y)
        for x in (1, right + 4):
            drawing.rule("chosen", x, top + 1, x, top + TALL - 1)
