"""Check the text rows of a file against the declared table; each check is named for its fault.

The declaration is the rule book: types, codes, limits, keys and references all come from
`data.schema`, so a new column is checked from the day it is declared.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Boolean, Column, Date, Double, Enum, Integer, String

from data import invisible_signs
from data.errors import Problem
from data.intake.declared import municipal_terms, own_indicators, region_rules
from data.intake.declared.casting import dates
from data.intake.declared.keys import repeated
from data.intake.declared.locating import located, rows_of
from data.intake.declared.nameless import MASK, names_a_person
from data.intake.declared.outlines import is_drawable
from data.intake.declared.reading import ReadFile

Known = dict[str, pa.Array]
"""Values of every column that others refer to, by `table.column`, as text."""

PATTERNS: dict[type, tuple[str, str]] = {
    Boolean: (r"^(true|false)$", "true, false"),
    # No leading zeros: 2021 and 02021 would be one key written in two ways.
    Integer: (r"^-?(0|[1-9][0-9]{0,8})$", "1234"),
    Double: (r"^-?[0-9]{1,15}(\.[0-9]+)?$", "12.5"),
    Date: (r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "2022-11-17"),
}


def empty_cell(read: ReadFile, known: Known) -> Iterator[Problem]:
    """A cell that must be filled is empty."""
    for column in read.table.columns:
        cells = read.rows[column.name]
        if not column.nullable and cells.null_count:
            yield from located(read, column, pc.is_null(cells), "empty_cell", "")


def wrong_type(read: ReadFile, known: Known) -> Iterator[Problem]:
    """A number, date or yes/no is not written as one."""
    for column in read.table.columns:
        if isinstance(column.type, String):
            continue
        bad, example = _mistyped(read, column), PATTERNS[type(column.type)][1]
        yield from located(read, column, rows_of(read, column, bad), "wrong_type", example)


def _mistyped(read: ReadFile, column: Column[Any]) -> pa.Array:
    """Mark the distinct texts of a column that are not of its type."""
    texts = read.coded(column.name).dictionary
    bad = pc.invert(pc.match_substring_regex(texts, PATTERNS[type(column.type)][0]))
    if isinstance(column.type, Date):
        bad = pc.or_(bad, pc.is_null(dates(pa.chunked_array([texts])).combine_chunks()))
    return bad


def unknown_code(read: ReadFile, known: Known) -> Iterator[Problem]:
    """A coded cell holds a code that its list does not have."""
    for column in read.table.columns:
        if isinstance(column.type, Enum):
            allowed = pa.array(column.type.enums, pa.string())
            bad = pc.invert(pc.is_in(read.coded(column.name).dictionary, allowed))
            want = ", ".join(column.type.enums)
            yield from located(read, column, rows_of(read, column, bad), "unknown_code", want)


def invisible_sign(read: ReadFile, known: Known) -> Iterator[Problem]:
    """A text holds a sign that nobody sees: its name would look like another, or turn a line."""
    for column in read.table.columns:
        if isinstance(column.type, Enum) or not isinstance(column.type, String):
            continue
        bad = pc.match_substring_regex(read.coded(column.name).dictionary, invisible_signs.PATTERN)
        for fault in located(read, column, rows_of(read, column, bad), "invisible_sign", ""):
            sign = invisible_signs.first(fault.value)
            yield replace(fault, value=invisible_signs.shown(fault.value), expected=sign)


def named_person(read: ReadFile, known: Known) -> Iterator[Problem]:
    """A text about roles names a person by surname and initials; the name is not repeated."""
    for column in (one for one in read.table.columns if one.info.get("nameless")):
        texts = read.coded(column.name).dictionary.to_pylist()
        bad = rows_of(read, column, pa.array(map(names_a_person, texts), pa.bool_()))
        for fault in located(read, column, bad, "named_person", ""):
            yield replace(fault, value=MASK)


def out_of_range(read: ReadFile, known: Known) -> Iterator[Problem]:
    """A number is below or above the limits that its column declares."""
    for column in read.table.columns:
        low, high = column.info.get("minimum"), column.info.get("maximum")
        if low is None and high is None:
            continue
        numbers = pc.cast(read.coded(column.name).dictionary, pa.float64())
        if low is not None:
            bad = rows_of(read, column, pc.less(numbers, low))
            yield from located(read, column, bad, "too_small", str(low))
        if high is not None:
            bad = rows_of(read, column, pc.greater(numbers, high))
            yield from located(read, column, bad, "too_large", str(high))


def against_other_column(read: ReadFile, known: Known) -> Iterator[Problem]:
    """A part is larger than its whole, or an end comes before its start."""
    for column in read.table.columns:
        whole, start = column.info.get("at_most"), column.info.get("not_before")
        if whole:
            part, total = (_numbers(read, name) for name in (column.name, whole))
            yield from located(read, column, pc.greater(part, total), "more_than", whole)
        if start:
            late, early = dates(read.rows[column.name]), dates(read.rows[start])
            yield from located(read, column, pc.less(late, early), "before_start", start)


def _numbers(read: ReadFile, name: str) -> pa.Array:
    found = read.coded(name)
    return pc.cast(found.dictionary, pa.float64()).take(found.indices)


def repeated_key(read: ReadFile, known: Known) -> Iterator[Problem]:
    """Two rows of one file have the same key."""
    keys = read.table.primary_key.columns.keys()
    bad = repeated([read])
    if bad is not None:
        last = read.table.columns[keys[-1]]
        yield from located(read, last, bad, "repeated_key", ", ".join(keys))


def repeated_between(files: Sequence[ReadFile]) -> list[Problem]:
    """List keys that stand in two files of one table, at each of their places."""
    bad = repeated(files) if len(files) > 1 else None
    if bad is None:
        return []
    columns = files[0].table.primary_key.columns
    problems, start = [], 0
    for file in files:
        part = bad.slice(start, file.rows.num_rows)
        want = ", ".join(columns.keys())
        problems += located(file, list(columns)[-1], part, "repeated_key", want)
        start += file.rows.num_rows
    return problems


def unknown_reference(read: ReadFile, known: Known) -> Iterator[Problem]:
    """A cell names a row of another table that is not there."""
    for column in read.table.columns:
        for reference in column.foreign_keys:
            target = reference.target_fullname
            there = known.get(target, pa.array([], pa.string()))
            bad = pc.invert(pc.is_in(read.coded(column.name).dictionary, there))
            bad = rows_of(read, column, bad)
            yield from located(read, column, bad, "unknown_reference", target)


def its_own_mentor(read: ReadFile, known: Known) -> Iterator[Problem]:
    """A school is written down as its own mentor."""
    if read.table.name == "mentorship":
        mentor = read.table.columns["mentor_id"]
        bad = pc.equal(read.rows["mentor_id"], read.rows["mentee_id"])
        yield from located(read, mentor, bad, "its_own_mentor", "")


def broken_outline(read: ReadFile, known: Known) -> Iterator[Problem]:
    """An outline is no closed shape in Russia, or cannot be drawn as it is."""
    if read.table.name == "municipal_outline":
        column = read.table.columns["geometry"]
        texts = read.coded(column.name).dictionary.to_pylist()
        bad = pa.array([not is_drawable(text) for text in texts], pa.bool_())
        for fault in located(read, column, rows_of(read, column, bad), "broken_outline", ""):
            yield replace(fault, value=fault.value[:80])


def unlike_definition(read: ReadFile, known: Known) -> Iterator[Problem]:
    """An own indicator is defined by halves, or a value is not what its definition asks for."""
    for check in (own_indicators.definitions, own_indicators.values):
        for name, bad, rule, want in check(read, known):
            yield from located(read, read.table.columns[name], bad, rule, want)


def unlike_rule(read: ReadFile, known: Known) -> Iterator[Problem]:
    """The number of a rule lies outside its limits, or a target is of what has no per cent."""
    for check in (region_rules.numbers, region_rules.targets):
        for name, bad, rule, want in check(read, known):
            yield from located(read, read.table.columns[name], bad, rule, want)


def out_of_its_term(read: ReadFile, known: Known) -> Iterator[Problem]:
    """A municipality is named in a year without it, or followed by what cannot follow it."""
    for check in (municipal_terms.successors, municipal_terms.years):
        for name, bad, rule, want in check(read, known):
            yield from located(read, read.table.columns[name], bad, rule, want)


Check = Callable[[ReadFile, Known], Iterator[Problem]]

# Stages run in this order: each sees the cells that those before it could read, so a check of
# numbers may rely on numbers, and one wrong cell hides no other.
OF_CELLS: tuple[tuple[Check, ...], ...] = (
    (empty_cell,),
    (wrong_type, unknown_code, invisible_sign, named_person, broken_outline),
    (out_of_range, against_other_column),
)
STAGES: tuple[tuple[Check, ...], ...] = (
    *OF_CELLS,
    (repeated_key, unknown_reference, its_own_mentor, unlike_definition, unlike_rule),
    (out_of_its_term,),
)


def faults(read: ReadFile, known: Known) -> list[Problem]:
    """List the faults of every stage, each cell in one of them; an empty list means sound."""
    return _in_stages(read, known, STAGES)


def faults_of_cells(read: ReadFile) -> list[Problem]:
    """List the faults that cells have by themselves or beside others of their row."""
    return _in_stages(read, {}, OF_CELLS)


def _in_stages(read: ReadFile, known: Known, stages: Sequence[tuple[Check, ...]]) -> list[Problem]:
    found: list[Problem] = []
    for stage in stages:
        named = {(problem.row, problem.column) for problem in found}
        fresh = [
            problem
            for check in stage
            for problem in check(read, known)
            if (problem.row, problem.column) not in named
        ]
        if any(problem.rule == "wrong_type" for problem in fresh):
            read = _readable(read)
        found += fresh
    return sorted(found, key=lambda problem: (problem.row, problem.column))


def _readable(read: ReadFile) -> ReadFile:
    """Give the rows without what is no number, date or yes/no where one is wanted."""
    rows = read.rows
    for column in read.table.columns:
        if not isinstance(column.type, String):
            bad = rows_of(read, column, _mistyped(read, column))
            if len(bad):
                kept = pc.if_else(pc.fill_null(bad, False), None, rows[column.name])
                rows = rows.set_column(rows.column_names.index(column.name), column.name, kept)
    return replace(read, rows=rows)
