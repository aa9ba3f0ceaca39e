"""CSV that leaves: a dialect that Excel of each language opens right, and one that programs read.

Text that a spreadsheet would run as a formula is guarded by an apostrophe, headings included.
Numbers and dates are never touched, so a negative number stays a number.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from components.downloads.columns import MOST_DECIMALS, About, FileColumn, Kind, distinct
from data.intake.spelling.formula_guard import guarded

LINE_END = "\r\n"
"""Of CSV for Excel."""

PIECE = 100_000
"""Rows written at a time."""


def excel_csv(frame: pd.DataFrame, columns: Sequence[FileColumn], about: About) -> bytes:
    """One line per row of the frame, in UTF-8 with BOM and CRLF.

    Russian: «;», decimal comma, DD.MM.YYYY. English: «,», decimal point, YYYY-MM-DD, which Excel
    reads alike in every English-speaking country.

    The versions, and of a demonstration its mark, trail every line: a filter or a copy of some
    rows would lose a comment. Excel strips leading zeros from codes in any CSV, not in XLSX.
    """
    titles = [column.heading for column in columns] + [title for title, _ in about.marks]
    between = BETWEEN[about.language]
    marks = [_field(guarded(value), between) for _, value in about.marks]
    sink = io.BytesIO(_lines([[guarded(title) for title in titles]], about))
    sink.seek(0, io.SEEK_END)
    for piece in _pieces(frame):
        # Joined by Arrow: its writer would put quotes round every number with a comma.
        fields = [
            _taken(piece, column, _field_of(column, about.language), pa.string()).fill_null("")
            for column in columns
        ]
        lines = pc.binary_join_element_wise(*fields, *marks, between)
        whole = pc.binary_join(pa.ListArray.from_arrays([0, len(lines)], lines), LINE_END)
        sink.write(whole[0].as_buffer())
        sink.write(LINE_END.encode())
    return sink.getvalue()


def _pieces(frame: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Give the rows in pieces: what is made of one is let go before the next."""
    for first in range(0, len(frame), PIECE):
        yield frame.iloc[first : first + PIECE]


def _taken(
    piece: pd.DataFrame,
    column: FileColumn,
    write: Callable[[Any], object],
    kind: pa.DataType,
) -> pa.Array:
    """Give the cells of a column as `write` writes each distinct one, null where one is missing."""
    which, values = distinct(piece, column)
    written = pa.array([*map(write, values), None], kind)
    return written.take(pa.array(which % len(written)))  # -1 is the last


def _field_of(column: FileColumn, language: str) -> Callable[[Any], str]:
    write, between = _EXCEL_TEXT[language][column.kind], BETWEEN[language]
    if column.kind != "text":
        return write  # no number and no day has a sign of the dialect
    return lambda text: _field(write(text), between)


def _field(text: str, between: str) -> str:
    """Quote a text of a line as Python's `csv` does: where it has a sign of the dialect."""
    if between in text or '"' in text or "\r" in text or "\n" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def about_csv(about: About) -> bytes:
    """What the sheet about the data says, as a CSV of the same dialect: two cells a line."""
    lines = (("", about.title), ("", about.made_at), *about.marks, *about.rows)
    return _lines([[guarded(label), guarded(value)] for label, value in lines], about)


def _lines(lines: Iterable[Sequence[str]], about: About) -> bytes:
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, delimiter=BETWEEN[about.language], lineterminator=LINE_END)
    writer.writerows(lines)
    return sink.getvalue().encode("utf-8-sig")


def machine_csv(frame: pd.DataFrame, columns: Sequence[FileColumn], about: About) -> bytes:
    """One line per row of the frame: UTF-8, «,», decimal point, LF, ISO dates, keys as header.

    `data_kind`, `data_version` and `program_version` trail every line, a demonstration or not, so
    that a program meets the same columns before and after a region publishes its own data.
    """
    kind = "demonstration" if about.demonstration else "published"
    kind = f"internal {kind}" if about.internal else kind
    marks = (kind, guarded(about.version), guarded(about.program_version))
    kinds = [ARROW_TYPE[column.kind] for column in columns]
    names = [column.key for column in columns] + ["data_kind", "data_version", "program_version"]
    schema = pa.schema(list(zip(names, [*kinds, *[pa.string()] * len(marks)], strict=True)))
    sink = io.BytesIO()
    # Arrow's writer: Python 3.11's leaves a lone CR without quotes when lines end with LF.
    with arrow_csv.CSVWriter(sink, schema) as writer:
        for piece in _pieces(frame):
            arrays = [
                _taken(piece, column, _guard_of(column), kind)
                for column, kind in zip(columns, kinds, strict=True)
            ]
            arrays += [pa.repeat(mark, len(piece)) for mark in marks]
            writer.write(pa.record_batch(arrays, schema=schema))
    return sink.getvalue()


def _guard_of(column: FileColumn) -> Callable[[Any], object]:
    return guarded if column.kind == "text" else lambda cell: cell


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
