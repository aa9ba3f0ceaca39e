"""A sheet for charts with axes: everything is computed in px, so one drawing serves them all.

Rows come as a `Drawing`: areas, boxes, rules, lines, points and words, each with a `look` that the
theme colours. Lines of one `series` are joined in the order of `x`; a gap is another series.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from components.base.theme import Palette
from components.charts import fitting, sheet
from components.charts.plot_layers import skeleton

Rows = list[dict[str, Any]]
Place = Callable[[float], float]
"""From an amount to px."""

Align = Literal["left", "center", "right"]
SMALL = 12.0
"""Size of an axis' words, px: the least that any chart writes in."""
BROAD = 1.1
"""How much wider names of schools and municipalities run than the estimate of any words."""


@dataclass(frozen=True)
class Drawing:
    """Rows of one chart, by the layer that draws them; all places are px from the top left."""

    areas: Rows = field(default_factory=list)
    boxes: Rows = field(default_factory=list)
    rules: Rows = field(default_factory=list)
    lines: Rows = field(default_factory=list)
    points: Rows = field(default_factory=list)
    words: Rows = field(default_factory=list)

    def rule(self, look: str, x: float, y: float, x2: float, y2: float) -> None:
        """Draw a straight line."""
        self.rules.append({"look": look, "x": x, "y": y, "x2": x2, "y2": y2})

    def word(
        self,
        text: str,
        x: float,
        y: float,
        align: Align = "left",
        look: str = "text",
        size: float = SMALL,
        bold: bool = False,
        angle: float = 0.0,
    ) -> None:
        """Write one line of words, its middle at `y`; turned by degrees, -90 upwards."""
        place = {"text": text, "x": round(x, 1), "y": round(y, 1), "align": align}
        letters = {"size": size, "weight": 600 if bold else 400, "angle": angle}
        self.words.append(place | {"look": look} | letters)

    def hatch(self, left: float, right: float, top: float, bottom: float) -> None:
        """Hatch a span of the axis upright, as a break is hatched on every chart."""
        for i in range(int((right - left) // 5) + 1):
            x = round(left + 5 * i, 1)
            self.rule("hatch", x, top, x, bottom)


def name_width(name: str) -> float:
    """Estimate how wide a school's or a municipality's name is, in px."""
    return fitting.width_of(name, SMALL * BROAD)


def name_within(name: str, width: float) -> str:
    """Shorten a school's or a municipality's name so that it fits."""
    return fitting.cut(name, width, SMALL * BROAD)


def finished(
    drawing: Drawing, palette: Palette, width: int, height: int, streams: bool = False
) -> sheet.Spec:
    """Turn a drawing into a spec; `streams`: its areas are streams that can be clicked."""
    rows = {name: getattr(drawing, name) for name in COLUMNS}
    filled = {name: found or [NOTHING[name]] for name, found in rows.items()}
    size = {"width": width, "height": height}
    return sheet.with_rows(skeleton(palette, streams) | size, **filled)


def ticks(largest: float, most: int = 5) -> list[float]:
    """Give round numbers from 0 up to the first that is not below `largest`."""
    rough = max(largest, 1e-9) / most
    unit = 10.0 ** math.floor(math.log10(rough))
    step = next(unit * part for part in (1, 2, 2.5, 5, 10) if unit * part >= rough * 0.999)
    return [step * i for i in range(math.ceil(largest / step - 1e-9) + 1)]


COLUMNS = ("areas", "boxes", "rules", "lines", "points", "words")
_PLACE = {"look": "none", "x": 0.0, "y": 0.0}
NOTHING: dict[str, dict[str, Any]] = {
    "areas": _PLACE | {"y2": 0.0, "series": "", "tooltip": "", "oktmo": ""},
    "boxes": _PLACE | {"x2": 0.0, "y2": 0.0, "tooltip": "", "oktmo": ""},
    "rules": _PLACE | {"x2": 0.0, "y2": 0.0},
    "lines": _PLACE | {"series": ""},
    "points": _PLACE | {"sign": "dot", "size": 0.0, "tooltip": "", "oktmo": ""},
    "words": _PLACE | {"text": "", "align": "left", "size": SMALL, "weight": 400, "angle": 0.0},
}
"""An invisible row for each layer that has none: a table without columns has no fields."""
