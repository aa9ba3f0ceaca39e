"""Find in the bytes of a CSV what would keep it from being read as rows of a declared table."""

import csv
import io
import re
from itertools import islice

import numpy as np
import pyarrow as pa
from sqlalchemy import Table

from data.errors import Problem

_QUOTED = r'"[^"]*(?:""[^"]*)*"'
_CELL = {
    end: re.compile(rf'(?:{_QUOTED}|[^"{end}][^{end}\r\n]*|)({end})') for end in (",", ";", "\t")
}
"""A sound cell that is not the last of its row, by delimiter."""
_ENOUGH = 1000
"""So many lines tell where a broken row begins to be broken."""


def not_utf8(content: bytes) -> list[Problem]:
    """Find the first bytes that are no UTF-8, by the row they stand in."""
    if _is_utf8(content):
        return []
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        return [Problem("not_utf8", row, value=repr(content[error.start : error.end]))]
    return []


def _is_utf8(content: bytes) -> bool:
    """Look at the bytes where they are: to decode them would copy them all."""
    ends = pa.py_buffer(np.array([0, len(content)], np.int64))
    whole = pa.LargeStringArray.from_buffers(1, ends, pa.py_buffer(content))
    try:
        whole.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def wrong_header(content: bytes, table: Table) -> list[Problem]:
    """Find declared names that the first line lacks or repeats, and names that are not declared."""
    first_line = re.match(rb"[^\r\n]*", content)[0].decode("utf-8-sig")  # type: ignore[index]
    try:
        found = next(csv.reader([first_line]), [])
    except csv.Error:
        return [Problem("unreadable", 1)]
    wanted = [column.name for column in table.columns]
    missing = [Problem("missing_column", 1, column) for column in wanted if column not in found]
    unknown = [
        Problem("unknown_column", 1, column, column) for column in found if column not in wanted
    ]
    repeated = [
        Problem("repeated_column", 1, column, column)
        for column in wanted
        if found.count(column) > 1
    ]
    return missing + unknown + repeated


def wrong_quotes(content: bytes) -> list[Problem]:
    """Find the first row whose quotes are broken: Arrow would take the rows after it for a cell."""
    if b'"' not in content:
        return []
    text = content.decode("utf-8-sig")
    broken = broken_row(text, ",")
    if broken is None:
        return []
    row, place = broken
    header = next(csv.reader(io.StringIO(text, newline="")), [])
    return [Problem("unreadable", row, header[place] if place < len(header) else "")]


def broken_row(text: str, delimiter: str) -> tuple[int, int] | None:
    """Give the first row, from 1, that cannot be split into cells, and the place of the cell."""
    row, lines = 1, 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for _ in reader:
            row, lines = row + 1, reader.line_num
    except csv.Error:
        rest = islice(io.StringIO(text, newline=""), lines, lines + _ENOUGH)
        return row, _torn_cell("".join(rest), delimiter)
    return None


def _torn_cell(text: str, delimiter: str) -> int:
    """Give the place, from 0, of the first cell whose quotes do not end where it ends."""
    found, place = _CELL[delimiter].match(text), 0
    while found and found[1]:
        place += 1
        found = _CELL[delimiter].match(text, found.end())
    return place


def longest_line(content: bytes) -> int:
    """Number the line that Arrow cannot hold in one block."""
    lengths = [len(line) for line in content.splitlines()]
    return lengths.index(max(lengths)) + 1
