"""Lists of schools year by year: who stayed, returned and entered, and who left since before.

Below those who left stand, hatched, schools of the list before of which nobody said anything.
"""

import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, plot, sheet
from components.charts.plot import Drawing

TOP, FOOT, SIDE, LEAST = 20, 24, 8, 15.0
"""Room over the tallest column and under the lowest, px; a number stands in a box this high."""
ABOVE = (("stayed", "ramp3", "ink3"), ("returned", "ramp2", "ink2"), ("entered", "ramp1", "ink1"))
BELOW = ("left", "not_told")
"""Under the line, the one nearer to it first."""

WIDEST = 92.0

LABEL = 12.0
"""Between the last column and the words beside it, px."""


def draw(
    rows: pd.DataFrame,
    chosen: int,
    words: dict[str, str],
    palette: Palette,
    width: int,
    height: int,
) -> sheet.Spec:
    """Draw a column per year: on the list above the line, left since the list before below it.

    Rows: year, brought, listed, stayed, returned, entered, left, not_told, tooltip; `words` name
    the parts beside the last column, `not_told` only where there are such schools in any year.
    """
    drawing = Drawing()
    if not rows["not_told"].any():
        words = {part: word for part, word in words.items() if part != "not_told"}
    named = max(fitting.width_of(word, plot.SMALL) for word in words.values()) + LABEL
    up, down = rows["listed"].max(), rows[list(BELOW)].sum(axis=1).max()
    scale = (height - TOP - FOOT) / max(up + down, 1)
    line = TOP + up * scale
    wide = (width - 2 * SIDE - named) / max(len(rows), 1)
    half = min(wide * 0.36, WIDEST / 2)
    for i, row in enumerate(rows.to_dict("records")):
        middle = SIDE + (i + 0.5) * wide
        _column(drawing, row, (middle, half), (line, scale))
        drawing.word(str(row["year"]), middle, height - 10, "center", bold=row["year"] == chosen)
    beside = SIDE + (len(rows) - 0.5) * wide + half + LABEL
    _named(drawing, rows.iloc[-1], words, beside, (line, scale))
    drawing.rule("axis", SIDE, round(line, 1), width - SIDE - named, round(line, 1))
    return plot.finished(drawing, palette, width, height)


def _column(
    drawing: Drawing, row: dict, place: tuple[float, float], axis: tuple[float, float]
) -> None:
    """Draw a year: its parts above the line, their sum over them, and who is gone below it."""
    (middle, half), (bottom, scale) = place, axis
    sides = (round(middle - half, 1), round(middle + half, 1))
    lower = bottom
    for part in BELOW:
        ends = (lower, lower + row[part] * scale)
        if part == "not_told" and row[part]:
            drawing.hatch(*sides, *(round(end, 1) for end in ends))
        _box(drawing, ("uncovered", "text"), sides, ends, row[part], row["tooltip"])
        lower = ends[1]
    for part, look, ink in ABOVE:
        top = bottom - row[part] * scale
        _box(drawing, (look, ink), sides, (top, bottom), row[part], row["tooltip"])
        bottom = top
    amount = str(row["listed"]) if row["brought"] else "—"
    drawing.word(amount, middle, bottom - 10, "center", bold=True)


def _named(
    drawing: Drawing, row: pd.Series, words: dict[str, str], x: float, axis: tuple[float, float]
) -> None:
    """Name the parts of the last column beside it, each at its middle and none over another."""
    bottom, scale = axis
    lowest, upper, highest = bottom, bottom, bottom
    for part in BELOW:
        if part in words:
            lower = upper + row[part] * scale
            middle = max((upper + lower) / 2, highest + LEAST / 2)
            drawing.word(words[part], x, middle, look="quiet")
            upper, highest = lower, middle + LEAST / 2
    for part, _, _ in ABOVE:
        top = bottom - row[part] * scale
        middle = min((top + bottom) / 2, lowest - LEAST / 2)
        drawing.word(words[part], x, middle, look="quiet")
        bottom, lowest = top, middle - LEAST / 2


def _box(
    drawing: Drawing,
    look: tuple[str, str],
    sides: tuple[float, float],
    ends: tuple[float, float],
    count: int,
    told: str,
) -> None:
    """Draw a part with its number, if there is room for it."""
    if not count:
        return
    place = {"x": sides[0], "x2": sides[1], "y": round(ends[0], 1), "y2": round(ends[1], 1)}
    drawing.boxes.append({"look": look[0], "tooltip": told, "oktmo": ""} | place)
    if ends[1] - ends[0] >= LEAST:
        drawing.word(str(count), sum(sides) / 2, sum(ends) / 2, "center", look[1])
