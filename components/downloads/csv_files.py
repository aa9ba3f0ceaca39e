"""CSV that leaves: one dialect that opens right in Russian Excel, one that programs read.

Text that a spreadsheet would run as a formula is guarded by an apostrophe, headings included.
Numbers and dates are never touched, so a negative number stays a number.
"""

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa
from pyarrow import csv as arrow_csv

from components.downloads.columns import MOST_DECIMALS, About, Cell, FileColumn, Kind, all_cells
from data.intake.spelling.formula_guard import guarded


def excel_csv(frame: pd.DataFrame, columns: Sequence[FileColumn], about: About) -> bytes:
    """One line per row of the frame: UTF-8 with BOM, «;», decimal comma, CRLF, DD.MM.YYYY.

    The versions, and of a demonstration its mark, trail every line: a filter or a copy of some
    rows would lose a comment. Excel strips leading zeros from codes in any CSV, not in XLSX.
    """
    titles = [column.heading for column in columns] + [title for title, _ in about.marks]
    lists: list[list[str]] = [
        ["" if cell is None else _EXCEL_TEXT[column.kind](cell) for cell in cells]
        for column, cells in zip(columns, all_cells(frame, columns), strict=True)
    ]
    lists += [[guarded(value)] * len(frame) for _, value in about.marks]
    # Python's writer: Arrow's would put quotes round every number with a comma.
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, delimiter=";", lineterminator="\r\n")
    writer.writerow([guarded(title) for title in titles])
    writer.writerows(zip(*lists, strict=True))
    return sink.getvalue().encode("utf-8-sig")


def machine_csv(frame: pd.DataFrame, columns: Sequence[FileColumn], about: About) -> bytes:
    """One line per row of the frame: UTF-8, «,», decimal point, LF, ISO dates, keys as header.

    `data_kind`, `data_version` and `program_version` trail every line, a demonstration or not, so
    that a program meets the same columns before and after a region publishes its own data.
    """
    arrays = [
        pa.array(
            _guarded_cells(cells) if column.kind == "text" else cells, _ARROW_TYPE[column.kind]
        )
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


def _with_comma(number: float) -> str:
    """Plain digits, never 1e-06, without zeros that would claim a precision."""
    return f"{number:.{MOST_DECIMALS}f}".rstrip("0").rstrip(".").replace(".", ",")


_EXCEL_TEXT: dict[Kind, Callable[[Any], str]] = {
    "text": guarded,
    "integer": str,
    "decimal": _with_comma,
    "percent": _with_comma,
    "date": lambda day: f"{day.day:02}.{day.month:02}.{day.year:04}",
}
_ARROW_TYPE: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "decimal": pa.float64(),
    "percent": pa.float64(),
    "date": pa.date32(),
}
