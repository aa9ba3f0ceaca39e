"""Write the legend of a heat map: only the looks that are on it, each with its word."""

import pandas as pd
from markupsafe import Markup

from components.base.i18n import Words
from components.base.markup import written
from components.base.theme import Palette
from components.charts import legend_row
from components.charts.cells import LOOKS, RAMPS, Swatch, sign, swatch

ORDER = tuple(style for style in LOOKS if style not in RAMPS)

Drawn = legend_row.Item
Item = tuple[list[tuple[str, str, str]], str]
"""Boxes, each its classes, its style and the sign in it, and the words beside them."""


def legend(cells: pd.DataFrame, palette: Palette, words: Words, small_group: int) -> Markup:
    """Give the legend as HTML: verdicts, the ramp of full counts, and the ways of nothing."""
    present = set(cells["style"])
    items = [
        _item(swatch(name, 0, False, palette), LOOKS[name].mark, words(f"legend.{name}"), name)
        for name in ORDER
        if name in present
    ]
    if ramps := [name for name in RAMPS if name in present]:
        items.append(_ramps(ramps, palette, words))
    if cells["muted"].any():
        muted = swatch("ramp", 2, True, palette)
        items.append(_item(muted, "", words("legend.muted", n=small_group), "muted"))
    return written("heatmap/legend.html", items=items)


def items(cells: pd.DataFrame, palette: Palette, words: Words, small_group: int) -> list[Drawn]:
    """Give the same legend to be drawn under a figure that leaves its page."""
    present = set(cells["style"])
    found = [_drawn(name, palette, words) for name in ORDER if name in present]
    if ramps := [name for name in RAMPS if name in present]:
        looks = [swatch(name, shade, False, palette) for name in ramps for shade in range(5)]
        boxes = tuple((look.fill, look.stroke) for look in looks)
        found.append(Drawn(boxes, words("legend.ramp")))
    if cells["muted"].any():
        muted = swatch("ramp", 2, True, palette)
        boxes = ((muted.fill, muted.stroke),)
        found.append(Drawn(boxes, words("legend.muted", n=small_group)))
    return found


def _drawn(name: str, palette: Palette, words: Words) -> Drawn:
    """Give one look with its sign; stripes stand for the pattern where it has one."""
    look, striped = swatch(name, 0, False, palette), bool(LOOKS[name].pattern)
    glyph = "" if striped else sign(name, LOOKS[name].mark)
    boxes = ((look.fill, look.stroke),)
    return Drawn(boxes, words(f"legend.{name}"), glyph, look.ink, striped, look.dash)


def _item(look: Swatch, sign: str, text: str, style: str) -> Item:
    colours = f"background-color:{look.fill};border-color:{look.stroke};color:{look.ink}"
    dashed = "border-style:dashed;" if look.dash else ""
    return [(f"swatch {style}", dashed + colours, sign)], text


def _ramps(names: list[str], palette: Palette, words: Words) -> Item:
    """Show the classes of every ramp before the one word that tells their direction."""
    looks = [swatch(name, shade, False, palette) for name in names for shade in range(5)]
    styles = [f"background:{look.fill};border-color:{look.stroke}" for look in looks]
    return [("swatch", style, "") for style in styles], words("legend.ramp")
