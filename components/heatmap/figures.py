"""Make what a heat map shows of a view: figures, legend and finding; nothing here draws."""

from typing import Any

import pandas as pd

from components.base.choices import rules
from components.base.i18n import Words
from components.base.labels import label
from components.base.load import keep, load
from components.base.theme import palette
from components.charts import hex_layout, hexes, maps, matrix, sheet
from components.charts.legend_row import Item
from components.heatmap import finding as sentences
from components.heatmap import outlines
from components.heatmap.choice import HeatmapView, finding_key
from components.heatmap.legend import items, legend
from components.heatmap.numbers import heat
from queries import lookups

WIDTH, MAP_HEIGHT = 724, 400


def finding(view: HeatmapView) -> str:
    """Say what the chart shows; without a finding, say what it is of and why nothing more."""
    return keep(_finding, finding_key(view))


def _finding(view: HeatmapView) -> str:
    h, words = heat(view), Words(view.language)
    chance = 1 - rules(view.region).confidence
    said = sentences.finding(h.column(_column(view)), view.indicator, chance, words)
    return said or words("finding.none", name=label("indicator", view.indicator, words))


def matrix_specs(view: HeatmapView, theme: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Draw the region's row, and under it the municipalities that can be scrolled."""
    h, colours = heat(view), palette(theme)
    return (
        sheet.packed(matrix.head(h.region(), colours, view.municipality, WIDTH)),
        sheet.packed(matrix.body(h.municipalities(), colours, view.municipality, WIDTH)),
    )


def whole_matrix(view: HeatmapView, theme: str, most: int = 1000) -> sheet.Spec:
    """Draw the region's row and the first municipalities under it in one figure."""
    cells = heat(view).cells
    return matrix.head(cells[cells["row"].lt(most)], palette(theme), view.municipality, WIDTH)


def map_spec(view: HeatmapView, theme: str, width: int, height: int) -> dict[str, Any]:
    """Draw one column on the map of the region; names are written where there is room."""
    labels = width == WIDTH
    cells, shapes, places = _one_column(view), outlines.features(view), load(lookups.places, view)
    colours, chosen = palette(theme), view.municipality
    return sheet.packed(
        maps.municipal(cells, shapes, places, colours, chosen, width, height, labels)
    )


def hex_spec(view: HeatmapView, theme: str) -> dict[str, Any]:
    """Draw one column as tiles, one municipality a tile."""
    places = hex_layout.laid_out(outlines.places(view), WIDTH / MAP_HEIGHT)
    cells, colours, chosen = _one_column(view), palette(theme), view.municipality
    return sheet.packed(hexes.cells(cells, places, colours, chosen, WIDTH, MAP_HEIGHT))


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
