"""Make what a heat map shows of a view: figures, legend and finding; nothing here draws."""

from typing import Any

import pandas as pd

from components.base import several_values
from components.base.choices import rules
from components.base.i18n import Words
from components.base.labels import label
from components.base.load import keep, load
from components.base.room import LAPTOP, STACKED, figure
from components.base.theme import palette
from components.charts import hex_layout, hexes, maps, matrix, sheet
from components.charts.legend_row import Item
from components.heatmap import finding as sentences
from components.heatmap import outlines
from components.heatmap.choice import HeatmapView, finding_key
from components.heatmap.legend import items, legend
from components.heatmap.numbers import heat
from queries import lookups

WIDTH, MAP_HEIGHT, TILES_HEIGHT = 724, 440, 540
COLUMN = 52
"""Least width of a column of the matrix, px."""
NAMED = 560
"""Width from which a map has room for names, px."""


def finding(view: HeatmapView) -> str:
    """Say what the chart shows; without a finding, say what it is of and why nothing more."""
    return keep(_finding, finding_key(view))


def _finding(view: HeatmapView) -> str:
    h, words = heat(view), Words(view.language)
    chance = 1 - rules(view.region).confidence
    said = sentences.finding(h.column(_column(view)), view.indicator, chance, words)
    said = said or words("finding.none", name=label("indicator", view.indicator, words))
    if not view.places:
        return said
    return words("finding.several", count=several_values.counted(view, "places", words), said=said)


def matrix_specs(
    view: HeatmapView, theme: str, room: int = LAPTOP, kept: str = ""
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Draw the region's row, and apart from it the municipalities.

    A narrow window has room for a few columns: `kept` and those beside it.
    """
    colours, wide = palette(theme), figure(WIDTH, room)
    h = heat(view)
    head, body = (within(rows, kept, wide) for rows in (h.region(), h.municipalities()))
    return (
        sheet.packed(matrix.head(head, colours, view.municipality, wide)),
        sheet.packed(matrix.body(body, colours, view.municipality, wide)),
    )


def kept(view: HeatmapView, room: int) -> str:
    """Name the column that a narrow matrix keeps; a wide one has all, whatever is chosen."""
    return _column(view) if room < STACKED else ""


def left_out(view: HeatmapView, room: int) -> int:
    """Count the columns of the matrix that a narrow window has no room for."""
    rows = heat(view).region()
    shown = within(rows, kept(view, room), figure(WIDTH, room))
    return int(rows["column"].nunique() - shown["column"].nunique())


def within(rows: pd.DataFrame, kept: str, wide: int) -> pd.DataFrame:
    """Keep as many columns as can be read: those beside `kept`, or the last ones."""
    if not kept:
        return rows
    places = sorted(rows["column_row"].unique())
    most = max(int((wide - matrix.NAME) // COLUMN), 1)
    chosen = rows.loc[rows["column"].eq(kept), "column_row"]
    at = places.index(chosen.iloc[0]) if len(chosen) else len(places) - 1
    first = max(min(at - most // 2, len(places) - most), 0)
    return rows[rows["column_row"].isin(places[first : first + most])]


def whole_matrix(view: HeatmapView, theme: str, most: int = 1000) -> sheet.Spec:
    """Draw the region's row and the first municipalities under it in one figure."""
    cells = heat(view).cells
    return matrix.head(cells[cells["row"].lt(most)], palette(theme), view.municipality, WIDTH)


def map_spec(view: HeatmapView, theme: str, width: int, height: int) -> dict[str, Any]:
    """Draw one column on the map of the region; names are written where there is room."""
    labels = width >= NAMED
    cells, shapes, places = _one_column(view), outlines.features(view), _standing(view)
    colours, chosen = palette(theme), view.municipality
    return sheet.packed(
        maps.municipal(cells, shapes, places, colours, chosen, width, height, labels)
    )


def hex_spec(view: HeatmapView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw one column as tiles, one municipality a tile."""
    wide = figure(WIDTH, room)
    places = hex_layout.laid_out(outlines.places(view), wide / TILES_HEIGHT)
    cells, colours, chosen = _one_column(view), palette(theme), view.municipality
    return sheet.packed(hexes.cells(cells, places, colours, chosen, wide, TILES_HEIGHT))


def _standing(view: HeatmapView) -> pd.DataFrame:
    """Give where the municipalities of the map stand."""
    every = load(lookups.places, view)
    return every[every["oktmo"].isin(view.several_places)] if view.places else every


def _one_column(view: HeatmapView) -> pd.DataFrame:
    cells = heat(view).municipalities()
    return cells[cells["column"].eq(_column(view))]


def legend_of(view: HeatmapView, theme: str) -> str:
    """Write the legend of what a view draws: a matrix, or one column as a map or cells."""
    small = int(rules(view.region).small_group)
    return legend(_shown(view), palette(theme), Words(view.language), small)


def legend_items(view: HeatmapView, theme: str) -> list[Item]:
    """Give the same legend for a figure that leaves its page."""
    small = int(rules(view.region).small_group)
    return items(_shown(view), palette(theme), Words(view.language), small)


def _shown(view: HeatmapView) -> pd.DataFrame:
    return heat(view).municipalities() if view.display == "matrix" else _one_column(view)


def _column(view: HeatmapView) -> str:
    """Name the column that a map shows: the indicator, or the last year it has."""
    return view.indicator if view.axis == "indicators" else str(view.year)


def has_places(view: HeatmapView) -> bool:
    """Tell whether tiles stand roughly as on the map; else they stand in the order of names."""
    return hex_layout.is_laid_out(outlines.places(view))
