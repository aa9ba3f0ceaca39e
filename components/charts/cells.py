"""How a cell looks: one table of fills, borders, dashes, patterns and signs for every chart.

A cell is told by words first, then by a sign, then by colour, so no two styles may share
the whole of (fill, stroke, dash, pattern, sign): a test compares them all.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from components.base.records import records
from components.base.theme import Palette, ink_on

Dash = tuple[int, ...]


class Swatch(NamedTuple):
    """Fill and border colours, dash lengths in px (empty = solid) and the ink that reads on it."""

    fill: str
    stroke: str
    dash: Dash
    ink: str


NOTHING = ("no_schools", "not_reported", "no_data", "suppressed", "break")
STYLES = ("better", "worse", "same", "not_compared", "ramp", *NOTHING)
_COLOURED = ("better", "worse", "ramp")

# Kinds of "nothing" differ by pattern and sign, for greys alone would look the same.
PATTERNS = {"no_data": "slant", "not_reported": "backslant", "break": "upright"}
SIGNS = {
    "no_schools": "bar",
    "not_reported": "empty_form",
    "no_data": "hatched_box",
    "suppressed": "asterisk",
    "break": "slashes",
}
SYMBOLS = {"▲": "up", "▼": "down", "●": "dot", "○": "ring"}
DASHES: dict[str, Dash] = {
    "not_compared": (4, 3),
    "no_schools": (1, 3),
    "not_reported": (7, 3),
    "break": (2, 2),
}
_SAID = ["name", "text", "symbol", "style", "shade", "muted", "tooltip"]


def look(style: str, shade: float, muted: bool) -> str:
    """Name what is drawn for a cell: its style, with the class of a ramp and "_muted" if small."""
    name = f"ramp{int(shade)}" if style == "ramp" else style
    return f"{name}_muted" if muted and style in _COLOURED else name


def swatch(style: str, shade: float, muted: bool, palette: Palette) -> Swatch:
    """Give the colours of a cell; `shade` (0 to 4) matters to the style "ramp" only."""
    fill = _fill(style, shade, muted, palette)
    stroke = getattr(palette, style) if style in ("better", "worse") else palette.border
    return Swatch(fill, stroke, DASHES.get(style, ()), ink_on(fill))


def swatches(palette: Palette) -> dict[str, Swatch]:
    """Give every look of a theme: name of the look → colours."""
    variants = [
        (style, shade, muted)
        for style in STYLES
        for shade in (range(5) if style == "ramp" else (0,))
        for muted in ((False, True) if style in _COLOURED else (False,))
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


def _fill(style: str, shade: float, muted: bool, palette: Palette) -> str:
    if style == "ramp":
        return (palette.ramp_muted if muted else palette.ramp)[int(shade)]
    if style in ("better", "worse"):
        return getattr(palette, f"{style}_muted" if muted else style)
    return {"no_schools": palette.surface, "suppressed": palette.veil}.get(
        style, palette.background
    )
