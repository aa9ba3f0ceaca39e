"""The matrix of a narrow window: which columns it keeps, and how many it says it has not."""

import pandas as pd
import pytest

from components.base.room import CLASSES, LAPTOP, STACKED, figure
from components.charts import matrix
from components.heatmap.figures import COLUMN, WIDTH, within

NAMES = "abcdefg"
ROWS = pd.DataFrame(
    [(name, place, oktmo) for oktmo in (1, 2) for place, name in enumerate(NAMES)],
    columns=["column", "column_row", "oktmo"],
)


def test_a_wide_window_keeps_every_column_whatever_is_chosen():
    assert within(ROWS, "", figure(WIDTH, LAPTOP)) is ROWS


@pytest.mark.parametrize("room", [room for room in CLASSES if room < STACKED])
@pytest.mark.parametrize("kept", [*NAMES, "none of them"])
def test_what_is_kept_can_be_read_and_has_the_chosen_column(room, kept):
    wide = figure(WIDTH, room)
    found = within(ROWS, kept, wide)
    columns = found["column_row"].drop_duplicates().tolist()
    assert columns == list(range(columns[0], columns[0] + len(columns)))
    assert len(found) == 2 * len(columns)
    assert len(columns) == len(NAMES) or (wide - matrix.NAME) / (len(columns) + 1) < COLUMN
    assert len(columns) == 1 or (wide - matrix.NAME) / len(columns) >= COLUMN
    assert kept in {*found["column"], "none of them"}


def test_without_the_chosen_column_the_last_ones_are_kept():
    assert within(ROWS, "none of them", 336)["column"].max() == "g"
