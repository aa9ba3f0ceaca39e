"""A plan of a year: windows and marks stand in their months, and every state has its own sign."""

import pandas as pd
import pytest

from components.base.theme import DARK, LIGHT
from components.charts import gantt
from tests.components.charts import plots

WIDTH = 716
MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
NAMES = [
    "1.1 Провести самодиагностику школы и выбрать риски для работы в этом году",
    "1.2 Составить карты затруднений",
]
MEASURES = pd.DataFrame(
    {
        "id": ["M/1", "M/2"],
        "name": NAMES,
        "total": ["7 из 9", "—"],
        "tooltip": NAMES,
    }
)
SPANS = pd.DataFrame(
    [
        ("M/1", "plan", 1.0, 2.0, None),
        ("M/1", "fact", 1.2, 2.6, 1.4),
        ("M/2", "plan", 9.0, 12.0, None),
    ],
    columns=["id", "kind", "x", "x2", "middle"],
)
STATES = tuple(gantt.LOOKS)
MARKS = pd.DataFrame(
    [("M/1", "late", 2.0, "2", "M/1"), ("M/2", "ahead", 12.0, "", "M/2")],
    columns=["id", "state", "x", "count", "tooltip"],
)
CALENDAR = gantt.Calendar(MONTHS, 6.0, "на 30.06.2022", "выполнено")


def drawn(measures=MEASURES, spans=SPANS, marks=MARKS, calendar=CALENDAR, chosen=""):
    return gantt.draw(measures, spans, marks, calendar, LIGHT, WIDTH, chosen)


def month(x):
    """The number of the month whose cell holds a place, from 1."""
    return int((x - gantt.NAME) // ((WIDTH - gantt.NAME - gantt.TOTAL) / 12)) + 1


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_chart_keeps_what_all_charts_promise(palette):
    spec = gantt.draw(MEASURES, SPANS, MARKS, CALENDAR, palette, WIDTH, "M/1")
    plots.promises_are_kept(spec, palette, WIDTH, spec["height"])


def test_a_mark_on_the_last_day_of_a_month_stands_in_that_month():
    late, ahead = plots.rows(drawn(), "points")
    assert (month(late["x"]), month(ahead["x"])) == (2, 12)


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_has_its_own_place(number):
    marks = MARKS.head(1).assign(x=float(number))
    (mark,) = plots.rows(drawn(marks=marks), "points")
    assert month(mark["x"]) == number


def test_windows_and_days_of_doing_are_told_apart():
    boxes = [box for box in plots.rows(drawn(), "boxes") if box["look"] == "ground"]
    assert [month(box["x"] + 1) for box in boxes] == [2, 10]
    fact, tick = [rule for rule in plots.rows(drawn(), "rules") if rule["look"] == "interval"]
    assert (month(fact["x"]), month(fact["x2"])) == (2, 3)
    assert tick["x"] == tick["x2"] and fact["x"] < tick["x"] < fact["x2"]
    assert tick["y"] < fact["y"] < tick["y2"]


def test_the_report_date_is_a_line_with_its_words():
    (line,) = [rule for rule in plots.rows(drawn(), "rules") if rule["look"] == "chosen"]
    assert line["x"] == line["x2"] == pytest.approx(gantt.NAME + 6 * 33, abs=0.1)
    assert "на 30.06.2022" in plots.words(drawn())


def test_every_state_has_a_sign_of_its_own():
    signs = [sign for sign, _, _ in gantt.LOOKS.values()]
    assert len(set(signs)) == len(STATES)
    marks = pd.concat([MARKS.head(1).assign(state=state) for state in STATES])
    assert {row["sign"] for row in plots.rows(drawn(marks=marks), "points")} == set(signs)


@pytest.mark.parametrize("x", [0.1, 0.5, 2.0, 2.05, 12.0])
@pytest.mark.parametrize("count", ["2", "54", "104"])
def test_how_many_are_late_stands_over_the_sign_and_no_line_of_a_month_crosses_it(count, x):
    spec = drawn(marks=MARKS.head(1).assign(count=count, x=x))
    (word,) = [row for row in plots.rows(spec, "words") if row["text"] == count]
    half = len(count) * 10.5 * 0.55 / 2
    assert month(word["x"] - half) == month(word["x"] + half)
    window = next(box for box in plots.rows(spec, "boxes") if box["look"] == "ground")
    assert word["y"] + 4 < window["y"]


def test_a_row_tells_its_name_uncut_and_chooses_its_measure():
    rows = [box for box in plots.rows(drawn(), "boxes") if box["oktmo"]]
    assert [(box["oktmo"], box["tooltip"]) for box in rows] == list(
        zip(["M/1", "M/2"], NAMES, strict=True)
    )


def test_a_long_name_stands_in_two_lines_and_nothing_of_it_is_cut():
    words = [row for row in plots.rows(drawn(), "words") if row["x"] == gantt.EDGE]
    first, second, other = sorted(words, key=lambda row: row["y"])
    assert f"{first['text']} {second['text']}" == NAMES[0]
    assert second["y"] - first["y"] == pytest.approx(gantt.LINE, abs=0.2)
    assert other["text"] == NAMES[1]


def test_the_open_measure_is_on_a_ground_of_its_own():
    (band,) = [box for box in plots.rows(drawn(chosen="M/2"), "boxes") if box["look"] == "band"]
    assert band["oktmo"] == "M/2"


def test_few_rows_are_taller_than_many_and_none_are_too_low():
    assert gantt.row_height(1) == gantt.MOST > gantt.row_height(14) >= gantt.LEAST
    assert gantt.row_height(60) == gantt.LEAST


def test_nothing_draws_the_empty_year():
    spec = drawn(MEASURES.head(0), SPANS.head(0), MARKS.head(0))
    assert plots.words(spec)[:12] == list(MONTHS)
