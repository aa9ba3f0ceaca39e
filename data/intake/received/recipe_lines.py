"""Split a sheet into rows of data and the rest by a recipe, and make of each the rows to be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from data.errors import Problem
from data.intake.received import grids, recipe_cells, recipe_header, recipe_rows, recipe_values
from data.intake.received.grids import Grid, Row
from data.intake.received.header_words import Header
from data.intake.received.headers import numbers_of
from data.intake.received.places import Register
from data.intake.received.recipe import SCHOOL_NAME, ColumnRule, Given, Recipe
from data.intake.received.recipe_cells import Texts
from data.intake.received.recipe_schools import Schools
from data.intake.received.recipe_values import Around, Line, column_of, made_codes
from data.intake.received.school_names import KnownSchool, by_municipality
from data.intake.received.workbooks import Sheet


@dataclass
class Reading:
    """One sheet being read by one recipe."""

    recipe: Recipe
    grid: Grid
    at: Around
    register: Register
    schools: Schools
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def opened(
    recipe: Recipe,
    sheet: Sheet,
    header: Header,
    file: str,
    register: Register,
    known: Iterable[KnownSchool],
) -> Reading:
    """Split a copy of the sheet into rows of data and the rest."""
    own = replace(sheet, rows=[(number, list(cells)) for number, cells in sheet.rows])
    grids.fill_merged(own, header, recipe_rows.key_places(recipe))
    grid = recipe_header.cut(own, header)
    at = recipe_values.around(file, grid)
    within = register.within(recipe.region) if recipe.region else register
    schools = Schools(recipe, by_municipality(known))
    return Reading(recipe, grid, at, within, schools, *recipe_rows.taken(recipe, grid))


def lines_of(reading: Reading) -> list[tuple[int, Line]]:
    """Make the rows to be, each with its row in the sheet; a line that gives none is named."""
    cells = _columns(reading)
    given = values_of(reading)
    _name_schools(reading, cells, given[0])
    found: list[tuple[int, Line]] = []
    for place, (number, row) in enumerate(reading.rows):
        made = _of_row(reading, cells, given, place)
        found += [(number, line | made_codes(reading.recipe, line)) for line in made]
        if not made:
            reading.problems.append(grids.note(number, row, "nothing_taken"))
    return found


def _of_row(
    reading: Reading,
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


def values_of(reading: Reading) -> list[Line]:
    """Give, for each group of columns, what no cell tells: of all rows and of the group's own."""
    recipe, header = reading.recipe, reading.grid.header
    everywhere = _found(reading, recipe.given, ())
    return [
        everywhere | _found(reading, of, [header[rule.place] for rule in rules])
        for of, rules in recipe.groups()
    ]


def _found(reading: Reading, given: Sequence[Given], over: Sequence[str]) -> Line:
    line, problems = recipe_values.values_of(
        reading.recipe, given, reading.at, reading.register, reading.grid.header_row, over
    )
    reading.problems += [one for one in problems if one not in reading.problems]
    return line


def _columns(reading: Reading) -> dict[ColumnRule, Texts]:
    """Read the cells of each column that is taken, and name those that cannot be read."""
    found = {}
    for rule in reading.recipe.columns:
        column, heading = column_of(reading.recipe, rule.gives), reading.grid.header[rule.place]
        found[rule], problems = recipe_cells.read(
            reading.recipe, rule, column, reading.rows, heading, reading.register
        )
        reading.problems += problems
    return found


def _name_schools(reading: Reading, cells: dict[ColumnRule, Texts], given: Line) -> None:
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
