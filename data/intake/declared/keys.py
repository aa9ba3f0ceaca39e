"""Find keys that stand more than once."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from data.intake.declared.distinct_texts import as_numbers, coded
from data.intake.declared.reading import ReadFile


def repeated(files: Sequence[ReadFile]) -> pa.Array | None:
    """Mark every row, through all files of one table, whose key stands twice; None: none does."""
    names = files[0].table.primary_key.columns.keys()
    keys = as_numbers([_coded(files, name) for name in names])
    ordered = np.sort(keys)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    return pa.array(np.isin(keys, twice)) if len(twice) else None


def _coded(files: Sequence[ReadFile], name: str) -> pa.DictionaryArray:
    if len(files) == 1:
        return files[0].coded(name)
    return coded(pa.chunked_array([chunk for file in files for chunk in file.rows[name].chunks]))
