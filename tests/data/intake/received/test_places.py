"""A municipality is found as lists, letters and copies name it, or refused with its candidates."""

import unicodedata

import pytest
from sent_files import REGISTER as COUNTRY
from sent_files import rows_of, text

from data.intake.received import recipe_guesses
from data.intake.received.places import Register
from data.intake.received.receive import receive
from data.schema import indicator_value

REGISTER = COUNTRY.within("60", "65", "75")

AS_WRITTEN = {
    "1. Агаповский МР": "75603000",
    "1.Агаповский МР": "75603000",
    "7) Верхнеуфалейский ГО": "75706000",
    "№ 12 г. Азов": "60704000",
    "12 Азовский район": "60601000",
    "Азовский мун. район": "60601000",
    "Азовский муниципальный р-н": "60601000",
    "Администрация Азовского района": "60601000",
    "администрация города Азова": "60704000",
    "Администрация г. Ростова-на-Дону": "60701000",
    "Управление образования Троицкого ГО": "75752000",
    "Отдел образования администрации Каменского района": "60623000",
    "Агаповский МР1": "75603000",
    "Агаповский район²": "75603000",
    "Агаповский район [1]": "75603000",
    "Ревда1)": "65719000",
    "Агаповский MP": "75603000",  # Latin M and P
    "Aзовский pайон": "60601000",  # Latin A and p
    "Озёрск": "75743000",
    unicodedata.normalize("NFD", "Озёрский ГО"): "75743000",
    unicodedata.normalize("NFD", "Аксайский район"): "60602000",
    "Ростов на Дону": "60701000",
    "Каменск Уральский": "65740000",
    "Усть Донецкий район": "60655000",
    "Матвеево – Курганский район": "60631000",
    "город Азов": "60704000",
    "г.Азов": "60704000",
    "г. о. Озёрский": "75743000",
}
IN_DOUBT = {
    "34. Троицкий ГО + МР": "75654000 75752000",
    "Троицкий МР и ГО": "75654000 75752000",
    "Администрация Азова": "60601000 60704000",
    "3. Азов": "60601000 60704000",
    "Троицкого": "75654000 75752000",
    "Агаповский ГО + МР": "75603000",
}
UNKNOWN = ["Троицкий район 2022", "Агаповский район 2", "Администрация", "1.", "75", "Всего 41"]


@pytest.mark.parametrize("name", AS_WRITTEN)
def test_a_name_is_found_as_people_write_it(name):
    assert REGISTER.oktmo_of(name) == AS_WRITTEN[name]


@pytest.mark.parametrize("name", IN_DOUBT)
def test_a_name_that_may_be_two_is_refused_with_both(name):
    assert REGISTER.oktmo_of(name) == tuple(IN_DOUBT[name].split())


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_is_no_name_stays_unknown(name):
    assert REGISTER.oktmo_of(name) == ()


def test_every_official_name_is_found_in_its_list_in_the_genitive_and_with_a_footnote():
    for region in ("60", "65", "75"):
        register = REGISTER.within(region)
        for number, place in enumerate(register.places, 1):
            found = register.oktmo_of(place.name_ru)
            for written in (f"{number}. {place.name_ru}", f"{place.name_ru}{number % 9 + 1}"):
                assert register.oktmo_of(written) == found, written


def test_a_genitive_is_never_another_places_name():
    districts = [place for place in REGISTER.places if place.short_name_ru.endswith("ий район")]
    assert len(districts) > 60
    for place in districts:
        name = place.short_name_ru.replace("ий район", "ого района")
        found = REGISTER.oktmo_of(f"Администрация {name}")
        assert found == REGISTER.oktmo_of(place.short_name_ru), name


def test_a_numbered_list_is_read_and_its_heading_guessed():
    wide = [["Наименование МР/ГО", "2022"], ["1. Агаповский МР", 31]]
    (grid,) = receive("свод.csv", text(wide), REGISTER).unknown
    guess = recipe_guesses.columns(grid, indicator_value, REGISTER)[0]
    assert (guess.rule.place, guess.rule.gives, guess.reason) == (0, "oktmo", "by_heading")
    header = ["Наименование МР/ГО", "Год", "Раздел отчёта", "Отчитался"]
    rows = [["1. Агаповский МР", 2021, "статус", "да"], ["34. Троицкий ГО + МР", 2021, "статус", 1]]
    found = receive("список.csv", text([header, *rows]), REGISTER)
    assert rows_of(found)[0][0] == "75603000"
    assert [(p.row, p.rule, p.expected) for p in found.problems] == [
        (3, "ambiguous_name", "Троицкий район (75654000); Троицкий ГО (75752000)")
    ]


def test_a_name_of_many_words_has_few_forms_and_is_found():
    """As many forms as mixtures of cases would never be made."""
    name = "городской округ " + " ".join(["Каменский"] * 40)
    register = Register([("60799000", "60", name, name)])
    genitive = "Администрация городского округа " + " ".join(["Каменского"] * 40)
    assert register.oktmo_of(name) == register.oktmo_of(genitive) == "60799000"
