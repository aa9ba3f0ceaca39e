"""Lists of schools year by year: who stayed, returned and entered, and who left since before."""

import pandas as pd

from components.base.theme import Palette
from components.charts import plot, sheet
from components.charts.plot import Drawing

TOP, FOOT, SIDE, LEAST = 20, 24, 8, 15.0
"""Room over the tallest column and under the lowest, px; a number stands in a box this high."""
ABOVE = (("stayed", "ramp3", "ink3"), ("returned", "ramp2", "ink2"), ("entered", "ramp1", "ink1"))
WIDEST = 92.0


def draw(rows: pd.DataFrame, chosen: int, palette: Palette, width: int, height: int) -> sheet.Spec:
    """Draw a column per year: on the list above the line, left since the list before below it.

    Rows: year, listed, stayed, returned, entered, left, tooltip.
    """
    drawing = Drawing()
    up, down = rows["listed"].max(), rows["left"].max()
    scale = (height - TOP - FOOT) / max(up + down, 1)
    line = TOP + up * scale
    wide = (width - 2 * SIDE) / max(len(rows), 1)
    for i, row in enumerate(rows.to_dict("records")):
        middle, half = SIDE + (i + 0.5) * wide, min(wide * 0.36, WIDEST / 2)
        sides, told = (round(middle - half, 1), round(middle + half, 1)), row["tooltip"]
        bottom = line
        for part, look, ink in ABOVE:
            top = bottom - row[part] * scale
            _box(drawing, (look, ink), sides, (top, bottom), row[part], told)
            bottom = top
        is_chosen = row["year"] == chosen
        drawing.word(str(row["listed"]), middle, bottom - 10, "center", bold=True)
        _box(
            drawing,
            ("uncovered", "text"),
            sides,
            (line, line + row["left"] * scale),
            row["left"],
            told,
        )
        drawing.word(str(row["year"]), middle, height - 10, "center", bold=is_chosen)
    drawing.rule("axis", SIDE, round(line, 1), width - SIDE, round(line, 1))
    return plot.finished(drawing, palette, width, height)


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
