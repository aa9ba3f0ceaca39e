"""Write the demonstration set as the files that a region would bring."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from data import schema
from data.demo import rows, world
from data.demo.parameters import DEFAULT_SEED, Parameters

FACTS_ALONE = {"indicator_value", "event_participation", "document_kind", "municipal_outline"} | {
    "municipality",
    "own_indicator",
    "region_setting",
    "region_target",
}
"""What sources state in full, or only a region itself has: nothing is invented beside it."""

TABLES = {table.name: table for table in schema.INTAKE_TABLES if table.name not in FACTS_ALONE}


def write(
    folder: Path,
    municipalities: pd.DataFrame,
    seed: int = DEFAULT_SEED,
    progress: Callable[[float, str], None] | None = None,
) -> list[Path]:
    """Write one CSV per intake table; the same seed gives the same bytes.

    municipalities: oktmo, region, short_name_ru and kind of every municipality. progress is told
    the part done, from 0 to 1, and the table that was written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    drawn = world.make(municipalities, seed, Parameters())
    for name, frame in rows.tables_of(drawn, TABLES):
        paths.append(_written(folder / f"{name}.csv", frame))
        if progress:
            progress(len(paths) / len(TABLES), name)
    return paths


def _written(path: Path, frame: pd.DataFrame) -> Path:
    """Write the columns of the declared table, in its order."""
    frame = frame[[column.name for column in TABLES[path.stem].columns]]
    flags = frame.select_dtypes("bool").columns
    words = {True: "true", False: "false"}
    frame = frame.assign(**{name: frame[name].map(words) for name in flags})
    frame.to_csv(path, index=False, encoding="utf-8", lineterminator="\n")
    return path
