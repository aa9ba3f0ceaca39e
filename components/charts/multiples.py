"""Small multiples: one little chart per municipality, all on one scale, breaks not bridged."""

import itertools

import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, plot, sheet
from components.charts.lines import unbroken_runs
from components.charts.plot import Drawing, Place, Rows

TALL, TOP, BOTTOM, SIDE = 88, 32, 18, 10
Box = tuple[float, float, float, float]
"""Left, top, width and height of one little chart."""


def draw(
    rows: pd.DataFrame,
    region: pd.DataFrame,
    breaks: list[float],
    highest: float,
    palette: Palette,
    chosen: str,
    width: int,
    columns: int,
    tall: int = TALL,
) -> sheet.Spec:
    """Draw municipalities in the order of their rows, the region's line in grey behind each.

    Rows: oktmo, name, x, share in per cent (NaN: hidden), sign, note, tooltip; `note` stands under
    the name. `highest` is the top of the one scale.
    """
    drawing = Drawing()
    wide = width / columns
    years = sorted(set(region["x"]) | set(breaks))
    ground = region.sort_values("x").to_dict("records")
    order = ["place", "x"]
    placed = rows.assign(place=pd.factorize(rows["oktmo"])[0]).sort_values(order)
    records = placed.to_dict("records")
    for i, found in itertools.groupby(records, key=lambda row: row["place"]):
        part = list(found)
        left, top = i % columns * wide, i // columns * tall
        across, up = _scales((left, top, wide, tall), years, highest)
        _ground(drawing, ground, breaks, (left, top, wide), years, (across, up))
        _head(drawing, part[0], (left, top, wide, tall), part[0]["oktmo"] == chosen)
        known = [row for row in part if row["share"] == row["share"]]
        _line(drawing, known, "main", part[0]["oktmo"], across, up)
    height = max(1, -(-rows["oktmo"].nunique() // columns)) * tall
    return plot.finished(drawing, palette, width, height)


def _scales(box: Box, years: list[float], highest: float) -> tuple[Place, Place]:
    left, top, wide, tall = box
    span = (wide - 2 * SIDE) / max(years[-1] - years[0], 1)
    foot, scale = top + tall - BOTTOM, (tall - TOP - BOTTOM) / highest
    return (
        lambda place: round(left + SIDE + (place - years[0]) * span, 1),
        lambda share: round(foot - min(share, highest) * scale, 1),
    )


def _ground(
    drawing: Drawing,
    region: Rows,
    breaks: list[float],
    box: tuple[float, float, float],
    years: list[float],
    scales: tuple[Place, Place],
) -> None:
    """Draw the axis with its first and last year, the breaks and the region's own line."""
    (left, top, wide), (across, up) = box, scales
    drawing.rule("grid", left + SIDE, up(0), left + wide - SIDE, up(0))
    for place in breaks:
        drawing.hatch(across(place - 0.3), across(place + 0.3), top + TOP, up(0))
    _line(drawing, region, "other", f"region{left}/{top}", across, up)
    drawing.word(f"{years[0]:.0f}", across(years[0]), up(0) + 7, "left", "quiet")
    drawing.word(f"{years[-1]:.0f}", across(years[-1]), up(0) + 7, "right", "quiet")


def _head(drawing: Drawing, row: dict, box: Box, chosen: bool) -> None:
    left, top, wide, tall = box
    name = fitting.cut(row["name"], wide - 26, 12)
    drawing.word(name, left + 18, top + 9, "left", "text", 12, bold=chosen)
    sign = {"x": left + 9, "y": top + 9, "sign": row["sign"], "look": row["look"], "size": 60.0}
    drawing.points.append(sign | {"tooltip": row["tooltip"], "oktmo": row["oktmo"]})
    if row["note"]:
        drawing.word(row["note"], left + 18, top + 23, "left", "quiet")
    place = {"x": left + 1, "x2": left + wide - 3, "y": top + 1, "y2": top + tall - 2}
    told = {"tooltip": row["tooltip"], "oktmo": row["oktmo"]}
    drawing.boxes.append({"look": "none"} | place | told)
    if chosen:
        for y in (place["y"], place["y2"]):
            drawing.rule("chosen", place["x"], y, place["x2"], y)
        for x in (place["x"], place["x2"]):
            drawing.rule("chosen", x, place["y"], x, place["y2"])


def _line(drawing: Drawing, part: Rows, look: str, series: str, across: Place, up: Place) -> None:
    runs = unbroken_runs([row["x"] for row in part]) if part else []
    for row, run in zip(part, runs, strict=True):
        point = {"look": look, "x": across(row["x"]), "y": up(row["share"])}
        drawing.lines.append(point | {"series": f"{series}/{run}"})
        if look == "main":
            dot = {"sign": "dot", "size": 14.0, "tooltip": row["tooltip"], "oktmo": row["oktmo"]}
            drawing.points.append(point | dot)
