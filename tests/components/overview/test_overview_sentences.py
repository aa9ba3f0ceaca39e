"""The cards of the summary: what they say of full, missing and unchanged counts."""

from datetime import date

import pandas as pd
import pytest

from components.base.i18n import Words
from components.overview import sentences
from components.overview.sentences import Card
from queries.overview import SUMMED
from queries.view import View

RU, EN = Words("ru"), Words("en")
VIEW = View(region="60", year=2022, first_year=2017)
TARGET = (100.0, 2023)
NOBODY = pd.DataFrame(columns=["event", "oktmo", "name", "source"])
NO_EVENTS = pd.DataFrame(columns=["code", "start_date", "attribute", "value"])


def totals(*rows):
    columns = ["indicator", "year", "numerator", "denominator"]
    return pd.DataFrame(rows, columns=columns).assign(municipalities=55)


def event(code="rostov-2022-11", day=date(2022, 11, 17), **numbers):
    rows = [(code, day, attribute, value) for attribute, value in numbers.items()]
    return pd.DataFrame(rows, columns=["code", "start_date", "attribute", "value"])


def absent(*names, of="rostov-2022-11"):
    return pd.DataFrame({"event": [of] * len(names), "name": list(names)})


def cards(rows, events=NO_EVENTS, away=NOBODY, words=RU, view=VIEW):
    made = sentences.cards(rows, events, away, TARGET, view, words)
    return dict(zip(("in_need", "mentored", "measures", "conference"), made, strict=True))


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


FULL = totals(
    ("IND-19", 2021, 81, 1150),
    ("IND-19", 2022, 82, 1144),
    ("IND-03", 2021, 27, 81),
    ("IND-03", 2022, 57, 80),
    ("IND-13", 2022, 490, 648),
)


def test_schools_in_need_are_counted_beside_the_year_before():
    assert cards(FULL)["in_need"] == Card(
        "82",
        "школы нуждаются в помощи",
        "в 2021: 81, по данным 55 муниципалитетов",
        note="по данным 55 муниципалитетов",
    )


def test_a_year_in_which_fewer_municipalities_told_is_no_rise():
    rows = totals(("IND-19", 2021, 40, 500), ("IND-19", 2022, 82, 1144))
    rows.loc[rows["year"].eq(2021), "municipalities"] = 31
    said = cards(rows)["in_need"].beside
    assert said == "в 2021: 40, по данным 31 муниципалитета"


def test_the_mentored_stand_beside_those_of_the_year_before_and_the_target():
    card = cards(FULL)["mentored"]
    assert (plain(card.number), card.share) == ("57 из 80", 57 / 80)
    assert plain(card.beside) == "в 2021: 27 из 81"
    assert plain(card.note).startswith("цель 100 % к концу 2023 года")


def test_fewer_mentored_of_a_shorter_list_is_no_step_back():
    card = cards(totals(("IND-03", 2021, 9, 9), ("IND-03", 2022, 5, 5)))["mentored"]
    assert (plain(card.number), plain(card.beside)) == ("5 из 5", "в 2021: 9 из 9")


@pytest.mark.parametrize("words", [RU, EN])
def test_a_full_count_is_never_called_better_or_worse(words):
    rows = totals(
        *((code, year, part, 80) for code in SUMMED for year, part in ((2021, 40), (2022, 10)))
    )
    said = " ".join(str(card) for card in cards(rows, words=words).values()).casefold()
    assert not any(word in said for word in ("лучше", "хуже", "better", "worse", "▲", "▼"))


def test_schools_of_silent_municipalities_are_said_apart_and_not_called_unmentored():
    card = cards(FULL)["mentored"]
    assert plain(card.note).endswith("о 2 школах муниципалитеты не отчитались")
    everybody = totals(("IND-19", 2022, 80, 1144), ("IND-03", 2022, 57, 80))
    assert "отчита" not in cards(everybody)["mentored"].note


def test_a_card_without_the_year_before_says_so_instead_of_a_change():
    card = cards(totals(("IND-19", 2022, 82, 1144)))["in_need"]
    assert card.beside == "за 2021 год сравнить не с чем"


def test_what_is_not_done_by_the_end_of_the_year_is_counted():
    card = cards(FULL)["measures"]
    assert (plain(card.number), card.beside) == ("490 из 648", "не выполнено к концу года: 158")


@pytest.mark.parametrize("rows", [totals(), totals(("IND-19", 2021, 81, 1150))])
def test_what_is_not_known_is_a_dash_with_words_and_never_a_zero(rows):
    made = cards(rows)
    assert {card.number for card in made.values()} == {"—"}
    assert made["in_need"].counted == "нет данных о том, сколько школ нуждается в помощи"
    assert made["mentored"].counted == "нет данных о наставничестве"
    assert made["measures"].counted == "нет данных о мероприятиях дорожных карт"
    assert made["conference"].counted == "в данных нет мероприятий 2022 года с учётом участия"
    assert all(card.share is None for card in made.values())


def test_no_school_in_need_is_a_zero_and_not_a_dash():
    card = cards(totals(("IND-19", 2022, 0, 20)))["in_need"]
    assert (card.number, card.counted) == ("0", "школ нуждаются в помощи")


def test_no_school_to_mentor_draws_no_bar():
    assert cards(totals(("IND-03", 2022, 0, 0)))["mentored"].share is None


def test_the_conference_names_who_was_absent():
    numbers = event(municipalities_took_part=41, municipalities_absent=14, participants=185)
    card = cards(FULL, numbers, absent("Сальский район", "г. Азов"))["conference"]
    assert plain(card.number) == "41 из 55"
    assert plain(card.counted) == "муниципалитетов на конференции 17 ноября 2022 г. (74,5 %)"
    assert plain(card.note) == "2 с ШНОР отсутствовали: Сальский район, г. Азов"


def test_an_event_that_counted_only_who_came_gives_no_share():
    assert cards(FULL, event(municipalities_took_part=41))["conference"].number == "—"


def test_those_absent_from_another_event_are_not_named():
    numbers = event(municipalities_took_part=41, municipalities_absent=14)
    away = pd.concat([absent("г. Азов"), absent("г. Шахты", of="rostov-2022-04")])
    assert "Шахты" not in cards(FULL, numbers, away)["conference"].note


def test_the_latest_event_that_counted_is_shown():
    later = event("later", date(2022, 12, 1), participants=20)
    counted = event("november", municipalities_took_part=41, municipalities_absent=14)
    card = cards(FULL, pd.concat([later, counted]))["conference"]
    assert plain(card.number) == "41 из 55"


def test_cards_speak_english():
    made = cards(FULL, words=EN)
    assert made["in_need"] == Card(
        "82",
        "schools need help",
        "in 2021: 81, from 55 municipalities",
        note="from 55 municipalities",
    )
    assert made["mentored"].note == "target 100% by the end of 2023; 2 schools were not reported on"


def test_years_are_summed_up_by_the_first_and_the_last_that_are_known():
    rows = totals(
        ("IND-03", 2022, 57, 80),
        ("IND-03", 2019, 4, 83),
        ("IND-03", 2018, float("nan"), float("nan")),
        ("IND-19", 2017, 89, 1144),
    )
    said = plain(sentences.mentored_by_year(rows, RU))
    assert said == "С наставником: 4 из 83 в 2019 году, 57 из 80 в 2022 году"
    assert (
        plain(sentences.mentored_by_year(rows, EN)) == "Mentored: 4 of 83 in 2019, 57 of 80 in 2022"
    )


@pytest.mark.parametrize("rows", [(), (("IND-03", 2022, 57, 80),), (("IND-19", 2021, 1, 2),) * 2])
def test_one_year_is_no_finding(rows):
    assert sentences.mentored_by_year(totals(*rows), RU) == ""
