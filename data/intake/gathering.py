"""Gather the files of a version from folders: each table from the files that carry its name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
from sqlalchemy import Table

from data.errors import Problem
from data.intake.casting import typed
from data.intake.checks import Known, faults
from data.intake.reading import ReadFile, read
from data.schema import FACT_TABLES, INTAKE_TABLES


@dataclass
class Gathered:
    """Typed rows by table, the files they came from, and every fault found on the way."""

    tables: dict[str, pa.Table] = field(default_factory=dict)
    files: list[ReadFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """Tables with a fault: what refers to them cannot be looked up."""


ORDER: tuple[Table, ...] = tuple(dict.fromkeys(FACT_TABLES + INTAKE_TABLES))
"""Parents before children, so that a reference is looked up among rows already read."""


def gather(folders: list[Path], progress: Callable[[float], None]) -> Gathered:
    """Read and check `<table>.csv` of every folder; a table without a file has no rows."""
    gathered, known = Gathered(), Known()
    for number, table in enumerate(ORDER):
        found = [folder / f"{table.name}.csv" for folder in folders]
        parts = [_checked(path, table, known, gathered) for path in found if path.is_file()]
        sound = [part for part in parts if part is not None]
        gathered.tables[table.name] = pa.concat_tables([typed(_none(table), table), *sound])
        progress((number + 1) / len(ORDER))
    return gathered


def _checked(path: Path, table: Table, known: Known, gathered: Gathered) -> pa.Table | None:
    """Read one file; note its faults, or its rows and the values others may refer to."""
    file, problems = read(path, table)
    problems = problems or (faults(file, known) if file else [])
    problems = [problem for problem in problems if not _follows(problem, gathered.broken)]
    gathered.problems += problems
    if file is None or problems:
        gathered.broken.add(table.name)
        return None
    gathered.files.append(file)
    for column in table.primary_key.columns:
        name = f"{table.name}.{column.name}"
        values = file.rows[column.name].unique()
        known[name] = pa.concat_arrays([known[name], values]) if name in known else values
    return typed(file.rows, table)


def _follows(problem: Problem, broken: set[str]) -> bool:
    """Tell whether a missing reference only follows from a fault in the file referred to."""
    return problem.rule == "unknown_reference" and problem.expected.split(".")[0] in broken


def _none(table: Table) -> pa.Table:
    return pa.table({column.name: pa.chunked_array([], pa.string()) for column in table.columns})
