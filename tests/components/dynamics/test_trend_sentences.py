"""What is said of trends: when a direction is named, when a year, and when neither may be."""

import pandas as pd
import pytest

from components.base.i18n import Words
from components.dynamics.trend_sentences import (
    HORIZON,
    TrendCounts,
    counted,
    finding,
    scope,
    verdict,
)

RU, EN = Words("ru"), Words("en")
NAN = float("nan")
DIRECTIONS = ("лучше", "хуже", "случай назвал")


def counts(total=53, judged=53, better=0, worse=0, visible=2.3, enough=0):
    return TrendCounts(total, judged, better, worse, visible, enough)


def told(found, who="53 муниципалитета", language=RU):
    return finding(found, who, 2022, 0.05, language)


def test_series_are_counted_by_their_verdicts():
    found = pd.DataFrame(
        {
            "word": ["better", "worse", "same", "better", "unknown", "unknown"],
            "visible": [1.0, 2.0, 3.0, 4.0, 5.0, NAN],
            "enough": [NAN, NAN, NAN, NAN, 2025.0, 2024.0],
        }
    )
    assert counted(found) == TrendCounts(6, 4, 2, 1, 3.0, 2024)
    assert counted(found[:4]).enough == 0


def test_directions_are_counted_beside_what_chance_would_name():
    assert told(counts(judged=52, better=2, worse=1)) == (
        "Год за годом лучше остального региона — 2, хуже — 1; "
        "всего 53 муниципалитета, случай назвал бы до 2,6"
    )
    assert told(counts(judged=40, worse=1), "40 municipalities", EN) == (
        "Better than the rest of the region year after year: 0, worse: 1; "
        "in all 40 municipalities, chance alone would name up to 2.0"
    )


def test_that_no_trend_is_seen_is_said_only_where_some_are_judged():
    assert told(counts()) == "Тренда, отличного от остального региона, не видно: 53 муниципалитета"
    for other in (counts(better=1), counts(worse=1), counts(judged=0, enough=2024)):
        assert "не видно" not in told(other)


def test_without_verdicts_the_year_stands_from_which_there_can_be_one():
    assert told(counts(judged=0, enough=2024)) == (
        "О тренде можно будет судить с 2024 года: 53 муниципалитета"
    )
    assert told(counts(judged=0, enough=2022 + HORIZON)).startswith("О тренде можно будет судить")
    assert "можно будет" not in told(counts(judged=1, enough=2024))


def test_a_year_too_far_ahead_is_not_told_nor_one_that_nobody_knows():
    assert told(counts(judged=0, enough=2023 + HORIZON)) == (
        "О тренде и через 15 лет судить рано, случай слишком велик: 53 муниципалитета"
    )
    assert told(counts(judged=0)) == "О тренде судить не по чему: 53 муниципалитета"
    for few in (counts(judged=0, enough=2099), counts(judged=0)):
        assert "2099" not in told(few) and "с 0" not in told(few)


@pytest.mark.parametrize("enough", [0, 2024, 2099])
def test_no_direction_is_said_without_a_verdict(enough):
    text = told(counts(judged=0, enough=enough))
    assert not any(word in text for word in DIRECTIONS)


def test_a_finding_is_a_headline():
    for found in (counts(better=10, worse=10), counts(), counts(judged=0, enough=2024)):
        assert len(told(found)) <= 110


def test_the_visible_slope_is_told_only_where_it_is_known():
    assert scope(counts(), RU).startswith("У половины рядов виден только наклон от 2,3 п.п. в год")
    assert scope(counts(visible=NAN, judged=0), RU) == ""


def test_how_many_wait_is_told_only_beside_verdicts():
    assert scope(counts(judged=51), RU).endswith("О 2 рядах судить рано.")
    for found in (counts(), counts(judged=0, enough=2024)):
        assert "судить рано" not in scope(found, RU)


def row(word, enough=NAN):
    return {"word": word, "enough": enough}


def test_one_series_has_its_verdict_or_its_year():
    assert verdict(row("better"), 2022, RU) == "год за годом лучше остального региона"
    assert verdict(row("same"), 2022, RU) == "от остального региона не отличить"
    assert verdict(row("unknown", 2026.0), 2022, RU) == "судить можно с 2026 года"
    assert verdict(row("unknown", 2046.0), 2022, RU) == "и через 15 лет судить рано"
    assert verdict(row("unknown"), 2022, RU) == "судить не по чему"


@pytest.mark.parametrize("word", ["better", "worse", "same", "unknown"])
@pytest.mark.parametrize("words", [RU, EN])
def test_a_share_is_never_said_to_fall_or_rise_steadily(word, words):
    """A verdict is against the rest of the region, whichever way all of it goes."""
    text = verdict(row(word, 2026.0), 2022, words)
    assert not any(said in text for said in ("устойчиво", "снижается", "растёт", "steadily"))
