"""Burn-up: covered schools over months, the target, and the road to it with its wedge."""

import itertools
from dataclasses import replace

import altair as alt
import pandas as pd
import pytest
import vl_convert

from components.base.theme import DARK, LIGHT
from components.charts import burnup, fitting
from components.charts.burnup import Road
from tests.components.charts import plots

SIZE = (640, 230)
COVERED = [3, 8, 15, 19, 24, 31, 37, 40, 46, 49, 52, 57]
ROWS = pd.DataFrame({"x": [float(i) for i in range(12)], "covered": COVERED}).assign(
    tooltip=[f"{n} школ" for n in COVERED]
)
MONTHS = ["сен", "окт", "ноя", "дек", "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг"]
TICKS = tuple(
    (float(i), MONTHS[i % 12] + (f" {2021 + (8 + i) // 12}" if i % 12 in (0, 4) else ""))
    for i in range(40)
)
ROAD = Road(
    schools=82,
    target_x=15.0,
    target_word="цель 82",
    ticks=TICKS,
    shares=tuple((n, str(n)) for n in (0, 25, 50, 75, 100)),
    today_x=11.0,
    today_word="отчёт на 31.08.2022",
    expected_x=16.0,
    earliest_x=14.0,
    latest_x=20.0,
    expected_word="ожидается к январю 2023",
)
NEVER = replace(ROAD, expected_x=None, earliest_x=None, latest_x=None, expected_word="не скоро")
FAR = replace(ROAD, expected_x=45.0, earliest_x=20.0, latest_x=None)


def draw(road=ROAD, rows=ROWS, palette=LIGHT):
    return burnup.draw(rows, road, palette, *SIZE)


def lines(spec, look):
    return [row for row in plots.rows(spec, "lines") if row["look"] == look]


def areas(spec, look):
    return [row for row in plots.rows(spec, "areas") if row["look"] == look]


def points(spec, look):
    return [row for row in plots.rows(spec, "points") if row["look"] == look]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("road", [ROAD, NEVER, FAR])
def test_the_chart_keeps_what_all_charts_promise(palette, road):
    plots.promises_are_kept(draw(road, palette=palette), palette, *SIZE)


def test_each_month_is_a_point_of_the_line_and_of_the_ground():
    spec = draw()
    assert len(lines(spec, "main")) == len(areas(spec, "ground")) == len(ROWS)
    assert [point["tooltip"] for point in points(spec, "main")] == ROWS["tooltip"].tolist()


def test_heights_are_schools_from_a_zero_line():
    spec = draw()
    bottom = areas(spec, "ground")[0]["y2"]
    (target,) = (row for row in plots.rows(spec, "rules") if row["look"] == "reference")
    for row, drawn in zip(COVERED, lines(spec, "main"), strict=True):
        share = (bottom - drawn["y"]) / (bottom - target["y"])
        assert share == pytest.approx(row / 82, abs=0.01)


def test_months_are_evenly_apart():
    drawn = [row["x"] for row in lines(draw(), "main")]
    steps = {round(b - a, 1) for a, b in itertools.pairwise(drawn)}
    assert max(steps) - min(steps) <= 0.2


def test_the_road_runs_from_the_last_point_to_the_target():
    spec = draw()
    start, end = lines(spec, "projected")
    last, (ring,) = lines(spec, "main")[-1], points(spec, "projected")
    (target,) = (row for row in plots.rows(spec, "rules") if row["look"] == "reference")
    assert (start["x"], start["y"]) == (last["x"], last["y"])
    assert (end["x"], end["y"]) == (ring["x"], target["y"])


def test_the_wedge_lies_between_the_earliest_and_the_latest_road():
    spec = draw()
    wedge = areas(spec, "band")
    start, end = lines(spec, "projected")
    assert wedge[0]["y"] == wedge[0]["y2"] == start["y"]
    assert wedge[-1]["y"] == end["y"] < wedge[-1]["y2"]
    assert all(row["y"] <= row["y2"] for row in wedge)
    assert max(row["x"] for row in wedge) == end["x"]


def test_without_a_latest_date_the_wedge_stays_open_below():
    wedge = areas(draw(FAR), "band")
    assert len({row["y2"] for row in wedge}) == 1
    assert wedge[-1]["y"] < wedge[-1]["y2"]


def test_a_far_date_is_cut_at_eighteen_months_and_told_in_words():
    spec = draw(FAR)
    edge = max(row["x2"] for row in plots.rows(spec, "rules") if row["look"] == "reference")
    assert lines(spec, "projected")[-1]["x"] == edge
    assert points(spec, "projected") == []
    assert f"{FAR.expected_word} →" in plots.words(spec)
    months = [row["x"] for row in lines(spec, "main")]
    step = (months[-1] - months[0]) / 11
    assert edge == pytest.approx(months[-1] + burnup.AHEAD * step, abs=0.5)


def test_nothing_is_expected_where_there_is_no_date_or_no_school_left():
    reached = ROWS.assign(covered=ROWS["covered"] + 40)
    for spec in (draw(NEVER), draw(ROAD, reached)):
        assert lines(spec, "projected") == areas(spec, "band") == []
    assert "не скоро" in plots.words(draw(NEVER))


def test_the_days_of_the_target_and_of_the_report_are_upright_rules():
    spec = draw()
    upright = {row["look"] for row in plots.rows(spec, "rules") if row["x"] == row["x2"]}
    assert {"event", "axis"} <= upright
    (goal,) = points(spec, "reference")
    assert goal["tooltip"] == ROAD.target_word
    without = draw(replace(ROAD, target_x=None))
    assert points(without, "reference") == []


@pytest.mark.parametrize("target", [2.0, 8.0, 11.0, 12.0, 15.0, 28.0])
@pytest.mark.parametrize("expected", [12.0, 13.0, 16.0, 40.0, None])
def test_words_are_inside_the_sheet_and_off_each_other(target, expected):
    spec = draw(replace(ROAD, target_x=target, expected_x=expected, earliest_x=expected))
    spans = []
    for row in plots.rows(spec, "words"):
        wide = fitting.width_of(row["text"], row["size"])
        left = row["x"] - {"left": 0, "center": wide / 2, "right": wide}[row["align"]]
        assert left >= 0 and left + wide <= SIZE[0], row
        spans.append((left, left + wide, row["y"]))
    for one, other in itertools.combinations(spans, 2):
        assert one[1] <= other[0] or other[1] <= one[0] or abs(one[2] - other[2]) > 11


def test_the_report_date_does_not_cross_a_word():
    for today in (0.0, 3.0, 6.0, 11.0):
        spec = draw(replace(ROAD, today_x=today), ROWS.head(int(today) + 1))
        x = next(row["x"] for row in plots.rows(spec, "rules") if row["y"] < 12)
        for row in plots.rows(spec, "words"):
            if row["text"] in (ROAD.today_word, ROAD.expected_word):
                assert not row["x"] < x < row["x"] + fitting.width_of(row["text"], row["size"])


def test_words_of_months_are_thinned_evenly_and_keep_the_years():
    said = [text for text in plots.words(draw()) if text[:3] in MONTHS]
    assert said == [
        "сен 2021",
        "ноя",
        "янв 2022",
        "мар",
        "май",
        "июл",
        "сен 2022",
        "ноя",
        "янв 2023",
    ]
    assert burnup.thinned([(0.0, "янв"), (200.0, "фев")]) == [(0.0, "янв"), (200.0, "фев")]
    assert burnup.thinned([]) == []


def test_one_month_is_a_point_and_no_month_is_an_empty_field():
    one = draw(replace(ROAD, today_x=0.0, expected_x=9.0), ROWS.head(1))
    assert len(points(one, "main")) == 1
    assert len(lines(one, "projected")) == 2
    nothing = draw(replace(NEVER, today_x=0.0), ROWS.head(0))
    assert lines(nothing, "main") == []
    assert "цель 82" in plots.words(nothing)
    for spec in (one, nothing):
        alt.LayerChart.from_dict(spec)
        assert vl_convert.vegalite_to_png(spec)


def test_the_day_of_the_target_stays_on_the_axis_though_it_is_far():
    far = replace(FAR, target_x=ROWS["x"].max() + burnup.AHEAD + 6)
    goals = [row for row in points(draw(far), "reference") if row["tooltip"] == far.target_word]
    edge = max(row["x2"] for row in plots.rows(draw(far), "rules") if row["look"] == "reference")
    assert [row["x"] for row in goals] == [edge]
