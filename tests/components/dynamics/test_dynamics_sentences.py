"""Every sentence of the page of dynamics: when it is said, and when it must not be."""

import math

import pandas as pd
import pytest

from components.base.i18n import Words
from components.dynamics import sentences as said
from components.dynamics.project import Change
from queries.methods.comparison_group import Difference
from queries.methods.net_change import NetChange, Surplus
from queries.methods.refusal import Refusal

RU, EN = Words("ru"), Words("en")
ENTRY = Surplus(2021, -1.2, -3.0, 0.6, -1.3)
WITHHELD = ("few_schools", "better_at_entry", "no_list_history")


def change(observed=-6.1, expected=-4.0, low=-4.5, high=0.3, withheld=""):
    return NetChange(observed, expected, observed - expected, low, high, 24, ENTRY, withheld)


def compared(low=-4.5, high=0.3, **other):
    given = {"effect": -2.1, "treated": 20, "controls": 30}
    trend = {"pre_trend": 0.1, "pre_low": -1.0, "pre_high": 1.2}
    return Difference(**(given | trend | {"low": low, "high": high} | other))


def russian(found, cohort=2021):
    return said.told(found, cohort, RU)


def headline(found, cohort=2021, words=RU):
    return said.headline(found, cohort, words)


def test_the_three_numbers_stand_in_one_sentence():
    assert russian(change()) == (
        "Доля ниже порога снизилась на 6,1 п.п.; 4,0 объясняются возвратом к среднему"
        " и общим изменением; чистый результат −2,1 п.п. (от −4,5 до 0,3)."
    )
    assert said.told(change(), 2021, EN) == (
        "The share below the threshold fell by 6.1 pp; regression to the mean and the"
        " common change explain 4.0; net result −2.1 pp (−4.5 to 0.3)."
    )


def test_the_headline_is_the_verdict_without_a_number():
    assert headline(change()) == "Когорта 2021: эффект не доказан"
    assert headline(change(low=-4.5, high=-0.3)) == (
        "Когорта 2021: лучше, чем у школ с таким же прошлым"
    )
    assert headline(change(low=0.3, high=4.5), words=EN) == (
        "Cohort 2021: worse than schools with the same past"
    )
    assert headline(Refusal("no_baseline"), 2017) == "Когорта 2017: чистый эффект не оценивается"
    assert headline(Refusal("no_later_year"), 0) == (
        "Ни одна школа с результатами ещё не входила в проект"
    )


@pytest.mark.parametrize(("low", "high"), [(-4.5, -0.3), (0.3, 4.5), (-4.5, 0.3)])
@pytest.mark.parametrize("withheld", WITHHELD)
def test_the_headline_of_a_withheld_verdict_is_none(low, high, withheld):
    text = headline(change(low=low, high=high, withheld=withheld))
    assert text == "Когорта 2021: вывода об эффекте нет"


@pytest.mark.parametrize(("low", "high"), [(-4.5, 0.3), (-0.2, 4.0), (-4.0, 0.0), (-4.0, -0.01)])
def test_no_headline_claims_an_effect_while_the_interval_reaches_zero(low, high):
    for words in (RU, EN):
        text = headline(change(low=low, high=high), words=words)
        assert not any(word in text for word in ("лучше", "хуже", "better", "worse"))


@pytest.mark.parametrize(
    ("observed", "words"),
    [(-0.06, "снизилась на 0,1"), (0.06, "выросла на 0,1"), (0.04, "не изменилась")],
)
def test_a_share_falls_or_rises_only_by_what_can_be_seen(observed, words):
    assert words in russian(change(observed=observed))


@pytest.mark.parametrize("observed", [-3.9, 0.0, 2.0])
def test_chance_is_not_said_to_explain_more_than_there_is(observed):
    text = russian(change(observed=observed, expected=-4.0))
    assert "объясняются" not in text
    assert "возврат к среднему и общее изменение дали бы −4,0 п.п." in text


def test_a_share_that_was_expected_to_rise_is_not_said_to_be_explained():
    text = russian(change(observed=3.0, expected=1.0))
    assert "объясняются" not in text
    assert "дали бы 1,0 п.п." in text


def test_nothing_is_explained_by_nothing():
    assert "ничего не объясняют" in russian(change(expected=0.04))
    assert "ничего не объясняют" not in russian(change(expected=-0.06))


@pytest.mark.parametrize(("low", "high"), [(-4.5, 0.3), (-0.2, 4.0), (-4.0, 0.0), (-4.0, -0.01)])
def test_an_effect_is_not_said_while_the_interval_reaches_zero(low, high):
    assert headline(change(low=low, high=high)).endswith("эффект не доказан")
    assert said.compared(compared(low, high), 2021, RU).endswith("эффект не доказан")


def test_an_effect_is_said_when_the_interval_is_off_zero():
    better, worse = change(low=-4.5, high=-0.3), change(low=0.3, high=4.5)
    assert headline(better).endswith(": лучше, чем у школ с таким же прошлым")
    assert headline(worse).endswith(": хуже, чем у школ с таким же прошлым")
    for text in (russian(better), russian(worse)):
        assert "лучше" not in text and "хуже" not in text


@pytest.mark.parametrize("low", [-4.5, 0.3])
def test_what_is_partly_the_common_change_is_never_called_chance(low):
    for words in (RU, EN):
        text = said.told(change(low=low, high=low + 4), 2021, words)
        assert "случа" not in text and "chance" not in text


@pytest.mark.parametrize("withheld", WITHHELD)
def test_a_withheld_verdict_is_no_verdict_and_says_why(withheld):
    for low, high in ((-4.5, -0.3), (0.3, 4.5), (-4.5, 0.3)):
        text = russian(change(low=low, high=high, withheld=withheld))
        assert "вывода нет — " in text
        assert "лучше, чем" not in text and "хуже, чем" not in text and "доказан" not in text
    assert len({russian(change(withheld=one)) for one in ("", *WITHHELD)}) == 4


def test_schools_better_at_entry_are_said_to_have_been_so():
    text = russian(change(withheld="better_at_entry"))
    assert text.endswith("в год вступления школы уже были лучше ожидаемого.")
    assert "уже были лучше" not in russian(change())


def test_the_year_of_entry_stands_apart_with_its_interval():
    assert said.at_entry(change(), RU).startswith(
        "Год вступления (2021), до действия проекта: −1,2 п.п. к ожидаемому (от −3,0 до 0,6)."
    )
    assert "2021" in said.at_entry(change(), EN) and "−1.2 pp" in said.at_entry(change(), EN)
    assert "−1,2" not in russian(change())


REFUSALS = [
    "no_baseline",
    "no_later_year",
    "too_few_schools",
    "no_reference",
    "no_year_of_entry",
    "not_chosen_by_these",
    "suppressed",
]


@pytest.mark.parametrize("reason", REFUSALS)
def test_where_the_numbers_would_stand_the_reason_stands(reason):
    for words in (RU, EN):
        text = said.no_numbers(Refusal(reason), 2017, words)
        assert words(f"dynamics.refused_{reason}") in text
        assert not set(text) & set("0123456789▲▼")
    assert "Когорта" not in said.no_numbers(Refusal(reason), 0, RU)


@pytest.mark.parametrize("reason", REFUSALS)
def test_a_refusal_gives_no_number_and_says_so(reason):
    text = russian(Refusal(reason), 2017)
    assert text == f"Причина: {RU(f'dynamics.refused_{reason}')}."
    assert "п.п." not in text
    assert not set(text) & set("0123456789▲▼")


def test_without_any_cohort_no_cohort_is_named():
    assert "Когорта" not in headline(Refusal("no_later_year"), 0)
    assert russian(Refusal("no_later_year"), 0) == "Чистый эффект не оценивается."


def project(**contributions):
    schools = {"before": 174, "stayed": 60, "entered": 55, "left": 114, "after": 115}
    rows = [
        {"part": part, "schools": n, "contribution": contributions.get(part, math.nan)}
        for part, n in schools.items()
    ]
    return Change(2019, 2022, pd.DataFrame(rows))


def test_hidden_parts_of_the_project_are_counts_of_schools_alone():
    assert said.project(project(), RU) == (
        "Школы проекта с результатами, 2019 → 2022: остались 60, пришли 55, ушли 114"
    )
    assert said.project(project(), EN) == (
        "The project's schools with results, 2019 → 2022: 60 stayed, 55 entered, 114 left"
    )
    some = project(before=30.0, stayed=-4.0, after=20.0)
    assert "п.п." not in said.project(some, RU) and "10" not in said.project(some, RU)


def test_shown_parts_of_the_project_are_told_by_the_change_they_add_up_to():
    every = project(before=30.0, stayed=-4.0, entered=-5.0, left=-1.0, after=20.0)
    assert said.project(every, RU) == (
        "Школы проекта, 2019 → 2022: доля ниже порога снизилась на 10,0 п.п."
    )


def test_a_part_without_schools_is_counted_as_none():
    alone = pd.DataFrame({"part": ["stayed"], "schools": [7], "contribution": [math.nan]})
    assert said.project(Change(2021, 2022, alone), RU).endswith("остались 7, пришли 0, ушли 0")


def test_without_a_comparison_group_its_reason_is_said_and_no_effect():
    few = {"treated": 7, "controls": 30, "least": 10}
    assert said.compared(Refusal("too_few_schools", few), 2021, RU) == (
        "Группы сравнения нет: школ когорты у порога отбора 7, нужно не меньше 10"
    )
    none = {"treated": 17, "controls": 3, "least": 10}
    assert "вне проекта у порога отбора 3" in said.compared(Refusal("no_controls", none), 2021, RU)
    moved = said.compared(Refusal("pre_trends_differ", {"trend": 2.0}), 2021, RU)
    assert "ещё до входа группы менялись по-разному" in moved
    assert "п.п." not in moved
    other = said.compared(Refusal("other_rule", {"threshold": 0.3}), 2021, RU)
    assert other.startswith("Группы сравнения нет: перечень составлен не по этому правилу")


def test_a_comparison_is_told_with_its_interval():
    assert said.compared(compared(-3.0, -0.4), 2021, RU) == (
        "Когорта 2021 против похожих школ вне проекта: −2,1 п.п. (от −3,0 до −0,4): "
        "лучше, чем у школ сравнения"
    )


def test_no_minus_stands_before_a_zero():
    assert said.rounded(-0.04, RU) == "0,0"
    assert said.rounded(-0.06, RU) == "−0,1"
    assert not math.isnan(change().net)
