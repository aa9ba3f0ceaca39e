"""Files brought together name each new school once, in whatever order they are brought."""

from itertools import permutations

import pytest
from foreign_forms import EXAM, EXAM_RECIPE, exam
from sent_files import REGISTER, text

from data.intake.received.receive import Recipes, receive
from data.intake.received.school_names import KnownSchool
from data.intake.received.together import receive_together

KEPT = Recipes((EXAM_RECIPE,))
SCHOOLS = [
    ("Код школы", "ОКТМО", "Название", "Местность", "Основание", "Источник"),
    ("75-1", "75609000", "СОШ № 1", "rural", "real", "перечень"),
    ("75-2", "75609000", "СОШ № 2", "rural", "real", "перечень"),
]
OTHER_SPELLING = [*EXAM[:6], ["Ашинский МР", "СОШ №1", 20, 1, 10, 2]]


def together(*contents, kept=KEPT):
    readers = [
        lambda known, n=n, content=content: receive(f"{n}", content, REGISTER, kept=known)
        for n, content in enumerate(contents)
    ]
    return receive_together(readers, kept)


def of(read, table, column):
    files = [file for received in read for file in received.files if file.table.name == table]
    return [code for file in files for code in file.rows[column].to_pylist()]


def asked(read):
    return [p.rule for received in read for p in received.problems if p.rule == "new_schools"]


def test_two_files_that_name_the_same_new_schools_name_them_once():
    read = together(exam(), exam(sheet="2023"))
    codes = of(read, "school", "school_id")
    assert len(codes) == len(set(codes)) == 2
    assert set(of(read, "assessment_result", "school_id")) == set(codes)
    assert len(of(read, "assessment_result", "year")) == 8
    assert asked(read) == ["new_schools"]


def test_another_spelling_in_another_file_is_the_same_new_school():
    read = together(exam(), exam(OTHER_SPELLING, sheet="2023"))
    assert of(read, "school", "name") == ["МБОУ СОШ 1", "МБОУ СОШ 2"]
    assert len(set(of(read, "assessment_result", "school_id"))) == 2


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_list_of_schools_gives_the_codes_wherever_it_stands_among_the_files(order):
    contents = [text(SCHOOLS), exam(), exam(sheet="2023")]
    read = together(*(contents[n] for n in order))
    assert of(read, "school", "school_id") == ["75-1", "75-2"]
    assert set(of(read, "assessment_result", "school_id")) == {"75-1", "75-2"}
    assert asked(read) == []


def test_a_school_that_is_known_and_in_a_list_too_is_one_school():
    known = (KnownSchool("75-1", "75609000", "МБОУ СОШ № 1"),)
    kept = Recipes((EXAM_RECIPE,), known)
    read = together(text(SCHOOLS), exam(), kept=kept)
    assert set(of(read, "assessment_result", "school_id")) == {"75-1", "75-2"}


def test_rows_of_schools_without_a_name_are_no_known_schools():
    nameless = [*SCHOOLS, ("75-3", "75609000", "", "rural", "real", "перечень")]
    read = together(text(nameless), exam())
    assert set(of(read, "assessment_result", "school_id")) == {"75-1", "75-2"}
