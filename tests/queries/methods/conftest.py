"""Write cells as the questions answer them, saying only what the test is about."""

import pandas as pd
import pytest

from queries.methods.comparison import Rules

USUAL = {
    "column": "IND-07-VPR",
    "kind": "pupil_rate",
    "direction": "lower",
    "numerator": None,
    "denominator": None,
    "schools": None,
    "shown": True,
    "region_shown": True,
    "value": None,
    "reported": True,
    "broken": False,
    "within": 0,
    "apart": 1,
    "together": 2,
    "sizes": 0,
    "freedom": 100,
}
"""What a cell has where the test does not care: results of one school are not alike."""

NUMBERS = ("numerator", "denominator", "schools", "value")


@pytest.fixture(scope="session")
def cells():
    """Give a frame of the rows; municipalities are numbered in every column anew."""

    def made(*rows, **common):
        filled, places = [], {}
        for row in rows:
            cell = USUAL | common | row
            places[cell["column"]] = place = places.get(cell["column"], 0) + 1
            named = {"oktmo": f"6060{place}000", "name": f"Place {place}", "position": 1}
            filled.append(named | cell)
        frame = pd.DataFrame(filled)
        return frame.astype(dict.fromkeys(NUMBERS, float)).astype({"reported": object})

    return made


@pytest.fixture(scope="session")
def rules():
    return Rules(minimum_group=10, small_group=5, confidence=0.95)
