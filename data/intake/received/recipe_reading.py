"""Read a sheet by a recipe: rows of a declared table with their own row numbers, and remarks.

Whatever stands above, below and beside what is taken is named in a note; a cell that cannot be
read stops, and a mark of nothing is asked about once for each mark and column.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence

import pyarrow as pa
from sqlalchemy import Table

from data.errors import NOTE, Problem, in_file, in_sheet
from data.intake.declared import checks
from data.intake.declared.reading import ReadFile
from data.intake.received import (
    grids,
    percents,
    recipe_differences,
    recipe_header,
    recipe_rows,
    recipe_values,
)
from data.intake.received.places import Register
from data.intake.received.recipe import Recipe
from data.intake.received.recipe_lines import Reading, lines_of, opened, values_of
from data.intake.received.recipe_schools import Schools
from data.intake.received.recipe_values import Line
from data.intake.received.school_names import KnownSchool
from data.intake.received.workbooks import Sheet
from data.schema import school


def read(
    recipe: Recipe,
    sheet: Sheet,
    file: str,
    register: Register,
    known: Iterable[KnownSchool] = (),
) -> tuple[list[ReadFile], list[Problem]]:
    """Give the rows of the recipe's table, then those of new schools; a sheet is never changed."""
    reading, problems = _begun(recipe, sheet, file, register, known)
    files: list[ReadFile] = []
    if reading:
        lines = lines_of(reading)
        files = [_file(reading, recipe.declared, lines, file)] if lines else []
        reading.problems += [p for one in files for p in percents.asked(one)]
        files += _new_schools(reading, file)
        problems = _told(reading, lines)
    return files, in_file(in_sheet(problems, sheet.name), file)


def unlike(
    recipe: Recipe, sheet: Sheet, file: str, register: Register, known: Iterable[KnownSchool]
) -> list[Problem]:
    """Say all in which a sheet is not of the recipe's form, and what is wrong in its other cells.

    What rows need and no column gives is not asked for: its column is named already.
    """
    compared = recipe_differences.compared(recipe, sheet)
    rest, problems = compared.rest, compared.problems
    header = recipe_header.find(rest, sheet) if rest else None
    if rest and rest.columns and header:
        reading = opened(rest, sheet, header, file, register, known)
        lines = lines_of(reading)
        rows = _file(reading, rest.declared, lines, file)
        there = {reading.grid.header[rule.place] for rule in rest.columns}
        reading.problems += [p for p in checks.faults_of_cells(rows) if p.column in there]
        problems = [*problems, *(p for p in _told(reading, lines) if p.level != NOTE)]
    return in_file(in_sheet(problems, sheet.name), file)


def schools(
    recipe: Recipe, sheet: Sheet, file: str, register: Register, known: Iterable[KnownSchool]
) -> Schools:
    """Give what was found of the schools that a sheet names; nothing where it cannot be read."""
    reading, _ = _begun(recipe, sheet, file, register, known)
    if reading:
        lines_of(reading)
    return reading.schools if reading else Schools(recipe, {})


def _begun(
    recipe: Recipe, sheet: Sheet, file: str, register: Register, known: Iterable[KnownSchool]
) -> tuple[Reading | None, list[Problem]]:
    """Begin to read a sheet, or say why it cannot be read."""
    header = recipe_header.find(recipe, sheet)
    if header is None:
        return None, recipe_differences.compared(recipe, sheet).problems
    if faults := recipe_header.faults(recipe, sheet.rows[header.bottom][0]):
        return None, faults
    return opened(recipe, sheet, header, file, register, known), []


def _told(reading: Reading, lines: Sequence[tuple[int, Line]]) -> list[Problem]:
    """Give all remarks: on what was taken, then on what was not."""
    grid, recipe = reading.grid, reading.recipe
    taken = Problem("read_by_recipe", grid.header_row, value=recipe.name, level=NOTE)
    empty = [] if lines else [Problem("no_rows", level=NOTE)]
    at, header = reading.at, grid.header
    return [
        taken,
        *grids.lines_above(grid),
        *recipe_rows.columns_left(recipe, grid),
        *reading.problems,
        *reading.schools.problems,
        *reading.schools.asked(),
        *recipe_values.doubtful_years(recipe, at, header, grid.header_row),
        *recipe_rows.shares_for_counts(recipe, grid),
        *grids.unseen(grid, reading.rows, (rule.place for rule in recipe.columns)),
        *empty,
    ]


def _file(reading: Reading, table: Table, lines: Sequence[tuple[int, Line]], name: str) -> ReadFile:
    """Give lines as rows of a table; remarks on them name the sheet's own columns."""
    names = [column.name for column in table.columns]
    nothing = (None, "")
    rows = pa.table(
        {n: pa.array([line.get(n, nothing)[0] for _, line in lines], pa.string()) for n in names}
    )
    digest = hashlib.sha256(json.dumps(rows.to_pydict(), sort_keys=True).encode()).hexdigest()
    header = reading.grid.header
    return ReadFile(
        name,
        table,
        rows,
        digest,
        reading.grid.sheet,
        pa.array([row for row, _ in lines], pa.int64()),
        {header[rule.place]: rule.place + 1 for rule in reading.recipe.columns},
        {n: [line.get(n, nothing)[1] or n for _, line in lines] for n in names},
    )


def _new_schools(reading: Reading, name: str) -> list[ReadFile]:
    """Give rows of the table of schools for those that are new, named in this very file."""
    if reading.recipe.declared is school or not reading.schools.new:
        return []
    given = {key.removeprefix("school."): v for key, v in values_of(reading)[0].items()}
    lines = []
    for code, (row, oktmo, said) in reading.schools.new.items():
        own = {"school_id": code, "oktmo": oktmo, "name": said, "basis": "real", "source": name}
        made: Line = {column: (text, "") for column, text in own.items()}
        lines.append((row, made | {c: v for c, v in given.items() if c in ("locality", "source")}))
    return [_file(reading, school, lines, name)]
