"""A surname beside its initials is a person's; an institution named after somebody is not."""

import pytest

from data.intake.declared.nameless import names_a_person


@pytest.mark.parametrize(
    "text",
    [
        "Сидорова М. П.",
        "методист Сидорова М.П.",
        "М. П. Сидорова",
        "М.П.Сидорова, методист",
        "поручить Римскому-Корсакову Н. А.",
        "директор лицея им. А. С. Пушкина Сидорова М. П.",
    ],
)
def test_a_surname_with_two_initials_is_a_person(text):
    assert names_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "Методист муниципалитета",
        "Директор школы № 12 г. Азова",
        "Лицей им. А. С. Пушкина",
        "Школа имени Пушкина А.С.",
        "Управление образования. О. К. Р. У. Г",
        "МБОУ СОШ № 1, ст. Егорлыкская",
        "Выехать в школу до 01.06.2022 г. Разобрать результаты",
    ],
)
def test_roles_bodies_and_institutions_are_not(text):
    assert not names_a_person(text)
