"""Municipalities by how many of their schools are covered: a row each, a cell for each school."""

import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, plot, sheet
from components.charts.plot import Drawing

SIDE, GAP, EDGE = 0.45, 8, 4
"""The part of the width that names may take, at most; gaps and edges, px."""
ROW, BAR, WIDEST = 28.0, 15.0, 16.0
"""Tallest row and bar and widest cell, px: few schools must not fill the whole sheet."""
APART = 6.0
"""Least width of a school, px, at which schools are drawn as cells of their own."""
STRIPE = 5.0
PARTS = ("covered", "not_entitled", "uncovered")


def draw(
    rows: pd.DataFrame, palette: Palette, width: int, height: int, chosen: str = ""
) -> sheet.Spec:
    """Draw one row per municipality, in the order given, all on one scale of schools.

    Rows: oktmo, name, covered (by a mentor who may be counted), not_entitled (only by others),
    uncovered, all whole schools; text (stands at the right), tooltip. Where there is no room for
    a cell per school, a part is one box of the same length.
    """
    drawing = Drawing()
    left, right = _edges(rows, width)
    most = max(rows[list(PARTS)].sum(axis=1).max(), 1) if len(rows) else 1
    school = min((right - left) / most, WIDEST)
    step = min(height / max(len(rows), 1), ROW)
    for i, row in enumerate(rows.to_dict("records")):
        middle, chosen_one = (i + 0.5) * step, row["oktmo"] == chosen
        _ground(drawing, row, (i * step, (i + 1) * step), width)
        drawing.word(
            plot.name_within(row["name"], left - EDGE - GAP), EDGE, middle, bold=chosen_one
        )
        drawing.word(row["text"], width - EDGE, middle, "right", bold=chosen_one)
        _schools(drawing, row, (left, middle), min(BAR, step - 4), school)
    return plot.finished(drawing, palette, width, height)


def _edges(rows: pd.DataFrame, width: int) -> tuple[float, float]:
    """Give where names end and where the words at the right begin, px."""
    named = max(map(plot.name_width, rows["name"]), default=0.0) + 2 * GAP
    told = max((fitting.width_of(text, plot.SMALL) for text in rows["text"]), default=0.0)
    return round(min(named, width * SIDE), 1), width - EDGE - GAP - told


def _ground(drawing: Drawing, row: dict, sides: tuple[float, float], width: int) -> None:
    """Lay an unseen box under the whole row, so that all of it is told and can be clicked."""
    place = {"x": 0.0, "x2": float(width), "y": round(sides[0], 1), "y2": round(sides[1], 1)}
    told = {"tooltip": row["tooltip"], "oktmo": row["oktmo"]}
    drawing.boxes.append({"look": "none"} | place | told)


def _schools(
    drawing: Drawing, row: dict, start: tuple[float, float], tall: float, school: float
) -> None:
    """Draw the parts one after another: as cells with a gap between, or as whole boxes."""
    left, middle = start
    top, bottom = round(middle - tall / 2, 1), round(middle + tall / 2, 1)
    told = {"tooltip": row["tooltip"], "oktmo": row["oktmo"]}
    apart, before = school >= APART, 0
    for part in PARTS:
        schools = int(row[part])
        for first in range(before, before + schools) if apart else [before][:schools]:
            end = first + (1 if apart else schools)
            x = round(left + first * school, 1)
            x2 = max(round(left + end * school - (2 if apart else 1), 1), x + 1)
            box = {"look": part, "x": x, "x2": x2, "y": top, "y2": bottom}
            drawing.boxes.append(box | told)
            if part == "not_entitled":
                _striped(drawing, x, x2, top, bottom)
        before += schools


def _striped(drawing: Drawing, left: float, right: float, top: float, bottom: float) -> None:
    """Stripe a box by lines that rise to the right, each cut at its edges."""
    tall, reach = bottom - top, right - left + bottom - top
    for i in range(1, int(reach / STRIPE) + 1):
        start = min(i * STRIPE, reach)
        low, high = max(start - tall, 0.0), min(start, right - left)
        ends = (left + low, top + start - low, left + high, top + start - high)
        x, y, x2, y2 = (round(end, 1) for end in ends)
        drawing.rule("axis", x, y, x2, y2)
