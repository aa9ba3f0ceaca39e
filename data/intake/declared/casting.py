"""Cast text rows that passed every check to the types their table declares."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Boolean, Column, Date, Double, Enum, Integer, String, Table

from data.intake.declared.distinct_texts import coded
from data.intake.declared.reading import ReadFile

_ARROW = {
    Boolean: pa.bool_(),
    Integer: pa.int32(),
    Double: pa.float64(),
    Date: pa.date32(),
    String: pa.string(),
    Enum: pa.string(),
}
"""What DuckDB makes of each is the declared type again: no cast is needed in between."""


def typed(read: ReadFile) -> pa.Table:
    """Cast sound text rows to the declared types; each column stays dictionary-encoded.

    Only the different texts are cast, which are few in a large file.
    """
    columns = read.table.columns
    return pa.table({column.name: _cast(read.coded(column.name), column) for column in columns})


def no_rows(table: Table) -> pa.Table:
    """Give no rows of the declared types."""
    return pa.schema({column.name: _type(column) for column in table.columns}).empty_table()


def _type(column: Column[Any]) -> pa.DataType:
    return _ARROW[type(column.type)]


def _cast(cells: pa.DictionaryArray, column: Column[Any]) -> pa.DictionaryArray:
    texts = cells.dictionary
    if isinstance(column.type, Date):
        texts = dates(pa.chunked_array([texts])).combine_chunks()
    return pa.DictionaryArray.from_arrays(cells.indices, pc.cast(texts, _type(column)))


def dates(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    """Read ISO dates; a cell that is none becomes NULL."""
    found = coded(cells)
    days = pc.strptime(found.dictionary, format="%Y-%m-%d", unit="s", error_is_null=True)
    # 30 February is read as 2 March: only what is written back the same is a date.
    same = pc.equal(pc.strftime(days, format="%Y-%m-%d"), found.dictionary)
    return pa.chunked_array([pc.if_else(same, days, None).take(found.indices)])
