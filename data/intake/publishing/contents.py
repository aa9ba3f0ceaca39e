"""Read every cell of a version: rows and a digest of each table, whatever DuckDB thinks of it.

Run as a program with the path of a version it tells them as JSON, in a process of its own: DuckDB
checks each block by itself, and a sound block in a wrong place can make it abort.
"""

import contextlib
import hashlib
import json
import sys
from collections.abc import Iterator

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

RECORDED = "data_content"
"""The table that holds what was told when the version was written."""


def contents(driver: duckdb.DuckDBPyConnection) -> dict[str, list[object]]:
    """Give the rows and the digest of each table, but of the one that records them."""
    listed = driver.table_function("duckdb_tables").project("table_name").to_arrow_table()
    told: dict[str, list[object]] = {}
    for name in sorted(set(listed["table_name"].to_pylist()) - {RECORDED}):
        rows = driver.table(f'"{name}"').to_arrow_table()
        told[name] = [rows.num_rows, digest(rows)]
    return told


def digest(rows: pa.Table) -> str:
    """Give the SHA-256 of a table's names, kinds and cells, in the order in which they stand."""
    told = hashlib.sha256()
    for name in rows.column_names:
        told.update(name.encode())
        for part in _parts(rows[name]):
            told.update(part)
    return told.hexdigest()


def _parts(cells: pa.ChunkedArray) -> Iterator[bytes | memoryview]:
    """Give the kind of a column, which cells are empty, and the others in bytes that never vary."""
    yield np.asarray(pc.is_valid(cells)).tobytes()
    if pa.types.is_boolean(cells.type) or pa.types.is_integer(cells.type):
        yield b"whole"
        yield np.asarray(pc.fill_null(cells.cast(pa.int64()), 0)).astype("<i8").tobytes()
    elif pa.types.is_floating(cells.type):
        yield b"number"
        yield np.asarray(pc.fill_null(cells.cast(pa.float64()), 0)).astype("<f8").tobytes()
    else:
        yield b"text"
        texts = pc.fill_null(cells.cast(pa.large_string()), "")
        yield np.asarray(pc.binary_length(texts)).astype("<i8").tobytes()
        for chunk in texts.chunks:
            yield from _signs(chunk)


def _signs(texts: pa.LargeStringArray) -> Iterator[memoryview]:
    """Give the bytes of texts, one after the other."""
    _, places, signs = texts.buffers()
    if len(texts) and signs is not None:
        between = np.frombuffer(places, np.int64)[texts.offset : texts.offset + len(texts) + 1]
        yield memoryview(signs)[between[0] : between[-1]]


def main(path: str) -> None:
    """Tell what a version is, what it holds, and what it was said to hold."""
    with contextlib.closing(duckdb.connect(path, read_only=True)) as driver:
        about = driver.table("data_version").to_arrow_table().to_pylist()
        found = contents(driver)
        recorded = None
        if about[0]["schema_number"] > 3:
            rows = driver.table(RECORDED).to_arrow_table().to_pylist()
            recorded = {row["table_name"]: [row["rows"], row["sha256"]] for row in rows}
    print(json.dumps({"about": about, "found": found, "recorded": recorded}))


if __name__ == "__main__":
    main(sys.argv[1])
