"""Count how often schools are named in years drawn anew, by the chance that they were told."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from queries.methods.identification import ListRule
from queries.methods.list_luck import luck
from queries.methods.list_luck_spread import Counts
from tests.queries.methods.luck_worlds import LAST, Again

RULE = ListRule(share=30, works=2, years=LAST, least=10)
STEADY, RATHER = 0.8, 0.5
"""As the settings have them; a test compares."""

ANEW = 40
"""Times that the years of a list are drawn anew."""


def told(drawn: tuple[Counts, Again], seed: int) -> pd.DataFrame:
    """Give one row per school: chance; `by_shares`, the chance if its shares were the truth.

    Beside them `named`, the part of the years drawn anew in which it is named, and `listed` now.
    """
    counts, again = drawn
    found = luck(as_rows(counts), int(counts.years[-1]), RULE).set_index("school_id")["chance"]
    pupils, below = (each[..., -LAST:] for each in (counts.participants, counts.below))
    rng = np.random.default_rng(seed)
    by_shares = rng.binomial(
        pupils.astype(int), below / np.maximum(pupils, 1), (ANEW, *below.shape)
    )
    return pd.DataFrame(
        {
            "chance": found.reindex(range(len(below))).to_numpy(),
            "by_shares": named(pupils, by_shares).mean(axis=0),
            "named": named(pupils, again(ANEW)).mean(axis=0),
            "listed": named(pupils, below),
        }
    ).dropna()


def named(pupils: np.ndarray, below: np.ndarray) -> np.ndarray:
    """Apply the rule again, plainly; arrays end with schools × works × years."""
    weak = (pupils >= 10) & (10 * below >= 3 * pupils)
    found: np.ndarray = (weak[..., -1].sum(axis=-1) >= 2) & weak.all(axis=-1).any(axis=-1)
    return found


def as_rows(counts: Counts) -> pd.DataFrame:
    """One row per school, work and year in which somebody wrote; schools are numbered."""
    school, work, year = np.nonzero(counts.participants)
    return pd.DataFrame(
        {
            "school_id": school,
            "year": counts.years[year],
            "procedure": "VPR",
            "grade": work,
            "subject": "mathematics",
            "participants": counts.participants[school, work, year].astype(int),
            "below": counts.below[school, work, year].astype(int),
        }
    )


def calibration(rows: pd.DataFrame, edges: Iterable[float], by: str = "chance") -> pd.DataFrame:
    """Give one row per span of chances: schools, told, named, and half of a 95 % interval; in %.

    Years of one school drawn anew are alike; the interval is of the schools.
    """
    span = pd.cut(rows[by], list(edges), right=False)
    groups = rows.groupby(span, observed=False)
    error = 196 * groups["named"].std() / np.sqrt(groups.size())
    return pd.DataFrame(
        {
            "schools": groups.size(),
            "told": 100 * groups[by].mean(),
            "named": 100 * groups["named"].mean(),
            "within": error,
        }
    )
