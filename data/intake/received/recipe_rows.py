"""Split the rows of a table that a recipe reads from all that stands around them, by name."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Integer

from data.errors import ACKNOWLEDGE, NOTE, Problem
from data.intake.received import grids
from data.intake.received.grids import Grid, Row
from data.intake.received.recipe import Recipe
from data.intake.received.recipe_values import column_of
from data.intake.received.values import written
from data.intake.spelling.vocabulary import plain
from data.schema import school

_SHARES = ("%", "доля", "доли", "процент")


def taken(recipe: Recipe, grid: Grid) -> tuple[list[Row], list[Problem]]:
    """Give the rows of data, and a note for each that is none."""
    within, below = _ended(recipe, grid.rows)
    mapped = {rule.place for rule in recipe.columns}
    rows, notes = grids.table_rows(replace(grid, rows=within), mapped)
    kept: list[Row] = []
    for number, cells in rows:
        rule = _passed_over(recipe, cells)
        if rule:
            notes.append(grids.note(number, cells, rule))
        else:
            kept.append((number, cells))
    return kept, notes + [grids.note(number, cells, "below_table") for number, cells in below]


def key_places(recipe: Recipe) -> list[int]:
    """List the columns whose merged cells belong to every row they cover: keys, no numbers."""
    columns = ((rule.place, column_of(recipe, rule.gives)) for rule in recipe.shared)
    return [place for place, c in columns if c.primary_key or c.foreign_keys or c is school.c.name]


def columns_left(recipe: Recipe, grid: Grid) -> list[Problem]:
    """Name the columns that the recipe does not take."""
    used = {rule.place for rule in recipe.columns}
    return [
        Problem("column_not_taken", grid.header_row, said, said, level=NOTE)
        for place, said in enumerate(grid.header)
        if said and place not in used
    ]


def shares_for_counts(recipe: Recipe, grid: Grid) -> list[Problem]:
    """Ask about columns of numbers of pupils whose heading speaks of shares."""
    headings = [
        grid.header[rule.place]
        for rule in recipe.columns
        if isinstance(column_of(recipe, rule.gives).type, Integer)
    ]
    return [
        Problem("share_for_count", grid.header_row, said, said, level=ACKNOWLEDGE)
        for said in headings
        if any(word in plain(said) for word in _SHARES)
    ]


def _ended(recipe: Recipe, rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Split the rows where the recipe says that the table ends."""
    ends = plain(recipe.ends)
    below = (n for n, (_, cells) in enumerate(rows) if plain(_first(cells)).startswith(ends))
    place = next(below, len(rows)) if ends else len(rows)
    return list(rows[:place]), list(rows[place:])


def _first(cells: Sequence[object]) -> str:
    return next((text for cell in cells if (text := written(cell))), "")


def _passed_over(recipe: Recipe, cells: Sequence[object]) -> str:
    """Name the rule by which a row is no data: named so by the recipe, a total in any key."""
    if plain(_first(cells)) in {plain(text) for text in recipe.skipped}:
        return "skipped_by_recipe"
    keys = (cells[place] for place in key_places(recipe) if place < len(cells))
    if any(isinstance(cell, str) and grids.is_total(cell) for cell in keys):
        return "skipped_total"
    return ""
