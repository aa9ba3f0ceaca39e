"""A template opens in other programs with its headings, lists, limits, example and explanations."""

import io
import re
import zipfile
from datetime import datetime

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from sqlalchemy import Boolean, Date, Double, Enum, Integer

from data import schema
from data.intake.returned.templates import archive, csv_header, workbook
from data.intake.spelling.vocabulary import headings, labels, plain, title
from data.intake.spelling.wording import own_sheets
from data.program_version import PROGRAM_VERSION

TABLES = pytest.mark.parametrize("table", schema.INTAKE_TABLES, ids=lambda table: table.name)
PLACES = {"oktmo": ["г. Азов (60704000)", "Азовский район (60601000)"]}


def opened(content):
    return load_workbook(io.BytesIO(content))


def checks(sheet):
    """Data validations by the letter of their column."""
    return {str(found.sqref)[0]: found for found in sheet.data_validations.dataValidation}


def rows(content, sheet):
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        return book.get_sheet_by_name(sheet).to_python()


@TABLES
def test_headings_are_read_by_another_program_and_lead_to_the_declared_columns(table):
    header, *_ = rows(workbook(table, {}), title(table))
    for column, words in zip(table.columns, header, strict=True):
        assert words.endswith(" *") is not column.nullable
        assert plain(words) == plain(headings(table)[column.name][0])


@TABLES
def test_required_columns_are_filled_and_the_header_stays_in_sight(table):
    sheet = opened(workbook(table, {}))[title(table)]
    for cell, column in zip(sheet[1], table.columns, strict=True):
        assert cell.font.bold
        assert (cell.fill.fill_type == "solid") is not column.nullable
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")


@TABLES
def test_one_example_row_says_that_it_is_one_and_fits_the_declaration(table):
    header, example, *rest = rows(workbook(table, {}), title(table))
    assert example[0].startswith("Пример: ")
    assert rest == []
    kinds = {Integer: float, Double: float, Date: datetime}
    for column, cell in list(zip(table.columns, example, strict=True))[1:]:
        if labels(column):
            assert cell in {words[0] for words in labels(column).values()}, column
        else:
            expected = next((k for t, k in kinds.items() if isinstance(column.type, t)), str)
            assert type(cell).__mro__[-2] in expected.__mro__, column
    numbers = dict(zip(table.columns.keys(), example, strict=True))
    for column in table.columns:
        if "at_most" in column.info:
            assert numbers[column.name] <= numbers[column.info["at_most"]]
        if "not_before" in column.info:
            assert numbers[column.name] >= numbers[column.info["not_before"]]


@TABLES
def test_coded_columns_offer_every_label_from_the_sheet_of_lists(table):
    book = opened(workbook(table, {}))
    found = checks(book[title(table)])
    for cell, column in zip(book[title(table)][1], table.columns, strict=True):
        if isinstance(column.type, Enum | Boolean):
            check = found[cell.column_letter]
            name, cells = check.formula1.split("!")
            assert name == "'Списки'"
            listed = [row[0].value for row in book["Списки"][cells.replace("$", "")]]
            assert listed == [words[0] for words in labels(column).values()]
            assert (check.type, check.errorStyle or "stop") == ("list", "stop")


@TABLES
def test_every_number_date_and_code_is_checked_with_a_russian_message(table):
    sheet = opened(workbook(table, {}))[title(table)]
    found = checks(sheet)
    for cell, column in zip(sheet[1], table.columns, strict=True):
        if isinstance(column.type, Integer | Double | Date | Boolean | Enum):
            check = found[cell.column_letter]
            assert str(check.sqref).endswith("1048576")
            assert plain(headings(table)[column.name][0]) in plain(check.error)
            assert len(check.error) <= 255
            assert check.showErrorMessage


def test_a_part_is_held_against_its_whole_and_an_end_against_its_start():
    results = checks(opened(workbook(schema.assessment_result, {}))["Результаты ВПР, ОГЭ, ЕГЭ"])
    assert (results["G"].formula1, results["G"].formula2) == ("0", "$F2")
    pairs = checks(opened(workbook(schema.mentorship, {}))["Наставнические пары"])
    assert (pairs["F"].type, pairs["F"].formula1) == ("date", "$E2")


def test_choices_are_offered_but_other_ways_to_write_them_are_let_in():
    book = opened(workbook(schema.school, PLACES))
    check = checks(book["Школы"])["B"]
    assert check.errorStyle == "warning"
    assert [cell.value for cell in book["Списки"]["A"]] == ["ОКТМО", *PLACES["oktmo"]]


def test_a_list_longer_than_excel_takes_inline_is_whole():
    names = [f"Муниципальный район № {number}" for number in range(2000)]
    book = opened(workbook(schema.municipal_report, {"oktmo": names}))
    assert [cell.value for cell in book["Списки"]["A"]][1:] == names


@pytest.mark.parametrize(
    ("language", "sheet", "said"),
    [
        ("ru", "Как заполнять", ["Версия программы", f"Монитор 500+ {PROGRAM_VERSION}"]),
        ("en", "How to fill in", ["Program version", f"500+ Monitor {PROGRAM_VERSION}"]),
    ],
)
@TABLES
def test_a_template_says_which_version_of_the_program_wrote_it(table, language, sheet, said):
    lines = rows(workbook(table, {}, language), sheet)
    assert [line[:2] for line in lines].count(said) == 1


def test_a_choice_that_looks_like_a_formula_stays_text():
    book = opened(workbook(schema.school, {"oktmo": ["=1+1", "<r>x</r>", "@SUM(A1)"]}))
    cells = book["Списки"]["A"][1:]
    assert [(cell.value, cell.data_type) for cell in cells] == [
        ("=1+1", "s"),
        ("<r>x</r>", "s"),
        ("@SUM(A1)", "s"),
    ]


@pytest.mark.parametrize("language", ["ru", "en"])
@TABLES
def test_the_help_has_a_row_per_column_with_what_to_write_and_an_example(table, language):
    name = {"ru": "Как заполнять", "en": "How to fill in"}[language]
    lines = rows(workbook(table, PLACES, language), name)
    listed = lines[-len(table.columns) :]
    assert [line[0] for line in listed] == [words[0] for words in headings(table).values()]
    assert all(all(cell != "" for cell in line) for line in listed)
    said = " ".join(str(cell) for line in lines for cell in line)
    assert "«Пример»" in said
    assert not re.search(r"\{\w*\}", said)  # no gap is left; an example may be JSON
    assert title(table) in lines[0][0]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_sheets_beside_the_data_are_known_as_the_programs_own(language):
    names = opened(workbook(schema.school, PLACES, language)).sheetnames
    assert names[0] == "Школы"
    assert set(names[1:]) < own_sheets()


def test_a_template_is_the_same_bytes_every_time_and_names_no_author():
    first, second = (workbook(schema.school, PLACES) for _ in range(2))
    assert first == second
    properties = opened(first).properties
    assert (properties.creator or "", properties.lastModifiedBy or "") == ("", "")


def test_the_archive_has_a_template_for_every_table_with_its_choices():
    packed = zipfile.ZipFile(io.BytesIO(archive({"school": PLACES})))
    tables = schema.INTAKE_TABLES
    assert [name[3:] for name in packed.namelist()] == [f"{table.name}.xlsx" for table in tables]
    assert packed.testzip() is None
    for name, table in zip(packed.namelist(), tables, strict=True):
        choices = PLACES if table.name == "school" else {}
        assert packed.read(name) == workbook(table, choices)


def test_the_header_of_a_csv_opens_in_russian_excel():
    content = csv_header(schema.mentorship)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == (
        "Код пары;Наставляемая школа (код);Школа-наставник (код);Форма наставничества;"
        "Дата начала;Дата окончания;Подтверждение\r\n"
    )
