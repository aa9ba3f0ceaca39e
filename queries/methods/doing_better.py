"""Tell of two schools or places whether one does better, by full counts and by shares of pupils.

A full count is what it is: the larger share is better. Shares of pupils are better only where their
Wilson intervals do not meet, which is stricter than a test of the difference (N. Schenker,
J. F. Gentleman, "On judging the significance of differences by examining the overlap between
confidence intervals", The American Statistician 55 (2001), 182–186). One pupil writes in several
subjects, so a share rests on as many independent results as pupils wrote in one subject.
"""

import numpy as np

from queries.methods.intervals import wilson

Count = tuple[float, float]
"""A part and its whole; NaN: not known."""


def more_done(own: Count, other: Count) -> bool:
    """Tell whether the other has the larger share of a full count; unknown counts never have."""
    (part, whole), (their_part, their_whole) = own, other
    if not (whole > 0 and their_whole > 0):
        return False
    return bool(their_part * whole > part * their_whole)


def fewer_below(own: Count, other: Count, subjects: int, confidence: float) -> bool:
    """Tell whether the other's share below the threshold is lower, with intervals apart.

    Counts are of results in up to `subjects` subjects; an unknown count is never lower.
    """
    if not more_done(other, own):
        return False  # intervals of shares that are not lower are never apart in this direction
    part, whole = np.array([own, other], float).T / max(subjects, 1)
    low, high = wilson(part, whole, confidence)
    return bool(high[1] < low[0])
