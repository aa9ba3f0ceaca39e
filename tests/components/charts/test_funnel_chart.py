"""The funnel and the small multiples: municipalities beside chance and beside the region."""

import numpy as np
import pandas as pd
import pytest

from components.base.theme import DARK, LIGHT
from components.charts import funnel, multiples
from tests.components.charts import plots

SIZE = (560, 180)
POINTS = pd.DataFrame(
    {
        "oktmo": ["60601000", "60602000", "60605000"],
        "independent": [900, 4000, 90000],
        "share": [7.0, 14.0, 8.0],
        "look": ["same", "worse", "same"],
        "sign": ["dot", "down", "dot"],
        "tooltip": ["Азовский район", "Аксайский район", "Багаевский район"],
        "chosen": [False, True, False],
    }
)


def limits():
    sizes = funnel.grid(POINTS["independent"])
    spread = 196 * np.sqrt(0.08 * 0.92 / sizes)
    return pd.DataFrame({"results": sizes, "low": 8 - spread, "middle": 8, "high": 8 + spread})


def draw(palette=LIGHT):
    ticks = {size: str(size) for size in funnel.sizes(POINTS["independent"])}
    words = {"x": "результатов", "centre": "регион", "limit": "предел 95 %"}
    shares = {0.0: "0 %", 10.0: "10 %", 20.0: "20 %"}
    return funnel.draw(POINTS, limits(), words, shares, ticks, palette, *SIZE)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_funnel_keeps_what_all_charts_promise(palette):
    plots.promises_are_kept(draw(palette), palette, *SIZE)


def test_each_municipality_is_a_point_with_its_code_and_its_sign():
    points = [row for row in plots.rows(draw(), "points") if row["look"] != "chosen"]
    assert {row["oktmo"]: row["sign"] for row in points} == dict(
        zip(POINTS["oktmo"], POINTS["sign"], strict=True)
    )


def test_the_chosen_municipality_is_ringed():
    rings = [row for row in plots.rows(draw(), "points") if row["look"] == "chosen"]
    assert [ring["oktmo"] for ring in rings] == ["60602000"]


def test_larger_groups_stand_further_right_and_larger_shares_higher():
    points = {row["oktmo"]: row for row in plots.rows(draw(), "points")}
    assert points["60601000"]["x"] < points["60602000"]["x"] < points["60605000"]["x"]
    assert points["60602000"]["y"] < points["60605000"]["y"]


def test_both_limits_are_drawn_and_named_apart_from_the_middle():
    spec = draw()
    assert {row["series"] for row in plots.rows(spec, "lines")} == {"low", "high"}
    named = ("предел 95 %", "регион")
    heights = sorted(row["y"] for row in plots.rows(spec, "words") if row["text"] in named)
    assert len(heights) == 2 and heights[1] - heights[0] >= 13


def test_round_sizes_lie_between_the_smallest_and_the_largest():
    assert funnel.sizes(pd.Series([900, 90000])) == [1000, 2000, 5000, 10000, 20000, 50000]


SERIES = pd.DataFrame(
    {
        "oktmo": ["60602000"] * 4 + ["60601000"] * 4,
        "name": ["Аксайский район"] * 4 + ["Азовский район"] * 4,
        "x": [2018.0, 2019.0, 2021.0, 2022.0] * 2,
        "share": [8.0, 9.0, 9.0, 8.0, 12.0, float("nan"), 11.0, 10.0],
        "sign": "ring",
        "look": "not_compared",
        "note": "8,0 %",
        "tooltip": "недостаточно данных",
    }
)
REGION = pd.DataFrame({"x": [2018.0, 2019.0, 2021.0, 2022.0], "share": [9.0, 9.0, 9.0, 9.0]})


def small(palette=LIGHT, chosen=""):
    return multiples.draw(SERIES, REGION, [2020.0], 20.0, palette, chosen, 300, 2)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_small_multiples_keep_what_all_charts_promise(palette):
    plots.promises_are_kept(small(palette), palette, 300, multiples.TALL)


def test_municipalities_stand_in_the_order_of_their_rows():
    names = [row for row in plots.rows(small(), "words") if row["text"][0] == "А"]
    first, second = sorted(names, key=lambda row: row["x"])
    assert first["text"].startswith("Аксайский") and second["text"].startswith("Азовский")


def test_all_are_on_one_scale():
    drawn = pd.DataFrame(plots.rows(small(), "lines"))
    heights = drawn[drawn["look"].eq("other")]["y"]
    assert heights.nunique() == 1


def test_neither_a_break_nor_a_hidden_year_is_bridged():
    drawn = pd.DataFrame(plots.rows(small(), "lines"))
    runs = drawn[drawn["look"].eq("main")].groupby("series").size()
    assert sorted(runs) == [1, 2, 2, 2]


def test_the_chosen_one_is_framed():
    assert "chosen" in {row["look"] for row in plots.rows(small(chosen="60601000"), "rules")}
    assert "chosen" not in {row["look"] for row in plots.rows(small(), "rules")}
