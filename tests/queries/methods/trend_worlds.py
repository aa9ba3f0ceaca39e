"""Simulate regions whose municipalities and schools move by chance alone, or some of them steadily.

Nothing here is taken from the generator of the demonstration set or from the method. Sizes are
those of a region of 55 municipalities and a thousand schools; pupils of one school are alike.
"""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from queries.methods.trend import Needs

YEARS = (2017, 2018, 2019, 2021, 2022)
BREAKS = (2020,)
LONGER = (2017, 2018, 2019, 2021, 2022, 2023, 2024)
LEVEL = -2.0
NEEDS = Needs(confidence=0.95, slope=1.0, visible=5.0, changes=3, series=20)
"""As the settings have them; a test compares."""


@dataclass(frozen=True)
class World:
    """How municipalities and schools move on the logit scale from year to year."""

    kind: str = "independent"
    """Independent years, a `walk`, or `fading`: half of a year's luck is left in the next."""
    municipal: float = 0.15
    school: float = 0.2
    """Spread of what a municipality, a school has of a year; of a walk, of each step."""
    passing: float = 0.2
    """Spread of a school's luck that never lasts, beside the rest."""
    common: float = 0.05
    """Spread of the region's own walk."""
    step: float = 0.0
    """Spread of a step of level at the break, for good."""
    jump: float = 0.0
    """Size of one step of each municipality, in some year and direction."""
    wild: float = 0.0
    """How municipalities differ in their spread: of its logarithm."""
    heavy: bool = False
    size: float = 4.5
    """Mean of the logarithm of a school's results in a year."""
    municipalities: int = 55
    years: tuple[int, ...] = field(default=YEARS)


NULL = {
    "independent years": World(),
    "random walk": World(kind="walk"),
    "AR(1) 0.5": World(kind="fading"),
    "step at the break": World(step=0.3),
    "walk, step at the break": World(kind="walk", step=0.3),
    "one jump each": World(municipal=0.05, jump=0.6),
    "common walk 0.2": World(common=0.2),
    "walk, common walk 0.2": World(kind="walk", common=0.2),
    "calm walk": World(kind="walk", municipal=0.05, school=0.1),
    "rough walk": World(kind="walk", municipal=0.3),
    "walk, heavy tails": World(kind="walk", heavy=True),
    "walk, unlike spreads": World(kind="walk", wild=0.7),
    "rough walk, unlike spreads": World(kind="walk", municipal=0.3, wild=0.7),
    "walk, small schools": World(kind="walk", size=3.2),
    "walk, 20 municipalities": World(kind="walk", municipalities=20),
    "rough walk, 20 municipalities": World(kind="walk", municipal=0.3, municipalities=20),
    "walk, seven years": World(kind="walk", years=LONGER),
    "independent, seven years": World(years=LONGER),
}


def drawn(world, seed, slope=0.0, moving=6):
    """Draw results: one row per school and year, and by municipality whether it moves steadily.

    `moving` municipalities change by `slope` points a year beside their chance.
    """
    rng = np.random.default_rng(seed)
    towns = world.municipalities
    many = np.clip(np.round(np.exp(rng.normal(2.6, 0.7, towns))), 3, 150).astype(int)
    place = np.repeat(np.arange(towns), many)
    years = np.array(world.years)
    own = LEVEL + rng.normal(0, 0.3, towns)[place] + rng.normal(0, 0.4, len(place))
    spread = world.municipal * np.exp(rng.normal(0, world.wild, towns))
    town = spread * _moves(rng, world, towns) + _steps(rng, world, years, towns)
    school = world.school * _moves(rng, world, len(place))
    luck = rng.normal(0, world.passing, (len(years), len(place)))
    common = np.cumsum(rng.normal(0, world.common, (len(years), 1)), axis=0)
    steady = np.isin(np.arange(towns), rng.choice(towns, moving, replace=False))
    drift = slope / 100 * (steady[place] * (years - years.mean())[:, None])
    chance = 1 / (1 + np.exp(-(own + town[:, place] + school + luck + common))) + drift
    usual = np.exp(rng.normal(world.size, 0.6, len(place)))
    pupils = rng.poisson(usual, chance.shape)
    below = rng.binomial(pupils, np.clip(chance, 0.002, 1))
    return _rows(years, place, pupils, below), steady


def summed(rows, *keys):
    """Sum results by year and the keys given; a group without results has none."""
    return rows.groupby([*keys, "year"], as_index=False)[["participants", "below"]].sum()


def _moves(rng, world, count):
    """One row per year: what chance does to `count` units of spread 1."""
    years = np.array(world.years)
    new = rng.standard_t(3, (len(years), count)) / np.sqrt(3)
    if not world.heavy:
        new = rng.normal(0, 1, (len(years), count))
    gaps = np.diff(years, prepend=years[0])
    if world.kind == "walk":
        return np.cumsum(new * np.sqrt(gaps)[:, None], axis=0)
    kept = 0.5 if world.kind == "fading" else 0.0
    moves = [new[0]]
    for gap, one in zip(gaps[1:], new[1:], strict=True):
        moves.append(kept**gap * moves[-1] + np.sqrt(1 - kept ** (2 * gap)) * one)
    return np.array(moves)


def _steps(rng, world, years, towns):
    after = (years > BREAKS[0])[:, None] * rng.normal(0, world.step, towns)
    since = np.arange(len(years))[:, None] >= rng.integers(1, len(years), towns)
    return after + since * world.jump * rng.choice([-1, 1], towns)


def _rows(years, place, pupils, below):
    count = len(place)
    return pd.DataFrame(
        {
            "year": np.repeat(years, count),
            "school_id": np.tile(np.arange(count), len(years)),
            "oktmo": np.tile(place, len(years)),
            "participants": pupils.ravel(),
            "below": below.ravel(),
        }
    )
