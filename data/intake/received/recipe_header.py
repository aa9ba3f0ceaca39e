"""Find the header of a recipe's form in a sheet, or say where another form differs."""

from data.errors import Problem
from data.intake.received import grids, header_words, limits
from data.intake.received.header_words import Header
from data.intake.received.recipe import Recipe, form_for, lacking, repeated
from data.intake.received.recipe_values import column_of
from data.intake.received.workbooks import Sheet
from data.intake.spelling.vocabulary import heading as template_heading


def find(recipe: Recipe, sheet: Sheet) -> Header | None:
    """Give the first rows whose words are those of the recipe's header, wherever they stand."""
    wanted = form_for(recipe, recipe.header)
    return next(
        (at for at in _blocks(recipe, sheet) if form_for(recipe, _titles(sheet, at)) == wanted),
        None,
    )


def faults(recipe: Recipe, row: int) -> list[Problem]:
    """Name what the recipe itself lacks or says twice, and columns that its header has not."""
    missing = [
        Problem("missing_column", row, name, expected=template_heading(column_of(recipe, name)))
        for name in lacking(recipe)
    ]
    return missing + [Problem("repeated_column", row, name) for name in repeated(recipe)]


def difference(recipe: Recipe, sheet: Sheet) -> Problem:
    """Name the first column that differs in the rows that are most like the recipe's header."""
    wanted = form_for(recipe, recipe.header)

    def alike(at: Header) -> int:
        found = form_for(recipe, _titles(sheet, at))
        return sum(one == other for one, other in zip(wanted, found, strict=False))

    nearest = max(_blocks(recipe, sheet), key=alike, default=None)
    if nearest is None:
        return Problem("other_form", value=recipe.name, expected=recipe.header[0])
    said, header = _titles(sheet, nearest), recipe.header
    found = form_for(recipe, said)
    width = max(len(found), len(wanted))
    places = (n for n in range(width) if [*found, *[""] * width][n] != [*wanted, *[""] * width][n])
    place = next(places, 0)
    row = sheet.rows[nearest.bottom][0]
    there = said[place] if place < len(said) else ""
    was = header[place] if place < len(header) else ""
    return Problem("other_form", row, there, recipe.name, was)


def _blocks(recipe: Recipe, sheet: Sheet) -> list[Header]:
    """List the places where a header of as many rows may stand, from above."""
    last = min(len(sheet.rows), limits.HEADER_ROWS) - recipe.header_rows
    return [Header(top, top + recipe.header_rows - 1) for top in range(last + 1)]


def _titles(sheet: Sheet, header: Header) -> tuple[str, ...]:
    return header_words.titles(sheet, header)


def cut(sheet: Sheet, header: Header) -> grids.Grid:
    """Cut a sheet below a header, each column called by all words over it."""
    return grids.cut(sheet, header, _titles(sheet, header))
