"""How one cell of a sheet is written, looks and is refused, in Excel's own terms."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from components.downloads.columns import Cell, FileColumn, Kind
from data.errors import ReaderError
from data.intake.spelling.sheet_text import LONGEST, write_whole_text

# Excel takes 1900 for a leap year; its calendar is right from here on.
FIRST_DATE = date(1900, 3, 1)

_NARROWEST, _WIDEST, _WIDEST_HEADING = 11, 60, 24  # characters


def refuse_long_text(title: str, cells: Iterable[Cell], first_row: int) -> None:
    """Raise ReaderError `xlsx_cell_too_long` at a text that Excel would cut."""
    for row, cell in enumerate(cells, start=first_row):
        if isinstance(cell, str) and _utf16_units(cell) > LONGEST:
            raise ReaderError("xlsx_cell_too_long", column=title, row=row)


def write_date(sheet: Worksheet, row: int, number: int, day: date, looks: Format) -> None:
    """Write a date, or text where Excel's calendar has no such day."""
    if day < FIRST_DATE:
        sheet.write_string(row, number, f"{day.day:02}.{day.month:02}.{day.year:04}", looks)
    else:
        sheet.write_datetime(row, number, day, looks)


WRITERS: dict[Kind, Callable[..., object]] = {
    "text": write_whole_text,
    "integer": Worksheet.write_number,
    "decimal": Worksheet.write_number,
    "percent": Worksheet.write_number,
    "date": write_date,
}


def looks(column: FileColumn, cells: Sequence[Cell]) -> dict[str, Any]:
    """Properties of the format of a column's cells; XlsxWriter's names."""
    if column.kind == "text":
        # «@» keeps text text when someone edits the cell and presses Enter.
        return {"num_format": "@", "valign": "top", "text_wrap": _longest(cells) > _WIDEST}
    if column.kind == "date":
        return {"num_format": "dd.mm.yyyy", "valign": "top"}
    decimals = 0 if column.kind == "integer" else column.decimals
    return {"num_format": "0." + "0" * decimals if decimals else "0", "valign": "top"}


def width(column: FileColumn, cells: Sequence[Cell]) -> int:
    """Width of a column in characters; longer text is wrapped."""
    heading = min(len(column.heading), _WIDEST_HEADING) + 3  # room for the filter button
    return max(_NARROWEST, heading, min(_longest(cells) + 1, _WIDEST))


def _longest(cells: Sequence[Cell]) -> int:
    return max((len(cell) for cell in cells if isinstance(cell, str)), default=0)


def _utf16_units(text: str) -> int:
    # No character takes more than two, so most texts need no second count.
    return len(text) if len(text) <= LONGEST // 2 else len(text.encode("utf-16-le")) // 2
