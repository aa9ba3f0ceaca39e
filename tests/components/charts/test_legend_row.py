"""A legend under a chart stands below it, inside its width, with a swatch for every word."""

import re

import pandas as pd
import vl_convert

from components.base.theme import LIGHT
from components.charts import fitting, legend_row, waterfall
from components.charts.legend_row import Item

ROWS = pd.DataFrame(
    {
        "label": ["2019", "2022"],
        "note": ["", ""],
        "value": [20.0, 17.5],
        "total": [True, True],
        "look": ["other", "other"],
        "text": ["20 %", "17,5 %"],
        "tooltip": ["", ""],
    }
)
ITEMS = [
    Item((("#111111", "#222222"),), "лучше остального региона", glyph="up", ink="#FFFFFF"),
    Item((("#333333", "#222222"), ("#444444", "#222222")), "меньше и больше"),
    Item((("#FFFFFF", "#222222"),), "пара есть, но не считается", striped=True),
]


def legend(width=300):
    chart = waterfall.draw(ROWS, LIGHT, width, 150)
    drawn = legend_row.below(chart, ITEMS, LIGHT)
    assert chart["height"] == 150
    return drawn, [layer["data"]["values"] for layer in drawn["layer"][len(chart["layer"]) :]]


def test_words_stand_below_the_chart_inside_its_width():
    drawn, (boxes, rules, signs, words) = legend()
    assert [word["text"] for word in words] == [item.text for item in ITEMS]
    for row in words:
        assert row["x"] + fitting.width_of(row["text"], legend_row.SIZE) <= 300
    assert all(150 < row["y"] < drawn["height"] for row in (*words, *signs))
    assert len(boxes) == 4 and len(rules) == 3 and len(signs) == 1
    assert len({row["y"] for row in words}) > 1


def test_one_line_is_enough_where_there_is_room():
    assert len({row["y"] for row in legend(1000)[1][3]}) == 1


def test_the_legend_is_drawn_in_its_colours():
    svg = vl_convert.vegalite_to_svg(legend()[0])
    for colour in ("#111111", "#333333", "#444444"):
        assert re.search(colour, svg, re.IGNORECASE)
    for item in ITEMS:
        assert item.text in svg
