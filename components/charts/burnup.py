"""Burn-up: schools covered so far, the target they go to, and when they may arrive there.

The road ahead is a straight line from the last point, as a mean pace is, and a wedge from its
earliest to its latest date: words and ranges come from `queries.methods.pace`.
"""

import pandas as pd

from components.base.theme import Palette
from components.charts import burnup_road, fitting, plot, sheet
from components.charts.burnup_road import GAP, Frame, Road
from components.charts.plot import Drawing

LEFT, TOP, BOTTOM = 40, 38, 24
AHEAD = 18
"""Months beyond the last point that are shown at most: what is further has words, not a place."""


def draw(rows: pd.DataFrame, road: Road, palette: Palette, width: int, height: int) -> sheet.Spec:
    """Draw the line of covered schools over months, its target and its expected road.

    Rows, one per month: x (number of the month, 0 is the first one shown), covered (whole schools
    at the end of it), tooltip. What lies beyond the right edge is cut there.
    """
    drawing = Drawing()
    placed = rows.sort_values("x")
    frame = _frame(placed, road, width, height)
    _axes(drawing, road, frame)
    _covered(drawing, placed, frame)
    if len(placed):
        last = placed.iloc[-1]
        burnup_road.ahead(drawing, road, frame, (float(last["x"]), float(last["covered"])))
    covered = float(placed["covered"].max()) if len(placed) else 0.0
    burnup_road.dates(drawing, road, frame, covered)
    return plot.finished(drawing, palette, width, height)


def _frame(rows: pd.DataFrame, road: Road, width: int, height: int) -> Frame:
    first, last = (float(rows["x"].min()), float(rows["x"].max())) if len(rows) else (0.0, 0.0)
    reached = [x for x in (road.target_x, road.expected_x) if x is not None]
    end = max(min(max([last + 1, *reached]), last + AHEAD), road.today_x)
    if road.target_x is not None and road.target_x <= last + 2 * AHEAD:
        end = max(end, road.target_x)
    covered = float(rows["covered"].max()) if len(rows) else 0.0
    top = max(1.0, float(road.schools), covered, *(value for value, _ in road.shares))
    right = width - GAP - fitting.width_of(road.target_word, plot.SMALL) - GAP
    return Frame(first, end, top, LEFT, round(right, 1), TOP, height - BOTTOM, width)


def _axes(drawing: Drawing, road: Road, frame: Frame) -> None:
    """Draw the ticks of schools, the axis and as many words of months as stand apart."""
    for value, words in road.shares:
        drawing.rule("grid", frame.left, frame.up(value), frame.right, frame.up(value))
        drawing.word(words, frame.left - 6, frame.up(value), "right", "quiet")
    drawing.rule("axis", frame.left, frame.bottom, frame.right, frame.bottom)
    months = [(frame.across(x), said) for x, said in road.ticks if frame.first <= x <= frame.end]
    for x, _ in months:
        drawing.rule("axis", x, frame.bottom, x, frame.bottom + 4)
    for x, words in thinned(months):
        drawing.word(words, x, frame.bottom + 14, "center", "quiet")


def thinned(ticks: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Keep every n-th of the words at ascending px so that none touch.

    The longest words are kept first, for they name the year; then as many words as can be.
    """
    longest = max((len(words) for _, words in ticks), default=0)
    ways = [ticks[i::n] for n in range(1, len(ticks) + 1) for i in range(n)]
    apart = [way for way in ways if _stand_apart(way)]
    return max(
        apart, key=lambda way: (sum(len(said) == longest for _, said in way), len(way)), default=[]
    )


def _stand_apart(ticks: list[tuple[float, str]]) -> bool:
    spans = [(x, fitting.width_of(words, plot.SMALL) / 2) for x, words in ticks]
    return all(
        x + half + GAP <= x2 - half2
        for (x, half), (x2, half2) in zip(spans, spans[1:], strict=False)
    )


def _covered(drawing: Drawing, rows: pd.DataFrame, frame: Frame) -> None:
    """Draw the line with a point a month and the ground under it."""
    for row in rows.to_dict("records"):
        place = {"x": frame.across(row["x"]), "y": frame.up(row["covered"]), "look": "main"}
        drawing.lines.append(place | {"series": "covered"})
        ground = {"y2": frame.bottom, "look": "ground", "series": "covered"}
        drawing.areas.append(place | ground)
        point = {"sign": "dot", "size": 34.0, "tooltip": row["tooltip"], "oktmo": ""}
        drawing.points.append(place | point)
    for point in drawing.points[-1:]:
        point["size"] = 80.0
