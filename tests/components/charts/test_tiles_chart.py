"""Tiles in groups: one tile a row, a sign for each feature."""

import pandas as pd
import pytest

from components.base.theme import DARK, LIGHT, contrast
from components.charts import tiles
from components.charts.plot_looks import colours
from tests.components.charts import plots

WIDTH = 400
ROWS = pd.DataFrame(
    [
        ("Апрель · 1. Ликвидация", f"A-1.{number}", (True, False, number == 2, False))
        for number in range(1, 10)
    ]
    + [("Ноябрь · 3. Сетевое взаимодействие", "N-3.2", (True, True, True, True))],
    columns=["group", "id", "features"],
).assign(
    name=lambda rows: rows["id"], tooltip="Подробно", chosen=lambda rows: rows["id"] == "A-1.2"
)


def drawn(layer, rows=ROWS):
    return plots.rows(tiles.draw(rows, LIGHT, WIDTH), layer)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_chart_keeps_what_all_charts_promise(palette):
    spec = tiles.draw(ROWS, palette, WIDTH)
    plots.promises_are_kept(spec, palette, WIDTH, spec["height"])


def test_every_row_is_a_tile_that_can_be_chosen():
    assert [box["oktmo"] for box in drawn("boxes")] == list(ROWS["id"])


def test_tiles_do_not_lie_over_each_other():
    boxes = drawn("boxes")
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            beside = one["x2"] <= other["x"] or other["x2"] <= one["x"]
            assert beside or one["y2"] <= other["y"] or other["y2"] <= one["y"]


def test_a_tile_has_a_sign_for_each_feature_and_the_colour_of_their_number():
    signs = [point["sign"] for point in drawn("points") if point["oktmo"] == "A-1.2"]
    assert signs == ["dot", "ring", "dot", "ring"]
    fills = {box["oktmo"]: box["look"] for box in drawn("boxes")}
    assert (fills["A-1.1"], fills["A-1.2"], fills["N-3.2"]) == ("ramp1", "ramp2", "ramp4")


def test_each_group_is_named_once():
    said = plots.words(tiles.draw(ROWS, LIGHT, WIDTH))
    assert [text for text in said if "·" in text] == list(ROWS["group"].unique())


def test_the_chosen_tile_alone_is_outlined():
    assert len(drawn("rules")) == 4
    assert drawn("rules", ROWS.assign(chosen=False)) == []


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_on_a_tile_can_be_read(palette):
    known = colours(palette)
    assert all(contrast(known[f"ramp{i}"], known[f"ink{i}"]) >= 4.5 for i in range(5))


def test_no_rows_and_one_row_are_drawn_too():
    assert drawn("boxes", ROWS[:0]) == []
    assert len(drawn("boxes", ROWS[:1])) == 1
