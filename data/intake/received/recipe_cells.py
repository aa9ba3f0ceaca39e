"""Read the cells of one column of a sheet as a recipe says: units, repeated cells, marks."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import Column, Enum, String

from data.errors import ACKNOWLEDGE, NOTE, Problem
from data.intake.received.converting import converted, refusals
from data.intake.received.grids import Row
from data.intake.received.marks_of_nothing import is_mark
from data.intake.received.places import Register
from data.intake.received.recipe import PARTS_OF_ONE, SCHOOL_NAME, ColumnRule, Recipe
from data.intake.received.values import canonical, written
from data.intake.spelling.vocabulary import labels, plain

Texts = list[str | None]


def read(
    recipe: Recipe,
    rule: ColumnRule,
    column: Column[Any],
    rows: Sequence[Row],
    heading: str,
    register: Register,
) -> tuple[Texts, list[Problem]]:
    """Give the texts of a column for the checks, names of schools as written, and remarks."""
    cells = [row[rule.place] if rule.place < len(row) else None for _, row in rows]
    cells = _filled_down(cells) if rule.down else cells
    if rule.reading == SCHOOL_NAME:
        return [written(cell) for cell in cells], []
    marks = {_bare(mark.text) for mark in recipe.marks if mark.place == rule.place}
    emptied, problems = _without_marks(cells, column, marks, register, rows, heading)
    texts, faults = converted(emptied, column, register)
    problems += refusals(rows, faults, heading)
    parts = rule.reading == PARTS_OF_ONE
    return [_hundredfold(text) for text in texts] if parts else texts, problems


def _filled_down(cells: Sequence[object]) -> list[object]:
    """Give each empty cell what stands above it."""
    found: list[object] = []
    for cell in cells:
        found.append(found[-1] if found and written(cell) is None else cell)
    return found


def _hundredfold(text: str | None) -> str | None:
    """Give a hundred times a number, exactly; what is no number stays for the checks to name."""
    try:
        number = Decimal(text or "") * 100
    except InvalidOperation:
        return text
    return f"{number.normalize():f}" if number.is_finite() else text


def _bare(text: str) -> str:
    """Give the form in which marks are compared: nothing is left of «…» by the rule of words."""
    return plain(text) or text.strip()


def _without_marks(
    cells: Sequence[object],
    column: Column[Any],
    known: set[str],
    register: Register,
    rows: Sequence[Row],
    heading: str,
) -> tuple[list[object], list[Problem]]:
    """Empty the cells with marks of nothing: a known mark is told, another asked about, once."""
    if not _has_marks(column):
        return list(cells), []
    met: dict[str, list[int]] = {}
    found = list(cells)
    for place, cell in enumerate(cells):
        text = written(cell) if isinstance(cell, str) else None
        if text and (_bare(text) in known or _is_nothing(text, column, register)):
            met.setdefault(text, []).append(place)
            found[place] = None
    problems = []
    for text, places in met.items():
        rule, level = ("mark_known", NOTE) if _bare(text) in known else ("mark_asked", ACKNOWLEDGE)
        row, count = rows[places[0]][0], str(len(places))
        problems.append(Problem(rule, row, heading, text, count, level))
    return found, problems


def _has_marks(column: Column[Any]) -> bool:
    """Say whether a mark of nothing can be told from a value: in a free text it cannot."""
    return not isinstance(column.type, String) or isinstance(column.type, Enum)


def _is_nothing(text: str, column: Column[Any], register: Register) -> bool:
    """Say whether a text is a mark of nothing and no word for a code: «нет» may be an answer."""
    return is_mark(text) and canonical(text, column, register) not in labels(column)
