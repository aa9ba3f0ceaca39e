"""Lines over years: one series in colour, the others grey, breaks hatched and never bridged."""

import math
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, plot, sheet
from components.charts.plot import Drawing, Place, Rows

LEFT, RIGHT, TOP, BOTTOM = 44, 116, 16, 20
APART = 13
"""Least distance of two names at the ends of lines, px."""
ROLES = ("other", "reference", "main")
"""From the lowest to the highest: what is drawn last lies above."""


@dataclass(frozen=True)
class Break:
    """A step of the axis without comparable results; hatched whole, or between two shares."""

    place: float
    label: str
    tooltip: str
    low: float = 0.0
    high: float = math.inf


@dataclass(frozen=True)
class Axis:
    """What stands along the years: ticks and events as (place, words), and breaks."""

    ticks: tuple[tuple[float, str], ...]
    breaks: tuple[Break, ...] = ()
    events: tuple[tuple[float, str], ...] = ()
    shares: dict[float, str] = field(default_factory=dict)
    """Words of each tick of the upright axis, by its value; the axis begins at the least."""


def draw(rows: pd.DataFrame, axis: Axis, palette: Palette, width: int, height: int) -> sheet.Spec:
    """Draw one line per series.

    Rows: series, role (main, reference, other), name, x, share in per cent (or a mean score), low
    and high (NaN where no band is wanted), tooltip. A series is split where a whole step of x has
    no row.
    """
    drawing = Drawing()
    places = [place for place, _ in axis.ticks]
    first, last = min(places) - 0.25, max(places) + 0.75
    span = (width - LEFT - RIGHT) / (last - first)
    ground = min(axis.shares)
    tall = (height - TOP - BOTTOM) / (max(axis.shares) - ground)

    def across(place: float) -> float:
        return round(LEFT + (place - first) * span, 1)

    def up(share: float) -> float:
        return round(height - BOTTOM - (share - ground) * tall, 1)

    _frame(drawing, axis, across, up, width, height)
    placed = rows.assign(px=rows["x"].map(across), py=rows["share"].map(up))
    for role in ROLES:
        for series, part in placed[placed["role"].eq(role)].groupby("series", sort=False):
            _series(drawing, part.sort_values("x"), role, str(series), up)
    _names(drawing, placed, width, height)
    return plot.finished(drawing, palette, width, height)


def top(rows: pd.DataFrame) -> list[float]:
    """Give the ticks of the upright axis: from 0 to above the highest share or band."""
    largest = rows[["share", "high"]].max().max()
    return plot.ticks(float(largest) if largest > 0 else 10.0, 4)


def around(rows: pd.DataFrame) -> list[float]:
    """Give round ticks that hold all values between them, and need not begin at 0."""
    low, high = float(rows["share"].min()), float(rows["share"].max())
    step = plot.ticks(max(high - low, 1.0), 4)[1]
    first, last = math.floor(low / step), max(math.ceil(high / step), math.floor(low / step) + 1)
    return [step * i for i in range(first, last + 1)]


def unbroken_runs(places: list[float]) -> list[int]:
    """Number the unbroken runs of whole steps in ascending places."""
    runs, run = [], 0
    for before, place in zip([places[0], *places[:-1]], places, strict=True):
        run += place - before > 1.001
        runs.append(run)
    return runs


def _frame(drawing: Drawing, axis: Axis, across: Place, up: Place, width: int, height: int) -> None:
    """Draw the axes, the breaks as hatched spans and the events as thin flags."""
    for share, words in axis.shares.items():
        drawing.rule("grid", LEFT, up(share), width - RIGHT, up(share))
        drawing.word(words, LEFT - 6, up(share), "right", "quiet")
    for gap in axis.breaks:
        x, x2 = across(gap.place - 0.42), across(gap.place + 0.42)
        y = max(up(min(gap.high, max(axis.shares))), TOP)
        y2 = up(max(gap.low, min(axis.shares)))
        if gap.label:
            drawing.word(gap.label, (x + x2) / 2, y - 7, "center", "quiet")
        drawing.hatch(x, x2, y, y2)
        box = {"look": "none", "x": x, "x2": x2, "y": y, "y2": y2}
        drawing.boxes.append(box | {"tooltip": gap.tooltip, "oktmo": ""})
    for place, words in axis.ticks:
        drawing.word(words, across(place), height - BOTTOM + 11, "center", "quiet")
    for place, words in axis.events:
        x = across(place)
        drawing.rule("event", x, TOP - 4, x, height - BOTTOM)
        flag = {"look": "event", "x": x, "y": TOP - 6, "sign": "down", "size": 70.0}
        drawing.points.append(flag | {"tooltip": words, "oktmo": ""})


def _series(drawing: Drawing, part: pd.DataFrame, role: str, series: str, up: Place) -> None:
    runs = unbroken_runs(part["x"].tolist())
    for row, run in zip(part.to_dict("records"), runs, strict=True):
        place = {"series": f"{series}/{run}", "x": row["px"]}
        drawing.lines.append(place | {"y": row["py"], "look": role})
        if row["high"] > row["low"]:
            band = {"y": up(row["low"]), "y2": up(row["high"]), "look": "band"}
            drawing.areas.append(place | band)
        size = 60.0 if role == "main" else 26.0
        point = {"look": role, "x": row["px"], "y": row["py"], "sign": "dot", "size": size}
        drawing.points.append(point | {"tooltip": row["tooltip"], "oktmo": ""})


def _names(drawing: Drawing, placed: pd.DataFrame, width: int, height: int) -> None:
    """Name each line: all at the right side if they end together, else each where it ends."""
    ends = placed.sort_values("x").groupby("series", sort=False).tail(1).sort_values("py")
    at_side = spread(ends["py"].tolist(), TOP, height - BOTTOM - 4)
    together = ends["px"].nunique() == 1
    for row, y in zip(ends.to_dict("records"), at_side, strict=True):
        main = row["role"] == "main"
        look = {"main": "main", "reference": "text"}.get(row["role"], "quiet")
        x = width - RIGHT if together else row["px"]
        if not together:
            wide = fitting.width_of(row["name"], plot.SMALL)
            y = free(row["py"], (x + 8, x + 8 + wide), drawing.lines)
        drawing.word(row["name"], x + 8, y, "left", look, bold=main)


def free(y: float, span: tuple[float, float], drawn: Rows) -> float:
    """Move a word that spans some px up or down from y until no line of `drawn` runs through it."""
    runs: dict[str, list[tuple[float, float]]] = {}
    for row in drawn:
        runs.setdefault(row["series"], []).append((row["x"], row["y"]))
    taken = [
        float(np.interp(x, *np.array(run).T))
        for run in runs.values()
        for x in np.linspace(*span, 5)
        if run[0][0] - 4 <= x <= run[-1][0] + 4
    ]
    moves = (0, -10, 10, -16, 16, -24, 24)
    clear = [y + by for by in moves if all(abs(y + by - line) > 9 for line in taken)]
    return clear[0] if clear else y


def spread(heights: list[float], low: float, high: float) -> list[float]:
    """Move ascending heights as little as a simple pass can, so that words do not overlap."""
    placed: list[float] = []
    for height in heights:
        placed.append(max(height, placed[-1] + APART) if placed else max(height, low))
    limit = high
    for i in reversed(range(len(placed))):
        placed[i] = min(placed[i], limit)
        limit = placed[i] - APART
    return placed
