"""A school without a code is the one that agrees in number, kind and place, or nobody's guess."""

import pytest

from data.intake.received.school_names import KnownSchool, Municipality, own_code

KNOWN = [
    KnownSchool("a1", "75609000", "МКОУ «СОШ № 1»"),
    KnownSchool("a2", "75609000", "МБОУ «Средняя общеобразовательная школа № 2» с. Илек"),
    KnownSchool("a3", "75609000", "МАОУ «Гимназия № 3»"),
    KnownSchool("a4", "75609000", "МКОУ «Укская СОШ»"),
    KnownSchool("a5", "75609000", "МКОУ «Точильнинская ООШ»"),
    KnownSchool("a9", "75609000", "МКОУ СОШ № 9 (г. Сим)"),
    KnownSchool("b9", "75609000", "МКОУ СОШ № 9 (г. Аша)"),
]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("МБОУ СОШ 1", "a1"),
        ("Муниципальное казённое общеобразовательное учреждение СОШ №1", "a1"),
        ("Средняя школа № 01", "a1"),
        ("СОШ № 2 с.Илек", "a2"),
        ("СОШ №2 (Илек)", "a2"),
        ("гимназия №3", "a3"),
        ("Укская средняя школа", "a4"),
        ("МКОУ СОШ № 9 г. Сим", "a9"),
    ],
)
def test_spellings_of_a_name_are_one_school(name, code):
    assert Municipality(KNOWN).school_of(name) == code


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("ООШ № 1", ["a1"]),
        ("Школа 1", ["a1"]),
        ("СОШ № 1 с. Илек", ["a1"]),
        ("СОШ № 2", ["a2"]),
        ("Школа № 9", ["a9", "b9"]),
        ("СОШ № 9", ["a9", "b9"]),
        ("Укская ООШ", ["a4"]),
        ("СОШ № 5 с. Илек", []),
        ("МКОУ СОШ № 11", []),
        ("Биянковская СОШ", []),
    ],
)
def test_what_agrees_in_part_is_doubtful_and_what_agrees_in_nothing_is_new(name, codes):
    assert [school.school_id for school in Municipality(KNOWN).school_of(name)] == codes


def test_two_schools_of_one_name_are_doubtful():
    twice = [KnownSchool("x", "75609000", "СОШ № 1"), KnownSchool("y", "75609000", "МБОУ СОШ 1")]
    assert [school.school_id for school in Municipality(twice).school_of("Средняя школа № 1")] == [
        "x",
        "y",
    ]
    assert Municipality(twice).school_of("СОШ № 1") == "x"


def test_a_code_of_ones_own_is_the_same_for_every_spelling_and_for_no_other_school():
    spellings = ("МБОУ СОШ 1", "СОШ №1", "Средняя общеобразовательная школа № 1")
    assert len({own_code(name, "75609000") for name in spellings}) == 1
    others = (
        "СОШ 1",
        "ООШ 1",
        "Гимназия 1",
        "СОШ 1 с. Илек",
        "СОШ 11",
        "Укская СОШ",
        "Илекская СОШ",
    )
    assert len({own_code(name, "75609000") for name in others}) == len(others)
    assert own_code("СОШ 1", "75609000").startswith("OWN-75609000-1-")
    assert own_code("СОШ 1", "75603000") != own_code("СОШ 1", "75609000")
    assert all(len(own_code(name, "75609000")) <= 40 for name in others)


@pytest.mark.parametrize("name", ["Школа имени 50-летия Победы", "СОШ им. 9-го полка"])
def test_a_number_in_a_title_of_honour_is_none_of_the_school(name):
    assert own_code(name, "75609000").startswith("OWN-75609000-0-")
