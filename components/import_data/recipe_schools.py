"""Ask which schools the doubtful names of a list are: many as new at once, or one by one."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from components.base import table_names
from components.base.choices import municipality_name
from components.base.i18n import Words
from components.import_data.files import Brought
from components.import_data.recipe_draft import Draft
from components.shell import listing
from data.intake.received import recipe_reading
from data.intake.received.grids import Grid
from data.intake.received.places import Register
from data.intake.received.recipe import NamedSchool, Recipe
from data.intake.received.recipe_schools import Schools
from data.schema import school

Name = tuple[str, str]
"""A municipality's ОКТМО and the name of a school in it."""


def asked(
    recipe: Recipe, grid: Grid, brought: Brought, register: Register, draft: Draft, words: Words
) -> Recipe:
    """Give the recipe with all that was said of doubtful names, and count what is known."""
    found = recipe_reading.schools(recipe, grid.whole, brought.name, register, brought.schools)
    if not found.codes:
        return recipe
    said = _said(found, draft, words) if found.doubtful else {}
    told = replace(recipe, schools=tuple(NamedSchool(*of, code) for of, code in said.items()))
    left = [name for name in found.doubtful if name not in said]
    new = len(found.new) + sum(not code for code in said.values())
    sure = len(found.codes) - len(left) - new
    st.caption(words("recipe.schools_found", sure=sure, doubtful=len(left), new=new))
    return told


def _said(found: Schools, draft: Draft, words: Words) -> dict[Name, str]:
    """Ask of the doubtful names: those with one school alike at once, the rest as new, or each."""

    def called(name: Name) -> str:
        return f"{municipality_name(name[0], words)}: {name[1]}"

    alike, doubtful = found.alike, found.doubtful
    taken = bool(alike) and st.checkbox(
        words("recipe.alike_schools", n=len(alike)), key=f"alike_{draft.key}"
    )
    if alike:
        _pairs(found, called, words)
    new = st.checkbox(words("recipe.new_schools", n=len(doubtful)), key=f"new_{draft.key}")
    left, right = st.columns(2)
    name = left.selectbox(
        words("recipe.doubtful"), list(doubtful), format_func=called, key=f"doubted_{draft.key}"
    )
    codes = {one.school_id: one.name for one in doubtful[name]} if name else {}
    code = right.selectbox(
        words("recipe.is_school"),
        list(codes),
        index=None,
        format_func=lambda code: f"{codes[code]} ({code})",
        key=f"is_{draft.key}_{name}",
        placeholder=words("recipe.choose"),
    )
    if name and code:
        draft.schools[name] = code
    return (dict.fromkeys(doubtful, "") if new else {}) | (alike if taken else {}) | draft.schools


def _pairs(found: Schools, called: Callable[[Name], str], words: Words) -> None:
    """List the names to which one school is alike, beside that school."""
    head = [table_names.heading(school.c.name, words), words("recipe.is_school")]
    pairs = ((name, found.doubtful[name][0]) for name in found.alike)
    listing.draw(head, [(called(name), f"{one.name} ({one.school_id})") for name, one in pairs])
