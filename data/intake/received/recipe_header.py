"""Find the header of a recipe's form in a sheet, or say where another form differs."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

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


def differences(recipe: Recipe, sheet: Sheet) -> list[Problem]:
    """Name every column that differs in the rows that are most like the recipe's header.

    A column more or less moves the others, which are no differences.
    """
    wanted = form_for(recipe, recipe.header)

    def alike(at: Header) -> int:
        found = form_for(recipe, _titles(sheet, at))
        alike = SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks()
        return sum(block.size for block in alike)

    nearest = max(_blocks(recipe, sheet), key=alike, default=None)
    if nearest is None:
        return [Problem("other_form", value=recipe.name, expected=recipe.header[0])]
    said, row = _titles(sheet, nearest), sheet.rows[nearest.bottom][0]
    found = form_for(recipe, said)
    pairs = [
        pair
        for first, last, start, end in _apart(wanted, found)
        for pair in zip_longest(said[start:end], recipe.header[first:last], fillvalue="")
    ]
    return [
        Problem("other_form" if was else "not_in_form", row, there, recipe.name, was)
        for there, was in pairs[: limits.SHOWN]
    ]


def _apart(wanted: Sequence[str], found: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Give spans of two headers that differ; of as many columns each is compared in its place."""
    if len(wanted) == len(found):
        places = range(len(wanted))
        return [(at, at + 1, at, at + 1) for at in places if wanted[at] != found[at]]
    compared = SequenceMatcher(None, wanted, found, autojunk=False)
    return [span for kind, *span in compared.get_opcodes() if kind != "equal"]  # type: ignore[misc]


def _blocks(recipe: Recipe, sheet: Sheet) -> list[Header]:
    """List the places where a header of as many rows may stand, from above."""
    last = min(len(sheet.rows), limits.HEADER_ROWS) - recipe.header_rows
    return [Header(top, top + recipe.header_rows - 1) for top in range(last + 1)]


def _titles(sheet: Sheet, header: Header) -> tuple[str, ...]:
    return header_words.titles(sheet, header)


def cut(sheet: Sheet, header: Header) -> grids.Grid:
    """Cut a sheet below a header, each column called by all words over it."""
    return grids.cut(sheet, header, _titles(sheet, header))
