"""Receive a file as a person sends it: rows of declared tables, and remarks on the file.

There is one way in for every format. Nothing that a file can contain raises, and no row is lost
without a Problem that names it.
"""

import hashlib
import mmap
from collections.abc import Sequence
from dataclasses import dataclass, field

import pyarrow as pa
from sqlalchemy import Table

from data.errors import ACKNOWLEDGE, NOTE, STOP, Problem, in_file, in_sheet
from data.intake.declared.reading import ReadFile
from data.intake.received import (
    converting,
    fast_csv,
    formats,
    geojson,
    grids,
    header_rows,
    header_words,
    headers,
    limits,
    percents,
)
from data.intake.received.grids import Grid, Row
from data.intake.received.header_rows import Best
from data.intake.received.headers import Fit
from data.intake.received.own_sheets import is_own
from data.intake.received.personal_places import mask_personal, passed_over
from data.intake.received.places import Register
from data.intake.received.workbooks import Sheet
from data.schema import INTAKE_TABLES


@dataclass
class Received:
    """Rows by declared table, remarks of every level, and tables that nobody declared."""

    files: list[ReadFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown: list[Grid] = field(default_factory=list)
    mapped: list[mmap.mmap] = field(default_factory=list, repr=False)
    """Files that the rows lie in, if they were not read here."""

    def rest(self) -> None:
        """Let go of the memory that looking at the rows has taken; the next look takes it again."""
        for file in self.files:
            file.forget_codes()
        for rows in self.mapped:
            if hasattr(rows, "madvise"):  # not on Windows
                rows.madvise(mmap.MADV_DONTNEED)
        pa.default_memory_pool().release_unused()


@dataclass(frozen=True)
class _Sent:
    """What every sheet of a file shares: the file's name and digest, and what it is read by."""

    name: str
    digest: str
    register: Register
    tables: Sequence[Table]


def receive(name: str, content: bytes, register: Register, table: Table | None = None) -> Received:
    """Read a file; with `table` it must be of that table, else each sheet's header decides."""
    rule = formats.refusal(name, content)
    if rule:
        return Received(problems=[Problem(rule, file=name)])
    if geojson.is_geojson(content):
        outlines, problems = geojson.receive(name, content, register)
        return Received([outlines] if outlines else [], problems)
    tables = (table,) if table is not None else INTAKE_TABLES
    exact = None if formats.is_workbook(content) else fast_csv.table_of(content, tables)
    if exact is not None:
        file, problems = fast_csv.read(name, content, exact, register)
        if not any(problem.rule == "not_utf8" for problem in problems):
            problems += percents.asked(file) if file else []
            return Received([file] if file else [], in_file(problems, name))
    sheets, problems = formats.sheets(content)
    sent = _Sent(name, hashlib.sha256(content).hexdigest(), register, tables)
    received = Received(problems=problems)
    filled = [sheet for sheet in sheets if sheet.rows and not is_own(sheet)]
    for sheet in filled:
        of_sheet = _receive_sheet(sent, sheet)
        received.files += of_sheet.files
        received.problems += in_sheet(of_sheet.problems, sheet.name)
        received.unknown += of_sheet.unknown
    if not filled and not any(problem.level == STOP for problem in problems):
        received.problems.append(Problem("empty_file"))
    received.problems = in_file(received.problems, name)
    return received


def _receive_sheet(sent: _Sent, sheet: Sheet) -> Received:
    """Read a sheet as the table that its header fits, else keep it for a person to map."""
    found = header_rows.best(sheet, sent.tables)
    if found and (not found.fit.missing or found.fit.nearly or len(sent.tables) == 1):
        return _receive_table(sent, sheet, found)
    if len(sent.tables) == 1:
        nothing = headers.fit((), sent.tables[0])
        header = header_rows.by_structure(sheet, sent.register)
        return _receive_table(sent, sheet, Best(header, nothing))
    return _receive_unknown(sent, sheet)


def _receive_unknown(sent: _Sent, sheet: Sheet) -> Received:
    """Offer a table that nobody declared to be mapped; tell of a sheet that is none."""
    header = header_rows.by_structure(sheet, sent.register)
    problems = passed_over(mask_personal(sheet, header, (), sent.register))
    grid = grids.cut(sheet, header, header_words.titles(sheet, header))
    if sum(map(bool, grid.header)) < 2 or not grid.rows:
        return Received(problems=[*problems, Problem("skipped_sheet", level=NOTE)])
    problems += grids.lines_above(grid)
    problems += [Problem("hidden_sheet", level=ACKNOWLEDGE)] if sheet.unseen else []
    fits_none = Problem("fits_no_table", grid.header_row, level=ACKNOWLEDGE)
    mappable = len(grid.rows) <= limits.MAPPED_ROWS
    return Received(problems=[*problems, fits_none], unknown=[grid] if mappable else [])


def _receive_table(sent: _Sent, sheet: Sheet, found: Best) -> Received:
    """Read the rows below the header; none if a column is missing or repeated."""
    header, fit = found.header, found.fit
    keys = [c.name for c in fit.table.columns if c.primary_key or c.foreign_keys]
    grids.fill_merged(sheet, header, [fit.columns[key] for key in keys if key in fit.columns])
    personal = mask_personal(sheet, header, set(fit.columns.values()), sent.register)
    grid = grids.cut(sheet, header, header_words.headings(sheet, header, fit.table))
    rows, notes = grids.table_rows(grid, set(fit.columns.values()))
    notes = grids.lines_above(grid) + notes
    problems = [*passed_over(personal, {note.row for note in notes}), *notes]
    problems += converting.column_problems(grid, fit, rows)
    problems += converting.wrong_cell_counts(grid, rows) if sheet.strict else []
    if fit.missing or fit.repeated:
        return Received(problems=problems)
    texts, refused = converting.declared_rows(fit, rows, sent.register)
    problems += refused if rows else [*refused, Problem("no_rows", level=NOTE)]
    problems += _taken_for(grid, found) if found.rivals else []
    problems += grids.hidden_rows(grid, rows)
    problems += [Problem("hidden_sheet", level=ACKNOWLEDGE)] if sheet.unseen and rows else []
    file = _read_file(sent, sheet, fit, rows, texts)
    return Received([file], problems + percents.asked(file))


def _taken_for(grid: Grid, found: Best) -> list[Problem]:
    """Ask whether a sheet that may be of several tables is the one it was read as."""
    names = ", ".join(table.name for table in (found.fit.table, *found.rivals))
    return [Problem("taken_for", grid.header_row, expected=names, level=ACKNOWLEDGE)]


def _read_file(
    sent: _Sent, sheet: Sheet, fit: Fit, rows: Sequence[Row], texts: pa.Table
) -> ReadFile:
    """Keep the rows with what identifies them: the file, the sheet, their rows and columns."""
    return ReadFile(
        sent.name,
        fit.table,
        texts,
        sent.digest,
        sheet.name,
        pa.array([row for row, _ in rows], pa.int64()),
        {column: place + 1 for column, place in fit.columns.items()},
    )
