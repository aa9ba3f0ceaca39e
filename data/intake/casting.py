"""Cast text rows that passed every check to the types their table declares."""

import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Boolean, Column, Date, Double, Integer, Table

from data.intake.coding import coded


def typed(rows: pa.Table, table: Table) -> pa.Table:
    """Cast sound text rows to the declared types."""
    columns = [_cast(rows[column.name], column) for column in table.columns]
    return pa.table(columns, names=[column.name for column in table.columns])


def _cast(cells: pa.ChunkedArray, column: Column) -> pa.ChunkedArray:
    if isinstance(column.type, Date):
        return pc.cast(dates(cells), pa.date32())
    arrow = {Boolean: pa.bool_(), Integer: pa.int32(), Double: pa.float64()}
    return pc.cast(cells, arrow.get(type(column.type), pa.string()))


def dates(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    """Read ISO dates; a cell that is none becomes NULL."""
    found = coded(cells)
    days = pc.strptime(found.dictionary, format="%Y-%m-%d", unit="s", error_is_null=True)
    # 30 February is read as 2 March: only what is written back the same is a date.
    same = pc.equal(pc.strftime(days, format="%Y-%m-%d"), found.dictionary)
    return pa.chunked_array([pc.if_else(same, days, None).take(found.indices)])
