"""Turn texts into whole numbers, which are faster to check, compare and sort."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

_ROOM = 2**62


def coded(cells: pa.ChunkedArray) -> pa.DictionaryArray:
    """Give cells as their distinct values and each row's place among them."""
    # Chunks of one encoding share their dictionary; joining the cells first would copy them all.
    chunks = pc.dictionary_encode(cells).unify_dictionaries().chunks
    if not chunks:
        return pa.nulls(0, cells.type).dictionary_encode()
    places = pa.chunked_array([chunk.indices for chunk in chunks]).combine_chunks()
    return pa.DictionaryArray.from_arrays(places, chunks[0].dictionary)


def as_numbers(columns: Sequence[pa.DictionaryArray]) -> np.ndarray:
    """Give each row one number: equal for equal rows, in the order of the first column, the next.

    No cell may be empty.
    """
    keys, many = np.zeros(len(columns[0]), np.int64), 1
    for column in columns:
        size = len(column.dictionary)
        if many * size > _ROOM:
            distinct, keys = np.unique(keys, return_inverse=True)
            many = len(distinct)
        ranks = np.empty(size, np.int64)
        ranks[pc.sort_indices(column.dictionary).to_numpy()] = np.arange(size)
        keys = keys * size + ranks[column.indices.to_numpy()]
        many *= size
    return keys
