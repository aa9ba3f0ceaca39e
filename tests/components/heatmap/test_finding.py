"""A sentence of a heat map: when its rule holds, and when it must not be said."""

import pandas as pd
import pytest

from components.base.i18n import Words
from components.heatmap.finding import finding

RU, EN = Words("ru"), Words("en")
NAN = float("nan")
CHANCE = 0.05


def cells(*rows):
    """Compared cells of one column from (numerator, denominator) or a state."""
    counted = [row if isinstance(row, tuple) else (NAN, NAN) for row in rows]
    states = ["counted" if isinstance(row, tuple) else row for row in rows]
    frame = pd.DataFrame(counted, columns=["numerator", "denominator"], dtype=float)
    return frame.assign(state=states, verdict="not_compared")


def verdicts(*names):
    return cells(*[(1, 100)] * len(names)).assign(verdict=list(names))


def russian(rows, indicator):
    return finding(rows, indicator, CHANCE, RU)


# IND-19: where most of the schools in need are


def test_how_many_schools_few_municipalities_hold_is_said():
    rows = cells((10, 20), (2, 20), (3, 20), (2, 20), (2, 20), (1, 20))
    assert russian(rows, "IND-19") == "10 из 20 ШНОР — в 1 муниципалитете"
    said = finding(rows, "IND-19", CHANCE, EN)
    assert said == "10 of the 20 low-performing schools are in 1 municipality"


def test_two_of_three_schools_are_not_called_half():
    rows = cells((2, 20), (1, 20), (0, 20))
    assert russian(rows, "IND-19") == "2 из 3 ШНОР — в 1 муниципалитете"


def test_all_schools_in_one_municipality_are_not_called_half():
    rows = cells((3, 20), (0, 20), (0, 20))
    assert russian(rows, "IND-19") == "Все ШНОР (3) — в 1 муниципалитете"


def test_schools_spread_over_many_municipalities_is_not_said():
    assert russian(cells((2, 20), (2, 20), (2, 20), (2, 20)), "IND-19") is None


def test_no_school_in_need_is_said_when_everybody_reported():
    assert russian(cells((0, 20), (0, 12)), "IND-19") == "Школ, нуждающихся в помощи, нет"


@pytest.mark.parametrize("silent", ["not_reported", "no_data"])
def test_no_school_in_need_is_not_said_while_somebody_is_silent(silent):
    assert russian(cells((0, 20), (0, 12), silent), "IND-19") is None


def test_no_school_in_need_is_not_said_with_one_school():
    assert russian(cells((0, 20), (1, 12)), "IND-19") != "Школ, нуждающихся в помощи, нет"


# IND-03: mentoring


def test_municipalities_without_any_pair_are_counted():
    assert russian(cells((0, 1), (0, 3), (2, 2)), "IND-03") == (
        "В 2 муниципалитетах нет школ с наставником"
    )
    assert (
        finding(cells((0, 1), (2, 2)), "IND-03", CHANCE, EN)
        == "1 municipality has no mentored school"
    )


def test_those_without_schools_in_need_or_without_a_report_do_not_count_as_without_a_pair():
    rows = cells((0, 1), (2, 2), "no_schools", "not_reported", "no_data")
    assert russian(rows, "IND-03") == "В 1 муниципалитете нет школ с наставником"


def test_without_any_pair_is_not_said_where_everybody_has_one():
    assert "нет школ" not in russian(cells((1, 1), (1, 3)), "IND-03")


def test_all_mentored_is_said_when_every_school_is():
    assert russian(cells((1, 1), (3, 3), "no_schools"), "IND-03") == (
        "Во всех муниципалитетах у каждой ШНОР есть наставник"
    )


def test_all_mentored_is_not_said_when_one_school_is_not():
    assert russian(cells((1, 1), (2, 3)), "IND-03") == (
        "Хотя бы одна пара есть в каждом муниципалитете с ШНОР"
    )


@pytest.mark.parametrize("silent", ["not_reported", "no_data"])
@pytest.mark.parametrize("rows", [((1, 1), (3, 3)), ((1, 1), (2, 3))])
def test_nothing_is_said_of_every_municipality_while_somebody_is_silent(rows, silent):
    assert russian(cells(*rows, silent), "IND-03") is None


# IND-13: road maps


def test_municipalities_with_a_late_measure_are_counted():
    assert russian(cells((4, 8), (8, 8), (7, 8)), "IND-13") == (
        "В 2 муниципалитетах есть мероприятия, не выполненные к концу года"
    )


def test_all_done_is_said_when_all_is_done():
    assert (
        russian(cells((8, 8), (4, 4)), "IND-13")
        == "Все мероприятия со сроком в этом году выполнены"
    )


def test_all_done_is_not_said_with_a_late_measure_or_a_silent_municipality():
    assert (
        russian(cells((8, 8), (3, 4)), "IND-13")
        != "Все мероприятия со сроком в этом году выполнены"
    )
    assert russian(cells((8, 8), (4, 4), "not_reported"), "IND-13") is None


# IND-20: training


def test_municipalities_with_less_than_half_trained_are_counted():
    assert russian(cells((4, 10), (5, 10), (9, 10)), "IND-20") == (
        "В 1 муниципалитете обучено меньше половины педагогов ШНОР"
    )


def test_less_than_half_trained_is_not_said_when_half_is():
    assert russian(cells((5, 10), (9, 10)), "IND-20") is None


# Shares of pupils


def test_municipalities_unlike_the_rest_are_counted_both_ways():
    rows = verdicts("worse", "worse", "better", "same")
    assert russian(rows, "IND-07-VPR") == (
        "В 2 муниципалитетах доля ниже порога выше, чем у остальных, в 1 — ниже"
        "; при отсутствии различий отметилось бы около 0,2 из 4"
    )
    assert finding(rows, "IND-07-VPR", CHANCE, EN) == (
        "In 2 municipalities the share below the threshold is higher than in the rest"
        ", in 1 lower; without any difference about 0.2 of 4 would be marked"
    )


def test_no_one_is_said_to_be_lower_when_nobody_is():
    assert russian(verdicts("worse", "same"), "IND-07-VPR").startswith(
        "В 1 муниципалитете доля ниже порога выше, чем у остальных;"
    )


def test_no_one_is_said_to_be_higher_when_nobody_is():
    assert russian(verdicts("better", "same"), "IND-07-OGE").startswith(
        "В 1 муниципалитете доля ниже порога меньше, чем у остальных;"
    )


def test_nobody_differs_is_said_of_the_compared_only():
    assert russian(verdicts("same", "same", "not_compared"), "IND-07-EGE") == (
        "Отличий от остальных не обнаружено: сравнены 2 муниципалитета"
    )


def test_nobody_differs_is_not_said_when_somebody_does():
    assert "не обнаружено" not in russian(verdicts("same", "worse"), "IND-07-VPR")


def test_how_many_chance_would_mark_is_of_the_compared_and_said_only_beside_marks():
    said = russian(verdicts("worse", *["same"] * 32, *["not_compared"] * 20), "IND-07-EGE")
    assert said.endswith("отметилось бы около 1,7 из 33")
    assert "отметилось бы" not in russian(verdicts("same", "same"), "IND-07-EGE")


@pytest.mark.parametrize("names", [("not_compared",) * 5, ("worse",) + ("not_compared",) * 5, ()])
def test_nothing_is_said_of_pupils_when_fewer_than_two_can_be_compared(names):
    assert russian(verdicts(*names), "IND-07-VPR") is None


def test_nothing_is_said_of_a_published_value():
    assert russian(verdicts("not_compared", "not_compared"), "IND-21") is None


# Too little for any sentence


@pytest.mark.parametrize("indicator", ["IND-19", "IND-03", "IND-13", "IND-20"])
@pytest.mark.parametrize(
    "rows",
    [(), ((0, 1),), ((0, 1), "not_reported", "no_schools"), ((0, NAN), (0, NAN)), ("break",) * 3],
)
def test_nothing_is_said_of_the_region_from_fewer_than_two_full_counts(indicator, rows):
    assert russian(cells(*rows), indicator) is None
