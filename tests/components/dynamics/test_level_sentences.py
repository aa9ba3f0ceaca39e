"""Every sentence of a full count and of a mean score: when it is said, and when it must not be."""

import pytest

from components.base.i18n import Words
from components.dynamics import level_sentences as said

RU, EN = Words("ru"), Words("en")


def counted(now, what="mentored", words=RU):
    return said.counted("Когорта 2021", what, now, words)


def mean(amount, years=(2019, 2022), words=RU):
    return said.mean_changed("Когорта 2021", amount, years, words)


def test_a_count_stands_beside_that_of_the_year_before():
    assert counted((2022, 6, 9)) == "Когорта 2021: с наставником 6 из 9 в 2022 году"
    assert said.before((2021, 5, 10), RU) == "В 2021 году — 5 из 10."
    assert said.counted("Cohort 2021", "trained", (2022, 1200, 2000), EN) == (
        "Cohort 2021: teachers trained 1,200 of 2,000 in 2022"
    )
    assert said.before((2021, 5, 10), EN) == "In 2021 it was 5 of 10."


def test_no_year_before_is_named_where_nothing_was_counted():
    text = counted((2022, 55, 72), "measures")
    assert text == "Когорта 2021: выполнено мероприятий 55 из 72 в 2022 году"
    assert said.before(None, RU) == ""


def test_of_a_last_year_without_a_count_no_number_is_said():
    assert counted(None) == "Когорта 2021: за последний год графика считать нечего"


def test_a_count_is_never_called_a_change_an_effect_or_a_share():
    text = counted((2022, 9, 9)) + said.before((2021, 0, 10), RU)
    for word in ("вырос", "снизил", "эффект", "доля", "%", "п.п.", "случай"):
        assert word not in text


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (1.24, "вырос на 1,2 балла"),
        (-1.24, "снизился на 1,2 балла"),
        (5.0, "вырос на 5 баллов"),
        (0.06, "вырос на 0,1 балла"),
        (0.04, "не изменился"),
        (-0.04, "не изменился"),
    ],
)
def test_a_mean_rises_or_falls_only_by_what_can_be_seen(amount, words):
    assert mean(amount) == f"Когорта 2021: средний балл {words} (2019 → 2022)"
    assert said.mean_told(amount, RU) == (
        "Чистый эффект не оценивается: его метод — для долей ниже порога."
    )


def test_a_mean_is_told_in_english():
    assert said.mean_changed("Cohort 2021", -2.35, (2019, 2022), EN) == (
        "Cohort 2021: the mean score fell by 2.4 points (2019 → 2022)"
    )


@pytest.mark.parametrize("reason", ["no_baseline", "no_later_year", "suppressed"])
def test_a_mean_without_two_years_gives_no_number_and_says_why(reason):
    text = mean(reason, None) + said.mean_told(reason, RU)
    assert text.startswith("Когорта 2021: изменение среднего балла не считается")
    assert RU(f"dynamics.refused_{reason}") in text
    assert "вырос" not in text and "балла (" not in text and "→" not in text


@pytest.mark.parametrize("amount", [6.0, -6.0, 0.0])
def test_a_mean_never_claims_a_net_effect(amount):
    text = mean(amount) + said.mean_told(amount, RU)
    assert "Чистый эффект не оценивается" in text
    assert "лучше" not in text and "хуже" not in text and "доказан" not in text
