"""How a cell looks: one table of fills, borders, dashes, patterns and signs for every chart.

A cell is told by words first, then by a sign, then by colour, so no two styles may share
the whole of (fill, stroke, dash, pattern, sign): a test compares them all.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from components.base.records import records
from components.base.theme import LIGHT, Palette, ink_on

Dash = tuple[int, ...]


class Swatch(NamedTuple):
    """Fill and border colours, dash lengths in px (empty = solid) and the ink that reads on it."""

    fill: str
    stroke: str
    dash: Dash
    ink: str


class Look(NamedTuple):
    """How cells of one style look; colours are named as the theme names them."""

    fill: str  # a colour, or a ramp: then a cell's shade tells which of its five
    muted: str = ""  # the fill of a small group, where it has its own
    stroke: str = "border"
    dash: Dash = ()
    pattern: str = ""
    sign: str = ""  # the glyph where the words have no room
    mark: str = ""  # the same in a line of text


# In the order of the legend. Kinds of "nothing" differ by pattern and sign, for greys alone would
# look the same.
LOOKS = {
    "better": Look("better", "better_muted", "better", mark="▲"),
    "worse": Look("worse", "worse_muted", "worse", mark="▼"),
    "same": Look("background", mark="●"),
    "not_compared": Look("background", dash=(4, 3), mark="○"),
    "ramp": Look("ramp", "ramp_muted"),
    "break": Look("background", dash=(2, 2), pattern="upright", sign="slashes"),
    "no_schools": Look("surface", dash=(1, 3), sign="bar", mark="–"),
    "not_reported": Look(
        "background", dash=(7, 3), pattern="backslant", sign="empty_form", mark="□"
    ),
    "no_data": Look("background", pattern="slant", sign="hatched_box", mark="▨"),
    "suppressed": Look("veil", sign="asterisk", mark="✱"),
}
NOTHING = ("no_schools", "not_reported", "no_data", "suppressed", "break")
RAMPS = tuple(
    style for style, found in LOOKS.items() if isinstance(getattr(LIGHT, found.fill), tuple)
)
PATTERNS = {style: found.pattern for style, found in LOOKS.items() if found.pattern}
SIGNS = {style: found.sign for style, found in LOOKS.items() if found.sign}
DASHES = {style: found.dash for style, found in LOOKS.items() if found.dash}
SYMBOLS = {"▲": "up", "▼": "down", "●": "dot", "○": "ring"}
_SAID = ["name", "text", "symbol", "style", "shade", "muted", "tooltip"]


def style_of(row: dict) -> str:
    """Name the style of a compared cell: its verdict, the ramp of a full count, or a nothing."""
    if row["state"] in NOTHING:
        return str(row["state"])
    return "ramp" if row["kind"] == "coverage" else str(row["verdict"])


def look(style: str, shade: float, muted: bool) -> str:
    """Name what is drawn for a cell: its style, with the class of a ramp and "_muted" if small."""
    name = f"{style}{int(shade)}" if style in RAMPS else style
    return f"{name}_muted" if muted and LOOKS[style].muted else name


def swatch(style: str, shade: float, muted: bool, palette: Palette) -> Swatch:
    """Give the colours of a cell; `shade` (0 to 4) matters to ramps only."""
    found = LOOKS[style]
    colour = getattr(palette, found.muted if muted and found.muted else found.fill)
    fill = colour[int(shade)] if style in RAMPS else colour
    return Swatch(fill, getattr(palette, found.stroke), found.dash, ink_on(fill))


def swatches(palette: Palette) -> dict[str, Swatch]:
    """Give every look of a theme: name of the look → colours."""
    variants = [
        (style, shade, muted)
        for style, found in LOOKS.items()
        for shade in (range(5) if style in RAMPS else (0,))
        for muted in ((False, True) if found.muted else (False,))
    ]
    return {look(*variant): swatch(*variant, palette) for variant in variants}


def told(places: pd.DataFrame, cells: pd.DataFrame) -> pd.DataFrame:
    """One row per place, with what its cell says; a place without a cell has no data.

    Places have `oktmo` and `name`, by which they go when no cell names them.
    """
    rows = said(zip(places["oktmo"], places["name"], strict=True), cells)
    return places.assign(**{column: [row[column] for row in rows] for column in _SAID})


def said(places: Iterable[tuple[str, str]], cells: pd.DataFrame) -> list[dict[str, Any]]:
    """Give what the cell of each place (oktmo, name) says, in the order of the places."""
    known = {row["oktmo"]: row for row in records(cells[["oktmo", *_SAID]])}
    empty = {"text": "", "symbol": "", "style": "no_data", "shade": 0, "muted": False}
    return [
        empty | {"name": name, "tooltip": name} | known.get(oktmo, {}) for oktmo, name in places
    ]


def looks(cells: pd.DataFrame) -> list[str]:
    """Name the look of each cell, in the order of the rows."""
    return [look(*row) for row in _rows(cells, "style", "shade", "muted")]


def signs(cells: pd.DataFrame) -> list[str]:
    """Name the sign of each cell where its words have no room: the symbol's, or the nothing's."""
    return [sign(*row) for row in _rows(cells, "style", "symbol")]


def sign(style: str, symbol: str) -> str:
    """Name the sign of one cell, or nothing."""
    return SIGNS.get(style) or SYMBOLS.get(symbol, "")


def _rows(cells: pd.DataFrame, *columns: str) -> Iterable[tuple]:
    return zip(*(cells[column] for column in columns), strict=True)
