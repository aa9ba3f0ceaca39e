import json

import pandas as pd
import pytest

from components.base.theme import LIGHT
from components.charts import matrix

LONG = "Азовский район\nОхвачены наставничеством: 12 из 18\nПо области 61 из 86, отличие значимо"


@pytest.fixture
def two_years(cells):
    first = cells(
        ("60601000", "Азовский район", "better", "12,1 %", "▲"),
        ("60701000", "г. Азов", "suppressed", "скрыто", ""),
    )
    second = first.assign(column="2022", column_title="2022", column_row=1, text="5,0 %")
    return pd.concat([first.assign(column="2021", column_title="2021"), second])


def drawn(spec, look=None):
    rows = pd.DataFrame(spec["datasets"]["cells"])
    return rows if look is None else rows[rows["look"].eq(look)]


def test_every_cell_and_every_name_is_drawn(two_years):
    rows = drawn(matrix.body(two_years, LIGHT))
    assert len(rows) == 2 * 2 + 2
    assert set(rows["oktmo"]) == {"60601000", "60701000"}


def test_names_stand_left_of_the_cells(two_years):
    rows = drawn(matrix.body(two_years, LIGHT))
    names = rows["look"].eq("name")
    assert rows[names]["text"].tolist() == ["Азовский район", "г. Азов"]
    assert rows[names]["x2"].max() < rows[~names]["x"].min()


def test_order_of_rows_is_the_readers(two_years):
    turned = two_years.assign(row=1 - two_years["row"])
    names = drawn(matrix.body(turned, LIGHT), "name").sort_values("y")
    assert names["text"].tolist() == ["г. Азов", "Азовский район"]


def test_columns_are_equal_and_fill_the_width(two_years):
    rows = drawn(matrix.body(two_years, LIGHT, width=590))
    boxes = rows[rows["x"].gt(0)]
    assert set((boxes["x2"] - boxes["x"]).round(1)) == {198.0}
    assert boxes["x2"].max() == 589.0


def test_head_and_body_share_their_columns(two_years):
    region = two_years[two_years["row"].eq(0)].assign(oktmo="60", name="Область", row=-1)
    head = drawn(matrix.head(region, LIGHT))
    body = drawn(matrix.body(two_years, LIGHT))
    assert set(head["x"]) == set(body["x"])


def test_titles_stand_over_the_region(two_years):
    region = two_years[two_years["row"].eq(0)].assign(oktmo="60", name="Область", row=-1)
    spec = matrix.head(region, LIGHT)
    titles = pd.DataFrame(spec["datasets"]["titles"])
    assert titles["text"].tolist() == ["2021", "2022"]
    assert titles["y"].max() < drawn(spec)["y"].min()
    assert spec["height"] == 14 + matrix.ROW


def test_a_head_of_several_rows_names_each_column_once(two_years):
    spec = matrix.head(two_years, LIGHT)
    assert [title["text"] for title in spec["datasets"]["titles"]] == ["2021", "2022"]
    assert spec["height"] == 14 + 2 * matrix.ROW


def test_height_is_24_px_a_row(two_years):
    assert matrix.body(two_years, LIGHT)["height"] == 48 == matrix.height(2)


def test_chosen_municipality_is_outlined_and_bold(two_years):
    spec = matrix.body(two_years, LIGHT, chosen="60701000")
    assert spec["datasets"]["chosen"] == [{"oktmo": "60701000", "y": 25}]
    assert drawn(spec, "name_bold")["text"].tolist() == ["г. Азов"]


def test_figures_with_a_sign_are_level_at_the_right(cells):
    rows = drawn(
        matrix.body(
            cells(
                ("60601000", "Азовский район", "better", "2,1 %", "▲"),
                ("60602000", "Аксайский район", "worse", "100,0 %", "▼"),
            ),
            LIGHT,
        )
    )
    assert rows[rows["sign"].ne("")]["tx"].nunique() == 1


def test_every_style_keeps_its_words(every_style):
    rows = drawn(matrix.body(every_style, LIGHT))
    assert set(every_style["text"]) <= set(rows["text"])


def test_heat_map_of_a_region_is_light(cells):
    towns = [
        (f"60{i:03}000", "Матвеево-Курганский район", "ramp", "12 из 18", "") for i in range(56)
    ]
    columns = [cells(*towns, column_row=i, column=f"IND-{i:02}", tooltip=LONG) for i in range(8)]
    spec = matrix.body(pd.concat(columns), LIGHT)
    size = len(json.dumps(spec, ensure_ascii=False, separators=(",", ":")).encode())
    assert len(spec["layer"]) <= 8
    assert size <= 150_000


def test_hatches_are_as_wide_as_the_columns(two_years):
    one = two_years[two_years["column"].eq("2021")]
    drawn_with = {
        len(cells): next(
            layer
            for layer in matrix.body(cells, LIGHT)["layer"]
            if layer["encoding"].get("shape", {}).get("field") == "look"
        )
        for cells in (one, two_years)
    }
    boxes = drawn(matrix.body(two_years, LIGHT), "better").iloc[0]
    narrow, wide = drawn_with[4], drawn_with[2]
    assert narrow["mark"]["size"] == pytest.approx((boxes["x2"] - boxes["x"]) ** 2)
    assert wide["mark"]["size"] > narrow["mark"]["size"]
    assert len(wide["encoding"]["shape"]["scale"]["range"]) == 3
