"""Expect each school's share, year by year, from what its years so far tell.

Of the year before a school brings what was expected of it then (H), by how much its result
surprised (V), and its size. Least squares over the schools that the project had not reached in a
year find what schools with the same past came to: given all earlier results the choice of schools
says nothing more, whatever the rule was (D. B. Rubin, "Inference and missing data", Biometrika 63
(1976), 581–592; J. Robins, "A new approach to causal inference in mortality studies with a
sustained exposure period", Mathematical Modelling 7 (1986), 1393–1512, on the g-formula). So the
slope, the spread, the common change and the fading of luck are those of the very pair of years.
The surprise also enters bent, because a very bad year tells less than its size; size bends both,
because small schools are luckier. Results under the project are never history: the expectation of
such a school runs through them as it was.
"""

from dataclasses import dataclass

import numpy as np

from queries.methods.panel import Panel

Columns = list[np.ndarray]
"""Further predictors of one year, resamples × schools each."""

RIDGE = 1e-12
"""Added to the squares of columns of length one, so that columns that say the same do no harm."""


@dataclass(frozen=True)
class Past:
    """What a year leaves for the next: resamples × schools, percentage points."""

    expected: np.ndarray
    surprise: np.ndarray
    """Result less expectation; 0 without a result that counts."""

    known: np.ndarray
    """Schools with a result that counts."""


class Expectation:
    """The schools of a region, each drawn so many times as a row of `weights` (resamples) says."""

    def __init__(self, panel: Panel, weights: np.ndarray, beside: list[Columns]) -> None:
        self.share, self.seen = 100 * panel.share, seen(panel)
        self.weights, self.beside, self.size = weights, beside, _size(panel)

    def step(
        self, place: int, past: Past | None, listed: np.ndarray | None = None
    ) -> tuple[Past, np.ndarray]:
        """Expect the shares of a year (a column) from the past; None: it is the first year.

        Also gives the slopes, resamples × predictors. With `listed` schools, these may differ
        from all others by an amount of their own, which is then the last slope.
        """
        rows = self.seen[:, place]
        design = self._first() if past is None else self._design(place, past)
        if listed is not None:
            apart = np.broadcast_to(listed[None, :, None], (*design.shape[:2], 1))
            design = np.concatenate([design, apart], axis=2)
        result = np.where(rows, self.share[:, place], 0.0)
        expected, slopes = _fitted(design, result, rows, self.weights)
        return Past(expected, np.where(rows, result - expected, 0.0), rows), slopes

    def _first(self) -> np.ndarray:
        """Of the first year only the sizes of schools are known."""
        design = np.ones((len(self.weights), len(self.size), 2))
        design[..., 1] = self.size
        return design

    def _design(self, place: int, past: Past) -> np.ndarray:
        rows = self.seen[:, place]
        both = past.known & rows
        scale = max(float(np.sqrt(np.mean(past.surprise[0, both] ** 2))), 1e-9)
        bent = scale * np.tanh(past.surprise / scale)
        bent = np.where(past.known, bent - bent[:, both].mean(axis=1, keepdims=True), 0.0)
        level = past.expected - past.expected[:1, rows].mean()
        columns = [level, past.surprise, self.size * level, self.size * past.surprise, bent]
        columns += self.beside[place] if self.beside else []
        design = np.empty((*level.shape, 2 + len(columns)))
        design[..., :2] = self._first()
        for number, column in enumerate(columns, 2):
            design[..., number] = column
        return design


def seen(panel: Panel) -> np.ndarray:
    """Find the results that count and that no project had reached; schools × years."""
    untouched = [panel.untouched(place) for place in range(len(panel.years))]
    found: np.ndarray = np.column_stack(untouched) & ~np.isnan(panel.participants)
    return found


def history(panel: Panel, weights: np.ndarray, least: int, last: int) -> list[Columns]:
    """Give what another procedure's results foretell of each year up to the last: for `beside`.

    Two a year: the share it is expected to have there, and by how much its last result surprised.
    None before its first year with `least` schools; a later year with fewer leaves it as it was.
    """
    run, past, found = Expectation(panel, weights, []), None, list[Columns]()
    for place in range(last + 1):
        before = past
        if run.seen[:, place].sum() >= least:
            past, _ = run.step(place, past)
        elif past is not None:
            past = Past(past.expected, np.zeros_like(past.surprise), run.seen[:, place])
        if past is None:
            found.append([])
        else:
            surprise = np.zeros_like(past.surprise) if before is None else before.surprise
            found.append([past.expected - past.expected[:1].mean(), surprise])
    return found


def _size(panel: Panel) -> np.ndarray:
    """Logarithm of the mean number of participants, less its own mean; 0 for a school without."""
    counted = ~np.isnan(panel.participants)
    some = counted.any(axis=1)
    size = np.zeros(len(some))
    sums, years = np.nansum(panel.participants[some], axis=1), counted[some].sum(axis=1)
    size[some] = np.log(sums / years)
    size[some] -= size[some].mean()
    return size


def _fitted(
    design: np.ndarray, result: np.ndarray, rows: np.ndarray, weights: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Fit by weighted least squares over some schools, in each resample; predict all schools."""
    length = np.sqrt(np.maximum((design[0, rows] ** 2).sum(axis=0), 1e-30))
    some = design[:, rows] / length
    left = np.swapaxes(some * weights[:, rows, None], 1, 2)
    squares = left @ some + RIDGE * np.eye(len(length))
    slopes = np.linalg.solve(squares, left @ result[rows][:, None])[..., 0] / length
    return (design @ slopes[..., None])[..., 0], slopes
