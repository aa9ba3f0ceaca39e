"""Ask what each column of a sheet is: a list of all of them, and one at a time to change."""

from collections.abc import Sequence

import streamlit as st
from sqlalchemy import Double, Table

from components.base import table_names
from components.base.choices import names
from components.base.i18n import Words
from components.import_data.recipe_draft import Draft
from components.shell import listing
from data.intake.received.grids import Grid
from data.intake.received.headers import letters
from data.intake.received.recipe import (
    AS_WRITTEN,
    FIXED,
    HEADING,
    PARTS_OF_ONE,
    SCHOOL_NAME,
    ColumnRule,
    Given,
    of_schools,
    possible,
)
from data.intake.received.recipe_cell_guesses import ColumnGuess
from data.intake.received.recipe_guesses import OF_COLUMNS
from data.intake.received.values import written
from data.intake.spelling.vocabulary import labels
from data.schema import metadata, school

What = tuple[tuple[str, str], ...]
"""What a column is: declared columns, each with its reading; none if it is not taken."""

SAMPLE = 3
YEARS = range(2010, 2036)


def asked(
    grid: Grid, table: Table, guesses: Sequence[ColumnGuess], draft: Draft, words: Words
) -> tuple[ColumnRule, ...]:
    """Give the columns as guessed or as said; what was said stays in the draft."""
    with st.container():
        st.markdown(words.marked("recipe.columns"))
        place_of_list = st.container()
    named = [place for place, said in enumerate(grid.header) if said]
    place = st.selectbox(
        words("recipe.column"),
        named,
        format_func=lambda n: f"{letters(n)}: {grid.header[n]}",
        key=f"column_{draft.key}",
    )
    rules = _rules(named, guesses, draft)
    if place is not None:
        said = _one(table, place, rules[place], draft.key, words)
        if said != rules[place]:
            draft.columns[place] = rules[place] = said
    with place_of_list:
        _list(grid, rules, guesses, draft, words)
    return tuple(rule for own in rules.values() for rule in own)


def _rules(
    named: Sequence[int], guesses: Sequence[ColumnGuess], draft: Draft
) -> dict[int, tuple[ColumnRule, ...]]:
    found: dict[int, tuple[ColumnRule, ...]] = dict.fromkeys(named, ())
    for guess in guesses:
        found[guess.rule.place] += (guess.rule,)
    return found | {place: said for place, said in draft.columns.items() if place in found}


def _one(
    table: Table, place: int, now: tuple[ColumnRule, ...], key: str, words: Words
) -> tuple[ColumnRule, ...]:
    """Ask what one column is, and of what its values are."""
    left, middle, right = st.columns([2, 2, 1])
    choices = _choices(table)
    what = left.selectbox(
        words("recipe.what"),
        choices,
        index=choices.index(_what(now)) if _what(now) in choices else 0,
        format_func=lambda choice: _called(table, choice, words),
        key=f"what_{key}_{place}",
    )
    own = {given.column: given for rule in now for given in rule.given}
    of = _of(table, own, middle, f"of_{key}_{place}", words)
    when = _when(table, own, right, f"when_{key}_{place}", words)
    down = st.checkbox(
        words("recipe.down"), any(rule.down for rule in now), key=f"down_{key}_{place}"
    )
    keys = {"oktmo", *(name for name in possible(table) if of_schools(table, name))}
    return tuple(
        ColumnRule(place, gives, reading, () if gives in keys else of + when, down)
        for gives, reading in what
    )


def _what(rules: Sequence[ColumnRule]) -> What:
    return tuple((rule.gives, rule.reading) for rule in rules)


def _choices(table: Table) -> list[What]:
    """List what a column of a sheet can be for a table."""
    found: list[What] = [()]
    for name in possible(table):
        found.append(((name, AS_WRITTEN),))
        if of_schools(table, name):
            found.append(((name, SCHOOL_NAME),))
        if name in table.c and isinstance(table.c[name].type, Double):
            found.append(((name, PARTS_OF_ONE),))
    both: What = (("name", AS_WRITTEN), ("school_id", SCHOOL_NAME))
    return [*found, both] if table is school else found


def _called(table: Table, what: What, words: Words) -> str:
    """Name what a column is: by the headings of the templates."""
    if not what:
        return words("recipe.not_taken")
    name, reading = what[-1]
    said = table_names.heading(table.c.get(name, school.c.oktmo), words)
    if reading == SCHOOL_NAME:
        return words("recipe.by_name_too" if len(what) > 1 else "recipe.by_name", column=said)
    return words("recipe.parts", column=said) if reading == PARTS_OF_ONE else said


def code_name(table: Table, column: str, code: str, words: Words) -> str:
    """Name a code of a column in the reader's language."""
    known = names(words.language).get(column, {}).get(code)
    if known or words.language != "ru":
        return known or code
    return labels(table.c[column])[code][0]


def _of(
    table: Table,
    now: dict[str, Given],
    where: st.delta_generator.DeltaGenerator,
    key: str,
    words: Words,
) -> tuple[Given, ...]:
    """Ask of which subject, indicator or risk a column's values are, where the table has one."""
    name = next((n for n in OF_COLUMNS if n in table.c and labels(table.c[n])), None)
    if name is None:
        return ()
    codes = ["", *labels(table.c[name])]
    said = now[name].value if name in now else ""
    code = where.selectbox(
        table_names.heading(table.c[name], words),
        codes,
        index=codes.index(said) if said in codes else 0,
        format_func=lambda c: code_name(table, name, c, words) if c else words("recipe.not_here"),
        key=key,
    )
    return (Given(name, FIXED, code),) if code else ()


def _when(
    table: Table,
    now: dict[str, Given],
    where: st.delta_generator.DeltaGenerator,
    key: str,
    words: Words,
) -> tuple[Given, ...]:
    """Ask of which year a column's values are, where the table has years."""
    if "year" not in table.c:
        return ()
    years: list[Given | None] = [None, Given("year", HEADING)]
    years += [Given("year", FIXED, str(year)) for year in YEARS]
    said = now.get("year")
    chosen = where.selectbox(
        words("view.year"),
        years,
        index=years.index(said) if said in years else 0,
        format_func=lambda given: _year_name(given, words),
        key=key,
    )
    return (chosen,) if chosen else ()


def _year_name(given: Given | None, words: Words) -> str:
    if given is None:
        return words("recipe.not_here")
    return words("recipe.in_heading") if given.where == HEADING else given.value


def _list(
    grid: Grid,
    rules: dict[int, tuple[ColumnRule, ...]],
    guesses: Sequence[ColumnGuess],
    draft: Draft,
    words: Words,
) -> None:
    """Draw every column with its heading, a few cells, what it is and why."""
    head = [words(f"recipe.head_{name}") for name in ("column", "sample", "is", "why")]
    why = {guess.rule.place: guess for guess in guesses}
    rows = [
        (
            f"{letters(place)}: {grid.header[place]}",
            _sample(grid, place),
            _said(draft.table, own, words),
            words("recipe.why_said") if place in draft.columns else _why(why.get(place), words),
        )
        for place, own in rules.items()
    ]
    listing.draw(head, rows)


def _said(table: str, rules: Sequence[ColumnRule], words: Words) -> str:
    declared = metadata.tables[table]
    parts = [_called(declared, _what(rules), words)]
    for given in rules[0].given if rules else ():
        of_code = given.where == FIXED and given.column != "year"
        parts.append(
            code_name(declared, given.column, given.value, words)
            if of_code
            else _year_name(given, words)
        )
    return " · ".join(parts)


def _why(guess: ColumnGuess | None, words: Words) -> str:
    return words(f"recipe.why_{guess.reason}", word=guess.word) if guess else ""


def _sample(grid: Grid, place: int) -> str:
    cells = (written(row[place]) for _, row in grid.rows if place < len(row))
    return "; ".join([text for text in cells if text][:SAMPLE])
