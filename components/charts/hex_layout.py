"""Lay hexagons out where nobody has: as the municipalities lie, else in the order of their rows.

Columns count eastwards and rows northwards, odd rows stand half a cell to the east, as in `hexes`.
"""

import math

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

HEX = ["hex_column", "hex_row"]
PLACE = ["label_longitude", "label_latitude"]
ROW = math.sqrt(3) / 2
"""Height of a row of hexagons, in widths of one."""

Cells = NDArray[np.float64]
"""One row per cell: its column and its row."""


def is_laid_out(places: pd.DataFrame) -> bool:
    """Tell whether every municipality has a cell, or at least a place on the earth."""
    return not places[HEX].isna().any(axis=None) or not places[PLACE].isna().any(axis=None)


def laid_out(places: pd.DataFrame, shape: float) -> pd.DataFrame:
    """Give the rows with `hex_column` and `hex_row`; `shape`: the sheet's width by its height.

    As given, if every row has a cell; near their true places, if every row has degrees; else as
    words are read, in the order of the rows.
    """
    if not places[HEX].isna().any(axis=None):
        return places
    cells = _grid(len(places), shape)
    if not places[PLACE].isna().any(axis=None):
        cells = cells[_nearest(places[PLACE].to_numpy(float), cells)]
    return places.assign(hex_column=cells[:, 0], hex_row=cells[:, 1])


def _grid(count: int, shape: float) -> Cells:
    """List as many cells as there are rows, from the north-west, in a field of a sheet's shape."""
    across = max(math.ceil(math.sqrt(count * shape * ROW)), 1)
    number = np.arange(count)
    return np.column_stack([number % across, -(number // across)]).astype(float)


def _nearest(degrees: Cells, cells: Cells) -> NDArray[np.intp]:
    """Give each municipality the cell that leaves all of them nearest to their places in sum."""
    east = degrees[:, 0] * np.cos(np.radians(degrees[:, 1].mean()))
    there = _in_unit_square(np.column_stack([east, degrees[:, 1]]))
    x = cells[:, 0] + cells[:, 1] % 2 / 2
    here = _in_unit_square(np.column_stack([x, cells[:, 1] * ROW]))
    apart = ((there[:, None, :] - here[None, :, :]) ** 2).sum(axis=2)
    return linear_sum_assignment(apart)[1]


def _in_unit_square(points: Cells) -> Cells:
    low, high = points.min(axis=0), points.max(axis=0)
    return (points - low) / np.where(high > low, high - low, 1)
