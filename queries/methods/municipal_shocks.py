"""Find how much less sure a cohort's mean is because schools of one municipality move together."""

import numpy as np

LEAST_MUNICIPALITIES = LEAST_REPEATED = 10
"""Fewer municipalities, or fewer schools beyond one in each, cannot tell."""


def variance(residual: np.ndarray, municipality: np.ndarray, cohort: np.ndarray) -> float:
    """Variance that common shocks of municipalities add to the mean of a cohort's schools.

    Residuals and municipalities are of schools that the project had not reached, `cohort` has the
    municipality of each school of the cohort. Variance components of a one-way analysis of
    variance with unequal groups (S. R. Searle, G. Casella, C. E. McCulloch, Variance Components,
    1992, ch. 3); 0 where they cannot be told.
    """
    codes, own = np.unique(municipality, return_inverse=True)
    count, total, everyone = np.bincount(own), np.bincount(own, residual), len(residual)
    if len(codes) < LEAST_MUNICIPALITIES or everyone < len(codes) + LEAST_REPEATED:
        return 0.0
    between = (total**2 / count).sum() - residual.sum() ** 2 / everyone
    within = ((residual**2).sum() - (total**2 / count).sum()) / (everyone - len(codes))
    typical = (everyone - (count**2).sum() / everyone) / (len(codes) - 1)
    common = max(0.0, float(between / (len(codes) - 1) - within) / float(typical))
    shares = np.unique(cohort, return_counts=True)[1] / len(cohort)
    return common * max(0.0, float((shares**2).sum()) - 1 / len(cohort))
