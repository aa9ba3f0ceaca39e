"""Make a table's columns of text from cells as people write them, and say what cannot be."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
from sqlalchemy import Column

from data.errors import ACKNOWLEDGE, NOTE, STOP, Problem
from data.intake.received import headers, limits
from data.intake.received.error_values import is_error
from data.intake.received.grids import Grid, Row
from data.intake.received.headers import Fit, letters
from data.intake.received.marks_of_nothing import is_mark
from data.intake.received.places import Register
from data.intake.received.values import Refused, canonical, written
from data.intake.spelling.formula_guard import unguarded
from data.intake.spelling.vocabulary import heading

_CODE = re.compile(r"\d{7}")
"""What is left of an ОКТМО that lost its leading zero."""


def column_problems(grid: Grid, fit: Fit, rows: Sequence[Row]) -> list[Problem]:
    """List missing and repeated columns, and in notes the columns that no table has."""
    row = grid.header_row
    missing = [
        Problem("missing_column", row, c, expected=heading(fit.table.columns[c]))
        for c in fit.missing
    ]
    repeated = [Problem("repeated_column", row, c, grid.header[place]) for c, place in fit.repeated]
    extra = [
        Problem("extra_column", row, said, said, level=NOTE)
        for place in fit.extra
        if (said := grid.header[place] or _unnamed(place, rows))
    ]
    return missing + repeated + extra


def _unnamed(place: int, rows: Sequence[Row]) -> str:
    """Name a column without a heading by its letters, if anything stands in it."""
    filled = any(place < len(cells) and cells[place] not in ("", None) for _, cells in rows)
    return letters(place) if filled else ""


def wrong_cell_counts(grid: Grid, rows: Sequence[Row]) -> list[Problem]:
    """Find rows of a text with more or fewer cells than its header: commas or quotes are wrong."""
    width = max((n + 1 for n, said in enumerate(grid.header) if said), default=0)
    bad = (
        (row, cells)
        for row, cells in rows
        if len(cells) < width or any(cell for cell in cells[len(grid.header) :])
    )
    return [
        Problem("wrong_cell_count", row, "", ";".join(map(str, cells))[:80], str(width))
        for row, cells in bad
    ][: limits.SHOWN]


def declared_rows(
    fit: Fit, rows: Sequence[Row], register: Register
) -> tuple[pa.Table, list[Problem]]:
    """Give the rows as text of the declared columns, and what of them could not be read."""
    columns, problems = {}, []
    for column in fit.table.columns:
        place = fit.columns.get(column.name)
        cells = [None if place is None or place >= len(c) else c[place] for _, c in rows]
        texts, faults = converted(cells, column, register)
        columns[column.name] = pa.array(texts, pa.string())
        problems += refusals(rows, faults, column.name)
    return pa.table(columns), problems


def with_values(fit: Fit, rows: Sequence[Row]) -> tuple[list[Row], list[Problem]]:
    """Leave out rows in which no number is known, and ask whether that is so: never 0."""
    numbers = headers.numbers_of(fit.table)
    places = [fit.columns[name] for name in numbers if name in fit.columns]
    keys = [fit.columns[column.name] for column in fit.table.primary_key]
    empty = [row for row in rows if places and _tell_nothing(row[1], keys, places)]
    if not empty:
        return list(rows), []
    out = {row for row, _ in empty}
    said = {text for _, cells in empty for n in places if (text := _said(cells, n))}
    asked = Problem(
        *("rows_without_values", empty[0][0], numbers[0]),
        *(", ".join(sorted(said))[:80], str(len(empty)), ACKNOWLEDGE),
    )
    return [row for row in rows if row[0] not in out], [asked]


def _tell_nothing(cells: Sequence[object], keys: Sequence[int], numbers: Sequence[int]) -> bool:
    """Say whether a row names what it is of, and none of its numbers."""
    of = [_said(cells, place) for place in keys]
    told = [_said(cells, place) for place in numbers]
    return all(of) and not any(map(is_error, of)) and all(not n or is_mark(n) for n in told)


def _said(cells: Sequence[object], place: int) -> str:
    return (written(cells[place]) if place < len(cells) else None) or ""


def told_by_file(
    grid: Grid, fit: Fit, texts: pa.Table, file: str
) -> tuple[pa.Table, list[Problem]]:
    """Fill columns that no real list has: its rows are real, and come from this file."""
    said = {"basis": "real", "source": Path(file).stem}
    notes = []
    for place, column in enumerate(fit.table.columns):
        if headers.told_by_file(column) and column.name not in fit.columns:
            text = said[column.name]
            filled = pa.array([text] * len(texts), pa.string())
            texts = texts.set_column(place, column.name, filled)
            words = heading(column)
            notes.append(Problem("told_by_file", grid.header_row, column.name, text, words, NOTE))
    return texts, notes


def converted(
    cells: Sequence[object], column: Column[Any], register: Register
) -> tuple[list[str | None], list[tuple[int, str, Refused]]]:
    """Give the text of each cell, and places with what was refused; equal cells are read once."""
    known = _understood(cells, column, register)
    texts: list[str | None] = []
    faults: list[tuple[int, str, Refused]] = []
    for number, cell in enumerate(cells):
        found = known[type(cell), cell]
        if isinstance(found, Refused):
            said = written(cell) or ""
            if len(faults) < limits.SHOWN:
                faults.append((number, said, found))
            found = said[: limits.CELL_SIGNS] if found.text is None else found.text or None
        texts.append(found)
    return texts, faults


Understood = dict[tuple[type, object], str | None | Refused]
"""What each different cell means; 1, 1.0 and True are one key of a dict and three texts."""


def _understood(cells: Sequence[object], column: Column[Any], register: Register) -> Understood:
    different = dict.fromkeys((type(cell), cell) for cell in cells)
    if column.name != "oktmo":
        return {key: _checked(key[1], column, register) for key in different}
    here = register.of_column(said for _, cell in different if (said := written(cell)))
    known = {key: _checked(key[1], column, here) for key in different}
    return known | _elsewhere(known, here)


def _elsewhere(known: Understood, register: Register) -> Understood:
    """Doubt names of another region than most names of their column; codes are not doubted."""
    named = {
        key: (found, register.region_of(found))
        for key, found in known.items()
        if isinstance(found, str) and _is_name(str(key[1]))
    }
    regions = Counter(region for _, region in named.values() if region)
    most = regions.most_common(1)[0][0] if regions else ""
    return {
        key: Refused("elsewhere", register.label(oktmo), oktmo)
        for key, (oktmo, region) in named.items()
        if region not in ("", most)
    }


def _is_name(text: str) -> bool:
    """Tell a name from a code, and from a name with its code."""
    return any(map(str.isalpha, text)) and not _CODE.search(text)


def _checked(cell: object, column: Column[Any], register: Register) -> str | None | Refused:
    if isinstance(cell, str) and len(unguarded(cell)) > limits.CELL_SIGNS:
        return Refused("cell_too_long", str(limits.CELL_SIGNS))
    return canonical(cell, column, register)


def level_of(refused: Refused) -> str:
    """Tell what stops a file from what was only read otherwise."""
    if refused.text is None:
        return STOP
    return ACKNOWLEDGE if refused.rule == "elsewhere" else NOTE


def refusals(
    rows: Sequence[Row], faults: Sequence[tuple[int, str, Refused]], heading: str
) -> list[Problem]:
    """Name the refused cells of one column at their rows."""
    return [
        Problem(refused.rule, rows[n][0], heading, said[:80], refused.expected, level_of(refused))
        for n, said, refused in faults
    ]
