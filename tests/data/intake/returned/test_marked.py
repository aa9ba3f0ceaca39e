"""A person gets the file back with every bad cell marked, whatever kind of file it was."""

import csv
import io
import zipfile

import pytest
from effort import effort
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from python_calamine import CalamineWorkbook

from data.errors import ACKNOWLEDGE, NOTE, STOP, Problem
from data.intake.returned.marked import marked
from data.intake.returned.remark_list import excel_names

HEADER = ["Код школы", "ОКТМО", "Название школы", "Местность", "Учеников"]
ROWS = [
    ["001", "60701000", "Школа № 1", "город", 100],
    ["002", "60701000", "Школа № 2", "хутор", -5],
    ["003", "60701000", "=1+1", "село", 50],
]


def said(problem):
    return f"Правило {problem.rule}, значение «{problem.value}»."


def problem(row, column, level=STOP, sheet="Школы", value="", rule="unknown_code"):
    return Problem(rule, row, column, value, level=level, sheet=sheet, file="школы.xlsx")


def own_file(change=lambda book: None, sheet="Школы"):
    book = Workbook()
    book.active.title = sheet
    for row in [HEADER, *ROWS]:
        book.active.append(row)
    book.active["C4"].data_type = "s"
    change(book)
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def marked_book(content, problems, name="школы.xlsx", columns=None, language="ru"):
    return load_workbook(io.BytesIO(marked(name, content, problems, said, columns or {}, language)))


def as_csv(rows, encoding="cp1251", delimiter=";"):
    sink = io.StringIO(newline="")
    csv.writer(sink, delimiter=delimiter).writerows(rows)
    return sink.getvalue().encode(encoding)


def listed(book, name="Замечания"):
    rows = [tuple(cell.value for cell in row) for row in book[name].iter_rows()]
    start = next(place for place, row in enumerate(rows) if row[0] in ("Лист", "Sheet"))
    return rows[start + 1 :]


PROBLEMS = [
    problem(3, "locality", value="хутор"),
    problem(3, "pupils", ACKNOWLEDGE, value="-5", rule="too_small"),
    problem(2, "name", NOTE, rule="trimmed"),
]


def test_each_level_has_its_own_fill_and_the_comment_says_it_in_words():
    book = marked_book(own_file(), PROBLEMS)
    sheet = book["Школы"]
    assert sheet["D3"].fill.fill_type == "lightUp"
    assert sheet["D3"].comment.text == (
        "Ошибка: нужно исправить. Правило unknown_code, значение «хутор»."
    )
    assert sheet["E3"].fill.fgColor.rgb == "FFFFEB9C"
    assert sheet["E3"].comment.text.startswith("Проверьте и подтвердите. ")
    assert sheet["C2"].fill.fgColor.rgb == "FFE7E6E6"
    assert sheet["C2"].comment.text.startswith("К сведению. ")
    assert sheet["A2"].fill.fill_type is None
    assert sheet["A2"].comment is None


def test_the_list_names_sheet_cell_heading_value_level_and_links_to_the_cell():
    book = marked_book(own_file(), PROBLEMS)
    assert book.sheetnames == ["Замечания", "Школы"]
    assert listed(book)[1] == (
        "Школы",
        "D3",
        "Местность",
        "хутор",
        "Ошибка: нужно исправить",
        "Правило unknown_code, значение «хутор».",
    )
    links = [cell.hyperlink.location for row in book["Замечания"] for cell in row if cell.hyperlink]
    assert links == ["'Школы'!C2", "'Школы'!D3", "'Школы'!E3"]
    assert book.active.title == "Замечания"


def test_the_persons_own_formats_formulas_and_comments_stay():
    def change(book):
        sheet = book["Школы"]
        sheet["A2"].font = Font(italic=True)
        sheet["F2"] = "=E2*2"
        sheet["D3"].comment = Comment("сверить", "методист")
        sheet.column_dimensions["C"].width = 44
        book.create_sheet("Другое")["A1"] = "своё"

    book = marked_book(own_file(change), PROBLEMS)
    sheet = book["Школы"]
    assert sheet["A2"].font.italic
    assert sheet["F2"].value == "=E2*2"
    assert sheet.column_dimensions["C"].width == 44
    assert sheet["D3"].comment.text.startswith("сверить\n\nОшибка")
    assert book["Другое"]["A1"].value == "своё"


def test_several_remarks_on_a_cell_are_one_comment_of_the_gravest_level():
    found = [problem(3, "pupils", NOTE, rule="a"), problem(3, "pupils", rule="b")]
    sheet = marked_book(own_file(), found)["Школы"]
    assert sheet["E3"].fill.fill_type == "lightUp"
    assert "Правило a" in sheet["E3"].comment.text
    assert "Правило b" in sheet["E3"].comment.text


def test_a_mended_file_is_marked_anew():
    once = marked("школы.xlsx", own_file(), PROBLEMS, said, {})
    book = marked_book(once, [problem(2, "oktmo", rule="unknown_reference")])
    assert book.sheetnames == ["Замечания", "Школы"]
    assert book["Школы"]["D3"].comment is None
    assert book["Школы"]["D3"].fill.fill_type is None
    assert book["Школы"]["B2"].comment
    assert len(listed(book)) == 1


def test_a_sheet_of_the_persons_own_named_remarks_is_kept():
    book = marked_book(own_file(lambda book: book.create_sheet("Замечания")), PROBLEMS)
    assert book.sheetnames == ["Замечания 2", "Школы", "Замечания"]


def test_columns_told_go_before_what_the_header_says():
    book = marked_book(own_file(), [problem(2, "locality")], columns={("Школы", "locality"): 5})
    assert book["Школы"]["E2"].comment
    assert book["Школы"]["D2"].comment is None


def test_a_column_may_be_named_by_its_heading_and_a_row_by_its_first_cell():
    found = [problem(1, "местность ", rule="unknown_column"), problem(4, "", rule="skipped_total")]
    sheet = marked_book(own_file(), found)["Школы"]
    assert sheet["D1"].comment
    assert sheet["A4"].comment


def test_remarks_on_a_whole_sheet_stand_only_in_the_list():
    book = marked_book(own_file(), [problem(0, "", rule="no_header"), problem(0, "", sheet="")])
    assert [row[1] for row in listed(book)] == ["весь лист", "весь лист"]
    assert not any(cell.comment for row in book["Школы"] for cell in row)


def test_a_merged_cell_is_marked_where_it_shows():
    book = marked_book(
        own_file(lambda book: book["Школы"].merge_cells("B2:B4")), [problem(3, "oktmo")]
    )
    assert book["Школы"]["B2"].comment


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_no_text_becomes_a_formula(kind):
    evil = '=HYPERLINK("http://example.org")'
    sheet = "" if kind == "csv" else "Школы"
    content = as_csv([HEADER, *ROWS], "utf-8") if kind == "csv" else own_file()
    found = [problem(4, "name", value=evil, sheet=sheet)]
    book = marked_book(content, found, name=f"=1+1.{kind}")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if isinstance(cell.value, str)} == {"s"}
    values = {cell.value for cell in cells}
    assert {evil, "=1+1"} < values


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_comes_back_as_a_workbook_of_its_cells(encoding):
    found = [problem(3, "locality", sheet="", value="хутор"), problem(3, "pupils", NOTE, sheet="")]
    book = marked_book(as_csv([HEADER, *ROWS], encoding), found, name="школы.csv")
    assert book.sheetnames == ["Замечания", "Данные"]
    sheet = book["Данные"]
    assert [[cell.value for cell in row] for row in sheet] == [
        HEADER,
        *([str(cell) for cell in row] for row in ROWS),
    ]
    assert sheet["D3"].fill.fill_type == "lightUp"
    assert sheet["D3"].comment.text.startswith("Ошибка: нужно исправить. ")
    assert sheet["E3"].comment
    assert [row[:3] for row in listed(book)] == [
        ("Данные", "D3", "Местность"),
        ("Данные", "E3", "Учеников"),
    ]
    links = [cell.hyperlink.location for row in book["Замечания"] for cell in row if cell.hyperlink]
    assert links == ["'Данные'!D3", "'Данные'!E3"]


def packed(change):
    """An own file with parts of its XML changed, as no office program writes it."""
    sink = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(own_file())) as old, zipfile.ZipFile(sink, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, change(info.filename, old.read(info.filename)))
    return sink.getvalue()


ODD = {
    "empty": b"",
    "text": "Привет".encode(),
    "not a zip": b"PK\x03\x04 and nothing more",
    "cut": own_file()[:3000],
    "old": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "broken quotes": b'a;b\n"c;d\n',
    "no sheets": packed(lambda name, part: b"" if "worksheets" in name else part),
    "other xml": packed(lambda name, part: b"<x/>" if "styles" in name else part),
}


@pytest.mark.parametrize("content", ODD.values(), ids=ODD)
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a"])
def test_a_file_that_cannot_be_shown_still_has_its_remarks(name, content):
    found = [problem(0, "", rule="damaged_workbook", sheet=""), problem(7, "school_id", sheet="")]
    book = marked_book(content, found, name=name)
    assert len(listed(book)) == 2


def test_a_workbook_that_would_merge_a_sheet_whole_is_copied_instead():
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A9:XFD1048576"/></mergeCells>'
    content = packed(
        lambda name, part: part.replace(b"</sheetData>", merge) if "sheet1" in name else part
    )
    _, usual = effort(lambda: marked_book(own_file(), PROBLEMS))
    book, spent = effort(lambda: marked_book(content, PROBLEMS))
    assert spent < 4 * usual
    assert book["Школы"]["D3"].comment


def test_signs_that_no_workbook_holds_do_not_stop_it():
    found = [problem(3, "name", value="a\x00b\ud800c\uffff" + "я" * 40_000)]
    value = listed(marked_book(own_file(), found))[0][3]
    assert value.startswith("a\ufffdb\ufffdc\ufffdя")
    assert len(value) <= 32_767


@pytest.mark.parametrize("name", ["x" * 40, "a/b:c", "'q'", "Замечания", ""])
def test_names_that_excel_refuses_are_changed_in_a_copy(name):
    fresh = excel_names([name, f"{name} "], "ru")
    assert len({name.casefold() for name in fresh.values()}) == len(fresh)
    for said in fresh.values():
        assert 0 < len(said) <= 31
        assert not set(said) & set("[]:*?/\\")
        assert said.casefold() != "замечания"


def test_a_large_file_shows_its_header_and_rows_with_remarks_in_their_places():
    rows = [[f"{number:06}", "60701000", "Школа", "село", number] for number in range(210_000)]
    few, many = as_csv([HEADER, *rows[:21_000]], "utf-8"), as_csv([HEADER, *rows], "utf-8")
    remarks = [problem(200_001, "locality", sheet="")]
    _, copying_a_tenth = effort(lambda: marked("школы.csv", few, remarks, said, {}))
    found, spent = effort(lambda: marked("школы.csv", many, remarks, said, {}))
    assert spent < 4 * copying_a_tenth
    with CalamineWorkbook.from_filelike(io.BytesIO(found)) as book:
        cells = book.get_sheet_by_name("Данные").to_python(skip_empty_area=False)
        assert cells[200_000][0] == "199999"
        assert cells[1_000][0] == ""
        assert "Файл большой" in book.get_sheet_by_name("Замечания").to_python()[2][0]
    assert len(found) < 100_000


def test_many_remarks_are_cut_to_the_gravest():
    rows = [["003", "60701000", "Школа", "село", 50]] * 10_010
    found = [problem(row, "pupils", NOTE, sheet="") for row in range(2, 10_012)]
    found.append(problem(10_011, "locality", sheet=""))
    content = marked("школы.csv", as_csv([HEADER, *rows], "utf-8"), found, said, {})
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        told = book.get_sheet_by_name("Замечания").to_python()
    places = [row[1] for row in told if row[0] == "Данные"]
    assert len(places) == 10_000
    assert "D10011" in places
    assert "10000" in told[2][0]


def test_an_english_reader_is_told_in_english():
    book = marked_book(own_file(), PROBLEMS, language="en")
    assert book.sheetnames == ["Remarks", "Школы"]
    assert book["Школы"]["D3"].comment.text.startswith("Error: must be mended. ")
    assert listed(book, "Remarks")[1][4] == "Error: must be mended"


def test_a_file_without_remarks_says_so():
    book = marked_book(own_file(), [])
    assert book["Замечания"]["A2"].value == "Замечаний нет."
