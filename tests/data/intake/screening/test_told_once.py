"""All that is wrong is told in one go, each fault once, and nothing that only follows from it."""

import pytest
from sent_files import REGISTER, text, xlsx

from data.errors import STOP
from data.intake.received.receive import receive
from data.intake.screening import screen

SCHOOLS = ["Код школы", "Муниципалитет", "Название школы", "Местность", "Учеников", "Вид данных"]
TRAINING = ["Код школы", "Год", "Всего педагогов", "Обучено"]


def stops(folder, *files):
    read = [receive(name, content, REGISTER) for name, content in files]
    screened = screen.screen(
        folder,
        [file for each in read for file in each.files],
        [problem for each in read for problem in each.problems],
    )
    assert screened.draft is None
    return [(p.file, p.row, p.column, p.rule) for p in screened.of(STOP)]


@pytest.mark.parametrize("make", [xlsx, text])
def test_an_unknown_municipality_hides_no_type_code_or_key_behind_it(tmp_path, make):
    rows = [
        ["s1", "Нигде", "Школа", "село", 150, "настоящие"],
        ["s2", "Нигде", "Школа", "не село", "много", "настоящие"],
        ["s3", "Азов", "Школа", "село", -5, "настоящие"],
        ["s3", "г. Азов", "Школа", "село", 5, None],
    ]
    assert sorted(stops(tmp_path, ("a", make([SCHOOLS, *rows])))) == [
        ("a", 2, "oktmo", "unknown_municipality"),
        ("a", 3, "locality", "unknown_code"),
        ("a", 3, "oktmo", "unknown_municipality"),
        ("a", 3, "pupils", "wrong_type"),
        ("a", 4, "oktmo", "ambiguous_name"),
        ("a", 4, "pupils", "too_small"),
        ("a", 4, "school_id", "repeated_key"),
        ("a", 5, "basis", "empty_cell"),
        ("a", 5, "school_id", "repeated_key"),
    ]


def test_beyond_the_listed_fifty_a_name_is_not_told_in_other_words(tmp_path):
    rows = [[f"s{n}", "Нигде", "Школа", "село", 1, "настоящие"] for n in range(60)]
    found = stops(tmp_path, ("a", xlsx([SCHOOLS, *rows])))
    assert {rule for *_, rule in found} == {"unknown_municipality"} and len(found) <= 60


@pytest.mark.parametrize(
    "schools",
    [
        text([SCHOOLS[:5], ["s1", "г. Азов", "Школа", "село", 5]]),
        text([SCHOOLS]) + b's1;"a"b;1\n',
        text([SCHOOLS, ["s1", "Нигде", "Школа", "село", 5, "настоящие"]]),
    ],
    ids=["missing column", "unreadable", "a fault of its own"],
)
def test_schools_that_were_not_read_are_not_missed_by_other_files(tmp_path, schools):
    training = xlsx([TRAINING, ["s1", 2021, 5, 6]])
    found = stops(tmp_path, ("schools", schools), ("training", training))
    assert [each for each in found if each[0] == "training"] == [
        ("training", 2, "trained", "more_than")
    ]


def test_a_torn_row_and_masked_data_are_told_once(tmp_path):
    content = text([TRAINING, ["s1", 2021, 5], ["a@b.ru", "x", 5, 1]])
    assert stops(tmp_path, ("a", content)) == [
        ("a", 3, "Код школы", "personal_data"),
        ("a", 2, "", "wrong_cell_count"),
        ("a", 3, "year", "wrong_type"),
    ]
