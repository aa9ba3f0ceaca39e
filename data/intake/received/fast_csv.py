"""Read a CSV that already has the declared names the fast way, by Arrow, and mend its columns.

A million rows pass without a loop over them: only different texts of a column are looked at.
"""

import csv
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Column, Enum, String, Table

from data.errors import STOP, Problem
from data.intake.declared.checks import PATTERNS
from data.intake.declared.reading import ReadFile, read_content
from data.intake.received import limits, personal
from data.intake.received.converting import converted, level_of
from data.intake.received.error_values import ERROR
from data.intake.received.places import Register
from data.intake.received.values import AROUND
from data.intake.spelling.formula_guard import GUARDED
from data.invisible_signs import HARMLESS_PATTERN

_HEADER_BYTES = 10_000
_OKTMO = r"^[0-9]{8}$"
_TEXT = f"(?s)^[^{AROUND}](.*[^{AROUND}])?$"


def table_of(content: bytes, tables: Sequence[Table]) -> Table | None:
    """Give the table whose declared names are exactly the first line, in any order."""
    line = content[:_HEADER_BYTES].split(b"\n")[0].rstrip(b"\r")
    try:
        found = next(csv.reader([line.decode("utf-8-sig")]), [])
    except (UnicodeDecodeError, csv.Error):
        return None
    names = sorted(found)
    fitting = (table for table in tables if sorted(c.name for c in table.columns) == names)
    return next(fitting, None)


def read(
    name: str, content: bytes, table: Table, register: Register
) -> tuple[ReadFile | None, list[Problem]]:
    """Read the rows of `table`; cells not written as declared are mended where they can be."""
    file, problems = read_content(content, name, table)
    if file is None:
        return None, problems
    if len(file.rows) > limits.ROWS:
        return None, [Problem("too_many_rows", expected=str(limits.ROWS))]
    file.code_all()
    known = register.last_words
    columns, touched = [], False
    for column in table.columns:
        cells = file.rows[column.name]
        if _is_clean(file.coded(column.name).dictionary, column):
            columns.append(cells)
            continue
        touched = True
        for mend in (_without_long, _without_personal, _mended):
            cells, found = mend(cells, column, register, known)
            problems += found
        columns.append(cells)
    if not touched:
        return file, problems
    rows = pa.table(columns, names=[column.name for column in table.columns])
    return ReadFile(name, table, rows, file.sha256), problems


def _is_clean(texts: pa.Array, column: Column[Any]) -> bool:
    """Say whether no distinct text of a column needs a look: then no row does."""
    long = _long(texts)
    doubtful = pc.or_(long, pc.match_substring_regex(texts, personal.PROMISING))
    return not pc.any(pc.or_(doubtful, pc.invert(_sound(texts, column)))).as_py()


Mended = tuple[pa.ChunkedArray, list[Problem]]


def _without_long(
    cells: pa.ChunkedArray, column: Column[Any], register: Register, known: frozenset[str]
) -> Mended:
    long = _long(cells)
    if not pc.any(long).as_py():
        return cells, []
    said = str(limits.CELL_SIGNS)
    found = _problems(long, cells, column, "cell_too_long", said)
    return pc.if_else(long, pc.utf8_slice_codeunits(cells, 0, 80), cells), found


def _long(texts: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    """Mark texts that no cell may hold; the sign of a guard is not counted."""
    guards = pc.cast(pc.match_substring_regex(texts, GUARDED), pa.int32())
    return pc.greater(pc.subtract(pc.utf8_length(texts), guards), limits.CELL_SIGNS)


def _without_personal(
    cells: pa.ChunkedArray, column: Column[Any], register: Register, known: frozenset[str]
) -> Mended:
    promising = pc.unique(pc.filter(cells, pc.match_substring_regex(cells, personal.PROMISING)))
    bad = [said for said in promising.to_pylist() if said and personal.in_cell(said, False, known)]
    if not bad:
        return cells, []
    masked = pc.if_else(pc.is_in(cells, pa.array(bad, pa.string())), personal.MASK, cells)
    there = pc.equal(masked, personal.MASK)
    return masked, _problems(there, masked, column, "personal_data", "")


def _mended(
    cells: pa.ChunkedArray, column: Column[Any], register: Register, known: frozenset[str]
) -> Mended:
    sound = _sound(cells, column)
    if pc.all(pc.fill_null(sound, True)).as_py():
        return cells, []
    others = pc.unique(pc.filter(cells, pc.invert(sound))).drop_null()
    texts, faults = converted(others.to_pylist(), column, register)
    at = pc.index_in(cells, others)
    mended = pc.if_else(pc.is_valid(at), pc.take(pa.array(texts, pa.string()), at), cells)
    problems: list[Problem] = []
    for n, _, refused in faults:
        there = pc.equal(cells, others[n])
        level = level_of(refused)
        problems += _problems(there, mended, column, refused.rule, refused.expected, level)
    return mended, problems


def _sound(cells: pa.ChunkedArray, column: Column[Any]) -> pa.ChunkedArray:
    """Mark cells that are written as the checks will want them."""
    if isinstance(column.type, Enum):
        return pc.is_in(cells, pa.array(column.type.enums, pa.string()))
    if isinstance(column.type, String):
        pattern = _OKTMO if column.name == "oktmo" else _TEXT
        doubtful = pc.match_substring_regex(cells, f"{ERROR}|{GUARDED}|{HARMLESS_PATTERN}")
        return pc.and_not(pc.match_substring_regex(cells, pattern), doubtful)
    return pc.match_substring_regex(cells, PATTERNS[type(column.type)][0])


def _problems(
    bad: pa.ChunkedArray,
    cells: pa.ChunkedArray,
    column: Column[Any],
    rule: str,
    want: str,
    level: str = STOP,
) -> list[Problem]:
    places = pc.indices_nonzero(pc.fill_null(bad, False))[: limits.SHOWN].to_pylist()
    said = [(cells[n].as_py() or "")[:80] for n in places]
    return [
        Problem(rule, n + 2, column.name, text, want, level)
        for n, text in zip(places, said, strict=True)
    ]
