"""A plan over the months of a year: windows of measures, when they were done, and what is late.

Time runs in months from 0 (1 January) to 12 (the end of December), every month of one width.
"""

import math
from dataclasses import dataclass

import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, plot, sheet
from components.charts.plot import Drawing

NAME, TOTAL, HEAD, EDGE = 244, 76, 36, 4
LEAST, MOST, SHEET = 26.0, 38.0, 322
"""Height of a row, px, and the height that few rows share."""
LETTERS, LINE, LOWER = 12.0, 12.5, 2.0
"""Size of a name's letters, its lines apart, and windows below the middle of their row, px."""
INSET = 7.0
"""A mark on a month's last day stands this far inside it, px: on the border it would be of both."""

LOOKS = {
    "proved": ("dot", "main", 95.0),
    "unproved": ("half", "main", 110.0),
    "late": ("cross", "worse", 95.0),
    "ahead": ("ring", "quiet", 85.0),
    "unmarked": ("empty_form", "quiet", 70.0),
    "undated": ("bar", "quiet", 70.0),
}
"""Sign, look and size of each state of a due date."""


@dataclass(frozen=True)
class Calendar:
    """The axis: names of the months, where the report date is and its words, heads of columns."""

    months: tuple[str, ...]
    day_x: float
    day_word: str
    total_word: str


def draw(
    measures: pd.DataFrame,
    spans: pd.DataFrame,
    marks: pd.DataFrame,
    calendar: Calendar,
    palette: Palette,
    width: int,
    chosen: str = "",
) -> sheet.Spec:
    """Draw a row per measure, in the order given; the height is what they need.

    measures: id (what a click chooses), name, total (words at the right), tooltip. spans: id, kind
    (`plan`, a window; `fact`, days of doing), x, x2, middle (where a fact has its tick). marks:
    id, state, x, count (words over it, may be empty), tooltip.
    """
    drawing = Drawing()
    place = {measure: i for i, measure in enumerate(measures["id"])}
    month = (width - NAME - TOTAL) / 12
    tall = row_height(len(measures))
    height = round(HEAD + tall * max(len(measures), 1) + EDGE)
    for i, row in enumerate(measures.to_dict("records")):
        sides = (HEAD + i * tall, HEAD + (i + 1) * tall)
        _row(drawing, row, sides, width, row["id"] == chosen)
    _months(drawing, calendar, month, height)
    for span in spans.to_dict("records"):
        _span(drawing, span, HEAD + (place[span["id"]] + 0.5) * tall + LOWER, month)
    _day(drawing, calendar, month, height)
    for mark in marks.sort_values(["id", "x"]).to_dict("records"):
        _mark(drawing, mark, HEAD + (place[mark["id"]] + 0.5) * tall + LOWER, month)
    drawing.word(calendar.total_word, width - EDGE, HEAD - 9, "right", "quiet")
    return plot.finished(drawing, palette, width, height)


def row_height(rows: int) -> float:
    """Give the height of a row, px: few rows are taller, many make the sheet longer."""
    return min(max(SHEET / max(rows, 1), LEAST), MOST)


def across(x: float, month: float) -> float:
    """Give the px of a time, the ends of its month drawn inwards."""
    whole = min(max(math.ceil(x) - 1, 0), 11)  # the end of a month is still that month
    return NAME + whole * month + INSET + (x - whole) * (month - 2 * INSET)


def _row(drawing: Drawing, row: dict, sides: tuple[float, float], width: int, chosen: bool) -> None:
    """Write the name and the count, over an unseen box that tells them uncut and is clicked."""
    (top, bottom), middle = sides, sum(sides) / 2
    box = {"look": "band" if chosen else "none", "x": 0.0, "x2": float(width)}
    told = {"tooltip": row["tooltip"], "oktmo": row["id"]}
    drawing.boxes.append(box | {"y": round(top, 1), "y2": round(bottom, 1)} | told)
    lines = fitting.wrapped(row["name"], NAME - 4 * EDGE, LETTERS * 1.05, 2)
    for i, line in enumerate(lines):
        y = middle + (i - (len(lines) - 1) / 2) * LINE
        drawing.word(line, EDGE, y, size=LETTERS, bold=chosen)
    drawing.rule("grid", EDGE, round(bottom, 1), width - EDGE, round(bottom, 1))
    drawing.word(row["total"], width - EDGE, middle, "right", bold=chosen)


def _months(drawing: Drawing, calendar: Calendar, month: float, height: int) -> None:
    for i in range(13):
        x = round(NAME + i * month, 1)
        drawing.rule("grid", x, HEAD - 16, x, height - EDGE)
    for i, word in enumerate(calendar.months):
        drawing.word(word, NAME + (i + 0.5) * month, HEAD - 9, "center", "quiet")
    drawing.rule("axis", NAME, HEAD, round(NAME + 12 * month, 1), HEAD)


def _span(drawing: Drawing, span: dict, middle: float, month: float) -> None:
    """Draw a window as a pale box, and days of doing as a line under it with a tick."""
    if span["kind"] == "plan":
        left, right = (NAME + span[end] * month for end in ("x", "x2"))
        sides = {"x": round(left + 2, 1), "x2": round(right - 2, 1)}
        upright = {"y": round(middle - 3.5, 1), "y2": round(middle + 3.5, 1)}
        drawing.boxes.append({"look": "ground", "tooltip": "", "oktmo": ""} | sides | upright)
        return
    left, right = (across(span[end], month) for end in ("x", "x2"))
    y = round(middle + 7, 1)
    drawing.rule("interval", round(left - 1, 1), y, round(max(right, left + 1), 1), y)
    tick = round(across(span["middle"], month), 1)
    drawing.rule("interval", tick, y - 2.5, tick, y + 2.5)


def _day(drawing: Drawing, calendar: Calendar, month: float, height: int) -> None:
    """Draw the report date, its words on the side that has room."""
    x = round(NAME + calendar.day_x * month, 1)
    drawing.rule("chosen", x, 12, x, height - EDGE)
    half = fitting.width_of(calendar.day_word, plot.SMALL) / 2
    middle = min(max(x, NAME + half), NAME + 12 * month + TOTAL - half - EDGE)
    drawing.word(calendar.day_word, middle, 6, "center", bold=True)


def _mark(drawing: Drawing, mark: dict, middle: float, month: float) -> None:
    sign, look, size = LOOKS[mark["state"]]
    x = round(across(mark["x"], month), 1)
    told = {"tooltip": mark["tooltip"], "oktmo": mark["id"]}
    drawing.points.append(
        {"sign": sign, "look": look, "size": size, "x": x, "y": round(middle, 1)} | told
    )
    if mark["count"]:
        _count(drawing, mark["count"], x, middle - 9.8, month)


def _count(drawing: Drawing, text: str, x: float, y: float, month: float) -> None:
    """Write a count over its mark, off the window and inside the month: no line crosses it."""
    half = fitting.width_of(text, plot.SMALL * plot.BROAD) / 2 + 1
    left = NAME + (x - NAME) // month * month
    drawing.word(text, min(max(x, left + half), left + month - half), y, "center")
