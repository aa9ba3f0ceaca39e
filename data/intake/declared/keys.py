"""Find keys that stand more than once."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from data.intake.declared.distinct_texts import as_numbers, coded
from data.intake.declared.reading import ReadFile


def repeated(files: Sequence[ReadFile]) -> pa.Array | None:
    """Mark every row, through all files of one table, whose key stands twice; None: none does.

    A key with an empty cell is like no other.
    """
    names = files[0].table.primary_key.columns.keys()
    keys = _numbers([_coded(files, name) for name in names])
    ordered = np.sort(keys)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    return pa.array(np.isin(keys, twice)) if len(twice) else None


def _numbers(columns: Sequence[pa.DictionaryArray]) -> np.ndarray:
    """Give each row one number: equal for equal keys, a negative one of its own if incomplete."""
    if not any(column.indices.null_count for column in columns):
        return as_numbers(columns)
    whole = np.all([column.indices.is_valid().to_numpy(False) for column in columns], axis=0)
    numbers = -1 - np.arange(len(whole), dtype=np.int64)
    numbers[whole] = as_numbers([column.filter(pa.array(whole)) for column in columns])
    return numbers


def _coded(files: Sequence[ReadFile], name: str) -> pa.DictionaryArray:
    if len(files) == 1:
        return files[0].coded(name)
    return coded(pa.chunked_array([chunk for file in files for chunk in file.rows[name].chunks]))
