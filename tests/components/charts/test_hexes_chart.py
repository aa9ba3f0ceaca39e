from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from components.base.theme import LIGHT
from components.charts import hexes

SHIPPED = Path(__file__).parents[3] / "data" / "facts" / "municipal_point.csv"
POINTS = pd.DataFrame(
    [("60608000", 5, 11), ("60658000", 5, 10), ("60637000", 4, 10), ("60615000", 5, 1)],
    columns=["oktmo", "hex_column", "hex_row"],
)


@pytest.fixture
def tiles(cells):
    rows = cells(
        ("60608000", "Верхнедонской район", "worse", "48,0 %", "▼"),
        ("60658000", "Чертковский район", "no_data", "нет данных", "▨"),
        ("60637000", "Миллеровский район", "ramp", "9 из 14", ""),
    )
    spec = hexes.cells(rows, POINTS, LIGHT, chosen="60637000")
    return spec, pd.DataFrame(spec["datasets"]["cells"]).set_index("oktmo")


def test_north_is_up(tiles):
    _, cells = tiles
    assert cells["y"].idxmin() == "60608000"
    assert cells["y"].idxmax() == "60615000"


def test_odd_rows_stand_half_a_cell_to_the_east(tiles):
    _, cells = tiles
    step = cells.loc["60658000", "x"] - cells.loc["60637000", "x"]
    assert cells.loc["60608000", "x"] - cells.loc["60658000", "x"] == pytest.approx(step / 2, abs=1)


def test_cells_stay_on_the_sheet(tiles):
    spec, cells = tiles
    assert cells["x"].between(0, spec["width"]).all()
    assert cells["y"].between(0, spec["height"]).all()


def test_cell_has_a_short_name_a_sign_and_its_words_where_they_fit(tiles):
    _, cells = tiles
    assert cells.loc["60608000", ["label", "sign", "value"]].tolist() == [
        "Верхнед.",
        "down",
        "48,0 %",
    ]
    assert cells.loc["60658000", ["label", "sign", "value"]].tolist() == [
        "Чертков.",
        "hatched_box",
        "",
    ]


def test_municipality_without_a_cell_has_no_data(tiles):
    _, cells = tiles
    assert cells.loc["60615000", "look"] == "no_data"


def test_chosen_cell_is_outlined(tiles):
    spec, _ = tiles
    assert [row["oktmo"] for row in spec["datasets"]["chosen"]] == ["60637000"]


@pytest.mark.parametrize(("region", "municipalities"), [("60", 55), ("75", 43)])
def test_hexagons_of_a_shipped_region_do_not_overlap(cells, region, municipalities):
    points = pd.read_csv(SHIPPED, dtype={"oktmo": str})
    points = points[points["oktmo"].str.startswith(region)]
    drawn = pd.DataFrame(hexes.cells(cells(), points, LIGHT)["datasets"]["cells"])
    x, y = (np.subtract.outer(*[drawn[axis].to_numpy()] * 2) for axis in ("x", "y"))
    apart = np.hypot(x, y)[~np.eye(len(drawn), dtype=bool)]
    wide = np.abs(x[(y == 0) & (x != 0)]).min()
    assert len(drawn) == municipalities
    assert apart.min() >= wide - 0.2
