"""Read a foreign wide table by a rule: which column is the municipality, which a year."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pyarrow as pa

from data.errors import Problem, in_file, in_sheet
from data.intake.declared.reading import ReadFile
from data.intake.received import grids, percents
from data.intake.received.converting import converted, refusals
from data.intake.received.grids import Grid, Row
from data.intake.received.places import Register
from data.intake.spelling.vocabulary import headings, plain
from data.schema import indicator_value

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?:\s?[/–-]\s?((?:20)?\d\d))?(?!\d)")
_COLUMNS = indicator_value.columns


@dataclass(frozen=True)
class Mapping:
    """How a wide table of one region is read; columns are counted from 0."""

    name: str
    region: str
    sheet: str
    header: tuple[str, ...]
    header_row: int
    oktmo_column: int
    values: tuple[tuple[int, str, int], ...]
    """Column, indicator and year of each column of values."""
    source: str


def apply(
    mapping: Mapping, grid: Grid, register: Register, file: str = ""
) -> tuple[ReadFile | None, list[Problem]]:
    """Give the rows of `indicator_value`, in per cent; a cell without a value is no row.

    `file` is the file's name for remarks. A grid with another header is refused: columns may have
    moved.
    """
    name = file or mapping.name
    if form(grid.header) != form(mapping.header):
        wanted = "; ".join(mapping.header)[:200]
        problems = [Problem("other_header", grid.header_row, expected=wanted)]
        return None, in_file(in_sheet(problems, grid.sheet), name)
    lines, problems = _all_lines(mapping, grid, register)
    read = _read(name, mapping, grid, lines)
    return read, in_file(in_sheet(problems + percents.asked(read), grid.sheet), name)


class Line(NamedTuple):
    """One municipality's value of one column: where it stands, then the cells of its row."""

    row: int
    heading: str
    oktmo: str | None
    year: str
    indicator: str
    value: str
    source: str


def _all_lines(
    mapping: Mapping, grid: Grid, register: Register
) -> tuple[list[Line], list[Problem]]:
    """Find the rows and their municipalities; give their lines and remarks on all cells."""
    mapped = {mapping.oktmo_column, *(column for column, _, _ in mapping.values)}
    rows, problems = grids.table_rows(grid, mapped)
    problems += grids.hidden_rows(grid, rows)
    within = register.within(mapping.region) if mapping.region else register
    codes, faults = converted(_column(rows, mapping.oktmo_column), _COLUMNS["oktmo"], within)
    problems += refusals(rows, faults, grid.header[mapping.oktmo_column])
    lines, found = _lines(mapping, grid, rows, codes, within)
    return lines, problems + found


def _lines(
    mapping: Mapping,
    grid: Grid,
    rows: Sequence[Row],
    codes: Sequence[str | None],
    register: Register,
) -> tuple[list[Line], list[Problem]]:
    """One line per municipality and column that has a value, and remarks on the cells."""
    lines: list[Line] = []
    problems: list[Problem] = []
    for number, indicator, year in mapping.values:
        cells, heading = _column(rows, number), grid.header[number]
        texts, faults = converted(cells, _COLUMNS["value"], register)
        problems += refusals(rows, faults, heading)
        lines += [
            Line(row, heading, code, str(year), indicator, text, mapping.source)
            for (row, _), code, text in zip(rows, codes, texts, strict=True)
            if text is not None
        ]
    return sorted(lines, key=_order), problems


def _order(line: Line) -> tuple[int, str, str]:
    return line.row, line.year, line.indicator


def _column(rows: Sequence[Row], place: int) -> list[object]:
    return [cells[place] if place < len(cells) else None for _, cells in rows]


def _read(name: str, mapping: Mapping, grid: Grid, lines: Sequence[Line]) -> ReadFile:
    """Give the lines as rows of `indicator_value`; remarks on them name the sheet's own columns."""
    names = [column.name for column in _COLUMNS]
    table = pa.table({n: pa.array([getattr(at, n) for at in lines], pa.string()) for n in names})
    digest = hashlib.sha256(json.dumps(table.to_pydict(), sort_keys=True).encode()).hexdigest()
    used = (mapping.oktmo_column, *(column for column, _, _ in mapping.values))
    own = [at.heading for at in lines]
    return ReadFile(
        name,
        indicator_value,
        table,
        digest,
        grid.sheet,
        pa.array([at.row for at in lines], pa.int64()),
        {grid.header[number]: number + 1 for number in used},
        dict.fromkeys(names, own) | {"oktmo": [grid.header[used[0]]] * len(lines)},
    )


def form(header: Sequence[str]) -> list[str]:
    """Give what headers are compared by: plain words, without empty ones at the end."""
    words = [plain(heading) for heading in header]
    while words and not words[-1]:
        words.pop()
    return words


def guesses(header: Sequence[str]) -> dict[str, object]:
    """Guess `oktmo_column` (None if unsure) and `years`, by column, for a person to confirm.

    A school year is guessed to be the calendar year it ends in: «2021/22» is 2022.
    """
    words = {plain(word) for word in headings(indicator_value)["oktmo"]}
    places = [place for place, heading in enumerate(header) if plain(heading) in words]
    years = {}
    for place, heading in enumerate(header):
        found = _YEAR.search(heading)
        if found:
            years[place] = int(found[1][:2] + found[2][-2:]) if found[2] else int(found[1])
    return {"oktmo_column": places[0] if places else None, "years": years}
