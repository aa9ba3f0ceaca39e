"""Simulate regions whose years can be drawn anew, so that it is known what of a list is luck.

Nothing here is taken from the generator of the demonstration set or from the method. Shares, sizes
and spreads are those of a region in which the rule names some 4 to 20 % of the schools.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from queries.methods.list_luck_spread import Counts

LAST = 2
"""Years of the list."""

TOWN = 20


@dataclass(frozen=True)
class World:
    """How schools differ; spreads are standard deviations on the logit scale."""

    lasting: float = 0.65
    work: float = 0.2
    """What a school lastingly has in a work."""
    yearly: float = 0.3
    small: float = 0.0
    """What passes with a year, beside `yearly`: divided by the root of a grade's pupils."""
    passing: float = 0.2
    """What passes with one work in one year."""
    walk: float = 0.0
    """Step of a school's level from year to year, out of the first year; negative: into the last,
    so that schools draw together instead of apart."""
    tails: float = np.inf
    """Degrees of freedom of the lasting levels."""
    clump: float = 0.0
    """Part of the schools that lie far above all others, by 2."""
    luck_tails: float = np.inf
    """Degrees of freedom of what passes with a year."""
    municipal: float = 0.0
    """What 20 schools of a municipality have in common of each year."""
    missing: float = 0.0
    """Part of the works that a school did not sit in a year."""
    harder: float = 0.0
    """What a year adds to the logit of all schools."""
    level: float = -1.9
    size: float = 3.4
    """Mean of the logarithm of a grade's pupils."""
    schools: int = 400
    works: int = 5
    years: int = 6


WORLDS = {
    "plain": World(),
    "schools hardly differ": World(lasting=0.3),
    "schools differ a lot": World(lasting=1.1),
    "heavy tails": World(tails=3.0),
    "heavy tails of years": World(luck_tails=3.0),
    "shocks of municipalities": World(municipal=0.25),
    "works missing": World(missing=0.25),
    "a clump far off": World(clump=0.03),
    "schools drift apart": World(walk=0.15),
    "schools drift far apart": World(walk=0.3),
    "schools drift together": World(walk=-0.15),
    "the region drifts": World(harder=0.15),
    "small schools vary more": World(small=0.75),
    "tiny schools": World(size=2.4, small=0.5),
    "works alike": World(work=0.02, passing=0.02, yearly=0.5),
    "works unlike": World(work=0.6, yearly=0.1),
    "many works": World(works=15, level=-2.2),
    "two years": World(years=2),
    "60 schools": World(schools=60),
}

Again = Callable[[int], np.ndarray]
"""Draws the list's years so many times: draws × schools × works × years, below the threshold."""


def drawn(world: World, seed: int) -> tuple[Counts, Again]:
    """Draw a region, and what draws the list's years anew with the same levels and pupils."""
    rng = np.random.default_rng(seed)
    shape = (world.schools, world.works, world.years)
    levels = (_levels(rng, world)[:, None] + rng.normal(0, world.work, shape[:2]))[..., None]
    levels = levels + world.level + rng.normal(0, 0.25, world.works)[:, None]
    grade = np.exp(rng.normal(world.size, 0.7, world.schools))
    steps = rng.normal(0, abs(world.walk), (world.schools, world.years)).cumsum(axis=1)
    steps -= steps[:, :1] if world.walk > 0 else steps[:, -1:]
    difficulty = world.harder * np.arange(1.0 - world.years, 1) + rng.normal(0, 0.05, world.years)
    logit = levels + steps[:, None] + difficulty
    yearly = (world.yearly + world.small / np.sqrt(grade))[:, None, None]
    pupils = rng.poisson(0.93 * grade[:, None, None], shape)
    pupils[rng.random(shape) < world.missing] = 0

    def below(logit: np.ndarray, pupils: np.ndarray, draws: int) -> np.ndarray:
        years = (draws, world.schools, 1, logit.shape[2])
        towns = rng.normal(0, world.municipal, (draws, -(-world.schools // TOWN), 1, years[3]))
        luck = yearly * _units(rng, world.luck_tails, years)
        luck = luck + np.repeat(towns, TOWN, axis=1)[:, : world.schools]
        luck = luck + rng.normal(0, world.passing, (draws, *logit.shape))
        return rng.binomial(pupils, 1 / (1 + np.exp(-(logit + luck))))

    counts = Counts(
        pupils.astype(float), below(logit, pupils, 1)[0].astype(float), np.arange(world.years)
    )
    return counts, lambda draws: below(logit[..., -LAST:], pupils[..., -LAST:], draws)


def _levels(rng: np.random.Generator, world: World) -> np.ndarray:
    levels = world.lasting * _units(rng, world.tails, (world.schools,))
    return levels + 2 * (rng.random(world.schools) < world.clump)


def _units(rng: np.random.Generator, tails: float, shape: tuple[int, ...]) -> np.ndarray:
    """Draw numbers of variance 1, normal or with heavy tails."""
    if np.isinf(tails):
        return rng.standard_normal(shape)
    return rng.standard_t(tails, shape) / np.sqrt(tails / (tails - 2))
