"""Amounts by month: a cell where there is one, its number in it."""

import pandas as pd
import pytest

from components.base.theme import DARK, LIGHT
from components.charts import months
from tests.components.charts import plots

WIDTH = 900
HEADS = tuple("123456789") + ("10", "11", "12")
ROWS = pd.DataFrame(
    {
        "id": ["a", "b"],
        "name": ["Информационно-методический центр и ещё одно длинное имя", "ОО"],
        "total": ["9", "—"],
    }
)
CELLS = pd.DataFrame(
    [("a", 1, 1, "янв: 1"), ("a", 12, 8, "дек: 8")], columns=["id", "month", "amount", "tooltip"]
)


def drawn(palette=LIGHT, rows=ROWS, cells=CELLS):
    return months.draw(rows, cells, HEADS, "всего", palette, WIDTH)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_chart_keeps_what_all_charts_promise(palette):
    spec = drawn(palette)
    plots.promises_are_kept(spec, palette, WIDTH, spec["height"])


def test_a_cell_stands_under_its_month_and_larger_numbers_are_darker():
    first, last = plots.rows(drawn(), "boxes")
    assert first["x"] >= months.NAME
    assert last["x2"] <= WIDTH - months.TOTAL
    assert (first["look"], last["look"]) == ("ramp0", "ramp3")
    assert [first["tooltip"], last["tooltip"]] == ["янв: 1", "дек: 8"]


def test_a_long_name_is_cut_and_totals_stand_at_the_right():
    words = plots.words(drawn())
    assert any(text.endswith("…") for text in words)
    assert {"9", "—", "всего"} <= set(words)


def test_nothing_draws_the_heads_alone():
    assert plots.words(drawn(rows=ROWS.head(0), cells=CELLS.head(0))) == [*HEADS, "всего"]
