"""Lay a legend under a finished chart, for where no page stands beside it to explain its looks."""

from dataclasses import dataclass
from typing import Any

from components.base.theme import Palette
from components.charts import fitting, sheet
from components.charts.glyphs import GLYPHS

BOX, LINE, GAP, SIDE, SIZE, SIGN = 12, 22, 18, 4, 11.5, 42.0
BROAD = 1.1
"""How much wider the letters of pictures run than the estimate."""


@dataclass(frozen=True)
class Item:
    """One look and its words: boxes of (fill, border) side by side, a glyph in them, stripes."""

    boxes: tuple[tuple[str, str], ...]
    text: str
    glyph: str = ""
    ink: str = ""
    striped: bool = False
    dash: tuple[int, ...] = ()


def below(spec: sheet.Spec, items: list[Item], palette: Palette) -> sheet.Spec:
    """Give a layered chart a legend below it, in as many lines as the width needs."""
    boxes: sheet.Rows = []
    rules: sheet.Rows = []
    words: sheet.Rows = []
    signs: sheet.Rows = []
    x, y = float(SIDE), float(spec["height"] + GAP)
    for item in items:
        swatch = BOX * len(item.boxes) + 2 * (len(item.boxes) - 1)
        wide = swatch + 6 + fitting.width_of(item.text, SIZE * BROAD)
        if x > SIDE and x + wide > spec["width"]:
            x, y = float(SIDE), y + LINE
        for place, (fill, stroke) in enumerate(item.boxes):
            left = x + (BOX + 2) * place
            ends = {"x": left, "x2": left + BOX, "y": y - BOX / 2, "y2": y + BOX / 2}
            boxes.append(ends | {"fill": fill, "stroke": stroke, "dash": list(item.dash)})
            if item.striped:
                rules += _stripes(left, y, palette.border)
        if item.glyph:
            ink = item.ink or palette.text
            signs.append({"x": x + BOX / 2, "y": y, "fill": ink, "shape": GLYPHS[item.glyph]})
        words.append({"text": item.text, "x": x + swatch + 6, "y": y, "fill": palette.text})
        x += wide + GAP
    drawn = [_layer("rect", boxes), _layer("rule", rules)]
    drawn += [_layer("point", signs), _layer("text", words)]
    return spec | {"height": y + LINE / 2, "layer": [*spec["layer"], *filter(None, drawn)]}


def _stripes(left: float, middle: float, stroke: str) -> sheet.Rows:
    """Stripe a box by two lines that rise to the right."""
    top, half = middle - BOX / 2, BOX / 2
    ends = ((0, half, half, 0), (0, BOX, BOX, 0), (half, BOX, BOX, half))
    return [
        {"x": left + x, "y": top + y, "x2": left + x2, "y2": top + y2, "stroke": stroke}
        for x, y, x2, y2 in ends
    ]


def _layer(mark: str, rows: sheet.Rows) -> Any:
    """Draw rows that name their own places and colours; nothing where there is no row."""
    if not rows:
        return None
    place = {"type": "quantitative", "scale": None, "axis": None}
    encoding: dict[str, Any] = {side: {"field": side} | place for side in ("x", "y")}
    if "x2" in rows[0]:
        encoding |= {side: {"field": side} for side in ("x2", "y2")}
    own: dict[str, Any] = {"type": mark}
    for channel in ("fill", "stroke"):
        if channel in rows[0]:
            encoding[channel] = {"field": channel, "type": "nominal", "scale": None, "legend": None}
    if mark == "text":
        own |= {"align": "left", "baseline": "middle", "size": SIZE}
        encoding["text"] = {"field": "text", "type": "nominal"}
    if mark == "point":
        own |= {"filled": True, "opacity": 1, "size": SIGN, "shape": {"expr": "datum.shape"}}
    if mark == "rect":
        own |= {"strokeWidth": 1, "strokeDash": {"expr": "datum.dash"}, "cornerRadius": 1}
    return {"data": {"values": rows}, "mark": own, "encoding": encoding}
