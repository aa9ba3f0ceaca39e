"""Tell what is known of schools' lasting levels: their distribution given all results so far.

Each school's results pull it from the middle of the region as far as they can be trusted
(empirical Bayes). A normal distribution is fitted to what the results leave open (M. Opper,
C. Archambeau, "The variational Gaussian approximation revisited", Neural Computation 21 (2009),
786–792), exact in its mean for few pupils too; levels far out are not pulled back like the others,
because the region's own levels are a mixture of narrow and wide normal distributions (M. Stephens,
"False discovery rates: a new deal", Biostatistics 18 (2017), 275–294).
"""

from dataclasses import dataclass

import numpy as np

from queries.methods.list_luck_spread import LOGIT_SCALE, Counts, Spread

STEPS, PLAIN = 5, 2
"""Steps of Newton's method, and how many of them go to the mode before those to the mean."""

START = 6.0
"""Pupils of a middle school that are added to each cell for a first guess."""

WIDTHS = np.array([0.3, 0.6, 1.0, 1.5, 2.2, 3.5])
"""Parts of the mixture, as multiples of the spread of lasting levels."""

NORMAL, ROUNDS = 20.0, 60
"""Schools' worth of belief that levels are normal, and rounds of the search for the mixture."""


@dataclass(frozen=True)
class Levels:
    """What is known of schools; arrays begin with schools.

    What is told: a school's lasting level in the last year, then in the years before that the
    list asks for, then what it lastingly has in each work. Given the first, the others are normal.
    """

    means: np.ndarray
    """Of the level of the last year, by part of the mixture."""

    variances: np.ndarray
    weights: np.ndarray

    mean: np.ndarray
    """Of the others where the level of the last year is `at`."""

    at: np.ndarray
    slope: np.ndarray
    """Change of the others with the level of the last year."""

    covariance: np.ndarray
    """Of the others, given the level of the last year."""


def levels(counts: Counts, spread: Spread, asked: int) -> Levels:
    """Work out the levels of every school; the list asks for so many of the last years."""
    mean, covariance = _normal(counts, spread, asked)
    at, variance = mean[:, 0], covariance[:, 0, 0]
    slope = covariance[:, 1:, 0] / variance[:, None]
    # What the results alone say: the normal distribution of the region taken out again.
    alone = 1 / np.maximum(1 / variance - 1 / spread.lasting, 1e-6)
    said = at * alone / variance
    wide = WIDTHS**2 * spread.lasting
    weights = _mixture(said, alone, wide)
    narrowed = 1 / (1 / wide + 1 / alone[:, None])
    return Levels(
        means=said[:, None] * narrowed / alone[:, None],
        variances=narrowed,
        weights=weights,
        mean=mean[:, 1:],
        at=at,
        slope=slope,
        covariance=covariance[:, 1:, 1:] - slope[:, :, None] * covariance[:, None, 1:, 0],
    )


def _normal(counts: Counts, spread: Spread, asked: int) -> tuple[np.ndarray, np.ndarray]:
    """Mean and covariance of what is told, were the levels of the region normal."""
    schools, works, years = counts.participants.shape
    gap = np.abs(counts.years[:, None] - counts.years).astype(float)
    lasting = spread.lasting * spread.kept**gap
    inverse = np.linalg.inv(lasting + spread.yearly[:, None, None] * np.eye(years))
    mean, covariance = _of_results(counts, spread, inverse)
    # A year of a school is its lasting level and what passes; here only the first is told.
    last = years - 1 - np.arange(asked)
    part = lasting[last] @ inverse
    told = np.zeros((schools, asked + works, works + years))
    told[:, :asked, works:], told[:, asked:, :works] = part, np.eye(works)
    across = told @ covariance @ np.swapaxes(told, 1, 2)
    across[:, :asked, :asked] += lasting[np.ix_(last, last)] - part @ lasting[:, last]
    return (told @ mean[..., None])[..., 0], across


def _of_results(
    counts: Counts, spread: Spread, inverse: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Mean and covariance of what a school has in each work and in each year."""
    size, below = counts.participants, counts.below
    works = size.shape[1]
    middle = 1 / (1 + np.exp(-spread.middle))
    guess = (below + START * middle) / (size + START)
    logit, flat = np.log(guess / (1 - guess)), np.ones(size.shape)
    for step in range(STEPS):
        chance = 1 / (1 + np.exp(-logit * flat))
        told = np.maximum(size * chance * (1 - chance) * flat, 1e-9)
        seen = logit - spread.middle + np.where(size > 0, (below - size * chance) / told, 0.0)
        weight = np.where(size > 0, 1 / (1 / told + spread.passing), 0.0)
        precision = _precision(weight, spread, inverse)
        right = np.concatenate([(weight * seen).sum(axis=2), (weight * seen).sum(axis=1)], axis=1)
        covariance = np.linalg.inv(precision)
        mean = (covariance @ right[..., None])[..., 0]
        both = mean[:, :works, None] + mean[:, None, works:]
        logit = spread.middle + both + spread.passing * weight * (seen - both)
        if step >= PLAIN - 1:
            open_ = _open(covariance, weight, spread.passing)
            flat = 1 / np.sqrt(1 + LOGIT_SCALE * open_)
    return mean, covariance


def _precision(weight: np.ndarray, spread: Spread, inverse: np.ndarray) -> np.ndarray:
    """Put together what results and region say of works and years; one matrix per school."""
    schools, works, years = weight.shape
    matrix = np.zeros((schools, works + years, works + years))
    matrix[:, works:, works:] = inverse
    matrix[:, :works, works:] = weight
    matrix[:, works:, :works] = np.swapaxes(weight, 1, 2)
    place = np.arange(works + years)
    matrix[:, place[:works], place[:works]] = 1 / spread.work + weight.sum(axis=2)
    matrix[:, place[works:], place[works:]] += weight.sum(axis=1)
    return matrix


def _open(covariance: np.ndarray, weight: np.ndarray, passing: float) -> np.ndarray:
    """Variance that is left of the logit of each cell."""
    works = weight.shape[1]
    own = np.diagonal(covariance, axis1=1, axis2=2)
    both = own[:, :works, None] + own[:, None, works:] + 2 * covariance[:, :works, works:]
    rest = 1 - passing * weight
    left: np.ndarray = rest**2 * both + passing * rest
    return left


def _mixture(said: np.ndarray, alone: np.ndarray, wide: np.ndarray) -> np.ndarray:
    """Find how often levels are how wide, and how likely each part is for each school."""
    variance = wide + alone[:, None]
    fit = -0.5 * (said[:, None] ** 2 / variance + np.log(variance))
    fit = np.exp(fit - fit.max(axis=1, keepdims=True))
    normal = np.where(WIDTHS == 1, NORMAL, 0.0)
    often = np.full(len(WIDTHS), 1 / len(WIDTHS))
    parts: np.ndarray = fit * often
    for _ in range(ROUNDS):
        parts = fit * often
        parts /= parts.sum(axis=1, keepdims=True)
        often = (parts.sum(axis=0) + normal) / (len(said) + NORMAL)
    return parts
