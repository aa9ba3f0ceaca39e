"""Say once how a table in a form of its own is read: a recipe, kept and used for the next file.

A recipe knows a form by the words over its columns; a file with other words is refused.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Table

from data.intake.spelling.vocabulary import plain
from data.schema import metadata, school

FIXED, HEADING, SHEET, TITLE, FILE, MADE = WHERE = (
    *("fixed", "heading", "sheet"),
    *("title", "file", "made"),
)
"""Where a value stands that no cell of a row tells: in the recipe itself, over its column, in the
sheet's name, in the lines above the header, in the file's name; or it is a code of the row itself,
made of what the row must have."""

AS_WRITTEN, PARTS_OF_ONE, SCHOOL_NAME = READINGS = ("as_written", "parts_of_one", "school_name")
"""How a column's cells are read: as they are; times 100; as names of schools without codes."""

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?:\s?[/–-]\s?((?:20)?\d\d))?(?![\d])")


@dataclass(frozen=True)
class Given:
    """A declared column whose value no cell tells; `value` is the one that is fixed."""

    column: str
    where: str = FIXED
    value: str = ""


@dataclass(frozen=True)
class ColumnRule:
    """What a column of the sheet is, counted from 0.

    With `given` its values are of a subject, year or indicator of their own, and columns with the
    same `given` make a row together. With `down` an empty cell is the one above it.
    """

    place: int
    gives: str
    reading: str = AS_WRITTEN
    given: tuple[Given, ...] = ()
    down: bool = False


@dataclass(frozen=True)
class Mark:
    """A text that means «not known» in a column."""

    place: int
    text: str


@dataclass(frozen=True)
class NamedSchool:
    """Which school a name in a municipality is, as a person said; without a code it is new."""

    oktmo: str
    name: str
    school_id: str = ""


@dataclass(frozen=True)
class Recipe:
    """How tables of one form are read as rows of a declared table."""

    name: str
    table: str
    header: tuple[str, ...]
    """All words over each column."""
    header_rows: int
    columns: tuple[ColumnRule, ...]
    given: tuple[Given, ...] = ()
    region: str = ""
    marks: tuple[Mark, ...] = ()
    skipped: tuple[str, ...] = ()
    """Rows that are no data, by the text of their first filled cell: totals, headings between."""
    ends: str = ""
    """How the first line below the table begins."""
    schools: tuple[NamedSchool, ...] = ()

    @property
    def declared(self) -> Table:
        """Give the declared table."""
        return metadata.tables[self.table]

    @property
    def shared(self) -> tuple[ColumnRule, ...]:
        """List the columns that every row made of a line shares."""
        return tuple(rule for rule in self.columns if not rule.given)

    def groups(self) -> list[tuple[tuple[Given, ...], tuple[ColumnRule, ...]]]:
        """List the columns that make a row together, with what their values are of.

        A second column for the same value makes a row of its own, which the checks will name.
        """
        found: list[tuple[object, dict[str, ColumnRule]]] = []
        for rule in self.columns:
            if rule.given:
                own = self._of(rule)
                at = next((r for of, r in found if of == own and rule.gives not in r), None)
                if at is None:
                    at = {}
                    found.append((own, at))
                at[rule.gives] = rule
        groups = [tuple(rules.values()) for _, rules in found]
        return [(rules[0].given, rules) for rules in groups] or [((), ())]

    def _of(self, rule: ColumnRule) -> object:
        """Tell what a column's values are of: by the years over it too, if they are read there."""
        in_heading = any(given.where == HEADING for given in rule.given)
        return rule.given, years_in(self.header[rule.place]) if in_heading else []


def lacking(recipe: Recipe) -> list[str]:
    """List what rows by this recipe would be without: required columns, a place for schools."""
    everywhere = {rule.gives for rule in recipe.shared} | {given.column for given in recipe.given}
    in_groups = [
        {rule.gives for rule in rules} | {given.column for given in of}
        for of, rules in recipe.groups()
    ]
    found = [
        column.name
        for column in recipe.declared.columns
        if not column.nullable
        and column.name not in everywhere
        and not all(column.name in group for group in in_groups)
    ]
    by_name = any(rule.reading == SCHOOL_NAME for rule in recipe.columns)
    return [*found, "oktmo"] if by_name and "oktmo" not in {*everywhere, *found} else found


def repeated(recipe: Recipe) -> list[str]:
    """List declared columns that two columns of the sheet, or a column and a value, would be."""
    shared = [*(rule.gives for rule in recipe.shared), *(given.column for given in recipe.given)]
    twice = {name for name in shared if shared.count(name) > 1}
    for of, rules in recipe.groups():
        own = [*(rule.gives for rule in rules), *(given.column for given in of)]
        twice |= {name for name in own if own.count(name) > 1 or name in shared}
    return sorted(twice)


def possible(table: Table) -> list[str]:
    """List what a column of a sheet may be: a column of the table, or where its school is."""
    names = [column.name for column in table.columns]
    refers = any(of_schools(table, name) for name in names)
    return [*names, "oktmo"] if refers and "oktmo" not in names else names


def of_schools(table: Table, column: str) -> bool:
    """Say whether a column holds codes of schools."""
    if column not in table.c:
        return False
    found = table.c[column]
    return found is school.c.school_id or any(
        key.column is school.c.school_id for key in found.foreign_keys
    )


def years_in(text: str) -> list[int]:
    """List the years that a text names; «2021/22» is the calendar year it ends in, 2022."""
    return [
        int(found[1][:2] + found[2][-2:]) if found[2] else int(found[1])
        for found in _YEAR.finditer(text)
    ]


def form(header: Sequence[str]) -> list[str]:
    """Give what headers are compared by: plain words, without empty ones at the end."""
    words = [plain(heading) for heading in header]
    while words and not words[-1]:
        words.pop()
    return words


def form_for(recipe: Recipe, header: Sequence[str]) -> list[str]:
    """Give the form of a header in which years that the recipe reads from it may differ."""
    free = _of_any_year(recipe)
    words = [_YEAR.sub("20..", said) if n in free else said for n, said in enumerate(header)]
    return form(words)


def form_anywhere(recipe: Recipe, header: Sequence[str]) -> list[str]:
    """Give the form of a header whose columns may stand in other places than the recipe's."""
    free = {plain(_YEAR.sub("20..", recipe.header[place])) for place in _of_any_year(recipe)}
    freed = [(said, _YEAR.sub("20..", said)) for said in header]
    return form([other if plain(other) in free else said for said, other in freed])


def _of_any_year(recipe: Recipe) -> set[int]:
    """List the columns whose year the recipe reads from their headings."""
    return {
        rule.place
        for rule in recipe.columns
        if any((given.column, given.where) == ("year", HEADING) for given in rule.given)
    }
