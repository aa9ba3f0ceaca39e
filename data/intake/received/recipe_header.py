"""Find the header of a recipe's form in a sheet."""

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
        (at for at in blocks(recipe, sheet) if form_for(recipe, titles(sheet, at)) == wanted),
        None,
    )


def faults(recipe: Recipe, row: int) -> list[Problem]:
    """Name what the recipe itself lacks or says twice, and columns that its header has not."""
    missing = [
        Problem("missing_column", row, name, expected=template_heading(column_of(recipe, name)))
        for name in lacking(recipe)
    ]
    return missing + [Problem("repeated_column", row, name) for name in repeated(recipe)]


def blocks(recipe: Recipe, sheet: Sheet) -> list[Header]:
    """List the places where a header of as many rows may stand, from above."""
    last = min(len(sheet.rows), limits.HEADER_ROWS) - recipe.header_rows
    return [Header(top, top + recipe.header_rows - 1) for top in range(last + 1)]


def titles(sheet: Sheet, header: Header) -> tuple[str, ...]:
    """Name each column by all words over it."""
    return header_words.titles(sheet, header)


def cut(sheet: Sheet, header: Header) -> grids.Grid:
    """Cut a sheet below a header, each column called by all words over it."""
    return grids.cut(sheet, header, titles(sheet, header))
