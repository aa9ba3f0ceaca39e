"""What a file that leaves is made of, and the one reading of cells all formats share.

Every format reads the frame through `cells`, so the same number stands in all of them.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

import numpy as np
import pandas as pd

Kind = Literal["text", "integer", "decimal", "percent", "date"]
Cell = str | int | float | date | None

# Enough for any share or rate we publish, few enough to hide the noise of binary fractions.
MOST_DECIMALS = 6


@dataclass(frozen=True)
class FileColumn:
    """One column of a file: the frame's `key`, the reader's `title`, what its cells are.

    Codes (ОКТМО, school numbers) are text, whatever they look like. A per cent is the number
    31.25 for 31.25 %. `decimals` is how many Excel shows; the cell keeps all of them.
    """

    key: str
    title: str
    kind: Kind
    decimals: int = 1

    @property
    def heading(self) -> str:
        """The title, with the unit of a per cent said even where the title forgot it."""
        if self.kind == "percent" and "%" not in self.title:
            return f"{self.title}, %"
        return self.title


@dataclass(frozen=True)
class Sheet:
    """Rows that stand beside those of a file, on a sheet or in a CSV of their own.

    `name` is that of the CSV, in ASCII; `title` that of the sheet, in the reader's language.
    """

    name: str
    title: str
    rows: pd.DataFrame
    columns: tuple[FileColumn, ...]


@dataclass(frozen=True)
class About:
    """Where a file comes from, in ready words of the reader's language.

    `program` names the program with its version: Excel would read 1.9.0 alone as a day.
    `rows` are label and value pairs (filters, definitions, sources, link, number of rows); the
    `…_title` fields are the names that the sheets and the trailing columns carry.
    """

    title: str
    version: str
    made_at: str
    program: str
    program_version: str
    demonstration: bool
    demonstration_mark: str
    rows: tuple[tuple[str, str], ...]
    sheet_title: str
    data_title: str
    mark_title: str
    version_title: str
    program_title: str
    internal: tuple[tuple[str, str], ...] = ()
    """Title and words of the mark of an internal view; nothing where none is open."""

    language: str = "ru"
    """Of the reader: it decides which signs Excel takes for a decimal and between cells."""

    @property
    def marks(self) -> tuple[tuple[str, str], ...]:
        """Title and value pairs that say what kind of data these are and of which versions."""
        versions: tuple[tuple[str, str], ...]
        versions = (self.version_title, self.version), (self.program_title, self.program)
        if self.demonstration:
            versions = (self.mark_title, self.demonstration_mark), *versions
        return *self.internal, *versions


def cells(frame: pd.DataFrame, column: FileColumn) -> list[Cell]:
    """One plain Python value per row of the frame, None where it is missing.

    Raises ValueError where the column is not of the kind it was declared to be.
    """
    which, values = distinct(frame, column)
    lasting = [*values, None]  # a missing cell is that of place -1
    return [lasting[place] for place in which.tolist()]


def all_cells(frame: pd.DataFrame, columns: Sequence[FileColumn]) -> list[list[Cell]]:
    """One list of cells per column, in the order of the columns."""
    return [cells(frame, column) for column in columns]


def distinct(frame: pd.DataFrame, column: FileColumn) -> tuple[np.ndarray, list[Cell]]:
    """Give which of its distinct cells each row has, -1 where it is missing, and these cells.

    Columns repeat themselves: each cell is read and written once, whatever the number of rows.
    Raises ValueError where the column is not of the kind it was declared to be.
    """
    series, read = frame[column.key], _READERS[column.kind]
    try:
        if series.dtype == object:  # of which a dictionary would take 1, 1.0 and true for one
            which, found = _told_apart(series.where(series.notna(), None).tolist())
        else:
            which, kinds = pd.factorize(series)
            found = kinds.tolist()
        return which, [read(value) for value in found]
    except (OverflowError, TypeError, ValueError) as fault:
        raise ValueError(f"{column.key!r} declared {column.kind}: {fault}") from fault


def _told_apart(values: list[Any]) -> tuple[np.ndarray, list[Any]]:
    places: dict[tuple[type, Any], int] = {}
    which = [
        -1 if value is None else places.setdefault((type(value), value), len(places))
        for value in values
    ]
    return np.array(which, int), [value for _, value in places]


def _whole(value: Any) -> int:
    number = int(value)
    if number != value:
        raise ValueError(f"{value!r} is not whole")
    return number


def _measure(value: Any) -> float:
    number = round(float(value), MOST_DECIMALS) + 0.0  # adding zero turns -0.0 into 0.0
    if not math.isfinite(number):
        raise ValueError(f"{value!r} is not finite")
    return number


def _day(value: Any) -> date:
    """The calendar day; pandas has midnight where the store has a date."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    raise TypeError(f"{value!r} is not a date")


_READERS: dict[Kind, Callable[[Any], Cell]] = {
    "text": str,
    "integer": _whole,
    "decimal": _measure,
    "percent": _measure,
    "date": _day,
}
