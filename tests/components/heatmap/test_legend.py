"""The legend: every look on the chart has its word, and no look that is not there."""

import re
from pathlib import Path

import pandas as pd
import pytest

from components.base.i18n import Words
from components.base.theme import DARK, LIGHT
from components.charts.cells import PATTERNS, swatch
from components.charts.hatch import ANGLES
from components.heatmap.legend import ORDER, legend

STYLES = Path(__file__).resolve().parents[3] / "components" / "shell" / "styles.css"
RU, EN = Words("ru"), Words("en")


def cells(*styles, muted=False):
    return pd.DataFrame({"style": list(styles), "muted": [muted] * len(styles)})


def words_of(html):
    return [
        re.sub("<[^>]+>|[▲▼●○–□▨✱]", "", part) for part in re.findall("<span>(.*?)</span>", html)
    ]


def test_only_the_looks_of_the_chart_are_named_in_a_fixed_order():
    drawn = cells("no_data", "worse", "better", "worse")
    assert words_of(legend(drawn, LIGHT, RU, 5)) == ["лучше", "хуже", "нет данных"]
    assert words_of(legend(drawn, LIGHT, EN, 5)) == ["better", "worse", "no data"]


@pytest.mark.parametrize("style", [*ORDER, "ramp"])
def test_every_look_a_cell_can_have_has_a_word(style):
    (word,) = words_of(legend(cells(style), LIGHT, RU, 5))
    assert word


def test_no_two_looks_share_a_word():
    said = words_of(legend(cells(*ORDER, "ramp", muted=True), LIGHT, RU, 5))
    assert len(said) == len(set(said)) == len(ORDER) + 2


def test_the_ramp_says_which_end_is_more_without_naming_dark_or_light():
    html = legend(cells("ramp"), DARK, RU, 5)
    assert words_of(html) == ["доля: меньше → больше"]
    fills = re.findall("background:(#[0-9A-F]{6})", html)
    assert fills == [swatch("ramp", shade, False, DARK).fill for shade in range(5)]


def test_small_groups_are_explained_only_where_there_are_any():
    assert words_of(legend(cells("ramp", muted=True), LIGHT, RU, 5))[-1] == "меньше 5 школ"
    assert "меньше 5 школ" not in legend(cells("ramp"), LIGHT, RU, 5)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_swatch_has_the_colours_and_the_sign_of_its_cells(palette):
    html, look = legend(cells("worse"), palette, RU, 5), swatch("worse", 0, False, palette)
    assert f"background-color:{look.fill};border-color:{look.stroke};color:{look.ink}" in html
    assert "▼" in html


def test_a_chart_without_cells_has_an_empty_legend():
    assert words_of(legend(cells(), LIGHT, RU, 5)) == []


@pytest.mark.parametrize("style", PATTERNS)
def test_a_hatched_swatch_leans_as_its_cells_do(style):
    """A gradient's lines lean from the horizontal by its own angle, as in the charts' table."""
    rule = rf"\.swatch\.{style}\s*{{[^}}]*repeating-linear-gradient\((-?\d+)deg"
    (angle,) = re.findall(rule, STYLES.read_text(encoding="utf-8"))
    assert float(angle) == ANGLES[PATTERNS[style]]
