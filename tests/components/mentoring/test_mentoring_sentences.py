"""The road to every school mentored in words: when each is said, and when it must not be."""

import datetime as dt
from dataclasses import replace

import pytest

from components.base.i18n import Words
from components.mentoring import sentences as said
from queries.methods.pace import Pace

RU, EN = Words("ru"), Words("en")
TODAY, TARGET = dt.date(2022, 12, 31), dt.date(2023, 12, 31)
MET = dt.date(2023, 10, 31)
GOING = Pace(
    left=23,
    per_month=2.5,
    needed_per_month=23 / 12,
    expected=MET,
    earliest=dt.date(2023, 7, 31),
    latest=dt.date(2024, 2, 29),
    months_late=0,
    after_target=False,
)


def pace(**changes):
    return replace(GOING, **changes)


def road(found, left=23, today=TODAY, target=TARGET, words=RU):
    return said.road(found, left, today, target, words)


def test_the_road_says_what_is_left_what_is_needed_and_where_the_pace_leads():
    assert road(GOING) == (
        "Осталось 23 школы, нужно 1,9 в месяц, сейчас 2,5 в месяц: с таким темпом цель — "
        "октябрь 2023 (возможно: июль 2023 — февраль 2024)."
    )
    assert road(GOING, words=EN) == (
        "23 schools left, 1.9 a month needed, now 2.5 a month: at this pace the target is met in "
        "October 2023 (possibly July 2023 to February 2024)."
    )


@pytest.mark.parametrize(
    ("left", "russian"),
    [
        (1, "Осталась 1 школа,"),
        (2, "Осталось 2 школы,"),
        (5, "Осталось 5 школ,"),
        (11, "Осталось 11 школ,"),
        (21, "Осталась 21 школа,"),
    ],
)
def test_what_is_left_agrees_with_its_number(left, russian):
    assert road(GOING, left=left).startswith(russian)


@pytest.mark.parametrize("found", [GOING, pace(left=0, expected=None), None])
def test_with_nothing_left_only_that_is_said(found):
    assert road(found, left=0) == "Цель достигнута."
    assert road(found, left=0, words=EN) == "The target is reached."
    late = road(found, left=0, today=dt.date(2024, 1, 1))
    assert late == road(found, left=0)


def test_the_target_is_not_said_to_be_reached_while_a_school_is_left():
    for found in (GOING, pace(per_month=0.0), None):
        assert "достигнута" not in road(found, left=1)
        assert "reached" not in road(found, left=1, words=EN)


def test_an_unknown_pace_names_no_month_and_no_amount():
    assert road(None) == ("Осталось 23 школы, темп неизвестен: данных меньше чем за три месяца.")
    assert road(None, words=EN) == (
        "23 schools left, the pace is unknown: less than three months of data."
    )
    assert "неизвестен" not in road(GOING)


@pytest.mark.parametrize("per_month", [0.0, -0.5])
@pytest.mark.parametrize("earliest", [None, dt.date(2025, 1, 31)])
def test_a_pace_that_leads_nowhere_has_no_month_of_arrival(per_month, earliest):
    still = pace(per_month=per_month, expected=None, earliest=earliest, latest=None)
    assert said.pace_of(still, RU) == (
        "охват в последние месяцы не растёт: с таким темпом к цели не прийти."
    )
    assert said.pace_of(still, EN) == (
        "coverage has not grown in recent months: this pace does not lead to the target."
    )
    assert "не растёт" not in said.pace_of(GOING, RU)


def test_an_arrival_out_of_sight_is_told_without_a_month():
    far = pace(per_month=0.1, expected=None, latest=None, months_late=None)
    text = "сейчас 0,10 в месяц: с таким темпом цель дальше чем через десять лет."
    assert said.pace_of(far, RU) == text
    assert said.pace_of(far, EN).endswith("the target is more than ten years away.")
    assert "десять лет" not in said.pace_of(GOING, RU)


def test_after_the_targets_day_no_pace_is_said_to_be_needed():
    after = pace(needed_per_month=None, after_target=True, months_late=22)
    text = road(after, today=dt.date(2024, 3, 31))
    assert text.startswith(
        "Осталось 23 школы, срок прошёл 31 декабря 2023\N{NARROW NO-BREAK SPACE}г."
    )
    assert "нужно" not in text
    english = road(after, today=dt.date(2024, 3, 31), words=EN)
    assert "the target date 31 December 2023 has passed" in english
    assert "needed" not in english


@pytest.mark.parametrize("today", [TODAY, TARGET])
def test_the_targets_day_has_not_passed_until_it_is_over(today):
    assert "прошёл" not in road(GOING, today=today)
    assert "has passed" not in road(GOING, today=today, words=EN)


def test_a_range_is_said_only_if_its_ends_differ():
    assert said.range_of(GOING, RU) == " (возможно: июль 2023 — февраль 2024)"
    assert said.range_of(pace(earliest=MET, latest=MET), RU) == ""
    assert said.range_of(pace(earliest=None, latest=None), EN) == ""


def test_a_range_without_a_latest_month_says_so():
    open_ = pace(latest=None)
    assert said.range_of(open_, RU) == " (самое раннее — июль 2023, верхней границы нет)"
    assert said.range_of(open_, EN) == " (July 2023 at the earliest, the latest cannot be told)"
    for words in (RU, EN):
        assert "None" not in said.range_of(open_, words)


@pytest.mark.parametrize(
    ("months", "russian", "english"),
    [
        (1, "на 1 месяц позже срока", "1 month late"),
        (2, "на 2 месяца позже срока", "2 months late"),
        (5, "на 5 месяцев позже срока", "5 months late"),
        (21, "на 21 месяц позже срока", "21 months late"),
    ],
)
def test_being_late_is_told_in_months(months, russian, english):
    late = pace(months_late=months)
    assert said.pace_of(late, RU).endswith(f", {russian}")
    assert said.pace_of(late, EN).endswith(f", {english}")


@pytest.mark.parametrize("months", [0, None])
def test_an_arrival_in_time_is_not_said_to_be_late(months):
    assert "позже" not in said.pace_of(pace(months_late=months), RU)
    assert "late" not in said.pace_of(pace(months_late=months), EN)


@pytest.mark.parametrize(
    ("amount", "russian"),
    [
        (4.0, "4"),
        (4.004, "4"),
        (1.25, "1,2"),
        (2.96, "3,0"),
        (0.25, "0,25"),
        (1 / 6, "0,17"),
    ],
)
def test_a_pace_below_one_school_has_two_digits(amount, russian):
    assert f"сейчас {russian} в месяц" in said.pace_of(pace(per_month=amount), RU)


def test_one_sentence_begins_with_a_capital_and_ends_with_one_full_stop():
    late = dt.date(2024, 3, 31)
    slow = pace(per_month=0.1, expected=None)
    for words in (RU, EN):
        for found in (GOING, pace(latest=None), pace(per_month=0.0), slow, None):
            for today in (TODAY, late):
                text = road(found, today=today, words=words)
                assert text[0] == text[0].upper()
                assert text.endswith(".") and not text.endswith("..")
                assert "{" not in text and "None" not in text and "nan" not in text
