"""Lines over years: one in colour, breaks not bridged, names that can be read."""

from dataclasses import replace

import pandas as pd
import pytest

from components.base.theme import DARK, LIGHT
from components.charts import bars, lines
from tests.components.charts import plots

NAN = float("nan")
YEARS = (2017, 2018, 2019, 2021, 2022)
SIZE = (600, 220)


def series(name, role, shares, low=NAN, high=NAN):
    return [
        {"series": name, "role": role, "name": name, "x": float(year), "share": share}
        | {"low": share + low, "high": share + high, "tooltip": f"{name} {year}"}
        for year, share in zip(YEARS, shares, strict=True)
    ]


ROWS = pd.DataFrame(
    series("2021", "main", (10, 11, 21, 14, 12), -2, 2)
    + series("2019", "other", (10, 20, 12, 11.9, 12.1))
    + series("0", "reference", (7, 7, 7, 7, 7))
)


def axis(rows=ROWS, **more):
    ticks = tuple((float(year), str(year)) for year in range(2017, 2023))
    gap = lines.Break(2020.0, "перерыв", "Процедур не было")
    given = {"breaks": (gap,), "events": ((2022.5, "Конференция"),)}
    return lines.Axis(ticks, **(given | more), shares={s: f"{s} %" for s in lines.top(rows)})


def draw(palette=LIGHT, rows=ROWS, **more):
    return lines.draw(rows, axis(rows, **more), palette, *SIZE)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_chart_keeps_what_all_charts_promise(palette):
    plots.promises_are_kept(draw(palette), palette, *SIZE)


def test_ticks_around_values_hold_them_all_and_need_not_begin_at_zero():
    scores = pd.DataFrame({"share": [53.5, 62.3, NAN]})
    ticks = lines.around(scores)
    assert ticks[0] <= 53.5 and ticks[-1] >= 62.3
    assert ticks[0] > 50 and len(ticks) <= 7
    alone = lines.around(pd.DataFrame({"share": [60.0]}))
    assert alone[0] <= 60 < alone[-1]


def test_an_upright_axis_begins_at_its_least_tick():
    ticks = {float(tick): str(tick) for tick in (5, 10, 15, 20, 25)}
    drawn = lines.draw(ROWS, replace(axis(), shares=ticks), LIGHT, *SIZE)
    points = pd.DataFrame(plots.rows(drawn, "points")).set_index("tooltip")["y"]
    low, high = points["2021 2017"], points["2021 2019"]
    assert (low - high) / (SIZE[1] - lines.TOP - lines.BOTTOM) == pytest.approx(11 / 20, abs=0.01)


def test_no_line_bridges_a_break():
    drawn = pd.DataFrame(plots.rows(draw(), "lines"))
    for _, run in drawn[drawn["look"].eq("main")].groupby("series"):
        assert len(run) in (2, 3)
    assert drawn["series"].nunique() == 6


def test_the_break_is_hatched_named_and_told():
    spec = draw()
    assert "hatch" in {row["look"] for row in plots.rows(spec, "rules")}
    assert "перерыв" in plots.words(spec)
    assert "Процедур не было" in {row["tooltip"] for row in spec["datasets"]["boxes"]}
    assert "hatch" not in {row["look"] for row in plots.rows(draw(breaks=()), "rules")}


def test_only_the_main_series_is_in_colour_and_lies_above():
    looks = [row["look"] for row in plots.rows(draw(), "lines")]
    assert looks == ["other"] * 5 + ["reference"] * 5 + ["main"] * 5


def test_a_band_is_drawn_only_where_there_is_one():
    assert {row["look"] for row in plots.rows(draw(), "areas")} == {"band"}
    bare = ROWS.assign(low=NAN, high=NAN)
    assert plots.rows(draw(rows=bare), "areas") == []


def test_events_are_flags_with_their_names():
    flags = [row for row in plots.rows(draw(), "points") if row["look"] == "event"]
    assert [flag["tooltip"] for flag in flags] == ["Конференция"]


def test_names_of_near_lines_do_not_overlap():
    heights = [row["y"] for row in plots.rows(draw(), "words") if row["text"] in ("2021", "2019")]
    names = sorted(heights)[:2]
    assert abs(names[0] - names[1]) >= lines.APART


@pytest.mark.parametrize("heights", [[5, 6, 7], [190, 195, 199], [0, 100, 101, 102, 200]])
def test_spread_words_keep_their_order_and_distance(heights):
    placed = lines.spread(heights, 0, 200)
    assert all(b - a >= lines.APART - 1e-9 for a, b in zip(placed, placed[1:], strict=False))
    assert placed[-1] <= 200


def test_runs_are_split_where_a_step_is_missing():
    assert lines.unbroken_runs([2017.0, 2018.0, 2019.0, 2021.0, 2022.0]) == [0, 0, 0, 1, 1]


def test_the_axis_starts_at_zero_and_holds_the_band():
    ticks = lines.top(ROWS)
    assert ticks[0] == 0
    assert ticks[-1] >= 23


AMOUNTS = pd.DataFrame(
    [
        {"label": "Наблюдалось", "value": -6.1, "low": NAN, "high": NAN, "look": "main"},
        {"label": "Ожидалось", "value": -4.0, "low": NAN, "high": NAN, "look": "expected"},
        {"label": "Чистый", "value": -2.1, "low": -4.5, "high": 0.3, "look": "same"},
    ]
).assign(
    sign=["", "", "dot"],
    verdict=["", "", "не доказан"],
    text=["−6,1", "−4,0", "−2,1"],
    tooltip="п.п.",
)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_bars_keep_what_all_charts_promise(palette):
    plots.promises_are_kept(bars.draw(AMOUNTS, palette, 300, 160), palette, 300, 160)


def test_a_bar_has_an_interval_only_where_there_is_one():
    spec = bars.draw(AMOUNTS, LIGHT, 300, 160)
    ends = [row for row in plots.rows(spec, "rules") if row["look"] == "interval"]
    assert len(ends) == 3
    assert ends[0]["x"] < ends[0]["x2"]


def test_a_sign_stands_before_the_words_of_its_verdict_and_never_alone():
    spec = bars.draw(AMOUNTS, LIGHT, 300, 160)
    (mark,) = plots.rows(spec, "points")
    (verdict,) = [row for row in plots.rows(spec, "words") if row["text"] == "не доказан"]
    assert mark["y"] == pytest.approx(verdict["y"])
    assert mark["x"] < verdict["x"] < 300
    alone = bars.draw(AMOUNTS.assign(verdict=""), LIGHT, 300, 160)
    assert not [mark for mark in plots.rows(alone, "points") if mark["size"]]


def test_bars_of_one_sign_share_their_zero():
    boxes = plots.rows(bars.draw(AMOUNTS, LIGHT, 300, 160), "boxes")
    assert len({box["x2"] for box in boxes}) == 1
    lengths = [box["x2"] - box["x"] for box in boxes]
    assert lengths == sorted(lengths, reverse=True)


def test_a_name_moves_off_a_line_that_runs_through_it():
    through = [{"series": "a/0", "x": 0.0, "y": 50.0}, {"series": "a/0", "x": 100.0, "y": 50.0}]
    assert abs(lines.free(50.0, (40.0, 80.0), through) - 50) > 9
    assert lines.free(80.0, (40.0, 80.0), through) == 80
    assert lines.free(50.0, (140.0, 180.0), through) == 50


def test_lines_that_end_apart_are_named_where_they_end():
    early = ROWS[~(ROWS["series"].eq("2019") & ROWS["x"].gt(2019))]
    places = {row["text"]: row["x"] for row in plots.rows(draw(rows=early), "words")}
    heights = [row for row in plots.rows(draw(rows=early), "words") if row["text"] == "0"]
    assert heights and places["0"] > 400
    own = [row["x"] for row in plots.rows(draw(rows=early), "words") if row["text"] == "2019"]
    assert min(own) < 300
