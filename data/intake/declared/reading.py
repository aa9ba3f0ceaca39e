"""Read one CSV file of a declared table as text, so that every fault can be located."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
from pyarrow import csv as arrow_csv
from sqlalchemy import Table

from data.errors import Problem, in_file
from data.intake.declared import csv_faults
from data.intake.declared.distinct_texts import coded


@dataclass(frozen=True)
class ReadFile:
    """A file's rows, all columns as text and empty cells as NULL, with what identifies it.

    `places` is the file's row of each row, if they do not simply follow the header; `columns` is
    each column's place in the sheet, from 1, if they do not stand in the declared order. `headings`
    are the person's own, of each row, for declared columns that the sheet does not have as such.
    """

    name: str
    table: Table
    rows: pa.Table
    sha256: str
    sheet: str = ""
    places: pa.Array | None = None
    columns: Mapping[str, int] = field(default_factory=dict)
    headings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    _coded: dict[str, pa.DictionaryArray] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def coded(self, column: str) -> pa.DictionaryArray:
        """Give a column as its distinct texts and each row's place among them, made once."""
        if column not in self._coded:
            self._coded[column] = coded(self.rows[column])
        return self._coded[column]

    def code_all(self) -> None:
        """Make `coded` of every column at once, for Arrow lets go of Python's lock."""
        with ThreadPoolExecutor() as threads:
            list(threads.map(self.coded, self.rows.column_names))

    def forget_codes(self) -> None:
        """Let go of what `coded` has made, as large as the rows; it may be asked for again."""
        self._coded.clear()

    def row_of(self, place: int) -> int:
        """Give the file's row, from 1, of a row of `rows`, from 0."""
        return place + 2 if self.places is None else self.places[place].as_py()

    def heading_of(self, place: int, column: str) -> str:
        """Name a declared column in remarks on a row: as the person's own sheet does, if it can."""
        return self.headings[column][place] if column in self.headings else column


def read(path: Path, table: Table) -> tuple[ReadFile | None, list[Problem]]:
    """Read `path` as rows of `table`; give the rows, or the faults that prevent reading them."""
    return read_content(path.read_bytes(), f"{path.parent.name}/{path.name}", table)


def read_content(content: bytes, name: str, table: Table) -> tuple[ReadFile | None, list[Problem]]:
    """Read a CSV in UTF-8 with the declared names in its header; the strict and fast way in."""
    problems = (
        csv_faults.not_utf8(content)
        or csv_faults.wrong_header(content, table)
        or csv_faults.wrong_quotes(content)
    )
    if problems:
        return None, in_file(problems, name)
    with ThreadPoolExecutor(1) as beside:
        digest = beside.submit(hashlib.sha256, content)
        rows, problems = _parsed(content, table)
    if rows is None or problems:
        return None, in_file(problems, name)
    return ReadFile(name, table, rows, digest.result().hexdigest()), []


def _parsed(content: bytes, table: Table) -> tuple[pa.Table | None, list[Problem]]:
    try:
        return _arrow(content, table, threads=True), []
    except pa.ArrowInvalid:
        # Something is wrong, and only a single-threaded read numbers its rows.
        return _numbered(content, table)


def _numbered(content: bytes, table: Table) -> tuple[pa.Table | None, list[Problem]]:
    broken: list[Problem] = []

    def note(row: arrow_csv.InvalidRow) -> str:
        # The header is row 1.
        expected = str(row.expected_columns)
        broken.append(Problem("wrong_cell_count", row.number, "", row.text[:80], expected))
        return "skip"

    try:
        return _arrow(content, table, threads=False, note=note), broken
    except pa.ArrowInvalid:
        return None, [Problem("unreadable", csv_faults.longest_line(content))]


def _arrow(
    content: bytes,
    table: Table,
    threads: bool,
    note: Callable[[arrow_csv.InvalidRow], str] | None = None,
) -> pa.Table:
    wanted = [column.name for column in table.columns]
    return arrow_csv.read_csv(
        pa.BufferReader(_without_empty_end(content)),
        read_options=arrow_csv.ReadOptions(use_threads=threads),
        parse_options=arrow_csv.ParseOptions(
            newlines_in_values=b'"' in content, ignore_empty_lines=False, invalid_row_handler=note
        ),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(wanted, pa.string()),
            include_columns=wanted,
            null_values=[""],
            strings_can_be_null=True,
        ),
    )


def _without_empty_end(content: bytes) -> pa.Buffer:
    """Cut off empty lines at the end: they are no rows.

    One between rows is a fault, or the numbers of the rows after it would be wrong.
    """
    end = len(content)
    while content[end - 1 : end] in (b"\r", b"\n"):
        end -= 1
    # Arrow wants the header's line to end.
    return pa.py_buffer(content + b"\n" if end == len(content) else content).slice(0, end + 1)
