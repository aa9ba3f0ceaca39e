"""Write the rows that a page offers in the forms that programs read; CSV is the page's own file."""

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import pyarrow as pa
from pyarrow import parquet as arrow_parquet

from components.downloads import About, FileColumn, excel_csv, machine_csv
from components.downloads.columns import all_cells
from components.downloads.csv_files import ARROW_TYPE

Told = dict[str, object]
"""What is said of the rows beside them: page, table, version, notices."""

Write = Callable[[pd.DataFrame, Sequence[FileColumn], About, Told], bytes]


@dataclass(frozen=True)
class Form:
    """One form of an address: how it is written, its type, and the ending of its file."""

    write: Write
    mime: str


def _excel(rows: pd.DataFrame, columns: Sequence[FileColumn], about: About, told: Told) -> bytes:
    return excel_csv(rows, columns, about)


def _machine(rows: pd.DataFrame, columns: Sequence[FileColumn], about: About, told: Told) -> bytes:
    return machine_csv(rows, columns, about)


def json_rows(rows: pd.DataFrame, columns: Sequence[FileColumn], about: About, told: Told) -> bytes:
    """One object: what the rows are, their columns, the rows; days in ISO, missing as null."""
    keys = [column.key for column in columns]
    lines = [
        dict(zip(keys, map(_plain, line), strict=True))
        for line in zip(*all_cells(rows, columns), strict=True)
    ]
    heads = [{"key": c.key, "title": c.heading, "kind": c.kind} for c in columns]
    whole = {**told, "columns": heads, "count": len(lines), "rows": lines}
    return json.dumps(whole, ensure_ascii=False, allow_nan=False).encode()


def parquet(rows: pd.DataFrame, columns: Sequence[FileColumn], about: About, told: Told) -> bytes:
    """One line per row, typed, keys as names; what the rows are stands in the file's metadata."""
    arrays = [
        pa.array(cells, ARROW_TYPE[column.kind])
        for column, cells in zip(columns, all_cells(rows, columns), strict=True)
    ]
    fields = [
        pa.field(column.key, ARROW_TYPE[column.kind], metadata={"title": column.heading})
        for column in columns
    ]
    said = {"monitor": json.dumps(told, ensure_ascii=False)}
    sink = io.BytesIO()
    arrow_parquet.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields, said)), sink)
    return sink.getvalue()


def _plain(cell: object) -> object:
    return cell.isoformat() if isinstance(cell, date) else cell


JSON = "application/json"
FORMS = {
    "machine.csv": Form(_machine, "text/csv; charset=utf-8"),
    "csv": Form(_excel, "text/csv; charset=utf-8"),
    "json": Form(json_rows, JSON),
    "parquet": Form(parquet, "application/vnd.apache.parquet"),
}
"""By the ending of the address; the longer ending of two that fit stands first."""
