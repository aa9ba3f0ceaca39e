"""Draw what stays with a school from year to year: its level, its works, its surroundings."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.demo import tables
from data.demo.parameters import Parameters, RegionPlan
from data.demo.streams import Streams

CONTEXT_TIE = 0.6
"""Correlation of a school's surroundings with its lasting level (assumption)."""

PASSING = 0.3
"""About what a year adds to the spread between schools, for the level of a work only."""

LOGIT_SCALE = 0.346
"""(16·√3 / 15π)²: E expit(a + sZ) ≈ expit(a / √(1 + 0.346 s²)); Demidenko (2004), eq. 7.12."""


@dataclass(frozen=True)
class Standing:
    """Lasting traits of the schools of a region; arrays are schools, or schools × works."""

    schools: pd.DataFrame
    works: pd.DataFrame
    logit: np.ndarray
    """Lasting logit of the share below the threshold, schools × works."""

    level: np.ndarray
    """What of it is the school's own, the same in all works."""

    work_level: np.ndarray
    """Logit of a middle school in each work."""

    enrolment: np.ndarray
    """Mean pupils of the grade, schools × works; 0: the school has no such grade."""

    yearly_spread: np.ndarray
    """Spread of what passes with a school's year: larger in small schools."""

    surroundings: np.ndarray
    """The higher, the more adverse; standard normal."""


def drawn(
    schools: pd.DataFrame, plan: RegionPlan, streams: Streams, parameters: Parameters
) -> Standing:
    """Draw the lasting traits of schools."""
    works = tables.works()
    works = works[works["procedure"].isin(plan.procedures)].reset_index(drop=True)
    rng, spread = streams.of("standing", int(plan.code)), parameters.spread
    level = _level(schools, rng, parameters)
    of_discipline = rng.normal(0, spread.discipline, (len(schools), 2))
    discipline = of_discipline[:, (works["discipline"] == "mathematics").to_numpy(int)]
    work_level = _work_levels(works, parameters)
    grade = schools["pupils"].to_numpy(float) / 11
    return Standing(
        schools=schools,
        works=works,
        logit=work_level + level[:, None] + discipline,
        level=level,
        work_level=work_level,
        enrolment=_enrolment(schools, works, rng, parameters),
        yearly_spread=spread.school_year + spread.small_school / np.sqrt(grade),
        surroundings=_surroundings(level, streams.of("context", int(plan.code))),
    )


def _level(schools: pd.DataFrame, rng: np.random.Generator, parameters: Parameters) -> np.ndarray:
    """Add up ability, municipality and locality; centred, anchors set apart."""
    spread = parameters.spread
    codes, places = pd.factorize(schools["oktmo"], sort=True)
    level = rng.normal(0, spread.ability, len(schools))
    level += rng.normal(0, spread.municipality, len(places))[codes]
    level += np.where(schools["locality"] == "rural", spread.rural, 0.0)
    level -= level.mean()
    level[anchors(schools)] = parameters.anchor
    level[(schools["basis"] == "real").to_numpy()] += parameters.named_level
    return level


def anchors(schools: pd.DataFrame) -> np.ndarray:
    """Row of one middle-sized school in each municipality named as having low-performing ones."""
    named = schools[schools["oktmo"].isin(tables.named_municipalities())]
    by_size = named.sort_values(["oktmo", "pupils", "school_id"]).reset_index()
    upper = by_size.groupby("oktmo")["index"].apply(lambda rows: rows.iloc[len(rows) * 3 // 4])
    rows: np.ndarray = upper.to_numpy(int)
    return rows


def _work_levels(works: pd.DataFrame, parameters: Parameters) -> np.ndarray:
    """Find the logit of a middle school that gives each work its regional mean share."""
    share = works["share_below"].to_numpy(float)
    total = parameters.spread.lasting**2 + PASSING**2
    logit: np.ndarray = np.log(share / (1 - share)) * np.sqrt(1 + LOGIT_SCALE * total)
    return logit


def _enrolment(
    schools: pd.DataFrame, works: pd.DataFrame, rng: np.random.Generator, parameters: Parameters
) -> np.ndarray:
    chance = schools["locality"].map(parameters.has_grade_11).to_numpy(float)
    senior = rng.random(len(schools)) < chance
    grade = schools["pupils"].to_numpy(float)[:, None] / 11 * works["enrolment"].to_numpy(float)
    is_senior = (works["grade"] == 11).to_numpy()
    return np.where(is_senior & ~senior[:, None], 0.0, grade)


def _surroundings(level: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    tied = CONTEXT_TIE * level / level.std()
    drawn: np.ndarray = tied + np.sqrt(1 - CONTEXT_TIE**2) * rng.standard_normal(len(level))
    return drawn
