"""What every chart with axes draws with: widths, borders, turned words, and what can be clicked."""

import re

import pytest
import vl_convert

from components.base.theme import DARK, LIGHT, contrast
from components.charts import plot
from components.charts.plot import Drawing
from components.charts.plot_looks import borders, colours


def drawn(fill):
    drawing = Drawing()
    fill(drawing)
    return plot.finished(drawing, LIGHT, 100, 100)


def svg(fill):
    return vl_convert.vegalite_to_svg(drawn(fill))


def test_each_look_has_its_own_width():
    def rules(drawing):
        drawing.rule("grid", 0, 10, 50, 10)
        drawing.rule("reference", 0, 20, 50, 20)

    widths = re.findall(r'stroke="([^"]+)" stroke-width="([\d.]+)"', svg(rules))
    assert set(widths) >= {(LIGHT.grid, "1.25"), (LIGHT.text, "2")}


def test_words_can_be_turned_and_stand_level_otherwise():
    def words(drawing):
        drawing.word("вверх", 50, 90, angle=-90)
        drawing.word("ровно", 5, 10)

    found = dict(re.findall(r'transform="([^"]+)"[^>]*>(\w+)<', svg(words)))
    turned = {text: "rotate(-90)" in place for place, text in found.items()}
    assert turned == {"вверх": True, "ровно": False}


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_boxes_of_a_faint_fill_have_a_border_that_is_seen(palette):
    for look, border in borders(palette).items():
        if border == "transparent":
            continue
        seen = max(
            contrast(border, palette.background),
            contrast(colours(palette)[look], palette.background),
        )
        assert seen >= 3, look


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_marks_of_schools_and_pairs_are_seen(palette):
    for look in ("covered", "own", "own_not_counted", "foreign", "foreign_not_counted"):
        assert contrast(colours(palette)[look], palette.background) >= 3


def test_a_click_on_a_word_reaches_the_box_under_it():
    box = {"look": "none", "x": 0, "x2": 50, "y": 0, "y2": 20, "tooltip": "", "oktmo": "1"}
    compiled = vl_convert.vegalite_to_vega(drawn(lambda drawing: drawing.boxes.append(box)))
    marks = {mark["from"]["data"]: mark for mark in compiled["marks"] if "data" in mark["from"]}
    hears = {name: mark["interactive"] for name, mark in marks.items()}
    assert hears["boxes"] and hears["points"] and not hears["words"]
    assert "pointer" in marks["boxes"]["encode"]["update"]["cursor"]["signal"]
