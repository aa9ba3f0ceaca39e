"""Draw the risk profiles and the training of teachers of low-performing schools."""

import numpy as np
import pandas as pd

from data.demo import tables
from data.demo.streams import Streams

LEVELS = ("high", "medium", "low")
LEVEL_CHANCES = (0.3, 0.45, 0.25)
FACTOR_COUNTS = (2, 3, 4)
FACTOR_CHANCES = (0.3, 0.45, 0.25)
EASED = 0.3
"""Chance that a factor found again is one level lower (assumption)."""

PUPILS_PER_TEACHER = 14
TRAINED = {2019: 0.22, 2020: 0.33, 2021: 0.47, 2022: 0.61}
"""Mean share of trained teachers (assumption); it grows with the support."""

TRAINED_SPREAD = 0.6


def risk_rows(listed: pd.DataFrame, region: int, streams: Streams) -> pd.DataFrame:
    """One row per school, year and risk factor, as the table `risk_profile`.

    listed: school_id, year, locality and adverse_conditions of low-performing schools.
    """
    rng = streams.of("risks", region)
    found: dict[str, dict[str, str]] = {}
    rows = []
    for school in listed.sort_values(["year", "school_id"]).itertuples():
        before = found.get(str(school.school_id))
        place, hard = str(school.locality), bool(school.adverse_conditions)
        now = _again(before, rng) if before else _profile(place, hard, rng)
        found[str(school.school_id)] = now
        rows += [(school.school_id, school.year, factor, now[factor]) for factor in sorted(now)]
    return pd.DataFrame(rows, columns=["school_id", "year", "risk_factor", "level"])


def _profile(locality: str, hard: bool, rng: np.random.Generator) -> dict[str, str]:
    weights = tables.risk_weights()
    chance = weights[locality].to_numpy(float)
    chance = chance * weights["adverse"].to_numpy(float) if hard else chance
    count = rng.choice(FACTOR_COUNTS, p=FACTOR_CHANCES)
    factors = weights["risk_factor"].to_numpy(str)
    chosen = rng.choice(factors, count, replace=False, p=chance / chance.sum())
    levels = rng.choice(LEVELS, count, p=LEVEL_CHANCES)
    return {str(factor): str(level) for factor, level in zip(chosen, levels, strict=True)}


def _again(before: dict[str, str], rng: np.random.Generator) -> dict[str, str]:
    """Keep the factors of the year before; some are one level lower now."""
    return {
        factor: LEVELS[min(LEVELS.index(level) + int(rng.random() < EASED), len(LEVELS) - 1)]
        for factor, level in sorted(before.items())
    }


def training_rows(listed: pd.DataFrame, region: int, streams: Streams) -> pd.DataFrame:
    """One row per school and year, as the table `training`.

    listed: school_id, year and pupils of low-performing schools.
    """
    rng = streams.of("training", region)
    listed = listed.sort_values(["school_id", "year"], ignore_index=True)
    schools, places = np.unique(listed["school_id"].to_numpy(str), return_inverse=True)
    mean = listed["year"].map(TRAINED).to_numpy(float)
    own = rng.normal(0, TRAINED_SPREAD, len(schools))[places]
    share = 1 / (1 + np.exp(-np.log(mean / (1 - mean)) - own))
    staff = rng.normal(1, 0.12, len(schools))[places] * listed["pupils"].to_numpy(float)
    teachers = np.maximum(np.rint(staff / PUPILS_PER_TEACHER), 4).astype(int)
    columns = {
        "school_id": listed["school_id"],
        "year": listed["year"],
        "teachers": teachers,
        "trained": rng.binomial(teachers, share),
    }
    return pd.DataFrame(columns)
