"""Whatever a frame holds comes back from every format, and nothing in it can run."""

import csv
import io
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from components.downloads import FileColumn, excel_csv, machine_csv, xlsx, xlsx_files
from data.intake.spelling.formula_guard import guarded

COLUMNS = (
    FileColumn("text", "Текст", "text"),
    FileColumn("integer", "Целое", "integer"),
    FileColumn("decimal", "Дробное", "decimal"),
    FileColumn("percent", "Доля", "percent"),
    FileColumn("day", "День", "date"),
)
AWKWARD = (
    *("=1+1", "+7 863", "-5", "@SUM(A1)", "\t=1", "\r=1", " \n-1", "'=1", "=cmd|' /C calc'!A0"),
    *(
        "＝1+1",
        "＋7",
        "－5",
        "＠SUM(A1)",
        "\u200b=1",
        "\ufeff=1",
        "\u00a0@a",
        "\n=1",
        "''=1",
        "'＝1",
    ),
    *('a;b,"c"', "две\r\nстроки", "x\ry", "nan", "None", "", " ", "0,5", "TRUE", "2022-11-17"),
    *("<r>x</r>", "<b>&amp;", "_x000D_", "http://school.ru", "{=A1}", "\ufeffx", "007", "😀"),
)
TEXTS = st.sampled_from(AWKWARD) | st.text(st.characters(codec="utf-8"), max_size=12)
INTEGERS = st.integers(-(10**15) + 1, 10**15 - 1)
# Excel keeps 15 digits: nine before the comma and our six after it.
DECIMALS = st.floats(-999_999_999, 999_999_999, allow_nan=False)
DAYS = st.dates(date(1900, 3, 1), date(9999, 12, 31))
ROWS = st.lists(
    st.tuples(*(st.none() | kind for kind in (TEXTS, INTEGERS, DECIMALS, DECIMALS, DAYS))),
    max_size=6,
)
ENOUGH = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
BOTH_WAYS = pytest.mark.parametrize("streamed_rows", [0, 100_000], ids=["streamed", "shared"])


def frame_of(rows):
    return pd.DataFrame(rows, columns=[column.key for column in COLUMNS], dtype=object)


def rounded(rows, text):
    """What a file must hold: texts by `text`, numbers to six decimals."""
    return [
        (
            text(a or ""),
            b,
            None if c is None else round(c, 6),
            None if d is None else round(d, 6),
            e,
        )
        for a, b, c, d, e in rows
    ]


def parsed(file, delimiter, day):
    """The rows of a CSV file without its header and marks, read by nothing of ours."""
    reader = csv.reader(io.StringIO(file, newline=""), delimiter=delimiter)
    number = (lambda text: float(text.replace(",", "."))) if delimiter == ";" else float
    kinds = (str, int, number, number, lambda text: datetime.strptime(text, day).date())
    return [
        tuple(
            kind(text) if text or kind is str else None
            for kind, text in zip(kinds, row[: len(COLUMNS)], strict=True)
        )
        for row in list(reader)[1:]
    ]


@ENOUGH
@given(rows=ROWS)
def test_excel_csv_gives_every_cell_back(about, rows):
    file = excel_csv(frame_of(rows), COLUMNS, about).decode("utf-8-sig")
    assert parsed(file, ";", "%d.%m.%Y") == rounded(rows, guarded)


@ENOUGH
@given(rows=ROWS)
def test_machine_csv_gives_every_cell_back(about, rows):
    file = machine_csv(frame_of(rows), COLUMNS, about).decode("utf-8")
    assert parsed(file, ",", "%Y-%m-%d") == rounded(rows, guarded)


@ENOUGH
@given(rows=ROWS)
@BOTH_WAYS
def test_xlsx_gives_every_cell_back(about, monkeypatch, streamed_rows, rows):
    monkeypatch.setattr(xlsx_files, "STREAMED_ROWS", streamed_rows)
    file = io.BytesIO(xlsx(frame_of(rows), COLUMNS, about))
    sheet = CalamineWorkbook.from_filelike(file).get_sheet_by_name("Данные")
    found = [tuple(line) for line in sheet.to_python(skip_empty_area=False)[1:]]
    found += [("",) * len(COLUMNS)] * (len(rows) - len(found))  # it drops empty rows at the end
    assert [(text, *(None if x == "" else x for x in rest)) for text, *rest in found] == rounded(
        rows, str
    )


@ENOUGH
@given(rows=ROWS)
@BOTH_WAYS
def test_no_cell_of_xlsx_is_a_formula(about, monkeypatch, streamed_rows, rows):
    monkeypatch.setattr(xlsx_files, "STREAMED_ROWS", streamed_rows)
    file = io.BytesIO(xlsx(frame_of(rows), COLUMNS, about))
    sheet = openpyxl.load_workbook(file)["Данные"]
    for line, row in zip(sheet.iter_rows(min_row=2), rows, strict=False):
        # openpyxl leaves some of Excel's _xHHHH_ for control characters in texts as they are,
        # so here it tells the types alone.
        kinds = ["s" if row[0] else "n", "n", "n", "n", "n" if row[4] is None else "d"]
        assert [cell.data_type for cell in line] == kinds
