"""Write the legend of a heat map: only the looks that are on it, each with its word."""

import pandas as pd

from components.base.i18n import Words
from components.base.markup import escaped
from components.base.theme import Palette
from components.charts.cells import Swatch, swatch
from components.heatmap.cell_texts import SYMBOLS

ORDER = (
    "better",
    "worse",
    "same",
    "not_compared",
    "break",
    "no_schools",
    "not_reported",
    "no_data",
    "suppressed",
)


SIGNS = SYMBOLS | {"no_schools": "–", "not_reported": "□", "no_data": "▨", "suppressed": "✱"}
"""What stands for the words where they have no room, on a map or a tile."""


def legend(cells: pd.DataFrame, palette: Palette, words: Words, small_group: int) -> str:
    """Give the legend as HTML: verdicts, the ramp of full counts, and the ways of nothing."""
    present = set(cells["style"])
    items = [
        _item(swatch(name, 0, False, palette), SIGNS.get(name, ""), words(f"legend.{name}"), name)
        for name in ORDER
        if name in present
    ]
    if "ramp" in present:
        items.append(_ramp(palette, words))
    if cells["muted"].any():
        muted = swatch("ramp", 2, True, palette)
        items.append(_item(muted, "", words("legend.muted", n=small_group), "muted"))
    return f'<div class="legend">{"".join(items)}</div>'


def _item(look: Swatch, sign: str, text: str, style: str) -> str:
    colours = f"background-color:{look.fill};border-color:{look.stroke};color:{look.ink}"
    dashed = "border-style:dashed;" if look.dash else ""
    box = f'<i class="swatch {style}" style="{dashed}{colours}">{sign}</i>'
    return f"<span>{box}{escaped(text)}</span>"


def _ramp(palette: Palette, words: Words) -> str:
    looks = [swatch("ramp", shade, False, palette) for shade in range(5)]
    boxes = "".join(
        f'<i class="swatch" style="background:{look.fill};border-color:{look.stroke}"></i>'
        for look in looks
    )
    return f"<span>{boxes}{escaped(words('legend.ramp'))}</span>"
