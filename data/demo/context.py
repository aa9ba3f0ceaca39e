"""Draw the conditions that schools work under: posts, language, income and distance."""

import numpy as np
import pandas as pd

from data.demo.participation import History
from data.demo.signs import ORIGIN
from data.demo.streams import Streams
from data.demo.told import Rows, Told

YEARS = (2021, 2022)
PUPILS_PER_POST = 11
"""One post for so many pupils (assumption)."""

LEAST_POSTS = 5
MIDDLE = {"vacant_posts": 0.05, "other_language": 0.04, "low_income": 0.18}
"""Share of a middle school; of posts near the 6.1 % of `magnitudes.csv`, the others assumed."""

PULL = {"vacant_posts": 0.6, "other_language": 0.7, "low_income": 0.5}
"""What one spread of adverse surroundings adds to the logit of a share (assumption)."""

OWN = 0.5
"""Spread of a school's own logit of each share (assumption)."""

KILOMETRES = {"rural": (19.0, 0.6), "urban": (3.0, 0.7)}
"""Middle distance to the centre and spread of its logarithm (assumption)."""

TOLD = 0.93
"""Chance that a school tells of its pupils' families (assumption)."""


def rows(history: History, streams: Streams) -> pd.DataFrame:
    """One row per school and year, as the table `school_context`."""
    rng = streams.of("school_context", int(history.plan.code))
    schools, hard = history.standing.schools, history.standing.surroundings
    count = len(schools)
    own = {name: rng.normal(0, OWN, count) + PULL[name] * hard for name in MIDDLE}
    far = _kilometres(schools, hard, rng)
    parts = []
    for year in YEARS:
        pupils = schools["pupils"].to_numpy(int)
        posts = np.maximum(np.rint(pupils / PUPILS_PER_POST), LEAST_POSTS).astype(int)
        told = rng.random(count) < TOLD
        whole = {"vacant_posts": posts, "other_language": pupils, "low_income": pupils}
        drawn = {name: rng.binomial(whole[name], _share(name, own[name])) for name in MIDDLE}
        columns = {
            "school_id": schools["school_id"].to_numpy(object),
            "year": year,
            "posts": posts,
            "vacant_posts": drawn["vacant_posts"],
            "pupils_counted": _known(pupils, told),
            "other_language": _known(drawn["other_language"], told),
            "low_income": _known(drawn["low_income"], told),
            "distance_km": far,
            "source": ORIGIN,
        }
        parts.append(pd.DataFrame(columns))
    return pd.concat(parts, ignore_index=True)


def _share(name: str, logit: np.ndarray) -> np.ndarray:
    middle = MIDDLE[name]
    share: np.ndarray = 1 / (1 + np.exp(-np.log(middle / (1 - middle)) - logit))
    return share


def _known(counts: np.ndarray, told: np.ndarray) -> pd.Series:
    """Leave out what schools did not tell; the rest stay whole numbers."""
    return pd.Series(counts, dtype="Int64").where(pd.Series(told))


def _kilometres(schools: pd.DataFrame, hard: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    middle, spread = np.array([KILOMETRES[place] for place in schools["locality"]]).T
    drawn = middle * np.exp(rng.normal(0, 1, len(schools)) * spread + 0.2 * hard)
    found: np.ndarray = np.round(drawn, 1)
    return found


def _invented(told: Told) -> pd.DataFrame:
    return rows(told.world.rostov, told.streams)


ROWS: Rows = {"school_context": _invented}
