"""Draw the results of one year: lasting level, what passes with the year, and the pupils."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.demo import tables
from data.demo.parameters import Parameters
from data.demo.standing import Standing
from data.demo.streams import Streams

ENROLMENT_SPREAD = 0.12
POINTS_PER_LOGIT = 6.0
"""Test points that a school loses with one unit of logit (assumption)."""

PUPIL_POINTS = 14.0
"""Spread of test points between pupils of one school (assumption)."""


@dataclass(frozen=True)
class YearResults:
    """Results of one year; every array is schools × works, shares are parts of one."""

    participants: np.ndarray
    without_project: np.ndarray
    """Chance of a pupil to stay below the threshold, had no school joined the project."""

    chance: np.ndarray
    """The same with the project, as drawn from."""

    below: np.ndarray
    mean_score: np.ndarray


def drawn(
    standing: Standing, year: int, effect: np.ndarray, streams: Streams, parameters: Parameters
) -> YearResults:
    """Draw a year's results; effect is each school's, in percentage points."""
    region = int(standing.schools["school_id"].iloc[0][:2])
    rng = streams.of("results", region, year)
    participants = _participants(standing, rng)
    logit = standing.logit + parameters.year_shift[year]
    logit = logit + standing.yearly_spread[:, None] * rng.standard_normal((len(logit), 1))
    logit = logit + rng.normal(0, parameters.spread.work_year, logit.shape)
    without = 1 / (1 + np.exp(-logit))
    chance = np.maximum(without + effect[:, None] / 100, without * parameters.least_left)
    return YearResults(
        participants=participants,
        without_project=without,
        chance=chance,
        below=rng.binomial(participants, chance),
        mean_score=_scores(standing, year, logit, participants, streams.of("scores", region, year)),
    )


def _participants(standing: Standing, rng: np.random.Generator) -> np.ndarray:
    """Draw pupils of each grade in the year, and those of them who wrote each work."""
    works, shape = standing.works, standing.enrolment.shape
    grades = pd.factorize(works["grade"])[0]
    moved = np.exp(ENROLMENT_SPREAD * rng.standard_normal((shape[0], grades.max() + 1)))
    first = np.unique(grades, return_index=True)[1]
    pupils = rng.poisson(standing.enrolment[:, first] * moved)[:, grades]
    wrote = rng.binomial(pupils, works["attendance"].to_numpy(float))
    profile = (works["subject"] == "mathematics_profile").to_numpy()
    base = (works["subject"] == "mathematics_base").to_numpy()
    # Mathematics is sat in one of two forms: who does not write the base one writes the other.
    wrote[:, profile] = pupils[:, profile] - wrote[:, base]
    return wrote


def _scores(
    standing: Standing,
    year: int,
    logit: np.ndarray,
    participants: np.ndarray,
    rng: np.random.Generator,
) -> np.ndarray:
    """Mean test score of the exams that are marked in points of 100; NaN for the others."""
    means = np.array(
        [
            tables.mean_scores().get((year, subject), np.nan) if procedure == "EGE" else np.nan
            for procedure, subject in standing.works[["procedure", "subject"]].to_numpy()
        ]
    )
    centred = logit - standing.work_level
    noise = rng.standard_normal(logit.shape) * PUPIL_POINTS / np.sqrt(np.maximum(participants, 1))
    scores: np.ndarray = np.clip(np.round(means - POINTS_PER_LOGIT * centred + noise, 1), 5, 98)
    return scores


def as_rows(standing: Standing, year: int, results: YearResults) -> pd.DataFrame:
    """One row per school and work that someone wrote, as the table `assessment_result`."""
    school, work = np.nonzero(results.participants)
    works = standing.works.iloc[work]
    return pd.DataFrame(
        {
            "school_id": standing.schools["school_id"].to_numpy(object)[school],
            "year": year,
            "procedure": works["procedure"].to_numpy(object),
            "grade": works["grade"].to_numpy(),
            "subject": works["subject"].to_numpy(object),
            "participants": results.participants[school, work],
            "below_threshold": results.below[school, work],
            "mean_score": results.mean_score[school, work],
        }
    )
