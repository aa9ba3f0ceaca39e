"""Gather the rows of a version: from the files of folders, from received files, from before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
from sqlalchemy import Table

from data.errors import Problem
from data.intake.declared import municipal_terms, origins, own_indicators, region_rules
from data.intake.declared.casting import typed
from data.intake.declared.checks import Known, faults, repeated_between
from data.intake.declared.distinct_texts import coded
from data.intake.declared.origins import Inputs
from data.intake.declared.reading import ReadFile, read
from data.schema import FACT_TABLES, INTAKE_TABLES, metadata, municipality, own_indicator, setting

FACTS = Path(__file__).resolve().parents[2] / "facts"


@dataclass
class Gathered:
    """Typed rows by table, the files they came from, and every fault found on the way.

    A table is a list of layers: a row of an earlier layer hides rows of its key in later ones.
    Each row has its origin among the `inputs`.
    """

    tables: dict[str, list[pa.Table]] = field(default_factory=dict)
    inputs: Inputs = field(default_factory=dict)
    first: int = 1
    """The least number of a new input."""
    files: list[ReadFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """Tables with a fault: what refers to them cannot be looked up."""


ORDER: tuple[Table, ...] = tuple(dict.fromkeys(FACT_TABLES + INTAKE_TABLES))
"""Parents before children, so that a reference is looked up among rows already read."""

Standing = Mapping[str, Sequence[pa.Table]]
"""Rows that stand already, by table, in layers; they were checked when they came."""


def gather(
    folders: Sequence[Path],
    progress: Callable[[float], None],
    received: Sequence[ReadFile] = (),
    standing: Standing | None = None,
    inputs: Inputs | None = None,
) -> Gathered:
    """Read and check `<table>.csv` of every folder and the `received` files over what stands.

    `inputs` are those of the standing rows.
    """
    gathered, known = Gathered(), Known()
    if inputs is not None:
        gathered.inputs, gathered.first = dict(inputs), origins.BROUGHT
    for number, table in enumerate(ORDER):
        before = list((standing or {}).get(table.name, ()))
        for layer in before:
            _note_keys(table, layer, known)
        files = [*_of_folders(folders, table, gathered), *(f for f in received if f.table is table)]
        parts = _checked(files, table, known, gathered)
        gathered.tables[table.name] = [*parts, *before] or [origins.nothing(table)]
        if table is own_indicator:
            _define(gathered, known)
        if table is municipality:
            municipal_terms.note(gathered.tables[municipality.name], known)
        if table is setting:
            region_rules.note(gathered.tables[setting.name][0], known)
        progress((number + 1) / len(ORDER))
    return gathered


def _define(gathered: Gathered, known: Known) -> None:
    """Show the indicators that regions define beside those of the facts, which came before."""
    rows = own_indicators.defined(gathered.tables[own_indicator.name])
    own_indicators.note(rows, known)
    for name, shown in own_indicators.as_facts(rows).items():
        schema = origins.nothing(metadata.tables[name]).schema
        traced = [fact | origins.of_row(row) for fact, row in zip(shown, rows, strict=True)]
        layer = pa.Table.from_pylist(traced, schema=schema)
        gathered.tables[name] = [*gathered.tables[name], layer]


def _of_folders(folders: Sequence[Path], table: Table, gathered: Gathered) -> list[ReadFile]:
    """Read the table's file of every folder; what cannot be read is noted as a fault."""
    files = []
    for path in (folder / f"{table.name}.csv" for folder in folders):
        if path.is_file():
            file, problems = read(path, table)
            gathered.problems += problems
            if file is None or problems:
                gathered.broken.add(table.name)
            else:
                files.append(file)
    return files


def _checked(
    files: list[ReadFile], table: Table, known: Known, gathered: Gathered
) -> list[pa.Table]:
    """Check the files of one table alone and together; give the rows of the sound ones."""
    sound = []
    for file in files:
        problems = [p for p in faults(file, known) if not _follows(p, gathered.broken)]
        gathered.problems += problems
        if problems:
            gathered.broken.add(table.name)
        else:
            sound.append(file)
    between = repeated_between(sound)
    if between:
        gathered.problems += between
        gathered.broken.add(table.name)
    parts = [_traced(file, gathered) for file in sound]
    for rows in parts:
        _note_keys(table, rows, known)
    gathered.files += sound
    return parts


def _traced(file: ReadFile, gathered: Gathered) -> pa.Table:
    """Give the typed rows of a sound file with their origin, and note the file as an input."""
    came = origins.input_of(file)
    number = origins.number_of(came, gathered.inputs, gathered.first)
    gathered.inputs[number] = came
    return origins.traced(typed(file), file, number)


def _note_keys(table: Table, rows: pa.Table, known: Known) -> None:
    """Remember the values of a table's key columns that other tables may refer to."""
    for column in table.primary_key.columns:
        name = f"{table.name}.{column.name}"
        if name in REFERRED:
            values = coded(rows[column.name]).dictionary
            known[name] = pa.concat_arrays([known[name], values]) if name in known else values


REFERRED = {
    reference.target_fullname
    for table in ORDER
    for column in table.columns
    for reference in column.foreign_keys
}


def _follows(problem: Problem, broken: set[str]) -> bool:
    """Say whether a missing reference only follows from a fault in the file referred to."""
    return problem.rule == "unknown_reference" and problem.expected.split(".")[0] in broken
