"""Make the table of blocks of a draft: every result, its two blocks, and how large they are."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import pyarrow as pa
from sqlalchemy import Engine, and_, exists, func, select

from data.definitions import entries, rules_of_regions
from data.intake.declared.casting import no_rows
from data.intake.publishing.blocks.books import Minima
from data.intake.publishing.blocks.joining import blocks
from data.intake.publishing.blocks.partition import safe
from data.schema import (
    assessment_result,
    municipality,
    result_block,
    school,
    school_status,
    series_break,
)
from data.statements import Statement
from data.store import fetch_arrow

PROBLEM = ("region", "procedure", "year", "measure")
"""What is parted by itself: no page adds up results of two of them."""
RESULT = ["school_id", "grade", "subject"]
BLOCKS = ["block_municipal", "block_regional"]
OF = ["of_municipal", "of_regional"]
ASKED = [*RESULT, "oktmo", "locality", "low_performing", "entry_year", "panel", "results", "below"]
"""What blocks are made of."""


@dataclass(frozen=True)
class Older:
    """The blocks of the version before, by problem, and each region's minima that made them."""

    parted: Mapping[tuple[object, ...], pd.DataFrame] = field(default_factory=dict)
    minima: Mapping[str, Minima] = field(default_factory=dict)


UNSET = Minima(0, 0)
"""Of a region for which no rules are known, as in tables without any facts."""

NOTHING = Older()
"""There is no version before, or it is a demonstration."""


def parted(draft: Engine, older: Older, progress: Callable[[float], None]) -> pa.Table:
    """Make the table of blocks for a draft that has every table that a region brings.

    What was together in the version before stays together, so that blocks of two versions differ
    by whole results of a block; a region's year that has not changed keeps its blocks.
    """
    rows = fetch_arrow(draft, results()).to_pandas()
    minima = _minima(draft)
    rows["panel"] = _in_every_year(rows, {region: own.group for region, own in minima.items()})
    parts, done = [no_rows(result_block).to_pandas()], 0
    for (region, *_), problem in rows.groupby(list(PROBLEM[:3])):
        parts += _parted(problem, minima.get(region, UNSET), older)
        done += len(problem)
        progress(done / len(rows))
    found = pd.concat(parts, ignore_index=True)
    return pa.Table.from_pandas(found, no_rows(result_block).schema, preserve_index=False)


def older(version: Engine) -> Older:
    """Read the blocks of a version that a draft is made from; of what was never parted, none."""
    parted = (result_block.c.of_municipal > 0) | (result_block.c.of_regional > 0)
    rows = fetch_arrow(version, select(result_block).where(parted)).to_pandas()
    return Older(dict(iter(rows.groupby(list(PROBLEM)))), _minima(version))


def results() -> Statement:
    """One row per school, year, procedure, grade and subject that can be compared, with its keys.

    Years in which a series is broken are left out; the cohort is the first year in the project.
    """
    row, entry, status, broken = assessment_result.c, entries().c, school_status.c, series_break.c
    of_year = and_(status.school_id == row.school_id, status.year == row.year)
    return (
        select(
            municipality.c.region,
            row.procedure,
            row.year,
            row.school_id,
            row.grade,
            row.subject,
            school.c.oktmo,
            school.c.locality,
            func.coalesce(status.low_performing, False).label("low_performing"),
            func.coalesce(entry.entry_year, 0).label("entry_year"),
            row.participants.label("results"),
            row.below_threshold.label("below"),
            (row.mean_score * row.participants).label("points"),
        )
        .join_from(assessment_result, school, school.c.school_id == row.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .outerjoin(school_status, of_year)
        .outerjoin(entry.school_id.table, entry.school_id == row.school_id)
        .where(row.participants > 0)
        .where(~exists().where(broken.procedure == row.procedure, broken.year == row.year))
        .order_by(municipality.c.region, row.procedure, row.year, *(row[key] for key in RESULT))
    )


def _minima(version: Engine) -> dict[str, Minima]:
    """Give the minima of each region: its own, or those of the facts."""
    value: dict[str, dict[str, int]] = {}
    for row in fetch_arrow(version, rules_of_regions()).to_pylist():
        value.setdefault(row["region"], {})[row["code"]] = int(row["value"])
    return {
        region: Minima(own.get("minimum_group", 0), own.get("minimum_rest", 0))
        for region, own in value.items()
    }


def _in_every_year(rows: pd.DataFrame, minimum: Mapping[str, int]) -> pd.Series:
    """Tell of each row whether its school has enough results in every year of the procedure."""
    place = ["region", "procedure"]
    years = rows.groupby(place)["year"].transform("nunique")
    sums = rows.groupby([*place, "school_id", "year"], as_index=False)["results"].sum()
    least = sums["region"].map(minimum).fillna(0).astype(int)
    enough = sums[sums["results"] >= least].groupby([*place, "school_id"])["year"].nunique()
    own = pd.MultiIndex.from_frame(rows[[*place, "school_id"]])
    found: pd.Series = pd.Series(enough.reindex(own).to_numpy(), rows.index) == years
    return found


def _parted(problem: pd.DataFrame, minima: Minima, older: Older) -> Iterator[pd.DataFrame]:
    """Give the rows of the table for one region, procedure and year, by measure.

    Where every result has a score, the blocks of what is below serve the scores too.
    """
    below = _with_blocks(problem.assign(measure="below"), minima, older)
    yield below.assign(points=np.nan)
    scored = problem["points"].notna()
    if scored.all():
        yield below.assign(measure="score", below=None)
    elif scored.any():
        own = problem[scored].assign(measure="score", below=0)
        yield _with_blocks(own, minima, older).assign(below=None)


def _with_blocks(rows: pd.DataFrame, minima: Minima, older: Older) -> pd.DataFrame:
    """Add to the results of one problem their blocks and the results of each whole block."""
    rows = rows.reset_index(drop=True)
    was = older.parted.get(tuple(rows.loc[0, list(PROBLEM)]))
    same_rules = older.minima.get(rows.loc[0, "region"]) == minima
    if was is not None and same_rules and _same(rows, was):
        return rows.merge(was[[*RESULT, *BLOCKS, *OF]], "left", RESULT)
    found = blocks(rows, minima, None if was is None else _before(rows, was))
    for book, of, block in zip(BLOCKS, OF, found, strict=True):
        whole = rows.groupby(block)["results"].transform("sum")
        rows[book] = pd.factorize(block)[0]
        rows[of] = whole.where(safe(rows, block, minima), 0)
    return rows


def _same(rows: pd.DataFrame, was: pd.DataFrame) -> bool:
    """Tell whether the results and their keys are those of the version before."""
    if len(rows) != len(was):
        return False
    now, then = (frame[ASKED].fillna({"below": 0}).sort_values(RESULT) for frame in (rows, was))
    return bool((now.to_numpy(object) == then.to_numpy(object)).all())


def _before(rows: pd.DataFrame, was: pd.DataFrame) -> pd.DataFrame:
    """Give the two blocks that each result had in the version before; NaN: it had none."""
    return rows[RESULT].merge(was[[*RESULT, *BLOCKS]], "left", RESULT)[BLOCKS]
