"""Make a recipe for a sheet that fits no table: guessed, changed where wrong, kept for the next."""

from collections.abc import Sequence

import streamlit as st
from sqlalchemy import Table

from components.base import table_names
from components.base.i18n import Words
from components.import_data import (
    files,
    recipe_columns,
    recipe_draft,
    recipe_preview,
    recipe_schools,
    recipe_values,
)
from components.import_data.files import Brought
from components.shell import access
from components.shell.page import Page
from data import store
from data.intake.received import (
    grids,
    limits,
    recipe_guesses,
    recipe_header,
    recipe_reading,
    saved_recipes,
)
from data.intake.received.grids import Grid
from data.intake.received.places import Register
from data.intake.received.recipe import ColumnRule, Mark, Recipe, lacking
from data.intake.received.recipe_values import Around, around
from data.intake.received.values import written
from data.schema import INTAKE_TABLES, metadata
from queries.view import View

CANDIDATES = 12
"""Lines that may be no data, and marks, among which a person chooses; the rest are asked about."""


def draw_first(brought: Sequence[Brought], page: Page[View]) -> None:
    """Draw the form of the first sheet that fits no table, and name those that wait behind it.

    One at a time: others are mostly of the same form, and are read by the same recipe.
    """
    found = [(each, grid) for each in brought for grid in each.received.unknown]
    if not found:
        return
    draw(*found[0], page)
    if found[1:]:
        names = ", ".join(f"{each.name} {grid.sheet}".strip() for each, grid in found[1:])
        st.caption(page.words("recipe.behind", sheets=names))


def draw(brought: Brought, grid: Grid, page: Page[View]) -> None:
    """Draw the form of one sheet that fits no table, with what comes out of it below."""
    words, key = page.words, f"{brought.file_id}_{grid.sheet}"
    with st.expander(
        words("recipe.title", file=brought.name, sheet=grid.sheet or "CSV"), expanded=True
    ):
        st.markdown(words("recipe.help"))
        recipe_preview.sheet(grid, words)
        recipe = _kept(grid, words, key) or _made(brought, _headed(grid, words, key), page, key)
        if access.refusal():
            st.caption(words("recipe.for_now"))
        if recipe and st.button(words("recipe.apply"), key=f"apply_{key}", type="primary"):
            _apply(brought, recipe, words)


def used(brought: Brought, words: Words) -> None:
    """Offer to make anew a recipe by which a sheet of the file was read."""
    by_name = {recipe.name: recipe for recipe in brought.recipes}
    for problem in brought.received.problems:
        if problem.rule == "read_by_recipe" and problem.value in by_name:
            label = words("recipe.otherwise", name=problem.value, file=brought.name)
            if st.button(label, key=f"otherwise_{brought.file_id}_{problem.sheet}"):
                others = [r for name, r in by_name.items() if name != problem.value]
                files.read_again(brought, tuple(others), words)
                st.rerun()


def _kept(grid: Grid, words: Words, key: str) -> Recipe | None:
    """Let a saved recipe of this form be chosen, where there is any."""
    saved = saved_recipes.saved(store.folder())
    fitting = {r.name: r for r in saved if recipe_header.find(r, grid.whole)}
    if not fitting:
        return None
    chosen = st.selectbox(
        words("recipe.saved"),
        ["", *fitting],
        format_func=lambda name: name or words("recipe.new"),
        key=f"rule_{key}",
    )
    return fitting.get(chosen)


def _headed(grid: Grid, words: Words, key: str) -> Grid:
    """Ask in which rows the header stands, for a person who sees another one than was found."""
    rows = [row for row, _ in grid.whole.rows[: limits.HEADER_ROWS]]
    left, right = st.columns(2)
    first = left.selectbox(
        words("recipe.first_row"), rows, index=rows.index(grid.top_row), key=f"first_{key}"
    )
    below = [row for row in rows if row >= first]
    last = right.selectbox(
        words("recipe.last_row"),
        below,
        index=below.index(grid.header_row) if grid.header_row in below else 0,
        key=f"last_{key}",
    )
    return grids.cut_below(grid.whole, first, last)


def _made(brought: Brought, grid: Grid, page: Page[View], key: str) -> Recipe | None:
    """Make a new recipe of guesses and answers; None until nothing is lacking."""
    words, register = page.words, files.register("")
    at = around(brought.name, grid)
    table, region = _table(grid, at, page, key, brought.region)
    draft = recipe_draft.of(f"{key}_{grid.top_row}_{grid.header_row}", table.name)
    within = register.within(region)
    guesses = recipe_guesses.columns(grid, table, within)
    rules = recipe_columns.asked(grid, table, guesses, draft, words)
    given = recipe_values.asked(grid, table, rules, at, within, draft.key, words)
    skipped, ends = _left_out(grid, draft.key, words)
    name = st.text_input(words("recipe.name"), key=f"name_{key}", max_chars=60).strip()
    depth = sum(grid.top_row <= row <= grid.header_row for row, _ in grid.whole.rows)
    marks = _marks(grid, rules, draft.key, words)
    recipe = Recipe(
        name, table.name, grid.header, depth, rules, given, region, marks, skipped, ends
    )
    return _shown(brought, grid, recipe, draft, register, words)


def _shown(
    brought: Brought,
    grid: Grid,
    recipe: Recipe,
    draft: recipe_draft.Draft,
    register: Register,
    words: Words,
) -> Recipe | None:
    """Show what comes out of a recipe; give it once it is whole and has a name."""
    lack = [recipe_values.called(recipe, name, words) for name in lacking(recipe)]
    if lack:
        st.caption(words("recipe.lacking", columns=", ".join(lack)))
        return None
    recipe = recipe_schools.asked(recipe, grid, brought, register, draft, words)
    found, problems = recipe_reading.read(
        recipe, grid.whole, brought.name, register, brought.schools
    )
    recipe_preview.rows(found, problems, words)
    if not recipe.name:
        st.caption(words("recipe.incomplete"))
        return None
    return recipe


def _table(
    grid: Grid, at: Around, page: Page[View], key: str, region_of_file: str
) -> tuple[Table, str]:
    """Ask of which table and region a sheet is."""
    words, known = page.words, files.names_of_regions(page.words)
    left, right = st.columns(2)
    regions = list(known)
    region = right.selectbox(
        words("view.region"),
        regions,
        format_func=known.__getitem__,
        key=f"region_{key}",
        index=regions.index(region_of_file or page.view.region),
    )
    tables = [table.name for table in INTAKE_TABLES]
    guess = recipe_guesses.table_of(grid, at, files.register(region)).name
    table = left.selectbox(
        words("recipe.table"),
        tables,
        index=tables.index(guess),
        format_func=lambda name: table_names.title(name, words),
        key=f"table_{key}",
    )
    return metadata.tables[table], region


def _left_out(grid: Grid, key: str, words: Words) -> tuple[tuple[str, ...], str]:
    """Ask which lines are no data, and where the table ends."""
    alone = [
        said[0]
        for _, cells in grid.rows
        if len(said := [text for cell in cells if (text := written(cell))]) == 1
    ]
    candidates = list(dict.fromkeys(alone))[:CANDIDATES]
    if not candidates:
        return (), ""
    skipped = st.pills(
        words("recipe.skipped"), candidates, selection_mode="multi", key=f"skipped_{key}"
    )
    ends = st.selectbox(
        words("recipe.ends"),
        ["", *candidates],
        format_func=lambda text: text or words("recipe.to_the_end"),
        key=f"ends_{key}",
    )
    return tuple(skipped), ends


def _marks(grid: Grid, rules: Sequence[ColumnRule], key: str, words: Words) -> tuple[Mark, ...]:
    """Ask which marks mean «not known»; those left are asked about before publishing."""
    found = recipe_guesses.marks(grid, rules)
    texts = list(dict.fromkeys(text for _, text in found))[:CANDIDATES]
    if not texts:
        return ()
    chosen = st.pills(words("recipe.marks"), texts, selection_mode="multi", key=f"marks_{key}")
    return tuple(Mark(*mark) for mark in found if mark[1] in chosen)


def _apply(brought: Brought, recipe: Recipe, words: Words) -> None:
    """Read the file by the recipe, and keep both: the rows for now, the recipe for the next file.

    A reader who may not write leaves nothing behind, so his recipe is for now too.
    """
    if not access.refusal():
        saved_recipes.save(store.folder(), recipe)
    others = tuple(one for one in brought.recipes if one.header != recipe.header)
    files.read_again(brought, (*others, recipe), words)
    st.rerun()
