"""What a person does not see on the screen is told: hidden rows and sheets, formulas never run."""

import io

import openpyxl
import pytest
import xlsxwriter
from foreign_forms import of_places
from sent_files import REGISTER, ods, renamed, rewritten, rows_of, xlsx

from data.intake.received import recipe_reading
from data.intake.received.receive import receive

HEADER = ["Код школы", "Год", "Всего педагогов", "Обучено"]
ROWS = [[f"60-{n}", 2021, 20 + n, n] for n in range(1, 5)]


def book(change, rows=(HEADER, *ROWS), sheet="Обучение"):
    """Write rows from A1, let a test change the workbook, and save it as a library does."""
    made = openpyxl.Workbook()
    made.active.title = sheet
    for row in rows:
        made.active.append(row)
    change(made)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def asked(found):
    return [
        (p.sheet, p.row, p.rule, p.expected) for p in found.problems if p.level == "acknowledge"
    ]


def hide(made, *rows):
    for row in rows:
        made.active.row_dimensions[row].hidden = True


def test_hidden_rows_are_read_and_asked_about():
    found = receive("a.xlsx", book(lambda made: hide(made, 3, 4)), REGISTER)
    assert len(rows_of(found)) == 4
    assert asked(found) == [("Обучение", 3, "hidden_rows", "2")]


def test_rows_that_a_filter_leaves_out_are_hidden_rows():
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as made:
        sheet = made.add_worksheet("Обучение")
        for number, row in enumerate([HEADER, *ROWS]):
            sheet.write_row(number, 0, row)
        sheet.autofilter(0, 0, 4, 3)
        sheet.filter_column(0, "x == 60-1")
        for number in (2, 3, 4):
            sheet.set_row(number, options={"hidden": True})
    found = receive("a.xlsx", written.getvalue(), REGISTER)
    assert asked(found) == [("Обучение", 3, "hidden_rows", "3")]


def test_hidden_columns_that_are_read_are_asked_about():
    def change(made):
        made.active.column_dimensions.group("B", "C", hidden=True)

    found = receive("a.xlsx", book(change), REGISTER)
    assert len(rows_of(found)) == 4
    assert asked(found) == [("Обучение", 1, "hidden_columns", "2")]
    assert [p.column for p in found.problems if p.rule == "hidden_columns"] == ["Год"]


def test_hidden_columns_that_nobody_reads_are_not_asked_about():
    def change(made):
        made.active.column_dimensions.group("E", "F", hidden=True)

    assert asked(receive("a.xlsx", book(change), REGISTER)) == []


def test_hidden_columns_of_an_open_document_are_asked_about():
    column = '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    shown = "<table:table-column/>"
    named = 'table:name="Данные">'
    content = rewritten(
        ods([HEADER, *ROWS]), "content.xml", named.encode(), f"{named}{shown}{column}".encode()
    )
    found = receive("a.ods", content, REGISTER)
    assert [(p.row, p.rule, p.expected) for p in found.problems if p.level == "acknowledge"] == [
        (1, "hidden_columns", "2")
    ]


@pytest.mark.parametrize("rows", [(), (1,), (7, 900)])
def test_hidden_rows_without_data_and_headers_are_not_told(rows):
    found = receive("a.xlsx", book(lambda made: hide(made, *rows)), REGISTER)
    assert (len(rows_of(found)), asked(found)) == (4, [])


def test_a_part_of_another_name_and_case_is_looked_into():
    content = renamed(
        book(lambda made: hide(made, 2)), "xl/worksheets/sheet1.xml", "xl/worksheets/Лист.XML"
    )
    assert asked(receive("a.xlsx", content, REGISTER)) == [("Обучение", 2, "hidden_rows", "1")]


@pytest.mark.parametrize("how", ["collapse", "filter"])
def test_hidden_rows_of_an_open_document_are_told(how):
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in ROWS[0]
    )
    hidden = f'<table:table-row table:visibility="{how}">{cells}</table:table-row>'
    found = receive("a.ods", ods([HEADER, hidden, *ROWS[1:]]), REGISTER)
    assert len(rows_of(found)) == 4
    assert asked(found) == [("Данные", 2, "hidden_rows", "1")]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_read_and_asked_about(state):
    def change(made):
        draft = made.create_sheet("Черновик")
        for row in (HEADER, ["60-9", 2022, 1, 1]):
            draft.append(row)
        draft.sheet_state = state

    found = receive("a.xlsx", book(change), REGISTER)
    assert [file.sheet for file in found.files] == ["Обучение", "Черновик"]
    assert asked(found) == [("Черновик", 0, "hidden_sheet", "")]


def test_a_hidden_sheet_of_words_is_only_noted():
    def change(made):
        made.create_sheet("Заметки")["A1"] = "не забыть"
        made["Заметки"].sheet_state = "hidden"

    found = receive("a.xlsx", book(change), REGISTER)
    assert asked(found) == []
    assert [(p.sheet, p.rule) for p in found.problems] == [("Заметки", "skipped_sheet")]


WIDE = ("Муниципалитет", "2022")
RULE = of_places("Доли", WIDE, (2022,))


def test_hidden_rows_of_a_foreign_table_are_told_when_it_is_read():
    rows = [WIDE, ["Агаповский МР", 80], ["Аргаяшский МР", 81]]
    grid = receive("a", book(lambda made: hide(made, 3), rows, "Лист1"), REGISTER).unknown[0]
    _, problems = recipe_reading.read(RULE, grid.whole, "", REGISTER)
    assert [(p.row, p.rule) for p in problems if p.level != "note"] == [(3, "hidden_rows")]


@pytest.mark.parametrize("formula", ["=100+50", "=SUM(A1:A2)", '=IF(1,"a>b","")'])
def test_a_formula_without_a_result_stops_at_its_cell(formula):
    rows = [HEADER, [*ROWS[0][:2], formula, 1], ROWS[1]]
    found = receive("a.xlsx", book(lambda made: None, rows), REGISTER)
    stops = [(p.row, p.column, p.rule) for p in found.problems if p.level == "stop"]
    assert stops == [(2, "teachers", "no_result")]


def test_a_formula_of_an_open_document_without_a_result_stops_too():
    cell = '<table:table-cell table:formula="of:=100+50"/>'
    found = receive("a.ods", ods([HEADER, [*ROWS[0][:2], cell, 1]]), REGISTER)
    assert [(p.row, p.column, p.rule) for p in found.problems] == [(2, "teachers", "no_result")]


def test_formulas_with_results_an_empty_text_among_them_are_read():
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as made:
        sheet = made.add_worksheet("Школы")
        header = ["Код школы", "ОКТМО", "Название школы", "Местность", "Учеников", "Вид данных"]
        sheet.write_row(0, 0, [*header, "Источник"])
        sheet.write_row(1, 0, ["s1", "60704000", "Школа", "село", 1, "настоящие"])
        sheet.write_formula(1, 4, "=100+50", None, 150)
        sheet.write_formula(1, 6, '=""', None, "пусто")
    part = "xl/worksheets/sheet1.xml"
    content = rewritten(written.getvalue(), part, "<v>пусто</v>".encode(), b"<v></v>")
    found = receive("a.xlsx", content, REGISTER)
    assert (rows_of(found)[0][4:], found.problems) == (("150", "real", None), [])


def test_a_total_that_was_never_worked_out_is_only_skipped():
    rows = [HEADER, *ROWS, ["Итого", None, "=SUM(C2:C5)", None]]
    found = receive("a.xlsx", book(lambda made: None, rows), REGISTER)
    assert [(p.row, p.rule) for p in found.problems] == [(6, "skipped_total")]


def test_a_workbook_without_any_of_it_is_not_asked_about():
    assert receive("a.xlsx", xlsx([HEADER, *ROWS]), REGISTER).problems == []
