"""Receive a file as a person sends it: rows of declared tables, and remarks on the file.

There is one way in for every format. Nothing that a file can contain raises, and no row is lost
without a Problem that names it.
"""

import hashlib
import mmap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

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
    recipe_header,
    recipe_reading,
    recipe_schools,
)
from data.intake.received.grids import Grid, Row
from data.intake.received.header_rows import Best
from data.intake.received.headers import Fit
from data.intake.received.own_sheets import is_own
from data.intake.received.personal_places import mask_personal, passed_over
from data.intake.received.places import Register
from data.intake.received.recipe import Recipe
from data.intake.received.school_names import KnownSchool
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
class Recipes:
    """Recipes by which sheets of their forms are read, and the schools that have codes already.

    If they are `asked` for, a file without a sheet of their forms is refused.
    """

    recipes: tuple[Recipe, ...] = ()
    schools: tuple[KnownSchool, ...] = ()
    asked: bool = False

    def knowing(self, files: Iterable[ReadFile]) -> "Recipes":
        """Know the schools that these rows name too."""
        return replace(self, schools=recipe_schools.with_named(self.schools, files))


NO_RECIPES = Recipes()


@dataclass(frozen=True)
class _Sent:
    """What every sheet of a file shares: the file's name and digest, and what it is read by."""

    name: str
    digest: str
    register: Register
    tables: Sequence[Table]
    kept: Recipes


def receive(
    name: str,
    content: bytes,
    register: Register,
    table: Table | None = None,
    kept: Recipes = NO_RECIPES,
) -> Received:
    """Read a file; with `table` it must be of that table, else each sheet's header decides."""
    rule = formats.refusal(name, content)
    if rule:
        return Received(problems=[Problem(rule, file=name)])
    if geojson.is_geojson(content):
        outlines, problems = geojson.receive(name, content, register)
        return Received([outlines] if outlines else [], problems)
    tables = (table,) if table is not None else INTAKE_TABLES
    slow = kept.asked or formats.is_workbook(content)
    exact = None if slow else fast_csv.table_of(content, tables)
    if exact is not None:
        file, problems = fast_csv.read(name, content, exact, register)
        if not any(problem.rule == "not_utf8" for problem in problems):
            problems += percents.asked(file) if file else []
            return Received([file] if file else [], in_file(problems, name))
    sheets, problems = formats.sheets(content)
    sent = _Sent(name, hashlib.sha256(content).hexdigest(), register, tables, kept)
    received = Received(problems=problems)
    filled = [sheet for sheet in sheets if sheet.rows and not is_own(sheet)]
    for sheet in filled:
        of_sheet = _receive_sheet(sent, sheet)
        received.files += of_sheet.files
        received.problems += in_sheet(of_sheet.problems, sheet.name)
        received.unknown += of_sheet.unknown
        sent = replace(sent, kept=sent.kept.knowing(of_sheet.files))
    if kept.asked and filled and not any(_fitting(sent, sheet) for sheet in filled):
        of = (kept.recipes[0], filled[0], name, register, kept.schools)
        received.problems += recipe_reading.unlike(*of)
    if not filled and not any(problem.level == STOP for problem in problems):
        received.problems.append(Problem("empty_file"))
    received.problems = in_file(received.problems, name)
    return received


def _receive_sheet(sent: _Sent, sheet: Sheet) -> Received:
    """Read a sheet by a recipe of its form, or as the table that its header fits.

    Any other is kept for a person to make a recipe.
    """
    fitting = _fitting(sent, sheet)
    if len(fitting) == 1:
        return _receive_by_recipe(sent, sheet, fitting[0])
    found = header_rows.best(sheet, sent.tables)
    if found and (not found.fit.missing or found.fit.nearly or len(sent.tables) == 1):
        return _receive_nearly(sent, sheet, found)
    if len(sent.tables) == 1:
        nothing = headers.fit((), sent.tables[0])
        header = header_rows.by_structure(sheet, sent.register)
        return _receive_table(sent, sheet, Best(header, nothing))
    unknown = _receive_unknown(sent, sheet)
    if fitting:
        names = "; ".join(recipe.name for recipe in fitting)
        unknown.problems.append(Problem("several_recipes", expected=names))
    return unknown


def _receive_nearly(sent: _Sent, sheet: Sheet, found: Best) -> Received:
    """Read a sheet as a table; where columns lack that real lists do not have, a recipe may help.

    What stops says so as before, until a recipe is made.
    """
    if not found.fit.missing or len(sent.tables) == 1:
        return _receive_table(sent, sheet, found)
    own = replace(sheet, rows=[(row, list(cells)) for row, cells in sheet.rows])
    received = _receive_table(sent, sheet, found)
    received.unknown = _receive_unknown(sent, own).unknown
    return received


def _fitting(sent: _Sent, sheet: Sheet) -> list[Recipe]:
    """List the recipes whose form a sheet has."""
    return [recipe for recipe in sent.kept.recipes if recipe_header.find(recipe, sheet)]


def _receive_by_recipe(sent: _Sent, sheet: Sheet, recipe: Recipe) -> Received:
    """Read a sheet by a recipe; what must not be in a table stops, as in any other."""
    header = recipe_header.find(recipe, sheet)
    if header is None or len(sheet.rows) > limits.RECIPE_ROWS:
        return Received(problems=[Problem("too_many_rows", expected=str(limits.RECIPE_ROWS))])
    places = {rule.place for rule in recipe.columns}
    personal = mask_personal(sheet, header, places, sent.register)
    files, problems = recipe_reading.read(
        recipe, sheet, sent.name, sent.register, sent.kept.schools
    )
    notes = {problem.row for problem in problems if problem.rule.startswith("skipped_")}
    problems += [Problem("hidden_sheet", level=ACKNOWLEDGE)] if sheet.unseen and files else []
    return Received(files, [*passed_over(personal, notes), *problems])


def _receive_unknown(sent: _Sent, sheet: Sheet) -> Received:
    """Keep a table that nobody declared for a recipe to be made; tell of a sheet that is none."""
    header = header_rows.by_structure(sheet, sent.register)
    problems = passed_over(mask_personal(sheet, header, (), sent.register))
    grid = grids.cut(sheet, header, header_words.titles(sheet, header))
    if sum(map(bool, grid.header)) < 2 or not grid.rows:
        return Received(problems=[*problems, Problem("skipped_sheet", level=NOTE)])
    problems += grids.lines_above(grid)
    problems += [Problem("hidden_sheet", level=ACKNOWLEDGE)] if sheet.unseen else []
    fits_none = Problem("fits_no_table", grid.header_row, level=ACKNOWLEDGE)
    is_small = len(grid.rows) <= limits.RECIPE_ROWS
    return Received(problems=[*problems, fits_none], unknown=[grid] if is_small else [])


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
    rows, unknown = converting.with_values(fit, rows)
    texts, refused = converting.declared_rows(fit, rows, sent.register)
    problems += [*unknown, *refused] + ([] if rows else [Problem("no_rows", level=NOTE)])
    problems += _taken_for(grid, found) if found.rivals else []
    problems += grids.unseen(grid, rows, fit.columns.values())
    problems += [Problem("hidden_sheet", level=ACKNOWLEDGE)] if sheet.unseen and rows else []
    texts, told = converting.told_by_file(grid, fit, texts, sent.name)
    problems += told if rows else []
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
