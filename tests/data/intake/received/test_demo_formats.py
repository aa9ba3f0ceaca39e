"""The demonstration set and facts come in as people would send them, and are read as written."""

import csv
import io
from datetime import date

import pandas as pd
import pytest
from openpyxl import load_workbook
from sqlalchemy import Date, Double, Integer
from xlsxwriter import Workbook

from data import schema
from data.errors import NOTE
from data.intake.received.places import shipped
from data.intake.received.receive import receive
from data.intake.returned.templates import workbook
from data.intake.spelling.vocabulary import headings, labels, title
from data.intake.spelling.wording import example
from tests.conftest import FACTS

FIRST_ROWS = 200
SQUARE = example(schema.municipal_outline.c.geometry)


@pytest.fixture(scope="module")
def register():
    return shipped()


def canonical(built, table):
    """The first rows of a demonstration or fact file as text, None where it is empty."""
    written = built.inputs / f"{table.name}.csv"
    if table is schema.municipal_outline:
        return [[oktmo, SQUARE, "Геопортал", None] for oktmo in ("60601000", "60602000")]
    if table is schema.own_indicator:
        own = [example(column) for column in table.columns]
        return [[f"Р-{n}", *own[1:]] for n in range(2)]
    if table in (schema.region_setting, schema.region_target):
        own = [example(column) for column in table.columns]
        return [own, ["75", *own[1:]]]
    path = written if written.is_file() else FACTS / written.name
    frame = pd.read_csv(path, dtype=str, nrows=FIRST_ROWS)[table.columns.keys()]
    return [
        [None if pd.isna(cell) else cell for cell in row] for row in frame.itertuples(index=False)
    ]


def values(table, rows):
    """Rows with decimals as numbers, in which 58.0 and 58 are one."""
    decimal = [isinstance(column.type, Double) for column in table.columns]
    return [
        [float(cell) if cell and is_decimal else cell for cell, is_decimal in cells]
        for row in rows
        for cells in [list(zip(row, decimal, strict=True))]
    ]


def read_rows(file):
    names = [column.name for column in file.table.columns]
    return [[row[name] for name in names] for row in file.rows.to_pylist()]


def header(table):
    return [words[0] for words in headings(table).values()]


def in_a_sheet(column, text):
    """A cell as a template has it: labels of codes, numbers as numbers, dates as dates."""
    if text is None:
        return ""
    if text in labels(column):
        return labels(column)[text][0]
    if isinstance(column.type, Date):
        return date.fromisoformat(text)
    return float(text) if isinstance(column.type, Integer | Double) else text


def in_a_text(column, text):
    """A cell as Excel in Russia saves it: 17.11.2022 and 12,5."""
    cell = in_a_sheet(column, text)
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    return text.replace(".", ",") if isinstance(cell, float) else cell


def as_workbook(table, rows):
    sink = io.BytesIO()
    with Workbook(sink, {"default_date_format": "dd.mm.yyyy"}) as book:
        sheet = book.add_worksheet(title(table))
        sheet.write_row(0, 0, header(table))
        for number, row in enumerate(rows, start=1):
            for place, (column, text) in enumerate(zip(table.columns, row, strict=True)):
                cell = in_a_sheet(column, text)
                if isinstance(cell, str):
                    sheet.write_string(number, place, cell)
                else:
                    sheet.write(number, place, cell)
    return sink.getvalue()


def as_russian_csv(table, rows):
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, delimiter=";")
    writer.writerow(header(table))
    writer.writerows(
        [in_a_text(column, text) for column, text in zip(table.columns, row, strict=True)]
        for row in rows
    )
    return sink.getvalue().encode("cp1251")


TABLES = pytest.mark.parametrize("table", schema.INTAKE_TABLES, ids=lambda table: table.name)


@pytest.mark.parametrize(("kind", "written"), [("xlsx", as_workbook), ("csv", as_russian_csv)])
@TABLES
def test_a_table_is_read_as_it_was_written(built, register, table, kind, written):
    rows = canonical(built, table)
    assert rows
    received = receive(f"{table.name}.{kind}", written(table, rows), register)
    assert [problem for problem in received.problems if problem.level != NOTE] == []
    assert received.unknown == []
    (file,) = received.files
    assert file.table is table
    assert values(table, read_rows(file)) == values(table, rows)


@TABLES
def test_a_filled_template_gives_its_rows_and_only_tells_of_the_example(built, register, table):
    book = load_workbook(io.BytesIO(workbook(table, {})))
    rows = canonical(built, table)[:20]
    for row in rows:
        cells = [in_a_sheet(*found) for found in zip(table.columns, row, strict=True)]
        book[title(table)].append([None if cell == "" else cell for cell in cells])
    sink = io.BytesIO()
    book.save(sink)
    received = receive("шаблон.xlsx", sink.getvalue(), register)
    assert [(found.rule, found.row) for found in received.problems] == [("skipped_example", 2)]
    (file,) = received.files
    assert values(table, read_rows(file)) == values(table, rows)


@TABLES
def test_examples_of_a_template_are_what_the_reader_accepts(register, table):
    book = load_workbook(io.BytesIO(workbook(table, {})))
    first = book[title(table)]["A2"]
    first.value = first.value.removeprefix("Пример: ")
    sink = io.BytesIO()
    book.save(sink)
    received = receive("шаблон.xlsx", sink.getvalue(), register)
    assert received.problems == []
    (row,) = read_rows(received.files[0])
    assert values(table, [row]) == values(table, [[example(column) for column in table.columns]])


def test_what_a_template_offers_for_municipalities_is_read_as_their_codes(register):
    codes = [place.oktmo for place in register.places]
    offered = [register.label(oktmo) for oktmo in codes]
    rows = [[name, "2022", "status", "true"] for name in offered]
    received = receive("отчёты.xlsx", as_workbook(schema.municipal_report, rows), register)
    assert received.problems == []
    assert received.files[0].rows["oktmo"].to_pylist() == codes
