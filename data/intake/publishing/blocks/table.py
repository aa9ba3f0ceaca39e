"""Make the table of blocks of a draft: every result, its two blocks, and how large they are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Engine, select

from data.definitions import rules_of_regions
from data.intake.declared.casting import no_rows
from data.intake.declared.distinct_texts import as_numbers, coded
from data.intake.publishing.blocks.books import Minima
from data.intake.publishing.blocks.joining import Pair, joined
from data.intake.publishing.blocks.results import RESULT, results
from data.intake.publishing.merging import ROW_GROUP
from data.schema import result_block
from data.store import fetch_arrow

PROBLEM = ("region", "procedure", "year", "measure")
"""What is parted by itself: no page adds up results of two of them."""
BLOCKS = ["block_municipal", "block_regional"]
OF = ["of_municipal", "of_regional"]
ASKED = [*RESULT, "oktmo", "locality", "low_performing", "entry_year", "panel", "results", "below"]
"""What blocks are made of."""
TEXTS = ["region", "procedure", "school_id", "subject", "oktmo", "locality"]
MEASURES = ("below", "score")


@dataclass(frozen=True)
class Older:
    """The table of blocks of the version before, and each region's minima that made it."""

    rows: pa.Table = field(default_factory=lambda: no_rows(result_block))
    minima: Mapping[str, Minima] = field(default_factory=dict)


UNSET = Minima(0, 0)
"""Of a region for which no rules are known, as in tables without any facts."""

NOTHING = Older()
"""There is no version before, or it is a demonstration."""

Key = tuple[int, ...]
Was = Mapping[str, Mapping[Key, pd.DataFrame]]
"""The rows of the version before, by measure and by region, procedure and year."""


class Part(NamedTuple):
    """One measure of a problem: places of its results, their blocks, and those blocks' results."""

    measure: str
    places: np.ndarray
    blocks: Pair
    of: Pair


def parted(draft: Engine, older: Older, progress: Callable[[float], None]) -> pa.Table:
    """Make the table of blocks for a draft that has every table that a region brings.

    What was together in the version before stays together, so that blocks of two versions differ
    by whole results of a block; a region's year that has not changed keeps its blocks.
    """
    found, minima = fetch_arrow(draft, results()), _minima(draft)
    texts = _texts(found, older.rows)
    rows, was = _in_numbers(found, older.rows, texts)
    rows["panel"] = _in_every_year(rows, _least(texts["region"], minima)[: len(rows)])
    before = _by_problem(was, older.rows["measure"])
    parts, done = list[Part](), 0
    for key, problem in rows.groupby(list(PROBLEM[:3])):
        region = texts["region"][problem.index[0]].as_py()
        own = minima.get(region, UNSET)
        parts += _parted(key, problem, own, before, own == older.minima.get(region))
        done += len(problem)
        progress(done / len(rows))
    return _written(found, texts, rows["panel"].to_numpy(bool), parts)


def older(version: Engine) -> Older:
    """Read the blocks of a version that a draft is made from; of what was never parted, none."""
    parted = (result_block.c.of_municipal > 0) | (result_block.c.of_regional > 0)
    return Older(fetch_arrow(version, select(result_block).where(parted)), _minima(version))


def _minima(version: Engine) -> dict[str, Minima]:
    """Give the minima of each region: its own, or those of the facts."""
    value: dict[str, dict[str, int]] = {}
    for row in fetch_arrow(version, rules_of_regions()).to_pylist():
        value.setdefault(row["region"], {})[row["code"]] = int(row["value"])
    return {
        region: Minima(own.get("minimum_group", 0), own.get("minimum_rest", 0))
        for region, own in value.items()
    }


def _texts(found: pa.Table, older: pa.Table) -> dict[str, pa.DictionaryArray]:
    """Give the texts of the results and, after them, of the rows of before, each text once."""
    both = {name: [*found[name].chunks, *older[name].chunks] for name in TEXTS}
    return {name: coded(pa.chunked_array(chunks, pa.string())) for name, chunks in both.items()}


def _in_numbers(
    found: pa.Table, older: pa.Table, texts: Mapping[str, pa.DictionaryArray]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the results and the rows of before with numbers for texts, in the order of the texts.

    A text has one number in both, so they can be compared; numbers are far faster to group.
    """
    rows, was = found.drop(TEXTS).to_pandas(), older.drop([*TEXTS, "measure"]).to_pandas()
    for name, column in texts.items():
        numbers = as_numbers([column])
        rows[name], was[name] = numbers[: len(rows)], numbers[len(rows) :]
    return rows, was


def _least(regions: pa.DictionaryArray, minima: Mapping[str, Minima]) -> np.ndarray:
    """Give the least number of results of a group in the region of each row."""
    least = [minima.get(region, UNSET).group for region in regions.dictionary.to_pylist()]
    of_row: np.ndarray = np.array(least, int)[regions.indices.to_numpy()]
    return of_row


def _in_every_year(rows: pd.DataFrame, minimum: np.ndarray) -> pd.Series:
    """Tell of each row whether its school has enough results in every year of the procedure."""
    place = ["region", "procedure"]
    years = rows.groupby(place)["year"].transform("nunique")
    of_school = rows.groupby([*place, "school_id"])
    results = rows.groupby([*place, "school_id", "year"])["results"].transform("sum")
    first = ~rows.duplicated([*place, "school_id", "year"])
    enough = (first & (results >= minimum)).groupby(of_school.ngroup()).transform("sum")
    found: pd.Series = enough == years
    return found


def _by_problem(was: pd.DataFrame, measure: pa.ChunkedArray) -> Was:
    """Part the rows of before, each part in the order of its results."""
    ordered = {
        name: was[np.asarray(pc.equal(measure, name), bool)].sort_values(RESULT)
        for name in MEASURES
    }
    return {name: dict(iter(rows.groupby(list(PROBLEM[:3])))) for name, rows in ordered.items()}


def _parted(
    key: Key, problem: pd.DataFrame, minima: Minima, before: Was, same_rules: bool
) -> Iterator[Part]:
    """Part one region, procedure and year, by measure.

    Where every result has a score, the blocks of what is below serve the scores too.
    """
    below = _part("below", problem, minima, before["below"].get(key), same_rules)
    yield below
    scored = problem["points"].notna()
    if scored.all():
        yield below._replace(measure="score")
    elif scored.any():
        own = problem[scored].assign(below=0)
        yield _part("score", own, minima, before["score"].get(key), same_rules)


def _part(
    measure: str, rows: pd.DataFrame, minima: Minima, was: pd.DataFrame | None, same_rules: bool
) -> Part:
    """Give results of one problem their blocks, and the results of each whole block."""
    places, rows = rows.index.to_numpy(), rows.reset_index(drop=True)
    if was is not None and same_rules and _same(rows, was):
        one, other, of_one, of_other = (was[name].to_numpy() for name in (*BLOCKS, *OF))
        return Part(measure, places, (one, other), (of_one, of_other))
    books = joined(rows, minima, None if was is None else _before(rows, was))
    one, other = (pd.factorize(book.blocks())[0] for book in books)
    of_one, of_other = (book.whole() for book in books)
    return Part(measure, places, (one, other), (of_one, of_other))


def _same(rows: pd.DataFrame, was: pd.DataFrame) -> bool:
    """Tell whether the results and their keys are those of the version before."""
    return len(rows) == len(was) and all(
        (rows[name].to_numpy() == was[name].fillna(0).to_numpy()).all() for name in ASKED
    )


def _before(rows: pd.DataFrame, was: pd.DataFrame) -> pd.DataFrame:
    """Give the two blocks that each result had in the version before; NaN: it had none."""
    return rows[RESULT].merge(was[[*RESULT, *BLOCKS]], "left", RESULT)[BLOCKS]


def _written(
    found: pa.Table,
    texts: Mapping[str, pa.DictionaryArray],
    panel: np.ndarray,
    parts: Sequence[Part],
) -> pa.Table:
    """Write the rows of the table, part after part; texts stay encoded, which DuckDB reads."""
    schema = no_rows(result_block).schema
    if not parts:
        return schema.empty_table()
    chosen = pa.array(np.concatenate([part.places for part in parts]))
    many = [len(part.places) for part in parts]
    measure = pa.array(np.repeat([MEASURES.index(part.measure) for part in parts], many))
    rows = found.drop(TEXTS).take(chosen)
    is_score = pc.equal(measure, MEASURES.index("score"))
    cells = {name: rows[name] for name in rows.column_names}
    cells |= {name: column.take(chosen) for name, column in texts.items()}
    cells["measure"] = pa.DictionaryArray.from_arrays(measure, pa.array(MEASURES))
    cells["panel"] = pa.array(panel).take(chosen)
    cells["below"] = pc.if_else(is_score, None, rows["below"])
    cells["points"] = pc.if_else(is_score, rows["points"], None)
    for number, (block, of) in enumerate(zip(BLOCKS, OF, strict=True)):
        cells[block] = _whole_numbers([part.blocks[number] for part in parts])
        cells[of] = _whole_numbers([part.of[number] for part in parts])
    written = pa.table({name: cells[name] for name in schema.names})
    return pa.Table.from_batches(written.combine_chunks().to_batches(ROW_GROUP), written.schema)


def _whole_numbers(parts: Sequence[np.ndarray]) -> pa.Array:
    return pa.array(np.concatenate(parts).astype(np.int32))
