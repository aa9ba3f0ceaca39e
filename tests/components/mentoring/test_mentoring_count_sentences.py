"""Counts of mentoring in words: how many are mentored, what hangs on few, when nothing is said."""

import datetime as dt

import pytest

from components.base.i18n import Words
from components.mentoring import sentences as said
from queries.methods.what_if import Outcome

RU, EN = Words("ru"), Words("en")
TODAY = dt.date(2022, 12, 31)


def test_the_headline_is_a_full_count_on_a_day():
    assert said.headline(57, 80, TODAY, RU) == (
        "57 из 80 школ с наставником на 31 декабря 2022\N{NARROW NO-BREAK SPACE}г."
    )
    assert said.headline(57, 80, TODAY, EN) == "57 of 80 schools mentored on 31 December 2022"


@pytest.mark.parametrize(
    ("schools", "russian", "english"),
    [
        (1, "0 из 1 школы с наставником", "0 of 1 school mentored"),
        (2, "0 из 2 школ с наставником", "0 of 2 schools mentored"),
        (5, "0 из 5 школ с наставником", "0 of 5 schools mentored"),
        (21, "0 из 21 школы с наставником", "0 of 21 schools mentored"),
        (1144, "0 из 1\N{NO-BREAK SPACE}144 школ с наставником", "0 of 1,144 schools mentored"),
    ],
)
def test_the_headline_agrees_with_the_number_of_schools(schools, russian, english):
    assert said.headline(0, schools, TODAY, RU).startswith(russian)
    assert said.headline(0, schools, TODAY, EN).startswith(english)


def test_what_the_leaving_of_few_mentors_uncovers_is_said():
    loss = [4, 7, 9]
    assert said.fragile(loss, RU) == "Уход 3 школ-наставников оставит без помощи 9 школ."
    assert said.fragile(loss, EN) == ("If 3 mentor schools left, 9 schools would be without help.")


@pytest.mark.parametrize("loss", [[], [0], [1]])
def test_fewer_than_two_schools_are_no_finding(loss):
    assert said.fragile(loss, RU) is None
    assert said.fragile(loss, EN) is None


@pytest.mark.parametrize(
    ("loss", "russian"),
    [
        ([2], "Уход 1 школы-наставника оставит без помощи 2 школы."),
        ([1, 2], "Уход 2 школ-наставников оставит без помощи 2 школы."),
        ([5], "Уход 1 школы-наставника оставит без помощи 5 школ."),
        ([21], "Уход 1 школы-наставника оставит без помощи 21 школу."),
    ],
)
def test_mentors_and_schools_agree_with_their_numbers(loss, russian):
    assert said.fragile(loss, RU) == russian


@pytest.mark.parametrize(
    ("places", "russian", "english"),
    [
        (1, "1 муниципалитет держится на одном наставнике.", "1 municipality hangs on one"),
        (2, "2 муниципалитета держатся на одном наставнике.", "2 municipalities hang on one"),
        (5, "5 муниципалитетов держатся на одном наставнике.", "5 municipalities hang on one"),
        (21, "21 муниципалитет держится на одном наставнике.", "21 municipalities hang on"),
    ],
)
def test_municipalities_that_hang_on_one_mentor_are_counted(places, russian, english):
    assert said.dependent(places, RU) == russian
    assert said.dependent(places, EN).startswith(english)


def test_no_municipality_is_named_if_none_hangs_on_one_mentor():
    assert said.dependent(0, RU) is None
    assert said.dependent(0, EN) is None


NOW = Outcome(covered=10, left=5, free=7, reachable=15)


def outcome(lost=0, short=0, free=9):
    return Outcome(10 - lost, 5 + lost, free, 15 - short)


def test_with_nothing_changed_no_outcome_is_claimed():
    assert said.supposed(NOW, NOW, RU) == "Измените что-нибудь, чтобы увидеть разницу."
    for then in (outcome(), outcome(lost=1), outcome(short=1)):
        assert "Измените" not in said.supposed(NOW, then, RU)


@pytest.mark.parametrize(
    ("short", "russian", "english"),
    [
        (1, "Мест не хватит 1 школе.", "There would be no place for 1 school."),
        (2, "Мест не хватит 2 школам.", "There would be no place for 2 schools."),
        (5, "Мест не хватит 5 школам.", "There would be no place for 5 schools."),
        (21, "Мест не хватит 21 школе.", "There would be no place for 21 schools."),
    ],
)
def test_missing_places_are_told_before_anything_else(short, russian, english):
    for lost in (0, 3):
        then = outcome(lost=lost, short=short, free=0)
        assert said.supposed(NOW, then, RU) == russian
        assert said.supposed(NOW, then, EN) == english


@pytest.mark.parametrize(
    ("lost", "russian"),
    [(1, "на 1 школу больше"), (2, "на 2 школы"), (5, "на 5 школ "), (21, "на 21 школу")],
)
def test_schools_that_lose_their_mentor_are_told_if_there_are_places_for_all(lost, russian):
    text = said.supposed(NOW, outcome(lost=lost), RU)
    assert russian in text and text.endswith("но мест хватит всем.")


def test_places_for_every_school_are_claimed_only_if_nobody_loses_and_none_is_missing():
    claim = "Мест хватит всем школам."
    assert said.supposed(NOW, outcome(), RU) == claim
    for then in (NOW, outcome(lost=1), outcome(short=1), outcome(lost=1, short=1)):
        assert said.supposed(NOW, then, RU) != claim
