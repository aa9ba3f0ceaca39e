"""Tell of stored rows the file, the sheet and the row that they came from."""

import argparse
from collections.abc import Sequence

from sqlalchemy import String, Table, cast, select

from data import store
from data.commands import telling
from data.errors import ReaderError
from data.intake.declared.origins import ORIGIN
from data.schema import data_input, metadata
from data.statements import Statement

MOST = 1000
"""Rows that are told of at once."""


def add_arguments(parser: argparse.ArgumentParser, tables: Sequence[str]) -> None:
    """Let a command be told of which table's rows it shall tell."""
    parser.add_argument("table", choices=tables, metavar="TABLE")
    parser.add_argument(
        "cells", nargs="*", metavar="COLUMN=VALUE", help="of these cells; none: of every row"
    )


def origin(arguments: argparse.Namespace) -> int:
    """Tell the file, the sheet and the row that stored rows came from: the rows of these cells."""
    version, table = store.current(arguments.store), metadata.tables[arguments.table]
    asked = traced(table, _cells(table, arguments.cells)).limit(MOST + 1)
    rows = store.fetch_arrow(store.engine(version), asked)
    found = rows.slice(0, MOST).to_pylist()
    if arguments.json:
        telling.as_json(found)
    else:
        for row in found:
            print(_line(table, row))
    if not found:
        raise ReaderError("no_rows_traced", table=table.name)
    if rows.num_rows > MOST:
        raise ReaderError("many_rows_traced", table=table.name, most=MOST)
    return 0


def traced(table: Table, cells: dict[str, str]) -> Statement:
    """One row per stored row that has these cells: its key, file, sheet and row, from 1.

    `version` is the one that took the row, if an earlier one did; all but the key are NULL where
    the origin is not known.
    """
    number, row = ORIGIN
    keys = list(table.primary_key.columns)
    asked = select(*keys, data_input.c.file, data_input.c.sheet, row.label("row"))
    asked = asked.add_columns(data_input.c.version)
    joined = asked.outerjoin_from(table, data_input, data_input.c.number == number)
    for name, text in cells.items():
        joined = joined.where(cast(table.c[name], String) == text)
    return joined.order_by(*keys)


def _cells(table: Table, said: list[str]) -> dict[str, str]:
    """Read `column=text`; raises ReaderError for what names no column of the table."""
    cells = dict[str, str]()
    for word in said:
        name, equals, text = word.partition("=")
        if not equals or name not in table.columns:
            names = ", ".join(table.columns.keys())
            raise ReaderError("cells_traced", word=word, table=table.name, names=names)
        cells[name] = text
    return cells


def _line(table: Table, row: dict[str, object]) -> str:
    key = ", ".join(str(row[key.name]) for key in table.primary_key.columns)
    if row["file"] is None:
        return f"{key}: not known, it came before this was kept"
    sheet = f", sheet {row['sheet']}" if row["sheet"] else ""
    came = f" (version {row['version']})" if row["version"] else ""
    return f"{key}: {row['file']}{sheet}, row {row['row']}{came}"
