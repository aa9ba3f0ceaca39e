"""Read a sheet by a recipe: rows of a declared table with their own row numbers, and remarks.

Whatever stands above, below and beside what is taken is named in a note; a cell that cannot be
read stops, and a mark of nothing is asked about once for each mark and column.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import pyarrow as pa
from sqlalchemy import Table

from data.errors import NOTE, Problem, in_file, in_sheet
from data.intake.declared.reading import ReadFile
from data.intake.received import (
    grids,
    percents,
    recipe_cells,
    recipe_header,
    recipe_rows,
    recipe_values,
)
from data.intake.received.grids import Grid, Row
from data.intake.received.headers import numbers_of
from data.intake.received.places import Register
from data.intake.received.recipe import (
    SCHOOL_NAME,
    ColumnRule,
    Given,
    Recipe,
)
from data.intake.received.recipe_cells import Texts
from data.intake.received.recipe_schools import Schools
from data.intake.received.recipe_values import Around, Line, column_of, made_codes
from data.intake.received.school_names import KnownSchool, by_municipality
from data.intake.received.workbooks import Sheet
from data.schema import school


@dataclass
class _Reading:
    """One sheet being read by one recipe."""

    recipe: Recipe
    grid: Grid
    at: Around
    register: Register
    schools: Schools
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


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
        lines = _lines(reading)
        files = [_file(reading, recipe.declared, lines, file)] if lines else []
        reading.problems += [p for one in files for p in percents.asked(one)]
        files += _new_schools(reading, file)
        problems = _told(reading, lines)
    return files, in_file(in_sheet(problems, sheet.name), file)


def schools(
    recipe: Recipe,
    sheet: Sheet,
    file: str,
    register: Register,
    known: Iterable[KnownSchool],
) -> Schools:
    """Give what was found of the schools that a sheet names; nothing where it cannot be read."""
    reading, _ = _begun(recipe, sheet, file, register, known)
    if reading:
        _lines(reading)
    return reading.schools if reading else Schools(recipe, {})


def _begun(
    recipe: Recipe,
    sheet: Sheet,
    file: str,
    register: Register,
    known: Iterable[KnownSchool],
) -> tuple[_Reading | None, list[Problem]]:
    """Split a copy of the sheet into rows of data and the rest, or say why it cannot be read."""
    header = recipe_header.find(recipe, sheet)
    if header is None:
        return None, [recipe_header.difference(recipe, sheet)]
    if faults := recipe_header.faults(recipe, sheet.rows[header.bottom][0]):
        return None, faults
    own = replace(sheet, rows=[(number, list(cells)) for number, cells in sheet.rows])
    grids.fill_merged(own, header, recipe_rows.key_places(recipe))
    grid = recipe_header.cut(own, header)
    at = recipe_values.around(file, grid)
    within = register.within(recipe.region) if recipe.region else register
    schools = Schools(recipe, by_municipality(known))
    return _Reading(recipe, grid, at, within, schools, *recipe_rows.taken(recipe, grid)), []


def _told(reading: _Reading, lines: Sequence[tuple[int, Line]]) -> list[Problem]:
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


def _lines(reading: _Reading) -> list[tuple[int, Line]]:
    """Make the rows to be, each with its row in the sheet; a line that gives none is named."""
    cells = _columns(reading)
    given = _values(reading)
    _name_schools(reading, cells, given[0])
    found: list[tuple[int, Line]] = []
    for place, (number, row) in enumerate(reading.rows):
        made = _of_row(reading, cells, given, place)
        found += [(number, line | made_codes(reading.recipe, line)) for line in made]
        if not made:
            reading.problems.append(grids.note(number, row, "nothing_taken"))
    return found


def _of_row(
    reading: _Reading,
    cells: dict[ColumnRule, Texts],
    given: Sequence[Line],
    place: int,
) -> list[Line]:
    """Make the rows of one line: one for each group of columns that has a value there."""
    recipe, header = reading.recipe, reading.grid.header
    shared: Line = {r.gives: (cells[r][place], header[r.place]) for r in recipe.shared}
    found = []
    for (_, rules), values in zip(recipe.groups(), given, strict=True):
        own: Line = {r.gives: (cells[r][place], header[r.place]) for r in rules}
        line = shared | values | own
        numbers = [line[name][0] for name in numbers_of(recipe.declared) if name in line]
        told = numbers or [text for text, _ in (own or shared).values()]
        if any(text is not None for text in told):
            found.append(line)
    return found


def _values(reading: _Reading) -> list[Line]:
    """Give, for each group of columns, what no cell tells: of all rows and of the group's own."""
    recipe, header = reading.recipe, reading.grid.header
    everywhere = _found(reading, recipe.given, ())
    return [
        everywhere | _found(reading, of, [header[rule.place] for rule in rules])
        for of, rules in recipe.groups()
    ]


def _found(reading: _Reading, given: Sequence[Given], over: Sequence[str]) -> Line:
    line, problems = recipe_values.values_of(
        reading.recipe, given, reading.at, reading.register, reading.grid.header_row, over
    )
    reading.problems += [one for one in problems if one not in reading.problems]
    return line


def _columns(reading: _Reading) -> dict[ColumnRule, Texts]:
    """Read the cells of each column that is taken, and name those that cannot be read."""
    found = {}
    for rule in reading.recipe.columns:
        column, heading = column_of(reading.recipe, rule.gives), reading.grid.header[rule.place]
        found[rule], problems = recipe_cells.read(
            reading.recipe, rule, column, reading.rows, heading, reading.register
        )
        reading.problems += problems
    return found


def _name_schools(reading: _Reading, cells: dict[ColumnRule, Texts], given: Line) -> None:
    """Put codes in the place of schools' names, found in the municipality of their row."""
    own = next((cells[rule] for rule in reading.recipe.shared if rule.gives == "oktmo"), None)
    alone = given.get("oktmo", (None, ""))[0]
    for rule in reading.recipe.columns:
        if rule.reading != SCHOOL_NAME:
            continue
        heading = reading.grid.header[rule.place]
        for place, (number, _) in enumerate(reading.rows):
            oktmo = own[place] if own else alone
            oktmo = oktmo if oktmo and reading.register.region_of(oktmo) else None
            cells[rule][place] = reading.schools.code(number, heading, oktmo, cells[rule][place])


def _file(
    reading: _Reading, table: Table, lines: Sequence[tuple[int, Line]], name: str
) -> ReadFile:
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


def _new_schools(reading: _Reading, name: str) -> list[ReadFile]:
    """Give rows of the table of schools for those that are new, named in this very file."""
    if reading.recipe.declared is school or not reading.schools.new:
        return []
    given = {key.removeprefix("school."): v for key, v in _values(reading)[0].items()}
    lines = []
    for code, (row, oktmo, said) in reading.schools.new.items():
        own = {"school_id": code, "oktmo": oktmo, "name": said, "basis": "real", "source": name}
        made: Line = {column: (text, "") for column, text in own.items()}
        lines.append((row, made | {c: v for c, v in given.items() if c in ("locality", "source")}))
    return [_file(reading, school, lines, name)]
