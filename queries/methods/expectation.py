"""Expect the change of a cohort as if there were no project: see `regression_to_mean`."""

import numpy as np

from queries.methods.panel import Panel


class Expectation:
    """A cohort between two years: whom it holds, how they moved, what was to be expected."""

    def __init__(self, panel: Panel, cohort: int, base_year: int, year: int) -> None:
        self.base, self.later = panel.at(base_year), panel.at(year)
        both = panel.share[:, [self.base, self.later]]
        self.inside = (panel.entry == cohort) & ~np.isnan(both).any(axis=1)
        self.moved = both[self.inside, 1] - both[self.inside, 0]
        self.past = panel.share[self.inside, : self.base + 1]
        self.moves = panel.share[:, : self.later + 1].copy()
        self.moves[:, 1:] = np.diff(self.moves, axis=1)
        for place in range(1, self.later + 1):
            self.moves[~panel.untouched(place), place] = np.nan

    def expected(self, weights: np.ndarray, reliability: np.ndarray) -> np.ndarray:
        """Mean change of the cohort without project, 0–1, one per row of `weights`."""
        means = self._means(weights)
        counted = ~np.isnan(self.past)
        years = counted.sum(axis=1)
        above = np.nansum(self.past, axis=1) - means[:, : self.base + 1] @ counted.T
        kept = reliability[:, None] / (1 + (years - 1) * reliability[:, None])
        changes = means[:, [self.later]] + kept * above - self.past[:, -1]
        mean: np.ndarray = (weights[:, self.inside] * changes).sum(axis=1) / self.inside.sum()
        return mean

    def _means(self, weights: np.ndarray) -> np.ndarray:
        """Mean share of all schools in each year had there been no project; resamples × years.

        The mean of the first year, moved on by the mean changes of schools that no effect had
        reached. Who is left out of a change was chosen by results older than both its years, so
        the rest is not picked by what is measured.
        """
        counted = ~np.isnan(self.moves)
        sums = weights @ np.where(counted, self.moves, 0)
        return np.cumsum(sums / (weights @ counted), axis=1)
