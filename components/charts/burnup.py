"""Burn-up: schools covered so far, the target they go to, and when they may arrive there.

The road ahead is a straight line from the last point, as a mean pace is, and a wedge from its
earliest to its latest date: words and ranges come from `queries.methods.pace`.
"""

from dataclasses import dataclass

import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, plot, sheet
from components.charts.plot import Drawing

LEFT, TOP, BOTTOM, GAP = 40, 38, 24, 8
AHEAD = 18
"""Months beyond the last point that are shown at most: what is further has words, not a place."""


@dataclass(frozen=True)
class Road:
    """What is aimed at; places are numbers of months, None where there is no such date.

    `schools`: whole schools at the target. `ticks` and `shares`: (place, words) along the months
    and (schools, words) upright. Between `earliest_x` and `latest_x` the target is reached with
    the confidence that was asked for; without `latest_x` it may never be.
    """

    schools: int
    target_x: float | None
    target_word: str
    ticks: tuple[tuple[float, str], ...]
    shares: tuple[tuple[float, str], ...]
    today_x: float
    today_word: str
    expected_x: float | None = None
    earliest_x: float | None = None
    latest_x: float | None = None
    expected_word: str = ""


@dataclass(frozen=True)
class Frame:
    """From months and schools to px: the field between the axes."""

    first: float
    end: float
    highest: float
    left: float
    right: float
    top: float
    bottom: float
    sheet: float
    """Width of the whole sheet, with the word of the target at its right."""

    def across(self, place: float) -> float:
        """From a month to px."""
        share = (place - self.first) / max(self.end - self.first, 1e-9)
        return round(self.left + share * (self.right - self.left), 1)

    def up(self, schools: float) -> float:
        """From schools to px."""
        return round(self.bottom - schools / self.highest * (self.bottom - self.top), 1)


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
        _ahead(drawing, road, frame, (float(last["x"]), float(last["covered"])))
    covered = float(placed["covered"].max()) if len(placed) else 0.0
    _dates(drawing, road, frame, covered)
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


def _ahead(drawing: Drawing, road: Road, frame: Frame, last: tuple[float, float]) -> None:
    """Draw the wedge between the earliest and the latest road, and the expected one dashed."""
    if last[1] >= road.schools:
        return
    if road.earliest_x is not None:
        bends = {last[0], frame.end, road.earliest_x, road.latest_x or frame.end}
        for x in sorted(bend for bend in bends if last[0] <= bend <= frame.end):
            high = _reached(x, last, road.schools, road.earliest_x)
            low = _reached(x, last, road.schools, road.latest_x)
            place = {"x": frame.across(x), "y": frame.up(high), "y2": frame.up(low)}
            drawing.areas.append(place | {"look": "band", "series": "wedge"})
    if road.expected_x is not None:
        _projection(drawing, road, frame, last, road.expected_x)


def _dates(drawing: Drawing, road: Road, frame: Frame, covered: float) -> None:
    """Draw the target with its word and its day, and the report's date and the expected one."""
    level = frame.up(road.schools)
    drawing.rule("reference", frame.left, level, frame.right, level)
    drawing.word(road.target_word, frame.right + GAP, level, bold=True)
    if road.target_x is not None and frame.first <= road.target_x <= frame.end:
        x = frame.across(road.target_x)
        drawing.rule("event", x, level, x, frame.bottom)
        goal = {"look": "reference", "x": x, "y": level, "sign": "dot", "size": 90.0}
        drawing.points.append(goal | {"tooltip": road.target_word, "oktmo": ""})
    today, top = frame.across(road.today_x), frame.top - 30
    drawing.rule("axis", today, top, today, frame.bottom)
    _word(drawing, road.today_word, frame, (today, top + 4), today)
    arrived = frame.end if road.expected_x is None else min(road.expected_x, frame.end)
    above = frame.up(max(float(road.schools), covered)) - 14
    beyond = road.expected_x is not None and road.expected_x > frame.end
    word = f"{road.expected_word} →" if beyond and road.expected_word else road.expected_word
    _word(drawing, word, frame, (frame.across(arrived), above), today)


def _projection(
    drawing: Drawing, road: Road, frame: Frame, last: tuple[float, float], expected: float
) -> None:
    end = min(expected, frame.end)
    for x in (last[0], end):
        y = frame.up(_reached(x, last, road.schools, expected))
        place = {"x": frame.across(x), "y": y, "look": "projected"}
        drawing.lines.append(place | {"series": "projected"})
    if expected <= frame.end:
        ring = {"sign": "ring", "size": 80.0, "tooltip": road.expected_word, "oktmo": ""}
        drawing.points.append(place | ring)


def _reached(x: float, last: tuple[float, float], schools: int, when: float | None) -> float:
    """Schools at a month on the straight road to the target; flat if it is never reached."""
    start, covered = last
    if when is None:
        return covered
    share = (x - start) / max(when - start, 1e-9)
    return covered + (schools - covered) * min(share, 1.0)


def _word(drawing: Drawing, text: str, frame: Frame, at: tuple[float, float], today: float) -> None:
    """Write a word over its place, moved inside the sheet and off the rule of the report's date."""
    wide, (x, y) = fitting.width_of(text, plot.SMALL), at
    highest = frame.sheet - wide - GAP
    places = (x - wide / 2, today + GAP, today - wide - GAP, highest)
    inside = [left for left in places if frame.left <= left <= highest]
    clear = [left for left in inside if not left - 5 < today < left + wide + 5]
    nearest = min(clear, key=lambda left: abs(left + wide / 2 - x), default=frame.left)
    if text:
        drawing.word(text, nearest, y)
