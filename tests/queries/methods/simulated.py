"""Simulate schools of which all is known: what lasts, what passes, and what the project does.

The world of the demonstration set in small: a list is made of noisy results, its schools join, and
the project acts from the year after. Nothing here is taken from the generator or the methods.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from queries.methods.regression_to_mean import change
from queries.methods.reliability import estimate

YEARS = (2016, 2017, 2018, 2019, 2021, 2022)
RESULTS_OF = {2017: 2016, 2018: 2017, 2019: 2018, 2021: 2019, 2022: 2021}

COHORT, BASE, LATER, CONFIDENCE = 2019, 2018, 2021, 0.95
"""The cohort that is judged: chosen by its third year, seen again over the break."""

ENOUGH = {"least_schools": 5, "least_reference": 30}


@dataclass(frozen=True)
class World:
    schools: int = 1000
    level: float = -2.0
    lasting: float = 0.4
    passing: float = 0.25
    threshold: float = 0.25
    effect_pp: float = 0.0
    shifts: tuple[float, ...] = (0.0, -0.03, 0.02, 0.03, -0.03, 0.0)


WORLDS = {
    "one school in seven joins": World(),
    "one school in three joins": World(level=-1.0, threshold=0.4),
    "every other school joins": World(threshold=0.17),
}
"""Worlds in which intervals must keep their promise; how many join is counted over all lists."""


def judged(world, seeds, resamples):
    """Judge one cohort in a new draw of a world for each seed."""
    found = []
    for seed in seeds:
        results = drawn(world, seed)
        found.append(
            change(
                results,
                COHORT,
                BASE,
                LATER,
                estimate(results, 10),
                10,
                CONFIDENCE,
                seed=seed,
                resamples=resamples,
                **ENOUGH,
            )
        )
    return found


def drawn(world, seed):
    """One row per school and year; lists and cohorts come about as the years go by."""
    rng = np.random.default_rng(seed)
    size = np.exp(rng.normal(4.6, 0.6, world.schools))
    lasting = world.level + rng.normal(0, world.lasting, world.schools)
    entry, rows = np.zeros(world.schools, int), []
    ids = np.array([f"{number:04d}" for number in range(world.schools)])
    by_year = {}
    for place, year in enumerate(YEARS):
        if year in RESULTS_OF:
            participants, below = by_year[RESULTS_OF[year]]
            listed = (participants >= 10) & (below >= world.threshold * participants)
            entry[(entry == 0) & listed] = year
        logit = lasting + world.shifts[place] + rng.normal(0, world.passing, world.schools)
        without = 1 / (1 + np.exp(-logit))
        acted = (entry > 0) & (entry < year)
        chance = np.clip(without + acted * world.effect_pp / 100, 0.0, 1.0)
        participants = rng.poisson(size)
        below = rng.binomial(participants, chance)
        by_year[year] = participants, below
        rows.append({"school_id": ids, "year": year, "participants": participants, "below": below})
    frames = [pd.DataFrame(columns) for columns in rows]
    results = pd.concat([frame.assign(entry_year=entry) for frame in frames], ignore_index=True)
    return results.assign(oktmo="60601000")
