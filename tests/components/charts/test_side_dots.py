"""Shares side by side: one scale for all, a line for each, words where nothing is shown."""

import pandas as pd
import pytest

from components.base.theme import DARK, LIGHT
from components.charts import side_dots
from tests.components.charts import plots

NONE = float("nan")
KEYS = ["title", "name", "share", "low", "high", "look", "sign", "text"]
ROWS = pd.DataFrame(
    [
        ("ВПР", "Азовский район", 8.6, 7.0, 10.0, "main", "dot", "8,6 %"),
        ("ВПР", "Сальский район", 12.0, 9.0, 15.5, "worse", "down", "12,0 %"),
        ("Наставник", "Азовский район", NONE, NONE, NONE, "other", "bar", "нет школ"),
        ("Наставник", "Сальский район", 4.0, NONE, NONE, "other", "bar", "1 из 25"),
    ],
    columns=KEYS,
).assign(tooltip="сказано")


def draw(rows=ROWS, palette=LIGHT, width=700):
    marks = {tick: f"{tick:g} %" for tick in side_dots.ticks(rows)}
    return side_dots.draw(rows, marks, palette, width)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("width", [290, 700, 1200])
def test_it_keeps_what_every_chart_promises(palette, width):
    spec = draw(palette=palette, width=width)
    plots.promises_are_kept(spec, palette, width, spec["height"])


def test_all_stand_on_one_scale():
    spec = draw()
    grid = sorted(row["x"] for row in plots.rows(spec, "rules") if row["look"] == "grid")
    top = max(side_dots.ticks(ROWS))
    places = {row["x"] for row in plots.rows(spec, "points")}
    wanted = {round(grid[0] + share / top * (grid[-1] - grid[0]), 1) for share in (8.6, 12, 4)}
    assert sorted(places) == pytest.approx(sorted(wanted), abs=0.2)


def test_an_interval_is_drawn_where_there_is_one_and_lies_around_its_dot():
    spec = draw()
    lines = {row["y"]: row for row in plots.rows(spec, "rules") if row["look"] == "interval"}
    dots = {row["y"]: row for row in plots.rows(spec, "points")}
    assert len(lines) == 2 and len(dots) == 3
    assert all(line["x"] < dots[y]["x"] < line["x2"] for y, line in lines.items())


def test_what_is_not_shown_is_said_in_words_alone():
    spec = draw()
    assert "нет школ" in plots.words(spec) and plots.words(spec).count("ВПР") == 1


def test_the_scale_ends_above_every_interval_and_at_a_hundred_at_most():
    assert side_dots.ticks(ROWS)[-1] >= 15.5
    assert side_dots.ticks(ROWS.assign(high=100.0))[-1] == 100
    assert side_dots.ticks(ROWS.assign(share=NONE, high=NONE))[-1] == 100


def test_of_zeros_alone_the_scale_ends_at_one_per_cent():
    zeros = ROWS.assign(share=0.0, low=NONE, high=NONE)
    assert max(side_dots.ticks(zeros)) == 1
    assert len({row["x"] for row in plots.rows(draw(zeros), "points")}) == 1
