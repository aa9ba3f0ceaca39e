"""Bring a case of any form by its recipe or by the guesses alone, and compare with its truth."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from data.errors import NOTE, Problem
from data.intake.declared.checks import faults
from data.intake.declared.reading import ReadFile
from data.intake.received import formats, header_words, recipe_guesses, recipe_value_guesses
from data.intake.received.header_words import Header
from data.intake.received.places import shipped
from data.intake.received.receive import Received, Recipes, receive
from data.intake.received.recipe import Recipe, lacking
from data.intake.received.recipe_values import around
from tests.data.any_form import KNOWN, MEASURES, Case

REGISTER = shipped()
Rows = set[tuple[object, ...]]


class Brought(NamedTuple):
    """What came of a case: its rows, what was asked, and what a recipe of guesses lacked."""

    rows: Rows
    asked: list[Problem]
    received: Received
    lacking: tuple[str, ...] = ()


def by_recipe(case: Case) -> Brought:
    """Bring a case by the recipe that a person would make of it."""
    return _brought(case, recipe_of(case))


def recipe_of(case: Case) -> Recipe:
    """Give the recipe of a case, its columns called as the sheet shows them to a person."""
    assert case.recipe is not None
    sheet = formats.sheets(case.content)[0][0]
    top = [row for row, _ in sheet.rows].index(case.top)
    header = Header(top, top + case.recipe.header_rows - 1)
    return replace(case.recipe, header=header_words.titles(sheet, header))


def by_guesses(case: Case) -> Brought:
    """Bring a case by the guesses for its own table; without rows where something lacks."""
    received = receive(case.name, case.content, REGISTER)
    assert case.recipe is not None
    if not received.unknown:
        return _found(received, case.recipe.table)
    asked = [problem for problem in received.problems if problem.level != NOTE]
    grid, within = received.unknown[0], REGISTER.within("75")
    table, at = case.recipe.declared, around(case.name, grid)
    rules = tuple(guess.rule for guess in recipe_guesses.columns(grid, table, within))
    given = tuple(one.given for one in recipe_value_guesses.given(table, rules, at, within))
    depth = sum(grid.top_row <= row <= grid.header_row for row, _ in grid.whole.rows)
    recipe = Recipe("Догадки", table.name, grid.header, depth, rules, given, "75")
    lacks = tuple(lacking(recipe))
    return Brought(set(), asked, received, lacks) if lacks else _brought(case, recipe)


def _brought(case: Case, recipe: Recipe) -> Brought:
    kept = Recipes((recipe,), tuple(KNOWN), asked=True)
    return _found(receive(case.name, case.content, REGISTER, kept=kept), recipe.table)


def _found(received: Received, table: str) -> Brought:
    problems = [*received.problems, *(one for file in received.files for one in faults(file, {}))]
    # Schools and indicators stand in other tables, which are not here.
    asked = [p for p in problems if p.level != NOTE and p.rule != "unknown_reference"]
    own = [file for file in received.files if file.table.name == table]
    return Brought(set(_rows(own)), asked, received)


def _rows(files: Iterable[ReadFile]) -> Iterable[tuple[object, ...]]:
    """Give each row with its number in the sheet."""
    for file in files:
        for place, line in enumerate(file.rows.to_pylist()):
            row = file.row_of(place)
            if file.table.name == "indicator_value":
                keys, of = (line["oktmo"], line["year"], line["indicator"]), ("value",)
            else:
                keys, of = (line["school_id"], line["year"], line["subject"]), tuple(MEASURES)
            yield row, *keys, *(_number(line[name]) for name in of)


def _number(text: str | None) -> object:
    """Give a number; what is none stays, so that it differs from any truth."""
    try:
        return None if text is None else float(text)
    except ValueError:
        return text
