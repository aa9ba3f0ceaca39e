"""Find the values of a recipe that no cell of a row tells, where the recipe says they stand."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Column, Enum

from data.errors import ACKNOWLEDGE, Problem
from data.intake.received.grids import Grid
from data.intake.received.places import Register
from data.intake.received.recipe import (
    FILE,
    FIXED,
    HEADING,
    MADE,
    SHEET,
    TITLE,
    Given,
    Recipe,
    years_in,
)
from data.intake.received.values import Refused, canonical, written
from data.intake.spelling.vocabulary import heading as named
from data.intake.spelling.vocabulary import labels, plain
from data.schema import metadata, school

_GRADE = re.compile(r"(?<!\d)(\d{1,2})(?:-?(?:й|е))? ?кл(?:\b|асс)", re.IGNORECASE)
_SHORT = 2
"""Words of so few signs («в», «МА») are looked for as a whole text only."""


Line = dict[str, tuple[str | None, str]]
"""One row to be: the text of each declared column, and the heading it stands under."""


class Around(NamedTuple):
    """What stands around a table: its file's and sheet's names, the lines above it."""

    file: str
    sheet: str
    titles: tuple[str, ...] = ()

    def texts(self, where: str, heading: str) -> tuple[str, ...]:
        """Give the texts of one place."""
        named = {FILE: (self.file.rsplit(".", 1)[0],), SHEET: (self.sheet,), HEADING: (heading,)}
        return self.titles if where == TITLE else named[where]


def around(file: str, grid: Grid) -> Around:
    """Read the texts around the table of a file's sheet."""
    above = [cells for row, cells in grid.whole.rows if row < grid.top_row]
    said = (text for cells in above for cell in cells if (text := written(cell)))
    return Around(file, grid.sheet, tuple(said))


def column_of(recipe: Recipe, name: str) -> Column[Any]:
    """Give the declared column that a name of a recipe means; `school.x` is of new schools."""
    table, dot, inner = name.partition(".")
    if dot:
        return metadata.tables[table].c[inner]
    return recipe.declared.c.get(name, school.c.oktmo)


def values_of(
    recipe: Recipe,
    given: Iterable[Given],
    at: Around,
    register: Register,
    row: int,
    over: Sequence[str],
) -> tuple[Line, list[Problem]]:
    """Find values where the recipe says they stand, and name those that do not.

    Headings `over` columns that make a row together must all tell the same.
    """
    line, problems = Line(), []
    for one in (one for one in given if one.where != MADE):
        heading = over[0] if over else one.column
        told = {value_of(recipe, one, at, register, said) for said in over or ("",)}
        text = told.pop() if len(told) == 1 else None
        line[one.column] = (text, heading)
        if text is None:
            column = column_of(recipe, one.column)
            problems.append(Problem("value_not_found", row, heading, expected=named(column)))
    return line, problems


def made_codes(recipe: Recipe, line: Line) -> Line:
    """Make the codes of a row itself, the same whenever it is brought again."""
    names = {given.column for given in recipe.given if given.where == MADE}
    told = [c.name for c in recipe.declared.columns if not c.nullable and c.name not in names]
    said = "|".join(line.get(name, (None, ""))[0] or "" for name in told)
    code = f"OWN-{hashlib.sha256(said.encode()).hexdigest()[:12]}"
    return {name: (code, name) for name in names}


def value_of(
    recipe: Recipe, given: Given, at: Around, register: Register, heading: str = ""
) -> str | None:
    """Give the text of a value for the checks; None if it does not stand there, or twice."""
    column = column_of(recipe, given.column)
    if given.where == FIXED:
        found = canonical(given.value, column, register)
        return given.value if isinstance(found, Refused) else found
    told = {
        found
        for text in at.texts(given.where, heading)
        for found in told_in(text, column, register)
    }
    return told.pop() if len(told) == 1 else None


def told_in(text: str, column: Column[Any], register: Register) -> list[str]:
    """List what a text tells of a column: years, a municipality, codes by their words, itself."""
    if column.name == "year":
        return [str(year) for year in years_in(text)]
    if column.name == "grade":
        return [found[1] for found in _GRADE.finditer(text)]
    if column.name == "oktmo":
        found = register.oktmo_of(text)
        return [found] if isinstance(found, str) else []
    if labels(column):
        return codes_in(text, column)
    return [text] if text and not isinstance(column.type, Enum) else []


@cache
def _words_of(column: Column[Any]) -> list[tuple[str, str]]:
    """List the plain words for codes of a column with their codes, the longest first."""
    words = {(plain(word), code) for code, own in labels(column).items() for word in own}
    return sorted(words, key=lambda pair: (-len(pair[0]), pair))


def codes_in(text: str, column: Column[Any]) -> list[str]:
    """List the codes whose words stand in a text, without those inside the words of another."""
    said, found = plain(text), []
    for word, code in _words_of(column):
        if not word or word not in said or (len(word) <= _SHORT and word != said):
            continue
        pattern = rf"(?<!\w){re.escape(word)}(?!\w)"
        if re.search(pattern, said):
            said = re.sub(pattern, " \x00 ", said)
            found.append(code)
    return list(dict.fromkeys(found))


def doubtful_years(recipe: Recipe, at: Around, header: Sequence[str], row: int) -> list[Problem]:
    """Ask about a year that the recipe fixes where the file tells another one or none."""
    fixed = {
        given.value for given in recipe.given if (given.column, given.where) == ("year", FIXED)
    }
    for rule in recipe.columns:
        over = {str(year) for year in years_in(header[rule.place])}
        years = {g.value for g in rule.given if (g.column, g.where) == ("year", FIXED)}
        fixed |= years - over
    told = {str(year) for text in (at.file, at.sheet, *at.titles) for year in years_in(text)}
    return [
        Problem(
            "other_year" if told else "year_of_recipe",
            row,
            value=", ".join(sorted(told)),
            expected=year,
            level=ACKNOWLEDGE,
        )
        for year in sorted(fixed - told)
    ]
