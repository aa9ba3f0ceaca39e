"""Simulate regions of which all is known: what lasts, what passes, and what the project does.

A list is made of noisy results, its schools join, and the project acts from the year after. The
sixteen worlds of `WORLDS` are those that the method was tried on when it was chosen (its table is
in CONTRIBUTING); those of `HARDER` came later: luck that fades over years, and two faults at once.
Nothing here is taken from the generator of the demonstration set or from the methods.
"""

from dataclasses import dataclass, replace

import numpy as np

from queries.methods.net_case import Least
from queries.methods.net_change import net_change
from queries.methods.panel import Panel

YEARS = (2016, 2017, 2018, 2019, 2021, 2022)
RESULTS_OF = {2017: 2016, 2018: 2017, 2019: 2018, 2021: 2019, 2022: 2021}

ASKED = ((2017, 2016, 2022), (2019, 2018, 2021), (2021, 2019, 2022))
"""Cohorts that are judged: year of entry, the year they were chosen by, the later year."""

LEAST, MINIMUM, CONFIDENCE = Least(cohort=5, verdict=10, untouched=60), 10, 0.95
MUNICIPALITIES = 55


@dataclass(frozen=True)
class World:
    """How schools differ on the logit scale, how they are listed, and what else happens."""

    schools: int = 1000
    size: tuple[float, float] = (4.6, 0.6)
    """Mean and spread of the logarithm of a school's number of results in a year."""
    level: float = -2.0
    lasting: float = 0.4
    passing: float = 0.25
    noise: str = "normal"
    fading: float = 0.0
    """Spread of luck that stays for years, and what of it is left in the next result."""
    kept: float = 0.7
    drift: float = 0.0
    municipal: float = 0.0
    shifts: tuple[float, ...] = (0.0, -0.03, 0.02, 0.03, -0.03, 0.0)
    scale: tuple[float, ...] = (1.0,) * 6
    rule: str = "threshold"
    threshold: float = 0.25
    part: float = 0.05
    effect_pp: float = 0.0


SMALL, FADING = {"size": (3.2, 0.6)}, {"fading": 0.25, "passing": 0.15}
HARD, EASY = (0, -0.03, 0.02, 0.03, 0.5, 0.5), (0, -0.03, 0.02, 0.03, -0.5, -0.5)
WIDER = (1, 1, 1, 1, 1.3, 1.3)
SKEWED, HEAVY = {"noise": "skewed", "passing": 0.35}, {"noise": "t3", "passing": 0.35}

WORLDS = {
    "base": World(),
    "small schools (median 25)": World(**SMALL),
    "municipal shocks 0.15": World(municipal=0.15),
    "municipal shocks 0.3": World(municipal=0.3),
    "drift 0.1 a year": World(drift=0.1),
    "drift 0.2 a year": World(drift=0.2),
    "harder, +0.5 logit": World(shifts=HARD),
    "easier, -0.5 logit": World(shifts=EASY),
    "heavy-tailed noise": World(**HEAVY),
    "skewed noise": World(**SKEWED),
    "worst 5 % are listed": World(rule="part"),
    "two years in a row": World(rule="two", threshold=0.2),
    "one school in three joins": World(level=-1.0, threshold=0.4),
    "spread x 1.3 in the last two": World(scale=WIDER),
    "small region (250 schools)": World(schools=250),
    "tiny schools (median 14)": World(size=(2.65, 0.5), level=-1.0, threshold=0.45),
}
FADES = World(
    size=(4.1, 0.6), level=-1.8, lasting=0.6, fading=0.4, passing=0.2, rule="part", part=0.1
)
HARDER = {
    "luck fades, worst 10 %": FADES,
    "luck fades": World(**FADING),
    "luck fades slowly": World(fading=0.3, kept=0.9, passing=0.2),
    "luck fades + small": World(**FADING, **SMALL),
    "luck fades + harder": World(**FADING, shifts=HARD),
    "small + drift 0.2": World(**SMALL, drift=0.2),
    "small + skewed": World(**SMALL, **SKEWED),
    "small + municipal 0.3": World(**SMALL, municipal=0.3),
    "harder + skewed": World(shifts=HARD, **SKEWED),
    "harder + drift 0.2": World(shifts=HARD, drift=0.2),
    "easier + municipal 0.3": World(shifts=EASY, municipal=0.3),
    "wider + heavy tails": World(scale=WIDER, **HEAVY),
    "wider + municipal 0.3": World(scale=WIDER, municipal=0.3),
    "worst 5 % + drift 0.2": World(rule="part", drift=0.2),
    "two years + small region": World(rule="two", threshold=0.2, schools=250),
}


def judged(world, seed, asked=ASKED, resamples=60):
    """Judge the cohorts of one draw of a world: changes and refusals, in the order asked."""
    panel = drawn(world, seed)
    return [
        net_change(panel, *case, LEAST, CONFIDENCE, seed=seed, resamples=resamples)
        for case in asked
    ]


def drawn(world, seed):
    """Draw a region; lists and cohorts come about as the years go by."""
    rng, apart = np.random.default_rng(seed), np.random.default_rng([seed, 1])
    size = np.exp(rng.normal(*world.size, world.schools))
    lasting = world.level + rng.normal(0, world.lasting, world.schools)
    place = rng.integers(0, MUNICIPALITIES, world.schools)
    luck = apart.normal(0, world.fading, world.schools)
    entry, walk, results = np.zeros(world.schools, int), np.zeros(world.schools), {}
    for number, year in enumerate(YEARS):
        if year in RESULTS_OF:
            entry[(entry == 0) & _listed(world, year, results, entry)] = year
        passing = _noise(world, rng)
        if number:
            walk = walk + rng.normal(0, world.drift, world.schools)
            new = apart.normal(0, world.fading * np.sqrt(1 - world.kept**2), world.schools)
            luck = world.kept * luck + new
        logit = lasting + world.shifts[number] + walk + luck + passing
        logit = logit + rng.normal(0, world.municipal, MUNICIPALITIES)[place]
        logit = world.level + (logit - world.level) * world.scale[number]
        acted = (entry > 0) & (entry < year)
        chance = np.clip(1 / (1 + np.exp(-logit)) + acted * world.effect_pp / 100, 0, 1)
        participants = rng.poisson(size)
        results[year] = participants, rng.binomial(participants, chance)
    return paneled(results, entry, place)


def paneled(results, entry, municipality):
    """Arrange counts by year as a panel; groups smaller than the minimum do not count."""
    participants, below = (
        np.array([results[year][layer] for year in results], float).T for layer in (0, 1)
    )
    few = participants < MINIMUM
    counts = (np.where(few, np.nan, layer) for layer in (participants, below))
    names = np.array([f"{place:08d}" for place in municipality], object)
    ids = np.array([f"{school:05d}" for school in range(len(entry))], object)
    return Panel(ids, np.array(list(results)), np.asarray(entry), names, *counts)


def with_effect(world, effect_pp):
    return replace(world, effect_pp=effect_pp)


def _noise(world, rng):
    if world.noise == "t3":
        return rng.standard_t(3, world.schools) * world.passing / np.sqrt(3)
    if world.noise == "skewed":
        return (rng.exponential(1, world.schools) - 1) * world.passing
    return rng.normal(0, world.passing, world.schools)


def _listed(world, year, results, entry):
    """List the schools of a year by the results of the year before, and of the one before that."""
    share = _share(results[RESULTS_OF[year]])
    if world.rule == "part":
        order = np.argsort(np.argsort(-np.where(entry == 0, share, -1)))
        return order < world.part * world.schools
    listed = share >= world.threshold
    if world.rule == "two":
        earlier = [one for one in results if one < RESULTS_OF[year]]
        return listed & (_share(results[earlier[-1]]) >= world.threshold if earlier else False)
    return listed


def _share(counts):
    participants, below = counts
    return np.where(participants >= MINIMUM, below / np.maximum(participants, 1), -1)
