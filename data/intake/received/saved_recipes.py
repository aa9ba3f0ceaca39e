"""Keep recipes beside the store, each a small JSON file, and read them back."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from data.intake.received import limits
from data.intake.received.recipe import (
    READINGS,
    SCHOOL_NAME,
    WHERE,
    ColumnRule,
    Given,
    Recipe,
    of_schools,
    possible,
)
from data.schema import INTAKE_TABLES, school

FOLDER = "recipes"


def save(folder: Path, recipe: Recipe) -> Path:
    """Keep a recipe under its name in the store `folder`; one of the same name is replaced."""
    slug = re.sub(r"[^\w]+", "-", recipe.name.casefold()).strip("-")[:40]
    path = folder / FOLDER / f"{slug}-{hashlib.sha256(recipe.name.encode()).hexdigest()[:8]}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(recipe), ensure_ascii=False, indent=1), encoding="utf-8")
    fresh.replace(path)
    return path


def saved(folder: Path) -> list[Recipe]:
    """List the recipes kept, by name; a file that is none is passed over."""
    found = [read(path) for path in sorted((folder / FOLDER).glob("*.json"))]
    return sorted((recipe for recipe in found if recipe), key=lambda recipe: recipe.name)


def read(path: Path) -> Recipe | None:
    """Read a recipe from a file; None if it is none."""
    try:
        recipe = _built(Recipe, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return recipe if isinstance(recipe, Recipe) and _is_sound(recipe) else None


def _built(kind: Any, told: object) -> object:
    """Build a value of a type from JSON; TypeError where it is of another type."""
    if is_dataclass(kind) and isinstance(kind, type):
        if not isinstance(told, Mapping) or not set(told) <= {each.name for each in fields(kind)}:
            raise TypeError(kind)
        hints = get_type_hints(kind)
        return kind(**{name: _built(hints[name], inner) for name, inner in told.items()})
    if get_args(kind):
        if not isinstance(told, list):
            raise TypeError(kind)
        return tuple(_built(get_args(kind)[0], inner) for inner in told)
    if type(told) is not kind:
        raise TypeError(kind)
    return told


def _is_sound(recipe: Recipe) -> bool:
    """Say whether a recipe speaks of a declared table, of its columns and of columns it has."""
    if recipe.table not in {table.name for table in INTAKE_TABLES}:
        return False
    given = [*recipe.given, *(one for rule in recipe.columns for one in rule.given)]
    return (
        1 <= recipe.header_rows <= limits.HEADER_ROWS
        and any(recipe.header)
        and all(_is_sound_rule(recipe, rule) for rule in recipe.columns)
        and all(_is_sound_given(recipe, one) for one in given)
        and all(0 <= mark.place < len(recipe.header) for mark in recipe.marks)
    )


def _is_sound_rule(recipe: Recipe, rule: ColumnRule) -> bool:
    of_school = of_schools(recipe.declared, rule.gives)
    return (
        0 <= rule.place < len(recipe.header)
        and rule.gives in possible(recipe.declared)
        and rule.reading in READINGS
        and (rule.reading != SCHOOL_NAME or of_school)
    )


def _is_sound_given(recipe: Recipe, given: Given) -> bool:
    table, _, column = given.column.partition(".")
    known = column in school.c if table == "school" and column else False
    return given.where in WHERE and (known or given.column in possible(recipe.declared))
