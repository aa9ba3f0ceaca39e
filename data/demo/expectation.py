"""Work out what a school's share is expected to be, and how much one year moves it.

What passes with a year is integrated over by Gauss-Hermite quadrature; the pupils' part is the
binomial variance. So the figures are exact for the drawn schools, not simulated again.
"""

from dataclasses import dataclass

import numpy as np

from data.demo.participation import History

NODES = 9


@dataclass(frozen=True)
class Expected:
    """Expected share of each school without the project, and its variance; NaN: too few pupils."""

    mean: np.ndarray
    variance: np.ndarray


def expected(history: History, year: int, works: np.ndarray) -> Expected:
    """Expect the share of some works together (a mask over works) in a year."""
    parameters, pupils = history.parameters, history.results[year].participants[:, works]
    total = pupils.sum(axis=1).astype(float)
    total[total < parameters.rule.minimum_group] = np.nan
    logit = history.standing.logit[:, works] + parameters.year_shift[year]
    points, weights = np.polynomial.hermite_e.hermegauss(NODES)
    weights = weights / weights.sum()
    means, squares = [], []
    for point in points:
        of_year = logit + history.standing.yearly_spread[:, None] * point
        mean, square = _work_moments(of_year, parameters.spread.work_year, points, weights)
        share = (pupils * mean).sum(axis=1) / total
        own = pupils**2 * (square - mean**2) + pupils * (mean - square)
        means.append(share)
        squares.append(share**2 + own.sum(axis=1) / total**2)
    overall = weights @ np.array(means)
    return Expected(overall, weights @ np.array(squares) - overall**2)


def _work_moments(
    logit: np.ndarray, spread: float, points: np.ndarray, weights: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Mean and mean square of the chance over what passes with one work in one year."""
    chance = 1 / (1 + np.exp(-(logit[..., None] + spread * points)))
    return chance @ weights, chance**2 @ weights
