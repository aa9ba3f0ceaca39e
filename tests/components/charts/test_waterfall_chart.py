"""Parts of a change between two levels: each from where the one before ended."""

import pandas as pd
import pytest

from components.base.theme import DARK, LIGHT
from components.charts import waterfall
from tests.components.charts import plots

SIZE = (560, 170)
ROWS = pd.DataFrame(
    {
        "label": ["2019", "Остались", "Пришли", "Ушли", "2022"],
        "note": "24 школы",
        "value": [16.3, -2.1, 3.1, -0.6, 16.7],
        "total": [True, False, False, False, True],
        "look": ["other", "main", "main", "main", "other"],
        "text": ["16,3 %", "−2,1", "+3,1", "−0,6", "16,7 %"],
        "tooltip": "24 школы",
    }
)


def boxes(rows=ROWS):
    return plots.rows(waterfall.draw(rows, LIGHT, *SIZE), "boxes")


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_chart_keeps_what_all_charts_promise(palette):
    plots.promises_are_kept(waterfall.draw(ROWS, palette, *SIZE), palette, *SIZE)


def test_each_part_begins_where_the_one_before_ended():
    before, stayed, entered, left, after = boxes()
    middle = {name: (box["y"] + box["y2"]) / 2 for name, box in (("b", before), ("a", after))}
    assert stayed["y"] == pytest.approx(middle["b"], abs=0.2)
    assert entered["y2"] == pytest.approx(stayed["y2"], abs=0.2)
    assert left["y"] == pytest.approx(entered["y"], abs=0.2)
    assert left["y2"] == pytest.approx(middle["a"], abs=0.2)


def test_lengths_of_parts_are_their_amounts():
    lengths = [box["y2"] - box["y"] for box in boxes()[1:4]]
    assert lengths[0] / lengths[1] == pytest.approx(2.1 / 3.1, abs=0.02)


def test_levels_are_thin_because_the_axis_does_not_start_at_zero():
    before, *_, after = boxes()
    assert {round(box["y2"] - box["y"]) for box in (before, after)} == {waterfall.LEVEL}


def test_a_tiny_change_does_not_fill_the_height():
    tiny = ROWS.assign(value=[16.3, 0.1, 0.0, 0.0, 16.4])
    assert boxes(tiny)[1]["y2"] - boxes(tiny)[1]["y"] < 20


def test_every_part_says_its_amount_and_its_schools():
    said = plots.words(waterfall.draw(ROWS, LIGHT, *SIZE))
    assert set(ROWS["text"]) | set(ROWS["label"]) | {"24 школы"} <= set(said)
