"""Words in both languages: plural forms, numbers, per cents, dates."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from components.base.i18n import Words

RU, EN = Words("ru"), Words("en")


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "0 мероприятий не выполнено к концу года"),
        (1, "1 мероприятие не выполнено к концу года"),
        (2, "2 мероприятия не выполнены к концу года"),
        (4, "4 мероприятия не выполнены к концу года"),
        (5, "5 мероприятий не выполнено к концу года"),
        (11, "11 мероприятий не выполнено к концу года"),
        (14, "14 мероприятий не выполнено к концу года"),
        (21, "21 мероприятие не выполнено к концу года"),
        (22, "22 мероприятия не выполнены к концу года"),
        (111, "111 мероприятий не выполнено к концу года"),
        (1001, "1 001 мероприятие не выполнено к концу года"),
        (1.5, "1,5 мероприятия не выполнены к концу года"),
    ],
)
def test_russian_has_a_form_for_every_number(n, said):
    assert RU("attention.overdue", n=n).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "0 measures not done by the end of the year"),
        (1, "1 measure not done by the end of the year"),
        (2, "2 measures not done by the end of the year"),
        (11, "11 measures not done by the end of the year"),
        (21, "21 measures not done by the end of the year"),
        (1001, "1,001 measures not done by the end of the year"),
        (1.5, "1.5 measures not done by the end of the year"),
    ],
)
def test_english_has_a_form_for_every_number(n, said):
    assert EN("attention.overdue", n=n) == said


def test_a_plural_text_without_the_number_in_it_still_follows_the_number():
    assert RU("card.in_need", n=21) == "школа нуждается в помощи"
    assert RU("card.in_need", n=82) == "школы нуждаются в помощи"
    assert EN("card.in_need", n=1) == "school needs help"


def test_gaps_are_filled_beside_the_number():
    assert RU("attention.no_mentor", n=3, of="6") == "3 школы из 6 без наставника"
    assert EN("attention.no_mentor", n=1, of="6") == "1 school of 6 has no mentor"


def test_braces_of_what_fills_a_gap_are_left_alone():
    assert "{region}" in RU("notice.refused", said="{region}")


def test_a_text_that_does_not_exist_is_a_bug_and_not_an_empty_string():
    with pytest.raises(KeyError):
        RU("no.such.text")


@pytest.mark.parametrize(
    ("value", "decimals", "russian", "english"),
    [
        (0, 0, "0", "0"),
        (1144, 0, "1\N{NO-BREAK SPACE}144", "1,144"),
        (1_234_567, 0, "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567", "1,234,567"),
        (31.25, 1, "31,2", "31.2"),
        (31.0, 1, "31,0", "31.0"),
        (-6.1, 1, "\N{MINUS SIGN}6,1", "\N{MINUS SIGN}6.1"),
    ],
)
def test_numbers_have_the_separators_of_the_language_and_a_real_minus(
    value, decimals, russian, english
):
    assert RU.number(value, decimals) == russian
    assert EN.number(value, decimals) == english


def test_per_cents_stand_off_their_sign_in_russian_only():
    assert RU.percent(74.5454) == "74,5\N{NO-BREAK SPACE}%"
    assert EN.percent(74.5454) == "74.5%"
    assert RU.percent(100, 0) == "100\N{NO-BREAK SPACE}%"


def test_dates_are_written_in_words():
    day = date(2022, 11, 17)
    assert RU.day(day) == "17 ноября 2022\N{NARROW NO-BREAK SPACE}г."
    assert EN.day(day) == "17 November 2022"
    assert (RU.short_day(day), EN.short_day(day)) == ("17.11.2022", "17 Nov 2022")


def test_moments_name_day_and_minute():
    moment = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
    assert RU.moment(moment) == "21.11.2026, 14:05 (UTC)"
    assert EN.moment(moment) == "21 Nov 2026, 14:05 (UTC)"


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Europe/Moscow", "21.11.2026, 17:05 (UTC+3)"),
        ("Asia/Kolkata", "21.11.2026, 19:35 (UTC+5:30)"),
        ("America/St_Johns", "21.11.2026, 10:35 (UTC−3:30)"),
    ],
)
def test_moments_name_their_zone(zone, said):
    moment = datetime(2026, 11, 21, 14, 5, tzinfo=UTC).astimezone(ZoneInfo(zone))
    assert RU.moment(moment) == said


def test_a_moment_of_no_zone_is_refused():
    with pytest.raises(ValueError, match="no zone"):
        RU.moment(datetime(2026, 11, 21, 14, 5))  # noqa: DTZ001


def test_the_column_of_the_language_is_picked_from_a_row():
    row = {"name_ru": "Ростовская область", "name_en": "Rostov region"}
    assert (RU.pick(row, "name"), EN.pick(row, "name")) == ("Ростовская область", "Rostov region")
