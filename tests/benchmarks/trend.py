"""Measure how often a trend is named where there is none, and how often one is found.

False is any verdict of a municipality that moves by chance alone. The ways that were not taken
stand beside; their verdicts are false in the same worlds.
"""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from queries.methods.trend import UNKNOWN, Needs, trends
from tests.benchmarks.table import show
from tests.benchmarks.trend_rivals import RIVALS
from tests.queries.methods.trend_worlds import BREAKS, NEEDS, NULL, World, drawn, summed

SEEDS, POWER_SEEDS, FALSE_BAR = 100, 60, 5.0
SLOPES = (-1.0, -2.0, -3.0, -5.0)
ASKED_OF = ("independent years", "AR(1) 0.5", "random walk", "calm walk", "walk, seven years")
ALL_JUDGED = replace(NEEDS, visible=1000.0)
LISTED = 0.1
"""Part of the schools that a list takes, by their results of one year."""


def run(folder: Path) -> None:
    """Count false verdicts in every world without a trend, then those that are right with one."""
    with ProcessPoolExecutor() as pool:
        nothing = [_told(pool, name, world) for name, world in NULL.items()]
        slopes = [_found(pool, name, slope) for name in ASKED_OF for slope in SLOPES]
        single = [_told_of_schools(pool, name) for name in ("independent years", "random walk")]
    show(
        "13. Trend: municipalities without one, false verdicts in %",
        ("world", "n", "false", "judged", "false of judged", *RIVALS, ""),
        nothing,
        f"Bar: at most {FALSE_BAR:g} % false. {SEEDS} draws; «judged»: % that got a verdict.",
        "The ways that were not taken have no least slope and judge the municipality alone.",
    )
    show(
        "14. Trend: municipalities with one, found in %",
        ("world, slope in points a year", "n", "found", "wrong way", "found of judged"),
        slopes,
        f"6 of 55 municipalities move beside their chance. {POWER_SEEDS} draws.",
    )
    show(
        "15. Trend: single schools without one, in %",
        ("world", "n", "judged", "false", "listed by", "false of listed"),
        [row for rows in single for row in rows],
        "All are judged here, however small a slope they could show; pages would refuse them.",
        f"Listed: the worst {100 * LISTED:.0f} % of the schools by their results of that year.",
    )


def _told(pool: ProcessPoolExecutor, name: str, world: World) -> tuple[str | float, ...]:
    parts = list(pool.map(partial(_chances, world), range(SEEDS)))
    false, judged, *others = 100 * np.mean(parts, axis=0)
    over = "over" if false > FALSE_BAR else ""
    of_judged = 100 * false / max(judged, 1e-9)
    return name, SEEDS * world.municipalities, false, judged, of_judged, *others, over


def _chances(world: World, seed: int) -> list[float]:
    """Shares of municipalities of one draw: named, judged, and named by each rival."""
    rows, _ = drawn(world, seed)
    words = verdicts(rows, "oktmo")
    named = [float(np.mean(rival(rows) != 0)) for rival in RIVALS.values()]
    return [words.isin(["better", "worse"]).mean(), words.ne(UNKNOWN).mean(), *named]


def verdicts(rows: pd.DataFrame, group: str, needs: Needs = NEEDS) -> pd.Series:
    """Give the word of each group of a draw."""
    found = trends(summed(rows, group), group, summed(rows), BREAKS, needs)
    return found.set_index(group)["word"]


def _found(pool: ProcessPoolExecutor, name: str, slope: float) -> tuple[str | float, ...]:
    parts = pd.concat(pool.map(partial(_moving, NULL[name], slope), range(POWER_SEEDS)))
    right, wrong = (100 * float(parts.eq(word).mean()) for word in ("better", "worse"))
    judged = 100 * float(parts.eq("better").sum() / max(parts.ne(UNKNOWN).sum(), 1))
    return f"{name}, {slope:g}", len(parts), right, wrong, judged


def _moving(world: World, slope: float, seed: int) -> pd.Series:
    rows, steady = drawn(world, seed, slope)
    return verdicts(rows, "oktmo")[steady]


def _told_of_schools(pool: ProcessPoolExecutor, name: str) -> list[tuple[str | float, ...]]:
    """One row per year by which schools are listed."""
    drawings = list(pool.map(partial(_schools, NULL[name]), range(POWER_SEEDS // 3)))
    found = pd.concat(drawings)
    named = found["word"].isin(["better", "worse"])
    judged, false = 100 * found["word"].ne(UNKNOWN).mean(), 100 * named.mean()
    years = [column for column in found if column != "word"]
    return [
        (name, len(found), judged, false, str(year), 100 * named[found[year]].mean())
        for year in years
    ]


def _schools(world: World, seed: int) -> pd.DataFrame:
    """One row per school: its word, and by year whether it was among the worst."""
    rows, _ = drawn(world, seed)
    rows = rows[rows["participants"].gt(0)]
    share = rows.assign(share=rows["below"] / rows["participants"])
    worst = share.pivot(index="school_id", columns="year", values="share").rank(pct=True)
    return worst.gt(1 - LISTED).assign(word=verdicts(rows, "school_id", ALL_JUDGED))
