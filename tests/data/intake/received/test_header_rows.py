"""The header is found as a person sees it, and no row of the table is taken for a part of it."""

import io

import openpyxl
import pytest
from foreign_forms import of_grid
from sent_files import REGISTER, rows_of, said, text, xlsx

from data.intake.received import recipe_guesses, recipe_reading
from data.intake.received.receive import receive
from data.schema import indicator_value, mentor_strength, risk_profile

YEARS = [
    ["Муниципалитет", 2021, None, 2022, None],
    [None, "укомплектованность, %", "ставок", "укомплектованность, %", "ставок"],
]
MERGED = ["A1:A2", "B1:C1", "D1:E1"]
STAFF = [["Агаповский МР", 91.5, 100, 92.5, 101], ["Аргаяшский МР", 81.5, 100, 82.5, 101]]
COLUMNS = (
    "Муниципалитет",
    "2021 · укомплектованность, %",
    "2021 · ставок",
    "2022 · укомплектованность, %",
    "2022 · ставок",
)


def book(rows, merged=(), sheet="Лист1"):
    """Write cells from A1 and merge ranges of any shape."""
    made = openpyxl.Workbook()
    page = made.active
    page.title = sheet
    for row in rows:
        page.append(row)
    for cells in merged:
        page.merge_cells(cells)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def unknown(content):
    (grid,) = receive("a", content, REGISTER).unknown
    return grid


@pytest.mark.parametrize(
    "content", [book(YEARS + STAFF, MERGED), text(YEARS + STAFF)], ids=["merged", "text"]
)
def test_a_header_of_two_rows_names_each_column_by_both_and_eats_no_row(content):
    grid = unknown(content)
    assert (grid.header_row, grid.header) == (2, COLUMNS)
    guesses = recipe_guesses.columns(grid, indicator_value, REGISTER)
    assert [guess.rule.place for guess in guesses] == [0, 1, 2, 3, 4]
    rules = [guess.rule for guess in guesses if guess.rule.place in (0, 1, 3)]
    (read,), _ = recipe_reading.read(of_grid(grid, tuple(rules)), grid.whole, "", REGISTER)
    assert [tuple(row.values())[:4] for row in read.rows.to_pylist()] == [
        ("75603000", "2021", "IND-21", "91.5"),
        ("75603000", "2022", "IND-21", "92.5"),
        ("75606000", "2021", "IND-21", "81.5"),
        ("75606000", "2022", "IND-21", "82.5"),
    ]


EXAMS = [
    ["Результаты ЕГЭ выпускников"],
    ["Муниципальное образование", "Организация", "из них"],
    [None, None, "Русский язык, чел.", None, "Математика, чел."],
    [None, None, "участников", "не сдали", "участников", "не сдали"],
    ["1", "2", "3", "4", "3", "4"],
    ["ВСЕГО по региону", None, 30, 3, 14, 2],
    ["Ашинский МР", "СОШ 1", 20, 1, 10, 2],
]


def test_a_line_of_numbers_is_no_header_and_three_rows_are_one():
    merged = ["A2:A4", "B2:B4", "C2:F2", "C3:D3", "E3:F3"]
    found = receive("a", book(EXAMS, merged), REGISTER)
    assert found.unknown[0].header == (
        "Муниципальное образование",
        "Организация",
        "из них · Русский язык, чел. · участников",
        "из них · Русский язык, чел. · не сдали",
        "из них · Математика, чел. · участников",
        "из них · Математика, чел. · не сдали",
    )
    assert found.unknown[0].header_row == 4
    assert said(found) == [(1, "", "skipped_title"), (4, "", "fits_no_table")]


FIRST = ["Муниципалитет", 2021, 2022]


@pytest.mark.parametrize(
    ("first_row", "second_row"),
    [
        (["Агаповский МР", "н/д", "нет данных"], ["Аргаяшский МР", 1.5, 2]),
        (["Агаповский МР", "–", "…"], ["Аргаяшский МР", 1.5, 2]),
        (["Агаповский МР", None, None], ["Аргаяшский МР", 1.5, 2]),
        (["1. Агаповский МР", "много", "мало"], ["Аргаяшский МР", 1.5, 2]),
        (["Агаповский МР", 1.5, 2, "проверить у них"], ["Аргаяшский МР", 1.5, 2]),
        (["Некий район", 1.5, None, None, "замечание", "и ещё"], ["Аргаяшский МР", 1.5, 2]),
    ],
)
def test_the_first_row_is_never_taken_for_the_header(first_row, second_row):
    grid = unknown(xlsx([["Доля, %"], FIRST, first_row, second_row]))
    assert grid.header[:3] == ("Муниципалитет", "2021", "2022")
    assert [row for row, _ in grid.rows] == [3, 4]


HEADER = ["Код школы", "Год", "Всего педагогов", "Обучено"]
GROUPED = [
    ["Сведения о педагогах"],
    ["Код школы", "Год", "Педагоги"],
    [None, None, "Всего педагогов", "Обучено"],
]
GROUPS = ["A2:A3", "B2:B3", "C2:D2"]
TRAINED = [["60-1", 2021, 20, 5], ["60-2", 2021, 20, 3]]
READ = [("60-1", "2021", "20", "5"), ("60-2", "2021", "20", "3")]


@pytest.mark.parametrize(
    "content", [book(GROUPED + TRAINED, GROUPS), text(GROUPED + TRAINED)], ids=["merged", "text"]
)
def test_a_declared_table_may_have_a_header_of_several_rows(content):
    found = receive("a", content, REGISTER)
    assert (rows_of(found), said(found)) == (READ, [(1, "", "skipped_title")])
    assert found.files[0].places.to_pylist() == [4, 5]


def test_headings_merged_downwards_leave_no_row_of_their_own():
    rows = [[*HEADER, "Прочее"], [None, None, None, None, "из них"], *TRAINED]
    found = receive("a", book(rows, ["A1:A2", "B1:B2", "C1:C2", "D1:D2"]), REGISTER)
    assert (rows_of(found), said(found, "stop")) == (READ, [])


def test_words_below_known_headings_are_rows_and_no_header():
    header = ["Код пары", "Наставляемая школа (код)", "Школа-наставник (код)", "Дата начала"]
    rows = [header, ["п1", "s1", "s2", "Форма наставничества"], ["п2", "s1", "s2", "2021-09-01"]]
    found = receive("a", xlsx(rows), REGISTER)
    assert said(found, "stop") == [(1, "form", "missing_column")]


def test_a_remark_beside_a_row_makes_no_header_of_it_and_is_told():
    rows = [HEADER, [*TRAINED[0], "Год", "Обучено"], TRAINED[1]]
    found = receive("a", xlsx(rows), REGISTER)
    assert rows_of(found) == READ
    assert said(found) == [(1, "E", "extra_column"), (1, "F", "extra_column")]


RISKS = ["Код школы", "Год", "Фактор риска", "Уровень значимости фактора"]
RISK = ["s1", 2022, "Дефицит педагогических кадров", "высокий"]


def test_a_sheet_called_like_a_table_is_not_read_as_another():
    found = receive("a", book([RISKS, RISK], sheet="Рисковые профили"), REGISTER)
    assert (found.files, said(found, "stop")) == ([], [(1, "level", "missing_column")])


def test_a_table_that_may_be_another_is_asked_about_by_name():
    found = receive("a", book([RISKS, RISK], sheet="Лист1"), REGISTER)
    assert [file.table for file in found.files] == [mentor_strength]
    asked = [(p.row, p.rule, p.expected) for p in found.problems if p.level == "acknowledge"]
    assert asked == [(1, "taken_for", "mentor_strength, risk_profile")]
    sound = [*RISKS[:3], "Уровень риска"]
    found = receive("a", book([sound, RISK], sheet="Лист1"), REGISTER)
    assert [file.table for file in found.files] == [risk_profile]
    assert said(found, "acknowledge") == []
