"""Ask what to do with facts that were corrected after a version took them, and do what is decided.

Which they are, `data.intake.screening.corrections` finds.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import Table

from data import store
from data.errors import ACKNOWLEDGE, Problem, ReaderError
from data.intake.declared.reading import ReadFile
from data.intake.screening.corrections import corrections, withdrawn
from data.intake.screening.own_rows import Key

CORRECTED, WITHDRAWN = "facts_corrected", "facts_withdrawn"


def dropped(version: store.Version | None, corrected: Collection[str]) -> dict[str, set[Key]]:
    """Give the keys of rows that go if the corrected facts of these tables are taken.

    Raises ReaderError for a table of which nothing was corrected: its own rows would be lost.
    """
    found = corrections(version) if version and corrected else ()
    unknown = set(corrected) - {each.table.name for each in found}
    if unknown:
        raise ReaderError("not_corrected", tables=", ".join(sorted(unknown)))
    gone: dict[str, set[Key]] = {}
    for each in found:
        if not each.column and each.table.name in corrected:
            gone.setdefault(each.table.name, set()).add(each.key)
    return gone


def remarks(
    version: store.Version,
    files: Sequence[ReadFile],
    replaced: Collection[str],
    corrected: Collection[str],
) -> list[Problem]:
    """Ask about each table whose corrected facts are neither taken nor knowingly left.

    Rows that the `files` bring are a region's own words and are not asked about.
    """
    rows: dict[Table, set[Key]] = {}
    for found in corrections(version):
        if found.table.name not in {*replaced, *corrected}:
            rows.setdefault(found.table, set()).add(found.key)
    asked = [
        _asked(table, CORRECTED, len(_left(table, keys, files))) for table, keys in rows.items()
    ]
    asked += [
        _asked(doubt.table, WITHDRAWN, min(doubt.least, len(_left(doubt.table, doubt.keys, files))))
        for doubt in withdrawn(version)
        if doubt.table.name not in replaced
    ]
    return [problem for problem in asked if problem.expected != "0"]


def _asked(table: Table, rule: str, many: int) -> Problem:
    return Problem(rule, value=table.name, expected=str(many), level=ACKNOWLEDGE)


def _left(table: Table, keys: Collection[Key], files: Sequence[ReadFile]) -> list[Key]:
    """Leave out keys that received files have; theirs are texts still."""
    names = table.primary_key.columns.keys()
    brought = {
        key
        for file in files
        if file.table is table
        for key in zip(*(file.rows[name].to_pylist() for name in names), strict=True)
    }
    return [key for key in keys if tuple(map(str, key)) not in brought]
