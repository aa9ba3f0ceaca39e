"""Ask which schools the doubtful names of a list are: many as new at once, or one by one."""

from dataclasses import replace

import streamlit as st

from components.base.choices import municipality_name
from components.base.i18n import Words
from components.import_data import files
from components.import_data.recipe_draft import Draft
from data.intake.received import recipe_reading
from data.intake.received.grids import Grid
from data.intake.received.places import Register
from data.intake.received.recipe import NamedSchool, Recipe

Name = tuple[str, str]
"""A municipality's ОКТМО and the name of a school in it."""


def asked(
    recipe: Recipe, grid: Grid, file: str, register: Register, draft: Draft, words: Words
) -> Recipe:
    """Give the recipe with all that was said of doubtful names."""
    doubtful = recipe_reading.doubtful(recipe, grid.whole, file, register, files.schools())
    if not doubtful:
        return recipe

    def called(name: Name) -> str:
        return f"{municipality_name(name[0], words)}: {name[1]}"

    new = st.checkbox(words("recipe.new_schools", n=len(doubtful)), key=f"new_{draft.key}")
    left, right = st.columns(2)
    name = left.selectbox(
        words("recipe.doubtful"), list(doubtful), format_func=called, key=f"doubted_{draft.key}"
    )
    codes = {school.school_id: school.name for school in doubtful[name]} if name else {}
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
    said = (dict.fromkeys(doubtful, "") if new else {}) | draft.schools
    return replace(recipe, schools=tuple(NamedSchool(*of, code) for of, code in said.items()))
