"""Templates that a region fills in: a workbook with lists and checks, or the header of a CSV."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Date, Double, Integer, Table
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from data.intake.returned.template_help import shown, shown_example, write_help
from data.intake.returned.template_rules import Choices, offered, validation
from data.intake.spelling.formula_guard import guarded, unguarded
from data.intake.spelling.sheet_text import OPTIONS, write_text
from data.intake.spelling.vocabulary import heading, title
from data.intake.spelling.wording import EXAMPLE, example, word
from data.schema import INTAKE_TABLES

_LAST_ROW = 1_048_575  # counted from 0
_FILTERED_ROWS = 10_000
_NARROWEST, _WIDEST = 12, 34  # characters
# The same template is the same bytes, whenever it is made.
_MADE, _MADE_IN_ARCHIVE = datetime(2020, 1, 1), (2020, 1, 1, 0, 0, 0)


def workbook(
    table: Table,
    choices: Choices,
    language: str = "ru",
    rows: Sequence[Mapping[str, object]] = (),
) -> bytes:
    """XLSX: a sheet to fill in with a header and one example row, how to do it, and the lists.

    choices: values offered for columns, such as names of municipalities for `oktmo`. Headings
    are Russian in any language; explanations and messages are in the one given. rows: what is
    filled in already, canonical values by column; it takes the place of the example.
    """
    sink = io.BytesIO()
    with Workbook(sink, OPTIONS) as book:
        book.set_properties({"title": title(table), "created": _MADE})
        sheet = book.add_worksheet(title(table))
        write_help(book, table, choices, language)
        ranges = _write_lists(book, table, choices, language)
        _write_rows(book, sheet, table, rows)
        for number, column in enumerate(table.columns):
            checked = validation(column, choices, ranges.get(column.name, ""), language)
            if checked:
                sheet.data_validation(1, number, _LAST_ROW, number, checked)
            sheet.set_column(
                number, number, _width(column, choices), book.add_format(_looks(column))
            )
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, _FILTERED_ROWS, len(table.columns) - 1)
    return sink.getvalue()


def csv_header(table: Table) -> bytes:
    """One line of Russian headings as Excel in Russia opens it: UTF-8 with BOM, «;», CRLF."""
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, delimiter=";", lineterminator="\r\n")
    writer.writerow([heading(column) for column in table.columns])
    return sink.getvalue().encode("utf-8-sig")


def archive(choices_by_table: Mapping[str, Choices], language: str = "ru") -> bytes:
    """ZIP with the workbook of every table that a region brings, in the order to fill them in.

    choices_by_table: choices by the table's declared name; a table may lack them.
    """
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as packed:
        for number, table in enumerate(INTAKE_TABLES, start=1):
            entry = zipfile.ZipInfo(f"{number:02}_{table.name}.xlsx", _MADE_IN_ARCHIVE)
            packed.writestr(entry, workbook(table, choices_by_table.get(table.name, {}), language))
    return sink.getvalue()


def _write_rows(
    book: Workbook, sheet: Worksheet, table: Table, rows: Sequence[Mapping[str, object]]
) -> None:
    """Write the header, required columns marked by a fill and an asterisk, and rows or example."""
    common = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
    optional = book.add_format(common)
    required = book.add_format(common | {"bg_color": "#D9E6F2"})
    for number, column in enumerate(table.columns):
        if column.nullable:
            write_text(sheet, 0, number, heading(column), optional)
        else:
            write_text(sheet, 0, number, f"{heading(column)} *", required)
        plain = book.add_format(_looks(column))
        for place, row in enumerate(rows, start=1):
            _write_cell(sheet, place, number, column, row[column.name], plain)
        if not rows:
            looks = book.add_format(_looks(column) | {"italic": True, "font_color": "#595959"})
            _write_example(sheet, number, column, looks)


def _write_example(sheet: Worksheet, number: int, column: Column[Any], looks: Format) -> None:
    if number == 0:
        write_text(sheet, 1, 0, f"{EXAMPLE}: {shown_example(column)}", looks)
    else:
        _write_cell(sheet, 1, number, column, example(column), looks)


def _write_cell(
    sheet: Worksheet, row: int, number: int, column: Column[Any], value: object, looks: Format
) -> None:
    """Write a canonical value; codes as their labels, nothing for what is empty."""
    text = "" if value is None else str(value)
    if not text:
        return
    if isinstance(column.type, Integer | Double):
        sheet.write_number(row, number, float(text), looks)
    elif isinstance(column.type, Date):
        sheet.write_datetime(row, number, date.fromisoformat(text), looks)
    else:
        said = shown(column, text)
        # What looks like a guard would be taken for one when the file comes back.
        write_text(sheet, row, number, said if unguarded(said) == said else guarded(said), looks)


def _write_lists(book: Workbook, table: Table, choices: Choices, language: str) -> dict[str, str]:
    """Write each list under its heading; give the ranges by column: Excel's own lists are short."""
    lists = {column.name: offered(column, choices) for column in table.columns}
    lists = {name: values for name, values in lists.items() if values}
    if not lists:
        return {}
    name = word(language, "sheet.lists")
    sheet, bold = book.add_worksheet(name), book.add_format({"bold": True, "text_wrap": True})
    text, ranges = book.add_format({"num_format": "@"}), {}
    for number, (column, values) in enumerate(lists.items()):
        sheet.set_column(number, number, min(_WIDEST, max(map(len, values)) + 2))
        write_text(sheet, 0, number, heading(table.columns[column]), bold)
        for row, value in enumerate(values, start=1):
            write_text(sheet, row, number, value, text)
        ranges[column] = f"='{name}'!{xl_range_abs(1, number, len(values), number)}"
    return ranges


def _looks(column: Column[Any]) -> dict[str, str]:
    """Format of a column's cells; codes and names stay text, whatever they look like."""
    if isinstance(column.type, Integer):
        return {"num_format": "0"}
    if isinstance(column.type, Double):
        return {"num_format": "General"}
    return {"num_format": "dd.mm.yyyy" if isinstance(column.type, Date) else "@"}


def _width(column: Column[Any], choices: Choices) -> int:
    words = [f"{heading(column)} *", shown_example(column), *offered(column, choices)]
    return max(_NARROWEST, min(_WIDEST, max(map(len, words)) + 2))
