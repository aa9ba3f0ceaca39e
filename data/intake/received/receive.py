"""Receive a file as a person sends it: rows of declared tables, and all that is to be said.

There is one way in for every format. Nothing that a file can contain raises, and no row is lost
without a Problem that names it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Table

from data.errors import ACKNOWLEDGE, NOTE, STOP, Problem
from data.intake.declared.reading import ReadFile
from data.intake.received import converting, fast_csv, formats, grids, headers
from data.intake.received.grids import Grid
from data.intake.received.headers import Fit
from data.intake.received.personal_places import screen
from data.intake.received.places import Register
from data.intake.received.workbooks import Sheet
from data.intake.spelling.wording import own_sheets
from data.schema import INTAKE_TABLES


@dataclass
class Received:
    """Rows by declared table, remarks of every level, and tables that nobody declared."""

    files: list[ReadFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown: list[Grid] = field(default_factory=list)


def receive(name: str, content: bytes, register: Register, table: Table | None = None) -> Received:
    """Read a file; with `table` it must be of that table, else each sheet's header decides."""
    rule = formats.refusal(name, content)
    if rule:
        return Received(problems=[Problem(name, 0, "", "", rule)])
    tables = (table,) if table is not None else INTAKE_TABLES
    exact = None if formats.is_workbook(content) else fast_csv.table_of(content, tables)
    if exact is not None:
        file, problems = fast_csv.read(name, content, exact, register)
        if not any(problem.rule == "not_utf8" for problem in problems):
            return Received([file] if file else [], problems)
    sheets, problems = formats.sheets(name, content)
    received = Received(problems=problems)
    digest = hashlib.sha256(content).hexdigest()
    filled = [sheet for sheet in sheets if sheet.rows and sheet.name not in own_sheets()]
    for sheet in filled:
        _receive_sheet(received, name, digest, sheet, register, tables)
    if not filled and not any(problem.level == STOP for problem in problems):
        received.problems.append(Problem(name, 0, "", "", "empty_file"))
    return received


def _receive_sheet(
    received: Received,
    name: str,
    digest: str,
    sheet: Sheet,
    register: Register,
    tables: Sequence[Table],
) -> None:
    found = headers.best(sheet, tables)
    if found and (not found[1].missing or found[1].nearly or len(tables) == 1):
        _receive_table(received, name, digest, sheet, register, *found)
        return
    if len(tables) == 1:
        found = headers.likeliest(sheet), headers.fit((), tables[0])
        _receive_table(received, name, digest, sheet, register, *found)
        return
    place = headers.likeliest(sheet)
    received.problems += screen(name, sheet, place, (), register)
    grid = grids.cut(sheet, place)
    is_table = sum(map(bool, grid.header)) > 1 and bool(grid.rows)
    rule, level = ("fits_no_table", ACKNOWLEDGE) if is_table else ("skipped_sheet", NOTE)
    row = grid.header_row if is_table else 0
    received.problems.append(Problem(name, row, "", "", rule, sheet=sheet.name, level=level))
    if is_table:
        received.unknown.append(grid)


def _receive_table(
    received: Received,
    name: str,
    digest: str,
    sheet: Sheet,
    register: Register,
    place: int,
    fit: Fit,
) -> None:
    keys = [c.name for c in fit.table.columns if c.primary_key or c.foreign_keys]
    grids.spread(sheet, [fit.columns[key] for key in keys if key in fit.columns])
    problems = screen(name, sheet, place, set(fit.columns.values()), register)
    problems += grids.titles(name, sheet, place)
    grid = grids.cut(sheet, place)
    rows, notes = grids.parted(name, grid, set(fit.columns.values()))
    problems += notes + converting.misfits(name, grid, fit, rows)
    problems += converting.torn(name, grid, rows) if sheet.strict else []
    if not fit.missing and not fit.repeated:
        file, faults = converting.read_file(name, digest, grid, fit, rows, register)
        received.files.append(file)
        problems += faults
        if not rows:
            problems.append(Problem(name, 0, "", "", "no_rows", sheet=sheet.name, level=NOTE))
    received.problems += problems
