"""Find in the bytes of a CSV what would keep it from being read as rows of a declared table."""

import csv
import io
import re

import numpy as np
import pyarrow as pa
from sqlalchemy import Table

from data.errors import Problem


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
    except csv.Error as error:
        return [Problem("unreadable", 1, value=str(error)[:80])]
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
    row = 1
    lines = io.StringIO(content.decode("utf-8-sig"), newline="")
    try:
        for _ in csv.reader(lines, strict=True):
            row += 1
    except csv.Error as error:
        return [Problem("unreadable", row, value=str(error)[:80])]
    return []


def longest_line(content: bytes) -> int:
    """Number the line that Arrow cannot hold in one block."""
    lengths = [len(line) for line in content.splitlines()]
    return lengths.index(max(lengths)) + 1
