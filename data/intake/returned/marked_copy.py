"""Write a new workbook of a file's cells as they were read, with its marks and the remarks."""

import io
import math
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.intake.received.workbooks import Sheet
from data.intake.returned.remark_list import FILLS, LAST_ROW, WIDTHS, Listing, Mark
from data.intake.spelling.formula_guard import guarded
from data.intake.spelling.sheet_text import OPTIONS, write_text
from data.intake.spelling.wording import word

_PATTERNS = {"solid": 1, "lightUp": 14}
_MOST_DIGITS = 10**15  # what a spreadsheet keeps of a number
_FIRST_DATE = date(1900, 3, 1)  # Excel takes 1900 for a leap year
_COLUMN_WIDTH = 18
_AS_TEXT = {"num_format": "@"}  # else a text such as =1+1 runs once somebody edits its cell


def copied(sheets: Sequence[Sheet], marks: Sequence[Mark], listed: Listing, language: str) -> bytes:
    """XLSX of the sheets given, every cell where it stood in the file, and the remarks first."""
    sink = io.BytesIO()
    with Workbook(sink, {**OPTIONS, "constant_memory": True}) as book:
        looks = {level: _filled(fill) for level, fill in FILLS.items()}
        _write_list(book, listed, looks, word(language, "sheet.remarks"))
        for sheet in sheets:
            found = {(at.row, at.number): at for at in marks if at.sheet == sheet.name}
            _write_sheet(book, sheet, found, looks, language)
    return sink.getvalue()


def _filled(fill: tuple[str, str, str]) -> dict[str, Any]:
    pattern, front, back = fill
    return {"pattern": _PATTERNS[pattern], "fg_color": f"#{front[2:]}", "bg_color": f"#{back[2:]}"}


def _write_list(
    book: Workbook, listed: Listing, looks: dict[str, dict[str, Any]], name: str
) -> None:
    sheet = book.add_worksheet(name)
    for number, width in enumerate(WIDTHS):
        sheet.set_column(number, number, width)
    text = {"valign": "top", "text_wrap": True} | _AS_TEXT
    bold = book.add_format({"bold": True})
    plain, link = book.add_format(text), book.add_format({"underline": 1, "font_color": "#0563C1"})
    filled = {level: book.add_format(text | fill) for level, fill in looks.items()}
    for row, line in enumerate(listed.heads):
        write_text(sheet, row, 0, line, bold if row == 0 else None)
    first = len(listed.heads) + 2
    for number, title in enumerate(listed.header):
        write_text(sheet, first - 1, number, title, bold)
    for row, (cells, (level, target)) in enumerate(
        zip(listed.rows, listed.looks, strict=True), start=first
    ):
        for number, cell in enumerate(cells):
            if number == 1 and target:
                sheet.write_url(row, number, f"internal:{target}", link, cell)
            else:
                write_text(sheet, row, number, cell, filled[level] if number == 4 else plain)
    sheet.freeze_panes(first, 0)


def _write_sheet(
    book: Workbook,
    sheet: Sheet,
    marks: dict[tuple[int, int], Mark],
    looks: dict[str, dict[str, Any]],
    language: str,
) -> None:
    target = book.add_worksheet(sheet.name)
    target.set_column(0, max((len(cells) for _, cells in sheet.rows), default=1), _COLUMN_WIDTH)
    formats = {level: _formats(book, fill) for level, fill in (looks | {"": {}}).items()}
    cells_of = dict(sheet.rows)
    marked_rows: dict[int, set[int]] = {}
    for row, number in marks:
        marked_rows.setdefault(row, set()).add(number)
    author = word(language, "remarks.author")
    for row in sorted(row for row in {*cells_of, *marked_rows} if row <= LAST_ROW):
        cells = cells_of.get(row, [])
        numbers = marked_rows.get(row, set())
        for number in sorted({*range(1, len(cells) + 1), *numbers}):
            mark = marks.get((row, number))
            level = mark.level if mark else ""
            cell = cells[number - 1] if number <= len(cells) else ""
            _write(target, row - 1, number - 1, cell, formats[level])
            if mark:
                _comment(target, mark, author)


class _Formats(NamedTuple):
    """How cells of one level look: any, a text that could run, a date."""

    plain: Format | None
    formula: Format
    day: Format


def _formats(book: Workbook, fill: dict[str, Any]) -> _Formats:
    return _Formats(
        book.add_format(fill) if fill else None,
        book.add_format(fill | _AS_TEXT),
        book.add_format(fill | {"num_format": "dd.mm.yyyy"}),
    )


def _write(sheet: Worksheet, row: int, number: int, cell: object, looks: _Formats) -> None:
    """Write one cell as what it was; what a spreadsheet cannot hold as such stays text."""
    if cell is None or cell == "":
        if looks.plain:
            sheet.write_blank(row, number, None, looks.plain)
    elif isinstance(cell, bool):
        sheet.write_boolean(row, number, cell, looks.plain)
    elif isinstance(cell, int | float) and math.isfinite(cell) and abs(cell) < _MOST_DIGITS:
        sheet.write_number(row, number, cell, looks.plain)
    elif isinstance(cell, datetime) and cell.date() >= _FIRST_DATE:
        sheet.write_datetime(row, number, cell, looks.day)
    else:
        said = str(cell)
        runs = guarded(said) != said
        write_text(sheet, row, number, said, looks.formula if runs else looks.plain)


def _comment(sheet: Worksheet, mark: Mark, author: str) -> None:
    sheet.write_comment(
        mark.row - 1,
        mark.number - 1,
        mark.text,
        {"author": author, "x_scale": 2, "height": comment_height(mark.text)},
    )


def comment_height(text: str) -> int:
    """Pixels that a comment of 45 signs a line needs."""
    lines = sum(1 + len(line) // 45 for line in text.split("\n"))
    return 20 * (lines + 1)


def shortened(sheets: Iterable[Sheet], rows: set[tuple[str, int]], header_rows: int) -> list[Sheet]:
    """Keep the first rows of each sheet and those given, for a file too large to copy whole."""
    return [
        Sheet(
            sheet.name,
            [
                (row, cells)
                for place, (row, cells) in enumerate(sheet.rows)
                if place < header_rows or (sheet.name, row) in rows
            ],
        )
        for sheet in sheets
    ]
