"""Merge the layers of a table into its rows, in the order in which a version stores them."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from data.intake.declared.distinct_texts import as_numbers, coded
from data.schema import metadata

SORTED = {
    "assessment_result": ("procedure", "subject", "year", "school_id"),
    "school_status": ("year", "school_id"),
}
"""Physical order is the only index of a version: what is asked together lies together."""

ROW_GROUP = 122_880
"""Rows that DuckDB writes together: handed over in such pieces, its threads share the work."""


def merged_rows(name: str, layers: Sequence[pa.Table]) -> pa.Table:
    """Merge layers of rows: one row per key, from the first layer that has it, in order.

    Rows are ordered by whole numbers made of their keys, which are faster to sort than texts.
    """
    full = [rows for rows in layers if rows.num_rows] or [layers[0]]
    cells = {item: _joined([rows[item] for rows in full]) for item in full[0].column_names}
    keys = metadata.tables[name].primary_key.columns.keys()
    places = as_numbers([cells[key] for key in dict.fromkeys((*SORTED.get(name, ()), *keys))])
    order = pa.array(
        np.unique(places, return_index=True)[1]
        if len(full) > 1
        else np.argsort(places, kind="stable")
    )
    rows = pa.table(
        {item: found.dictionary.take(found.indices.take(order)) for item, found in cells.items()}
    )
    return pa.Table.from_batches(rows.to_batches(ROW_GROUP), rows.schema)


def _joined(layers: Sequence[pa.ChunkedArray]) -> pa.DictionaryArray:
    """Join one column of all layers, plain or encoded, as the first has it."""
    found = [coded(cells) for cells in layers]
    wanted = found[0].type
    return coded(pa.chunked_array([one.cast(wanted) for one in found]))
