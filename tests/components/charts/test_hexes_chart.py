import itertools
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from components.base.theme import LIGHT
from components.charts import fitting, hexes

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
        "Верхн.",
        "down",
        "48,0 %",
    ]
    assert cells.loc["60658000", ["label", "sign", "value"]].tolist() == [
        "Чертк.",
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


def grid(columns, rows):
    places = itertools.product(range(columns), range(rows))
    named = [(f"{column:04}{row:04}", column, row) for column, row in places]
    return pd.DataFrame(named, columns=POINTS.columns)


@pytest.mark.parametrize(
    ("columns", "rows", "filled"),
    [(12, 1, "x"), (12, 2, "x"), (9, 6, "x"), (2, 12, "y"), (5, 9, "y"), (2, 1, "x"), (2, 2, "x")],
)
def test_whole_hexagons_stay_on_the_sheet_and_fill_it(cells, columns, rows, filled):
    spec = hexes.cells(cells(), grid(columns, rows), LIGHT)
    places = pd.DataFrame(spec["datasets"]["cells"])
    step = np.diff(np.sort(places.loc[places["y"].eq(places["y"].max()), "x"])).min()
    reach = {"x": step / 2, "y": step / math.sqrt(3)}
    sides = {"x": spec["width"], "y": spec["height"]}
    first = {axis: places[axis].min() - reach[axis] for axis in "xy"}
    last = {axis: sides[axis] - places[axis].max() - reach[axis] for axis in "xy"}
    assert min(*first.values(), *last.values()) >= -0.2
    assert first == pytest.approx(last, abs=0.3)
    assert first[filled] == pytest.approx(0, abs=0.3)


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (2, 2), (9, 6), (20, 20)])
def test_hexagons_next_to_each_other_are_drawn_with_a_gap_between(cells, columns, rows):
    spec = hexes.cells(cells(), grid(columns, rows), LIGHT, width=560, height=480)
    radius = math.sqrt(spec["layer"][0]["mark"]["size"] / 4)
    places = pd.DataFrame(spec["datasets"]["cells"]).sort_values(["y", "x"])
    beside = np.diff(places["x"])[np.diff(places["y"]) == 0]
    assert all(step - math.sqrt(3) * radius == pytest.approx(1.7, abs=0.3) for step in beside)
    tall = places["y"].max() - places["y"].min() + 2 * radius
    wide = places["x"].max() - places["x"].min() + math.sqrt(3) * radius
    assert tall <= 480 and wide <= 560
    assert tall > 470 or wide > 550


@pytest.mark.parametrize("columns", [4, 8, 12])
def test_words_of_a_hexagon_are_no_wider_than_it_is(cells, columns):
    points = grid(columns, 2)
    texts = itertools.cycle(["9 из 14", "нет данных", "100,0 %", "не отчитались"])
    told = [
        (code, f"{chr(0x410 + column)}{'аб'[row]}веево-Курганский район", "ramp", text, "")
        for (code, column, row), text in zip(points.to_numpy().tolist(), texts, strict=False)
    ]
    spec = hexes.cells(cells(*told), points, LIGHT)
    drawn = pd.DataFrame(spec["datasets"]["cells"])
    wide = math.sqrt(3) * math.sqrt(spec["layer"][0]["mark"]["size"] / 4)
    size = spec["layer"][3]["mark"]["fontSize"]
    longest = max(fitting.width_of(text, size) for text in (*drawn["label"], *drawn["value"]))
    assert 0.6 * wide < longest <= wide
