"""What the reader of workbooks does not tell of is found all the same: errors, merges, links."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from effort import effort
from sent_files import REGISTER, ods, renamed, rewritten, rows_of, said, text, xlsx

from data.intake.received import workbooks
from data.intake.received.lost_errors import find_extras
from data.intake.received.receive import receive

HEADER = ["Код школы", "Год", "Всего педагогов", "Обучено"]
ODS_ERROR = (
    '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="">'
    "<text:p>{}</text:p></table:table-cell>"
)
OLD_ODS_ERROR = (
    '<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0">'
    "<text:p>{}</text:p></table:table-cell>"
)
MERGED = (
    '<table:table-cell table:number-rows-spanned="{}" office:value-type="string">'
    "<text:p>{}</text:p></table:table-cell>"
)
COVERED = "<table:covered-table-cell/>"


def a_folder_file(name):
    return Path(__file__).with_name(name).read_bytes()


def typed_in(path, rows):
    """A workbook whose texts with a # are errors, typed in as such."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path.read_bytes()


def worked_out(path, rows):
    """A workbook whose texts with a # are what formulas came to."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if str(cell).startswith("#"):
                    sheet.write_formula(row, column, "=Z1", None, cell)
                else:
                    sheet.write(row, column, cell)
    return path.read_bytes()


@pytest.mark.parametrize("make", [typed_in, worked_out])
@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#REF!", "#NAME?"])
def test_an_error_in_a_workbook_stops_it_at_its_cell(tmp_path, make, error):
    # `mean_score` may be empty: an error must not pass for a gap.
    header = ["Код школы", "Год", "Процедура", "Класс", "Предмет", "Участников"]
    header += ["Ниже порога", "Средний балл"]
    sound = ["60-1", 2021, "ОГЭ", 9, "русский язык", 60, 5]
    rows = [header, [*sound, 3.5], ["60-2", *sound[1:], error]]
    found = receive("a.xlsx", make(tmp_path / "a.xlsx", rows), REGISTER)
    assert [(p.row, p.column, p.value, p.rule, p.level) for p in found.problems] == [
        (3, "mean_score", error, "cell_error", "stop")
    ]


def test_an_error_in_an_old_workbook_stops_it_at_its_cell():
    found = receive("a.xls", a_folder_file("failed_formula.xls"), REGISTER)
    assert [(p.row, p.column, p.value, p.rule) for p in found.problems] == [
        (2, "trained", "#N/A", "cell_error")
    ]


@pytest.mark.parametrize("cell", [ODS_ERROR, OLD_ODS_ERROR])
@pytest.mark.parametrize("error", ["#N/A", "#ДЕЛ/0!", "Err:502"])
def test_an_error_in_an_open_document_stops_it_at_its_cell(cell, error):
    rows = [HEADER, ["60-1", 2021, 20, 5], ["60-2", 2021, 20, cell.format(error)]]
    found = receive("a.ods", ods(rows), REGISTER)
    assert [(p.row, p.column, p.value, p.rule) for p in found.problems] == [
        (3, "trained", error, "cell_error")
    ]


def test_an_error_that_an_open_document_marks_is_one_in_any_language():
    kind = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    marked = ODS_ERROR.replace(" ", f' xmlns:calcext="{kind}" calcext:value-type="error" ', 1)
    rows = [HEADER, ["60-1", 2021, 20, marked.format("#NV")]]
    found = receive("a.ods", ods(rows), REGISTER)
    assert [(p.row, p.column, p.rule) for p in found.problems] == [(2, "trained", "cell_error")]


def test_words_and_numbers_of_an_open_document_may_begin_as_an_error_does():
    words = "<text:p>#1 школа<text:s text:c='3'/>село</text:p><text:p>№ 2</text:p>"
    named = f'<table:table-cell office:value-type="string">{words}</table:table-cell>'
    number = '<table:table-cell office:value-type="float" office:value="12.5">'
    day = '<table:table-cell office:value-type="date" office:date-value="2024-05-01">'
    shown = "<text:p>{}</text:p></table:table-cell>"
    cells = [named, number + shown.format("#12,5"), day + shown.format("###"), "Ошибка: нет"]
    found, problems = workbooks.sheets(ods([cells]))
    moment = datetime(2024, 5, 1)
    assert found[0].rows == [(1, ["#1 школа   село\n№ 2", 12.5, moment, "Ошибка: нет"])]
    assert problems == []


@pytest.mark.parametrize("part", ["xl/sheets/sheet1.xml", "xl/Worksheets/Sheet1.XML"])
def test_an_error_is_found_in_whatever_part_a_sheet_is(tmp_path, part):
    rows = [HEADER, ["60-1", 2021, 20, "#N/A"]]
    moved = renamed(typed_in(tmp_path / "a.xlsx", rows), "xl/worksheets/sheet1.xml", part)
    assert said(receive("a.xlsx", moved, REGISTER)) == [(2, "trained", "cell_error")]


def test_an_error_stops_a_workbook_where_its_cell_cannot_be_found(tmp_path):
    """The second library minds a font of an unknown family, the first does not."""
    rows = [HEADER, ["60-1", 2021, 20, 5]]
    for last, stopped in (([], []), ([["60-2", 2021, 20, "#N/A"]], [(0, "", "cell_error")])):
        sent = typed_in(tmp_path / "a.xlsx", [*rows, *last])
        odd = rewritten(sent, "xl/styles.xml", b'<family val="2"', b'<family val="99"')
        assert odd != sent
        assert said(receive("a.xlsx", odd, REGISTER)) == stopped


def test_words_of_a_workbook_that_look_like_its_marks_are_no_errors():
    rows = [[*HEADER[:3], 'Обучено t="e"'], ["60-1", 2021, 20, 5]]
    found, problems = workbooks.sheets(xlsx(rows))
    assert (problems, len(found[0].rows)) == ([], 2)


@pytest.mark.parametrize(("rows", "cells"), [(1_000_000, 1), (1_000_000, 499), (3, 1_000_000)])
def test_errors_without_end_stop_a_file_soon(rows, cells):
    cell = ODS_ERROR.format("#N/A").replace(
        "<table:table-cell", f'<table:table-cell table:number-columns-repeated="{cells}"', 1
    )
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    _, usual = effort(lambda: receive("a.ods", ods([HEADER, ODS_ERROR.format("#N/A")]), REGISTER))
    found, seconds = effort(lambda: receive("a.ods", ods([HEADER, row]), REGISTER))
    assert seconds < 40 * usual
    assert {p.level for p in found.problems} == {"stop"}


@pytest.mark.parametrize("error", ["#N/A", "#Н/Д", "#ЗНАЧ!", "Ошибка:502"])
@pytest.mark.parametrize("spaces", ["{}", " {} "])
def test_an_error_in_a_text_is_no_word_of_its_column(error, spaces):
    failed = spaces.format(error)
    header = ["school_id", "oktmo", "name", "locality", "pupils", "basis", "source"]
    row = ["60-1", "60704000", "Школа", "urban", "120", "real", failed]
    straight = receive("school.csv", text([header, row], ","), REGISTER)
    own = receive("a.csv", text([["Код ОО", *header[1:]], row]), REGISTER)
    for found in (straight, own):
        assert said(found) == [(2, "source", "cell_error")]


@pytest.mark.parametrize("words", ["#1", "№ 5", "#школа", "Ошибка", "error", "# !", "#", "N/A"])
def test_other_words_are_no_errors(words):
    header = ["school_id", "year", "teachers", "trained"]
    found = receive("a.csv", text([header, [words, "2021", "20", "5"]], ","), REGISTER)
    assert (found.problems, rows_of(found)) == ([], [(words, "2021", "20", "5")])


def test_a_row_and_a_column_of_nothing_but_errors_are_rows(tmp_path):
    rows = [HEADER, ["60-1", 2021, 20, 5], ["#REF!"] * 6]
    errors = typed_in(tmp_path / "a.xlsx", rows)
    assert said(receive("a.xlsx", errors, REGISTER), "stop") == [
        (3, "school_id", "cell_error"),
        (3, "year", "cell_error"),
        (3, "teachers", "cell_error"),
        (3, "trained", "cell_error"),
    ]


def test_merged_cells_of_an_open_document_are_spread_as_those_of_a_workbook():
    covered = [
        HEADER,
        [MERGED.format(2, "60-1"), 2021, MERGED.format(2, "20"), 5],
        [COVERED, 2022, COVERED, 3],
        ["60-2", 2021, 20, 3],
    ]
    found = receive("a.ods", ods(covered), REGISTER)
    rows = [HEADER, [None, 2021, None, 5], [None, 2022, None, 3], ["60-2", 2021, 20, 3]]
    twin = receive("a.xlsx", xlsx(rows, [(1, 0, 2, "60-1"), (1, 2, 2, "20")]), REGISTER)
    assert rows_of(found) == rows_of(twin)
    assert rows_of(found)[:2] == [("60-1", "2021", "20", "5"), ("60-1", "2022", None, "3")]
    assert said(found) == said(twin) == []


@pytest.mark.parametrize("tall", [2, 3, 4])
def test_a_merged_cell_ends_at_its_last_row(tall):
    """The rows below it have no school of their own: that is a fault to be told."""
    merged = [[MERGED.format(tall, "60-1"), 2017, 20, 5]]
    covered = [[COVERED, 2017 + row, 20, 5] for row in range(1, tall)]
    below = [[None, 2017 + row, 20, 5] for row in range(tall, 5)]
    found = receive("a.ods", ods([HEADER, *merged, *covered, *below]), REGISTER)
    assert [row[0] for row in rows_of(found)] == ["60-1"] * tall + [None] * (5 - tall)


SPANNED = (
    '<table:table-cell table:number-rows-spanned="{}" table:number-columns-spanned="{}">'
    "<text:p>60-1</text:p></table:table-cell>"
)
REPEATED = '<table:table-cell table:number-columns-repeated="3"/>'
WIDE = '<table:table-cell table:number-columns-spanned="2"><text:p>60-1</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("rows", "corners"),
    [
        ([[SPANNED.format(2, 1)]], [((0, 0), (1, 0))]),
        ([["60-1", SPANNED.format(3, 2)]], [((0, 1), (2, 2))]),
        ([["60-1"], [REPEATED, SPANNED.format(2, 4)]], [((1, 3), (2, 6))]),
        ([[COVERED, COVERED, SPANNED.format(2, 1)]], [((0, 2), (1, 2))]),
        (
            [[SPANNED.format(2, 2), COVERED, SPANNED.format(5, 1)]],
            [((0, 0), (1, 1)), ((0, 2), (4, 2))],
        ),
        ([[SPANNED.format(2, 1), WIDE]], [((0, 0), (1, 0))]),
    ],
    ids=[
        "down",
        "down and right",
        "after repeated cells",
        "after covered cells",
        "two",
        "right alone",
    ],
)
def test_corners_of_cells_merged_downwards_are_their_first_and_last_cells(rows, corners):
    found, fault = find_extras(ods(rows))
    assert (found["Данные"].merged, fault) == (corners, "")


def test_each_sheet_of_an_open_document_has_its_own_errors_and_merged_cells():
    cells = ods([[SPANNED.format(2, 1)], [COVERED, ODS_ERROR.format("#N/A")]])
    other = '</table:table><table:table table:name="Вторая">'
    row = f"<table:table-row>{SPANNED.format(3, 1)}</table:table-row>"
    both = rewritten(
        cells, "content.xml", b"</table:table>", f"{other}{row}</table:table>".encode()
    )
    found, _ = find_extras(both)
    assert {name: (sheet.merged, sheet.errors) for name, sheet in found.items()} == {
        "Данные": ([((0, 0), (1, 0))], {(1, 1): "#N/A"}),
        "Вторая": ([((0, 0), (2, 0))], {}),
    }


@pytest.mark.parametrize(("rows", "cells"), [(1, 1), (1, 3), (2, 1), (3, 2)])
def test_an_error_that_stands_for_several_is_found_in_each_of_their_cells(rows, cells):
    cell = ODS_ERROR.format("#N/A").replace(
        "<table:table-cell", f'<table:table-cell table:number-columns-repeated="{cells}"', 1
    )
    row = f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell/>{cell}'
    after = ["60-1", ODS_ERROR.format("#REF!")]
    found, _ = find_extras(ods([["60-1"], f"{row}</table:table-row>", after]))
    places = {(1 + r, 1 + c): "#N/A" for r in range(rows) for c in range(cells)}
    assert found["Данные"].errors == places | {(1 + rows, 1): "#REF!"}


def test_an_error_is_found_behind_a_text_longer_than_what_is_read_at_once():
    """A row counts when all of it was read, not when it begins."""
    found, _ = find_extras(ods([["60-1", "я" * 200_000, ODS_ERROR.format("#N/A")]]))
    assert found["Данные"].errors == {(0, 2): "#N/A"}


def test_merged_cells_are_found_below_rows_that_stand_for_several():
    gap = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
    group = "<table:table-row-group>", "</table:table-row-group>"
    key = MERGED.format(2, "60-1")
    rows = [["Сведения"], gap, HEADER, group[0], [key, 2021, 20, 5], [COVERED, 2022, 20, 3]]
    found = receive("a.ods", ods([*rows, group[1]]), REGISTER)
    assert [row[0] for row in rows_of(found)] == ["60-1", "60-1"]
    assert found.files[0].places.to_pylist() == [6, 7]


def test_links_of_an_old_workbook_to_other_files_stop_it():
    # Its SupBook record names another workbook, as Excel writes one for ='[реестр.xls]Лист1'!A1.
    found = receive("a.xls", a_folder_file("linked.xls"), REGISTER)
    assert [(p.row, p.rule, p.level) for p in found.problems] == [(0, "external_links", "stop")]


def test_an_old_workbook_that_cannot_be_looked_into_is_read_and_asked_about():
    """A byte of its directory of names is broken: one library minds, the other does not."""
    whole = a_folder_file("training.xls")
    rows = rows_of(receive("a.xls", whole, REGISTER))
    asked = 0
    for place in range(512, len(whole), 16):
        broken = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        found = receive("a.xls", broken, REGISTER)
        unseen = [p for p in found.problems if p.rule == "old_workbook_unseen"]
        assert all((p.row, p.level) == (0, "acknowledge") for p in unseen)
        asked += bool(unseen) and rows_of(found) == rows
        if asked:
            return
    pytest.fail("no broken byte was minded by the second library alone")
