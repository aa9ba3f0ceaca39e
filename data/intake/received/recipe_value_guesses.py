"""Guess where the values stand that no cell of a table tells, each guess with its reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Table

from data.intake.received.places import Register
from data.intake.received.recipe import FILE, FIXED, MADE, SHEET, TITLE, ColumnRule, Given, possible
from data.intake.received.recipe_values import Around, told_in
from data.intake.spelling.vocabulary import labels
from data.schema import assessment_result, school

BY_PLACE, BY_PROCEDURE, BY_RULE = REASONS = ("by_place", "by_procedure", "by_rule")
_GRADES = {"EGE": "11", "OGE": "9"}
"""Classes in which these exams are taken; Federal Law 273-FZ, art. 59."""


@dataclass(frozen=True)
class GivenGuess:
    """Where a value that no cell tells may stand, and why."""

    given: Given
    reason: str
    found: str = ""


def given(
    table: Table, known: Iterable[ColumnRule], at: Around, register: Register
) -> list[GivenGuess]:
    """Guess where the values stand that a table needs and these columns do not tell."""
    rules = list(known)
    told = {rule.gives for rule in rules} | {one.column for rule in rules for one in rule.given}
    wanted = [column.name for column in table.columns if not column.nullable]
    wanted += [name for name in possible(table) if name == "oktmo" and name not in wanted]
    found: list[GivenGuess] = []
    for name in wanted:
        if name not in told:
            column = table.c.get(name, school.c.oktmo)
            guess = _given(column, at, register, found)
            found += [guess] if guess else []
    return found


def _given(
    column: Column[Any], at: Around, register: Register, before: Sequence[GivenGuess]
) -> GivenGuess | None:
    """Guess one value: the class of an exam, the origin, or where exactly one value stands."""
    name = column.name
    if name == "basis":
        return GivenGuess(Given(name, FIXED, "real"), BY_RULE)
    if _is_made(column):
        return GivenGuess(Given(name, MADE), BY_RULE)
    if name == "source":
        return GivenGuess(Given(name, FILE), BY_RULE, at.file)
    if name in ("year", "grade", "oktmo") or labels(column):
        for where in (SHEET, TITLE, FILE):
            texts = at.texts(where, "")
            told = {one for text in texts if text for one in told_in(text, column, register)}
            if len(told) == 1:
                return GivenGuess(Given(name, where), BY_PLACE, told.pop())
    return _grade(before) if column is assessment_result.c.grade else None


def _grade(before: Sequence[GivenGuess]) -> GivenGuess | None:
    """Guess the class of an exam that is guessed already."""
    exam = next((one.found for one in before if one.given.column == "procedure"), "")
    grade = _GRADES.get(exam)
    return GivenGuess(Given("grade", FIXED, grade), BY_PROCEDURE, exam) if grade else None


def _is_made(column: Column[Any]) -> bool:
    """Say whether a column is a code of the row itself, which no list has."""
    own = column.primary_key and not column.foreign_keys and column.table is not school
    return own and column.name.endswith("_id")
