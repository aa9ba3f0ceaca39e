"""Squares: as many as are counted, and only those that are known can be chosen."""

import pandas as pd
import pytest

from components.base.theme import DARK, LIGHT
from components.charts import units
from tests.components.charts import plots

WIDTH = 620
ROWS = pd.DataFrame(
    [("участвовали: 41", "ramp4", "") for _ in range(41)]
    + [("не участвовали: 9", "worse", f"6060{number}000") for number in range(1, 10)]
    + [("ШНОР нет: 5", "uncovered", "") for _ in range(5)],
    columns=["group", "look", "id"],
).assign(tooltip="не назван", chosen=lambda rows: rows["id"] == "60602000")


def drawn(layer, rows=ROWS):
    return plots.rows(units.draw(rows, LIGHT, WIDTH), layer)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_chart_keeps_what_all_charts_promise(palette):
    spec = units.draw(ROWS, palette, WIDTH)
    plots.promises_are_kept(spec, palette, WIDTH, spec["height"])


def test_there_is_a_square_for_each_that_is_counted():
    looks = [box["look"] for box in drawn("boxes")]
    assert [looks.count(look) for look in ("ramp4", "worse", "uncovered")] == [41, 9, 5]


def test_only_the_named_can_be_chosen():
    assert len({box["oktmo"] for box in drawn("boxes")} - {""}) == 9


def test_squares_do_not_lie_over_each_other():
    places = [(box["x"], box["y"]) for box in drawn("boxes")]
    assert len(set(places)) == 55


def test_each_group_is_named_once_over_its_squares():
    said = plots.words(units.draw(ROWS, LIGHT, WIDTH))
    assert said == list(ROWS["group"].unique())


def test_the_chosen_square_alone_is_outlined():
    assert len(drawn("rules")) == 4


def test_no_rows_are_drawn_too():
    assert drawn("boxes", ROWS[:0]) == []
