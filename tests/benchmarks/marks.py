"""Measure how many municipalities are marked where none differs, and how many that do are found.

Worlds of 55 municipalities, and the demonstration's schools dealt to municipalities by lot.
"""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from sqlalchemy import select

from data import store
from data.schema import result_block
from tests.benchmarks.table import show
from tests.queries.methods.marks_counted import (
    FOUND_BAR,
    MARKED_BAR,
    SHARES,
    SPREADS,
    marks,
)
from tests.queries.methods.marks_worlds import DIFFERING, World, dealt_anew, drawn

SEEDS, TAILS = 100, 3.0
HEADS = ("schools' sd, share", "cells", "above %", "below %", "marked %", "if independent %")
HEADS += ("found %", "over the bar")
Row = tuple[str | float, ...]


def run(folder: Path) -> None:
    """Count marks where nothing differs, of worlds and of schools dealt anew, and what is found."""
    with ProcessPoolExecutor() as pool:
        ways = [(spread, np.inf) for spread in SPREADS] + [(0.47, TAILS)]
        worlds = [pool.submit(_of_world, *way) for way in ways]
        dealt = [pool.submit(_dealt, name, own) for name, own in _demonstration(folder)]
        rows = [row for task in worlds for row in task.result()]
        rows += [task.result() for task in dealt]
    show(
        "9. Marks of municipalities where nothing differs",
        HEADS,
        rows,
        f"Bars, of each world's three shares together: at most {MARKED_BAR:g} % marked, at least "
        f"{FOUND_BAR:g} % found",
        "of 5 municipalities of 20 schools and more that differ by 0.5 logit.",
        "If independent: as if pupils of one school were not alike. t: schools of heavy tails.",
        "Standard error of 5 % in 5,300 cells: about 0.3.",
    )


def _of_world(spread: float, tails: float) -> list[Row]:
    """One row per share of pupils, and one of all three."""
    title = f"{spread:g}, t" if tails == TAILS else f"{spread:g}"
    asked = [World(spread, share, tails=tails) for share in SHARES]
    found = [_counted(world) for world in asked]
    rows = [
        _row(f"{title}, {100 * world.share:g} %", *of_one)
        for world, of_one in zip(asked, found, strict=True)
    ]
    every = tuple(np.mean(amounts) for amounts in zip(*found, strict=True))
    return [*rows, (*_row(f"{title}, all", *every)[:-1], _over(*every))]


def _counted(world: World) -> tuple[float, ...]:
    """Give cells, marks above and below, marks as if independent, and what is found."""
    none = [drawn(world, seed) for seed in range(SEEDS)]
    differing = [drawn(replace(world, differing=DIFFERING), seed) for seed in range(SEEDS)]
    return *_none(none), marks(differing).found


def _none(worlds: list[pd.DataFrame]) -> tuple[float, ...]:
    found, alone = marks(worlds), marks(worlds, alike=False)
    return found.cells, found.above, found.below, alone.above + alone.below


def _dealt(name: str, schools: pd.DataFrame) -> Row:
    counted = *_none([dealt_anew(schools, seed) for seed in range(SEEDS)]), np.nan
    return (*_row(name, *counted)[:-1], _over(*counted))


def _row(
    name: str, cells: float, above: float, below: float, alone: float, found: float
) -> tuple[str | float, ...]:
    return name, int(cells), above, below, above + below, alone, found, ""


def _over(cells: float, above: float, below: float, alone: float, found: float) -> str:
    """Name the bars that are not kept."""
    over = {"marked": above + below > MARKED_BAR, "found": found < FOUND_BAR}
    return ", ".join(name for name, is_so in over.items() if is_so)


def _demonstration(folder: Path) -> list[tuple[str, pd.DataFrame]]:
    """One row per school of each region and procedure in 2022, where schools can be dealt."""
    block, version = result_block.c, store.current(folder)
    keys = (block.region, block.procedure, block.oktmo.label("place"), block.school_id)
    asked = select(*keys, block.results, block.below)
    asked = asked.where(block.measure == "below", block.year == 2022)
    rows = store.fetch_arrow(store.engine(version), asked).to_pandas()
    names = ["region", "procedure", "place", "school_id"]
    schools = rows.groupby(names, as_index=False)[["results", "below"]].sum()
    return [
        (f"dealt anew: {region} {procedure}", own)
        for (region, procedure), own in schools.groupby(["region", "procedure"])
        if own["place"].nunique() > 1
    ]
