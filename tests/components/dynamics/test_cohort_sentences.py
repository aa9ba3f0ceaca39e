"""Who chose the cohort is said, and why others cannot be chosen or judged."""

import pytest

from components.base.i18n import Words
from components.dynamics import cohort_sentences as said

RU = Words("ru")
YEARS = (2018, 2019, 2021, 2022)


def test_a_cohort_of_the_program_says_so_and_one_of_the_reader_does_not():
    assert "это последняя" in said.by_program(0, 2021, 2022, RU)
    assert "ни у одной ещё нет" in said.by_program(0, 2022, 2022, RU)
    assert said.by_program(2021, 2021, 2022, RU) is None
    assert said.by_program(0, 0, 2022, RU) is None


def test_no_cohort_at_all_is_told_with_its_reason():
    assert "ни одна школа региона не входила" in said.no_choice((), RU)
    assert said.no_choice((2021,), RU) is None


@pytest.mark.parametrize(
    ("cohort", "why"),
    [
        (2017, "no_baseline"),
        (2018, "no_baseline"),
        (2019, ""),
        (2020, "no_results"),
        (2022, "no_later_year"),
        (2023, "no_later_year"),
    ],
)
def test_each_cohort_has_its_own_reason(cohort, why):
    assert said.reason(cohort, (2017, 2018, 2019, 2022), YEARS) == why


def test_only_cohorts_that_cannot_be_judged_are_named():
    text = said.not_judged((2019, 2020, 2022), (2019, 2022), YEARS, RU)
    assert text == (
        "Эффект не оценить у когорт: 2020 — у школ когорты нет результатов; "
        "2022 — после входа ещё нет года с результатами."
    )
    assert said.not_judged((2019,), (2019,), YEARS, RU) is None
