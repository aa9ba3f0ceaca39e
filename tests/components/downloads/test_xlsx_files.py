import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from components.downloads import FileColumn, xlsx, xlsx_files
from data.errors import ReaderError

COLUMNS = (
    FileColumn("oktmo", "ОКТМО", "text"),
    FileColumn("name", "=Название", "text"),
    FileColumn("schools", "Школ", "integer"),
    FileColumn("change", "Изменение", "decimal", decimals=2),
    FileColumn("share", "Доля", "percent"),
    FileColumn("day", "Дата", "date"),
)
FRAME = pd.DataFrame(
    {
        "oktmo": ["01601000", "60602000"],
        "name": ["=1+1", "http://school.ru"],
        "schools": [2, None],
        "change": [-0.5, 1e-6],
        "share": [31.25, None],
        "day": pd.to_datetime(["2022-11-17", None]),
    }
)
HEADER = ["ОКТМО", "=Название", "Школ", "Изменение", "Доля, %", "Дата"]


@pytest.fixture(params=["shared", "streamed"])
def both_ways(request, monkeypatch):
    if request.param == "streamed":
        monkeypatch.setattr(xlsx_files, "STREAMED_ROWS", 0)


@pytest.fixture
def written(both_ways, about):
    return xlsx(FRAME, COLUMNS, about)


@pytest.fixture
def book(written):
    return openpyxl.load_workbook(io.BytesIO(written))


def test_openpyxl_reads_every_cell_in_its_type(book):
    header, *rows = book["Данные"].iter_rows(values_only=True)
    assert list(header) == HEADER
    assert rows == [
        ("01601000", "=1+1", 2, -0.5, 31.25, datetime(2022, 11, 17)),
        ("60602000", "http://school.ru", None, 1e-6, None, None),
    ]


def test_calamine_reads_every_cell_in_its_type(written):
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(written)).get_sheet_by_name("Данные")
    assert sheet.to_python() == [
        HEADER,
        ["01601000", "=1+1", 2.0, -0.5, 31.25, date(2022, 11, 17)],
        ["60602000", "http://school.ru", "", 1e-6, "", ""],
    ]


def test_text_is_text_even_where_it_looks_like_a_formula_or_a_link(book):
    kinds = [[cell.data_type for cell in row] for row in book["Данные"].iter_rows(min_row=2)]
    assert kinds == [["s", "s", "n", "n", "n", "d"], ["s", "s", "n", "n", "n", "n"]]
    assert book["Данные"]["B2"].number_format == "@"
    assert book["Данные"]["B3"].hyperlink is None


def test_numbers_are_shown_with_their_decimals_and_kept_whole(book):
    looks = [cell.number_format for cell in book["Данные"][2]]
    assert looks == ["@", "@", "0", "0.00", "0.0", "dd.mm.yyyy"]


def test_the_header_stays_in_sight_and_filters_cover_all_rows(book):
    sheet = book["Данные"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:F3")
    assert all(sheet.column_dimensions[letter].width >= 11 for letter in "ABCDEF")


def test_the_second_sheet_says_what_the_data_are(book):
    assert book.sheetnames == ["Данные", "О данных"]
    assert list(book["О данных"].iter_rows(values_only=True)) == [
        ("Доля ниже порога", None),
        ("21 ноября 2026 г., 14:05", None),
        ("Вид данных", "Демонстрационные данные"),
        ("Версия данных", "20261121T140512-ab12cd34"),
        ("Версия программы", "Монитор 500+ 12.3.4"),
        ("Регион", "Ростовская область"),
        ("Источник", "=HYPERLINK(1)"),
        ("Строк", "2"),
    ]
    assert book["О данных"]["B7"].data_type == "s"


def test_printed_pages_carry_the_mark(book):
    footer = book["Данные"].oddFooter.left.text
    assert footer == "Демонстрационные данные · 20261121T140512-ab12cd34 · Монитор 500+ 12.3.4"


def test_published_data_carry_no_mark(published):
    book = openpyxl.load_workbook(io.BytesIO(xlsx(FRAME, COLUMNS, published)))
    labels = [row[0] for row in book["О данных"].iter_rows(values_only=True)]
    assert "Вид данных" not in labels
    assert "Версия данных" in labels


def test_no_person_is_named_in_the_properties(written, book):
    assert book.properties.title == "Доля ниже порога"
    core = zipfile.ZipFile(io.BytesIO(written)).read("docProps/core.xml").decode()
    assert re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>[^<]+<", core) == []


def test_too_many_rows_are_refused_with_their_number(about):
    frame = pd.DataFrame({"schools": range(1_048_576)})
    with pytest.raises(ReaderError) as refusal:
        xlsx(frame, [COLUMNS[2]], about)
    assert (refusal.value.code, refusal.value.details) == ("xlsx_too_long", {"rows": 1_048_576})


@pytest.mark.parametrize("text", ["я" * 32_768, "😀" * 16_384])
def test_too_long_a_text_is_refused_with_its_place(about, text):
    frame = pd.DataFrame({"name": ["коротко", text]})
    with pytest.raises(ReaderError) as refusal:
        xlsx(frame, [FileColumn("name", "Название", "text")], about)
    assert refusal.value.code == "xlsx_cell_too_long"
    assert refusal.value.details == {"column": "Название", "row": 3}


def test_too_long_a_note_about_the_data_is_refused(about):
    long = replace(about, rows=(("Источник", "я" * 32_768),))
    with pytest.raises(ReaderError) as refusal:
        xlsx(FRAME, COLUMNS, long)
    assert refusal.value.details == {"column": "О данных", "row": 6}


def test_the_longest_text_is_kept_whole(about):
    frame = pd.DataFrame({"name": ["я" * 32_767]})
    book = openpyxl.load_workbook(
        io.BytesIO(xlsx(frame, [FileColumn("name", "Название", "text")], about))
    )
    assert book["Данные"]["A2"].value == "я" * 32_767


def test_a_day_before_excels_calendar_is_written_in_words(about):
    frame = pd.DataFrame({"day": [date(1899, 9, 1), date(1900, 3, 1)]})
    book = openpyxl.load_workbook(io.BytesIO(xlsx(frame, [COLUMNS[5]], about)))
    assert [book["Данные"].cell(row, 1).value for row in (2, 3)] == [
        "01.09.1899",
        datetime(1900, 3, 1),
    ]


@pytest.mark.usefixtures("both_ways")
def test_text_that_looks_like_the_writers_own_xml_stays_text(about):
    frame = pd.DataFrame({"name": ["<r><t>подмена</t></r>", "<r></r>", "<r>"]})
    file = xlsx(frame, [FileColumn("name", "Название", "text")], about)
    sheet = openpyxl.load_workbook(io.BytesIO(file))["Данные"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == list(frame["name"])


def test_an_empty_choice_still_has_a_header(about):
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(FRAME.head(0), COLUMNS, about)))["Данные"]
    assert list(sheet.iter_rows(values_only=True)) == [tuple(HEADER)]
