"""Draw regions in which it is known which municipalities differ, and sum their schools plainly."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

MUNICIPALITIES, DIFFERING, MANY_SCHOOLS = 55, 5, 20
EFFECT = 0.5
"""Of a municipality that differs, in logits, up or down."""


@dataclass(frozen=True)
class World:
    """How much schools differ, in logits; the share of pupils below; how many municipalities do.

    `tails`: freedom of Student's t by which schools differ; few make some very unlike the others.
    """

    spread: float
    share: float
    differing: int = 0
    tails: float = np.inf


def drawn(world: World, seed: int) -> pd.DataFrame:
    """One row per school: place, results, below, and `effect` of its municipality in logits.

    Municipalities have 1 to 60 schools, 13 in the middle; a school has some 40 results, from one
    to several hundreds, and larger ones stand together.
    """
    random = np.random.default_rng(seed)
    count = np.clip(random.lognormal(2.6, 0.8, MUNICIPALITIES).round(), 1, 60).astype(int)
    count[:3] = 1, 2, 60
    place = np.repeat(np.arange(MUNICIPALITIES), count)
    usual = random.lognormal(3.6, 0.5, MUNICIPALITIES)[place]
    results = np.maximum(1, usual * random.lognormal(-0.4, 0.9, len(place))).round().astype(int)
    effect = _effects(world, count, random)[place]
    logit = np.log(world.share / (1 - world.share)) + effect
    unlike = world.spread * _unlike(world.tails, len(place), random)
    chance = 1 / (1 + np.exp(-logit - unlike))
    below = random.binomial(results, chance)
    return pd.DataFrame({"place": place, "results": results, "below": below, "effect": effect})


def _unlike(tails: float, schools: int, random: np.random.Generator) -> np.ndarray:
    """Draw how schools differ, with a standard deviation of 1."""
    if np.isinf(tails):
        return random.normal(0, 1, schools)
    return random.standard_t(tails, schools) / np.sqrt(tails / (tails - 2))


def dealt_anew(schools: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Deal schools to municipalities by lot, as many to each as it has: then nothing differs."""
    places = np.random.default_rng(seed).permutation(schools["place"].to_numpy())
    return schools.assign(place=places, effect=0.0)


def _effects(world: World, schools: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Let some municipalities of many schools differ, as far as there are so many."""
    many = np.flatnonzero(schools >= MANY_SCHOOLS)
    which = random.choice(many, min(world.differing, len(many)), replace=False)
    effects = np.zeros(len(schools))
    effects[which] = random.choice([-EFFECT, EFFECT], len(which))
    return effects


def summed(schools: pd.DataFrame) -> pd.DataFrame:
    """One row per municipality, as the questions answer: counts, and sums over all schools.

    `shown`: at least 10 results, without its largest school too.
    """
    rows, sums = [], dict.fromkeys(("within", "apart", "together", "sizes", "freedom"), 0.0)
    for place, own in schools.groupby("place"):
        m, x = own["results"].to_numpy(float), own["below"].to_numpy(float)
        whole = m.sum()
        sums["within"] += ((x - m * x.sum() / whole) ** 2).sum()
        sums["apart"] += (m * (1 - m / whole)).sum()
        sums["together"] += (m**2).sum() - 2 * (m**3).sum() / whole + ((m**2).sum() / whole) ** 2
        sums["sizes"] += (m**2).sum()
        sums["freedom"] += len(m) - 1
        counts = {"numerator": x.sum(), "denominator": whole, "schools": float(len(m))}
        rows.append({"place": place, **counts, "shown": whole - m.max() >= 10})
    return pd.DataFrame(rows).assign(column="share", direction="lower", **sums)
