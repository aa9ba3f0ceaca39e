"""XLSX that leaves: a sheet of typed cells, and a sheet that says what they are and from where."""

import io
from collections.abc import Sequence

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from components.downloads.columns import About, Cell, FileColumn, Sheet, all_cells
from components.downloads.xlsx_cells import WRITERS, looks, refuse_long_text, width
from data.errors import ReaderError
from data.intake.spelling.sheet_text import OPTIONS, write_whole_text

# Microsoft, "Excel specifications and limits": 1,048,576 rows, the first of them the header.
MOST_ROWS = 1_048_575

# From here on texts go into the cells and rows through a temporary file, so memory stays flat.
# Below it texts are shared, which every program that opens spreadsheets understands.
STREAMED_ROWS = 100_000


def xlsx(
    frame: pd.DataFrame, columns: Sequence[FileColumn], about: About, beside: Sequence[Sheet] = ()
) -> bytes:
    """One row per row of the frame under a frozen header, then a sheet about the data.

    Between them a sheet of the same kind for each of those `beside`.

    A per cent is kept as 31.25 and shown as «31,3» under a heading with the unit: Excel's own
    per cent format would need 0.3125, and the formats would then differ in their numbers.
    Excel holds 15 digits of a number. Rather than cut anything, raises ReaderError
    `xlsx_too_long` or `xlsx_cell_too_long`, whose row is the sheet's own (the header is 1).
    """
    sheets = [Sheet("data", about.data_title, frame, tuple(columns)), *beside]
    data = [_cells(sheet) for sheet in sheets]
    refuse_long_text(about.sheet_title, (value for _, value in _provenance(about)), first_row=3)
    sink = io.BytesIO()
    with Workbook(sink, {**OPTIONS, "constant_memory": len(frame) >= STREAMED_ROWS}) as book:
        # No author: a file must not carry the name of whoever runs the service.
        book.set_properties({"title": about.title, "comments": _mark_line(about)})
        for sheet, cells in zip(sheets, data, strict=True):
            _write_data(book, sheet, cells, about)
        _write_about(book, about)
    return sink.getvalue()


def _cells(sheet: Sheet) -> list[list[Cell]]:
    """One list of cells per column of a sheet; raises ReaderError where Excel would cut one."""
    if len(sheet.rows) > MOST_ROWS:
        raise ReaderError("xlsx_too_long", rows=len(sheet.rows))
    data = all_cells(sheet.rows, sheet.columns)
    for column, cells in zip(sheet.columns, data, strict=True):
        refuse_long_text(column.heading, cells, first_row=2)
    return data


def _write_data(book: Workbook, of: Sheet, data: list[list[Cell]], about: About) -> None:
    columns, sheet = of.columns, book.add_worksheet(of.title)
    header = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    formats = [
        book.add_format(looks(column, cells)) for column, cells in zip(columns, data, strict=True)
    ]
    for number, column in enumerate(columns):
        sheet.set_column(number, number, width(column, data[number]))
        write_whole_text(sheet, 0, number, column.heading, header)
    writers = [WRITERS[column.kind] for column in columns]
    # Row by row: streaming forgets a row as soon as the next one begins.
    for row, line in enumerate(zip(*data, strict=True), start=1):
        for number, cell in enumerate(line):
            if cell is not None and cell != "":
                writers[number](sheet, row, number, cell, formats[number])
    _prepare_for_work(sheet, rows=len(data[0]), columns=len(columns))
    _mark_paper(sheet, about)


def _prepare_for_work(sheet: Worksheet, rows: int, columns: int) -> None:
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, rows, columns - 1)
    # Codes are text on purpose; Excel would mark each with a green corner.
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{rows + 1}"})


def _mark_paper(sheet: Worksheet, about: About) -> None:
    """Let every printed page carry the header, the versions and the mark of a demonstration."""
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L" + _mark_line(about).replace("&", "&&") + "&R&P / &N")


def _mark_line(about: About) -> str:
    return " · ".join(value for _, value in about.marks)


def _provenance(about: About) -> tuple[tuple[str, str], ...]:
    return (*about.marks, *about.rows)


def _write_about(book: Workbook, about: About) -> None:
    """Title and time, mark and versions, then the pairs the page knows."""
    sheet = book.add_worksheet(about.sheet_title)
    label_looks = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    value_looks = book.add_format({"valign": "top", "text_wrap": True, "num_format": "@"})
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 100)
    write_whole_text(sheet, 0, 0, about.title, book.add_format({"bold": True, "font_size": 14}))
    write_whole_text(sheet, 1, 0, about.made_at)
    for row, (label, value) in enumerate(_provenance(about), start=2):
        write_whole_text(sheet, row, 0, label, label_looks)
        write_whole_text(sheet, row, 1, value, value_looks)
