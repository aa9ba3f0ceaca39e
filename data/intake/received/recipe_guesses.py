"""Guess a recipe for a sheet, each guess with its reason, for a person to look at and change.

Nothing here reads a file: what is guessed becomes a recipe only when a person takes it.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Column, Table

from data.intake.received import recipe_value_guesses as values
from data.intake.received.grids import Grid
from data.intake.received.headers import words_of
from data.intake.received.marks_of_nothing import is_mark
from data.intake.received.places import Register
from data.intake.received.recipe import (
    AS_WRITTEN,
    FIXED,
    HEADING,
    SCHOOL_NAME,
    ColumnRule,
    Given,
    of_schools,
    possible,
    years_in,
)
from data.intake.received.recipe_cell_guesses import (
    BY_CELLS,
    BY_HEADING,
    Cells,
    ColumnGuess,
    as_named_once,
    as_parts,
    first_rows,
    sample,
)
from data.intake.received.recipe_values import Around, codes_in
from data.intake.received.values import canonical, is_number, written
from data.intake.spelling.vocabulary import headings, labels, plain
from data.schema import INTAKE_TABLES, school

OF_COLUMNS = ("subject", "indicator", "risk_factor")
"""Codes that stand over columns in wide tables."""
_SHORT = 3


def columns(grid: Grid, table: Table, register: Register) -> list[ColumnGuess]:
    """Guess what the columns of a sheet are for a table; one that says nothing has no guess."""
    return _columns(grid, first_rows(grid), table, register)


def _columns(
    grid: Grid, rows: Sequence[Cells], table: Table, register: Register
) -> list[ColumnGuess]:
    found: list[ColumnGuess] = []
    for place, heading in enumerate(grid.header):
        cells = sample(rows, place)
        guess = _column(table, place, heading, cells, register) if heading and cells else None
        guess = guess and as_named_once(guess, grid, rows)
        guess = guess and as_parts(guess, table, heading, cells)
        if guess and not any(_is_same(guess.rule, one.rule, grid.header) for one in found):
            found.append(guess)
    if table is school:
        names = [one for one in found if one.rule.gives == "name"]
        if names and not any(one.rule.gives == "school_id" for one in found):
            rule = ColumnRule(names[0].rule.place, "school_id", SCHOOL_NAME)
            found.append(ColumnGuess(rule, names[0].reason, names[0].word))
    return found


def _is_same(one: ColumnRule, other: ColumnRule, header: Sequence[str]) -> bool:
    """Say whether two columns would be the same value of one row."""
    over = [years_in(header[rule.place]) for rule in (one, other)]
    return (one.gives, one.given) == (other.gives, other.given) and (
        over[0] == over[1] or not any(given.where == HEADING for given in one.given)
    )


def table_of(grid: Grid, at: Around, register: Register) -> Table:
    """Guess of which table a sheet is: much of it is there, and little lacks."""
    rows = first_rows(grid)

    def rank(table: Table) -> tuple[int, int, int]:
        rules = [guess.rule for guess in _columns(grid, rows, table, register)]
        told = {rule.gives for rule in rules} | {one.column for r in rules for one in r.given}
        told |= {guess.given.column for guess in values.given(table, rules, at, register)}
        lack = sum(not column.nullable and column.name not in told for column in table.columns)
        taken = len({rule.place for rule in rules if rule.gives != "oktmo"})
        return 2 * taken - lack, -lack, taken

    return max(INTAKE_TABLES, key=rank)


def marks(grid: Grid, rules: Iterable[ColumnRule]) -> list[tuple[int, str]]:
    """List the marks of nothing in columns of values: place and text, each once."""
    found = {
        (rule.place, text): None
        for rule in rules
        if rule.reading != SCHOOL_NAME and rule.gives not in ("oktmo", "name")
        for _, row in grid.rows
        if rule.place < len(row)
        and isinstance(row[rule.place], str)
        and is_mark(text := written(row[rule.place]) or "")
    }
    return list(found)


def _column(
    table: Table, place: int, heading: str, cells: Sequence[str], register: Register
) -> ColumnGuess | None:
    """Guess one column: by the words over it, then by what stands in it."""
    schools = [column for column in possible(table) if of_schools(table, column)]
    of, named = _of_heading(table, heading), _named(table, heading)
    if named:
        gives, word = named
        gives = schools[0] if gives == "name" and schools and table is not school else gives
        by_name = of_schools(table, gives) and _are_names(cells)
        reading = SCHOOL_NAME if by_name else AS_WRITTEN
        own = () if gives in ("oktmo", *schools) else of
        return ColumnGuess(ColumnRule(place, gives, reading, own), BY_HEADING, word)
    measure = _only_measure(table)
    if of and measure is not None and _fits(measure, cells, register):
        return ColumnGuess(ColumnRule(place, measure.name, given=of), BY_HEADING, heading)
    if "oktmo" in possible(table) and _are_places(cells, register):
        return ColumnGuess(ColumnRule(place, "oktmo"), BY_CELLS)
    return None


def _of_heading(table: Table, heading: str) -> tuple[Given, ...]:
    """Tell what the values under a heading are of: one code of a kind, one year."""
    found = []
    for name in OF_COLUMNS:
        if name in table.c and labels(table.c[name]):
            parts = {
                code for part in heading.split(" · ") for code in codes_in(part, table.c[name])
            }
            found += [Given(name, FIXED, parts.pop())] if len(parts) == 1 else []
    if "year" in table.c and len(set(years_in(heading))) == 1:
        found.append(Given("year", HEADING))
    return tuple(found)


@cache
def _words(table: Table) -> list[tuple[str, str]]:
    """List the words of a table's columns and of names of schools, the longest first."""
    words = {word: column for word, (column, _) in words_of(table).items()}
    if any(of_schools(table, name) for name in possible(table)):
        for column in ("name", "oktmo"):
            for word in headings(school)[column]:
                words.setdefault(plain(word), column)
    return sorted(words.items(), key=lambda pair: (-len(pair[0]), pair))


def _named(table: Table, heading: str) -> tuple[str, str] | None:
    """Give the column that a heading names, its lowest word first, and the word that tells it."""
    for part in reversed(heading.split(" · ")):
        said = plain(part)
        for word, column in _words(table):
            whole = len(word) <= _SHORT
            if word not in said:
                continue
            if word == said or (not whole and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said)):
                return column, part
    return None


def _only_measure(table: Table) -> Column[Any] | None:
    """Give the one column of values that a table has, if it has one; «value» goes before counts."""
    if "value" in table.c:
        return table.c["value"]
    found = [c for c in table.columns if not c.primary_key and c.name not in ("source", "basis")]
    return found[0] if len(found) == 1 else None


def _fits(column: Column[Any], cells: Sequence[str], register: Register) -> bool:
    """Say whether half of the cells or more are values of a column, marks aside."""
    values = [cell for cell in cells if not is_mark(cell)]
    codes = labels(column)
    good = [
        cell
        for cell in values
        if (canonical(cell, column, register) in codes if codes else is_number(cell))
    ]
    if isinstance(column.type, Boolean) and all(map(is_number, values)):
        return False
    return 2 * len(good) >= len(values)


def _are_places(cells: Sequence[str], register: Register) -> bool:
    found = [cell for cell in cells if not _is_short_number(cell) and register.oktmo_of(cell)]
    return 2 * len(found) > len(cells)


def _is_short_number(text: str) -> bool:
    """Tell a number from a name and a code, which takes longer to look up."""
    return len(text) < len("60704000") and is_number(text)


def _are_names(cells: Sequence[str]) -> bool:
    """Say whether most cells are names with words, and not codes."""
    return 2 * sum(bool(re.search(r"[а-яё]{2}", cell, re.IGNORECASE)) for cell in cells) > len(
        cells
    )
