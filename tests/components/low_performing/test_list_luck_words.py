"""What is said of chances: number and word agree, in both languages, in steps of five."""

import math

import numpy as np
import pandas as pd
import pytest

from components.base.i18n import Words
from components.base.list_luck import said
from components.low_performing import sentences

RU, EN = Words("ru"), Words("en")


@pytest.fixture(autouse=True)
def settings(built, monkeypatch):
    """Take the settings of the demonstration."""
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))


@pytest.mark.parametrize(
    ("chance", "russian", "english"),
    [
        (0.999, "устойчиво, больше 95\xa0%", "steady, above 95%"),
        (0.93, "устойчиво, около 95\xa0%", "steady, about 95%"),
        (0.79, "устойчиво, около 80\xa0%", "steady, about 80%"),
        (0.77, "скорее устойчиво, около 75\xa0%", "rather steady, about 75%"),
        (0.47, "может быть случайно, около 45\xa0%", "may be chance, about 45%"),
        (0.01, "может быть случайно, меньше 5\xa0%", "may be chance, below 5%"),
        (math.nan, "неизвестно", "not known"),
    ],
)
def test_listed_schools_have_a_word_and_a_chance(chance, russian, english):
    assert said(chance, True, RU, "60") == russian
    assert said(chance, True, EN, "60") == english


def test_schools_that_are_not_listed_have_a_chance_alone():
    assert said(0.62, False, RU, "60") == "около 60\xa0%"
    assert said(0.0, False, EN, "60") == "below 5%"
    assert said(math.nan, False, RU, "60") == "неизвестно"


def test_every_chance_has_the_word_that_belongs_to_the_number_beside_it():
    for chance in np.linspace(0, 1, 1001):
        told = said(chance, True, EN, "60")
        number = int(told.rpartition(" ")[2].rstrip("%"))
        steady, rather = told.startswith("steady"), told.startswith("rather")
        assert steady == (number >= 80) and rather == (50 <= number < 80)
        assert abs(number - 100 * chance) <= 5


def test_listed_schools_are_counted_by_word():
    chances = pd.Series([0.99, 0.8, 0.6, 0.2, 0.1, 0.0, math.nan])
    sentence = sentences.luck(chances, EN, "60")
    assert "of 7 schools" in sentence
    for told in ("listed **2**", "rather steadily 1", "by chance **3**", "not known 1"):
        assert told in sentence
