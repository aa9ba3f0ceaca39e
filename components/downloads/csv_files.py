"""CSV that leaves: a dialect that Excel of each language opens right, and one that programs read.

Text that a spreadsheet would run as a formula is guarded by an apostrophe, headings included.
Numbers and dates are never touched, so a negative number stays a number.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa
from pyarrow import csv as arrow_csv

from components.downloads.columns import MOST_DECIMALS, About, Cell, FileColumn, Kind, all_cells
from data.intake.spelling.formula_guard import guarded


def excel_csv(frame: pd.DataFrame, columns: Sequence[FileColumn], about: About) -> bytes:
    """One line per row of the frame, in UTF-8 with BOM and CRLF.

    Russian: «;», decimal comma, DD.MM.YYYY. English: «,», decimal point, YYYY-MM-DD, which Excel
    reads alike in every English-speaking country.

    The versions, and of a demonstration its mark, trail every line: a filter or a copy of some
    rows would lose a comment. Excel strips leading zeros from codes in any CSV, not in XLSX.
    """
    titles = [column.heading for column in columns] + [title for title, _ in about.marks]
    texts = _EXCEL_TEXT[about.language]
    lists: list[list[str]] = [
        ["" if cell is None else texts[column.kind](cell) for cell in cells]
        for column, cells in zip(columns, all_cells(frame, columns), strict=True)
    ]
    lists += [[guarded(value)] * len(frame) for _, value in about.marks]
    # Python's writer: Arrow's would put quotes round every number with a comma.
    return _lines([[guarded(title) for title in titles], *zip(*lists, strict=True)], about)


def about_csv(about: About) -> bytes:
    """What the sheet about the data says, as a CSV of the same dialect: two cells a line."""
    lines = (("", about.title), ("", about.made_at), *about.marks, *about.rows)
    return _lines([[guarded(label), guarded(value)] for label, value in lines], about)


def _lines(lines: Iterable[Sequence[str]], about: About) -> bytes:
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, delimiter=BETWEEN[about.language], lineterminator="\r\n")
    writer.writerows(lines)
    return sink.getvalue().encode("utf-8-sig")


def machine_csv(frame: pd.DataFrame, columns: Sequence[FileColumn], about: About) -> bytes:
    """One line per row of the frame: UTF-8, «,», decimal point, LF, ISO dates, keys as header.

    `data_kind`, `data_version` and `program_version` trail every line, a demonstration or not, so
    that a program meets the same columns before and after a region publishes its own data.
    """
    arrays = [
        pa.array(_guarded_cells(cells) if column.kind == "text" else cells, ARROW_TYPE[column.kind])
        for column, cells in zip(columns, all_cells(frame, columns), strict=True)
    ]
    kind = "demonstration" if about.demonstration else "published"
    kind = f"internal {kind}" if about.internal else kind
    marks = (kind, guarded(about.version), guarded(about.program_version))
    arrays += [pa.repeat(mark, len(frame)) for mark in marks]
    names = [column.key for column in columns] + ["data_kind", "data_version", "program_version"]
    # Arrow's writer: Python 3.11's leaves a lone CR without quotes when lines end with LF.
    sink = io.BytesIO()
    arrow_csv.write_csv(pa.Table.from_arrays(arrays, names), sink)
    return sink.getvalue()


def _guarded_cells(cells: list[Cell]) -> list[str | None]:
    return [None if cell is None else guarded(str(cell)) for cell in cells]


def _with_point(number: float) -> str:
    """Plain digits, never 1e-06, without zeros that would claim a precision."""
    return f"{number:.{MOST_DECIMALS}f}".rstrip("0").rstrip(".")


def _with_comma(number: float) -> str:
    return _with_point(number).replace(".", ",")


def _day(day: date) -> str:
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


BETWEEN = {"ru": ";", "en": ","}
"""What Excel of a language takes for the sign between cells."""

_EXCEL_TEXT: dict[str, dict[Kind, Callable[[Any], str]]] = {
    "ru": {
        "text": guarded,
        "integer": str,
        "decimal": _with_comma,
        "percent": _with_comma,
        "date": _day,
    },
    "en": {
        "text": guarded,
        "integer": str,
        "decimal": _with_point,
        "percent": _with_point,
        "date": date.isoformat,
    },
}
ARROW_TYPE: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "decimal": pa.float64(),
    "percent": pa.float64(),
    "date": pa.date32(),
}
