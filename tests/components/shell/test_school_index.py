"""A school is found by any part of what it is called, in any spelling, the nearest first."""

import unicodedata

import pytest

from components.base.load import one_version
from components.base.rights import Right, reading_as
from components.shell.school_index import Found, Index, index

SCHOOLS = [
    Found("R60-0007", "МБОУ СОШ № 7 с. Весёлое", "Азовский район", "60"),
    Found("R60-0071", "МБОУ «СОШ № 71»", "г. Ростов-на-Дону", "60"),
    Found("R60-0351", "Гимназия № 0351", "г. Азов", "60"),
    Found("R60-1351", "Лицей № 1351", "г. Азов", "60"),
    Found("R75-0007", "Средняя общеобразовательная школа № 7", "Озерский ГО", "75"),
    Found("R75-0008", "Основная школа имени Алфёрова", "Озерский ГО", "75"),
]
INDEX = Index(SCHOOLS)
FOUND = {
    "a number": ("351", ["R60-0351", "R60-1351"]),
    "a number with noughts": ("0351", ["R60-0351", "R60-1351"]),
    "a number after its sign": ("№351", ["R60-0351", "R60-1351"]),
    "the beginning of a number": ("71", ["R60-0071"]),
    "whole numbers first, the region first": ("сош 7", ["R60-0007", "R60-0071", "R75-0007"]),
    "another word for a kind": ("средняя школа 71", ["R60-0071"]),
    "a short word for a kind": ("ООШ", ["R75-0008"]),
    "ё and е": ("веселое", ["R60-0007"]),
    "ё of two signs": (unicodedata.normalize("NFD", "Весёлое"), ["R60-0007"]),
    "е for ё": ("АЛФЁРОВА", ["R75-0008"]),
    "part of a name": ("алфер", ["R75-0008"]),
    "a place with its hyphens": ("Ростов-на-Дону", ["R60-0071"]),
    "a place without them": ("ростов на дону", ["R60-0071"]),
    "a place and a number": ("азов 351", ["R60-0351", "R60-1351"]),
    "a code": ("R75-0008", ["R75-0008"]),
    "a code without noughts": ("r75-8", ["R75-0008"]),
    "a word of every name and a number": ("МБОУ школа 1351", ["R60-1351"]),
    "a word of every name alone": ("мбоу", ["R60-0007", "R60-0071"]),
    "what is nowhere": ("ъ", []),
    "two things that no school has together": ("гимназия 7", []),
    "signs that say nothing": ("«» —", []),
    "a word of the program for a kind": ("gymnasium", []),
}


@pytest.mark.parametrize(("typed", "codes"), FOUND.values(), ids=FOUND)
def test_schools_are_found_by_what_is_typed(typed, codes):
    answer = INDEX.find(typed, "60", 10)
    assert [school.school_id for school in answer.schools] == codes
    assert answer.count == len(codes)


def test_the_readers_own_region_comes_first():
    answer = INDEX.find("школа 7", "75", 10)
    assert answer.schools[0].school_id == "R75-0007"


def test_only_the_first_are_offered_and_all_are_counted():
    answer = INDEX.find("7", "60", 1)
    assert (answer.schools, answer.count) == ((SCHOOLS[0],), 4)


def test_nothing_is_found_where_there_are_no_schools():
    assert Index([]).find("7", "60", 8).count == 0


def test_what_is_found_of_many_schools_is_what_a_slow_look_finds():
    """Numbers by their beginnings or middles, one school at a time."""
    many = [
        Found(f"Q-{number:05d}", f"Школа № {number:04d}", "Район", "60") for number in range(1500)
    ]
    slow = {school.name for number, school in enumerate(many) if "35" in str(number)}
    answer = Index(many).find("35", "60", len(many))
    assert {school.name for school in answer.schools} == slow
    assert answer.schools[0].name == "Школа № 0035"


def test_a_municipal_reader_finds_the_schools_of_its_own_only(built):
    salsk = Right(municipalities=frozenset({"60650000"}))
    with one_version(built.version):
        every = index().find("школа", "60", 100_000)
        with reading_as(salsk):
            own = index().find("школа", "60", 100_000)
            others = index().find("Азовский", "60", 10)
    assert {school.municipality for school in own.schools} == {"Сальский район"}
    assert 0 < own.count < every.count
    assert others.count == 0
