"""Ask for what no column of a sheet tells: where it stands, or what it is; one control for each."""

from collections.abc import Sequence

import streamlit as st
from sqlalchemy import Double, Integer, Table

from components.base import table_names
from components.base.choices import names
from components.base.i18n import Words
from components.import_data.recipe_columns import YEARS, code_name
from data.intake.received.grids import Grid
from data.intake.received.places import Register
from data.intake.received.recipe import (
    FILE,
    FIXED,
    MADE,
    SCHOOL_NAME,
    SHEET,
    TITLE,
    ColumnRule,
    Given,
    Recipe,
    lacking,
)
from data.intake.received.recipe_value_guesses import given as guessed
from data.intake.received.recipe_values import Around, column_of, value_of
from data.intake.spelling.vocabulary import labels
from data.schema import school

GRADES = range(1, 13)
LOCALITY = "school.locality"


def asked(
    grid: Grid,
    table: Table,
    rules: Sequence[ColumnRule],
    at: Around,
    register: Register,
    key: str,
    words: Words,
) -> tuple[Given, ...]:
    """Give the values that the table needs and no column tells, as guessed or as chosen."""
    recipe = Recipe("", table.name, grid.header, 1, tuple(rules))
    in_columns = {rule.gives for rule in rules}
    wanted = [n for n in lacking(recipe) if n not in in_columns and not _is_measure(table, n)]
    if table is not school and any(rule.reading == SCHOOL_NAME for rule in rules):
        wanted.append(LOCALITY)
    if not wanted:
        return ()
    guesses = {guess.given.column: guess.given for guess in guessed(table, rules, at, register)}
    st.markdown(words.marked("recipe.values"))
    boxes = st.columns(min(len(wanted), 4))
    found = []
    for number, name in enumerate(wanted):
        with boxes[number % len(boxes)]:
            given = _one(recipe, name, guesses.get(name), at, register, f"{key}_{name}", words)
            found += [given] if given else []
    return tuple(found)


def _is_measure(table: Table, name: str) -> bool:
    """Say whether a column holds numbers that differ from row to row."""
    column = table.c.get(name, school.c.oktmo)
    return isinstance(column.type, Integer | Double) and not column.primary_key


def called(recipe: Recipe, name: str, words: Words) -> str:
    """Name a declared column of the recipe's table, or one of new schools."""
    said = table_names.heading(column_of(recipe, name), words)
    return f"{table_names.title(school.name, words)}: {said}" if "." in name else said


def _one(
    recipe: Recipe,
    name: str,
    guess: Given | None,
    at: Around,
    register: Register,
    key: str,
    words: Words,
) -> Given | None:
    """Ask for one value: a choice where its values are known, else a text."""
    column = column_of(recipe, name)
    label = words("recipe.value_of", column=called(recipe, name, words))
    choices = _told(recipe, name, at, register) + _fixed(recipe, name, register)
    if guess and guess not in choices:
        choices.insert(0, guess)
    if column.name != "source" and choices:
        return st.selectbox(
            label,
            choices,
            index=choices.index(guess) if guess else None,
            format_func=lambda given: _called(recipe, given, at, register, words),
            placeholder=words("recipe.choose"),
            key=f"given_{key}",
        )
    told = at.file if guess and guess.where == FILE else ""
    said = st.text_input(label, told, key=f"given_{key}", max_chars=200).strip()
    return (guess if said == told and guess else Given(name, FIXED, said)) if said else None


def _told(recipe: Recipe, name: str, at: Around, register: Register) -> list[Given]:
    """List the places around the table where exactly one value stands."""
    column = column_of(recipe, name)
    if name not in ("year", "oktmo", "grade") and not labels(column):
        return []
    found = [Given(name, where) for where in (SHEET, TITLE, FILE)]
    return [given for given in found if value_of(recipe, given, at, register)]


def _fixed(recipe: Recipe, name: str, register: Register) -> list[Given]:
    """List the values that there are, if they are few and known."""
    known = {
        "year": map(str, reversed(YEARS)),
        "grade": map(str, GRADES),
        "oktmo": (place.oktmo for place in register.places),
    }
    values = known.get(name, labels(column_of(recipe, name)))
    return [Given(name, FIXED, value) for value in values]


def _called(recipe: Recipe, given: Given, at: Around, register: Register, words: Words) -> str:
    """Name a value: by itself, or by where it stands with what is there now."""
    if given.where == MADE:
        return words("recipe.made")
    told = value_of(recipe, given, at, register) or ""
    if given.column == "oktmo":
        said = names(words.language)["municipality"].get(told, told)
    elif labels(column_of(recipe, given.column)):
        column = column_of(recipe, given.column)
        said = code_name(column.table, column.name, told, words)
    else:
        said = told
    return said if given.where == FIXED else words(f"recipe.in_{given.where}", value=said)
