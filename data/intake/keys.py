"""Find keys that stand more than once."""

import pyarrow as pa
import pyarrow.compute as pc

from data.intake.reading import ReadFile


def joined_keys(read: ReadFile) -> pa.ChunkedArray:
    """Give each row's key as one text."""
    parts = [read.rows[column.name] for column in read.table.primary_key.columns]
    return pc.binary_join_element_wise(*parts, "\x1f") if len(parts) > 1 else parts[0]


def repeated(keys: pa.ChunkedArray) -> pa.Array | None:
    """Mark every key that stands more than once; None if there is none."""
    codes = pc.dictionary_encode(keys.combine_chunks()).indices
    counts = pc.value_counts(codes)
    twice = pc.filter(counts.field("values"), pc.greater(counts.field("counts"), 1))
    return pc.is_in(codes, twice) if len(twice) else None
