"""Arrange results as schools × years, the form in which the methods of dynamics compute."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Panel:
    """Arrays of schools × years, in the order of `schools` and `years`; NaN: not counted."""

    schools: np.ndarray
    years: np.ndarray
    entry: np.ndarray
    """Year of first entry into the project by school; 0: never."""

    municipality: np.ndarray
    """Code of each school's municipality."""

    participants: np.ndarray
    below: np.ndarray

    @property
    def share(self) -> np.ndarray:
        """Share below the threshold, 0–1."""
        share: np.ndarray = self.below / self.participants
        return share

    def at(self, year: int) -> int:
        """Column of a year; −1: there are no results of it."""
        found = np.flatnonzero(self.years == year)
        return int(found[0]) if len(found) else -1

    def untouched(self, place: int) -> np.ndarray:
        """Find the schools that no effect can have reached in a year.

        The project is taken to act from the year after first entry: the list of a year is made
        when its spring is near, so the year of entry itself is still without it.
        """
        free: np.ndarray = (self.entry == 0) | (self.entry >= self.years[place])
        return free

    def counted(self) -> "Panel":
        """Leave out the schools without a single year that counts."""
        rows = ~np.isnan(self.participants).all(axis=1)
        schools, entry, municipality = self.schools[rows], self.entry[rows], self.municipality[rows]
        counts = self.participants[rows], self.below[rows]
        return Panel(schools, self.years, entry, municipality, *counts)

    def laid_over(self, other: "Panel") -> "Panel":
        """Give the counts for the schools of `other`, of the same years; a missing one has none."""
        place = np.searchsorted(self.schools, other.schools)
        place = np.minimum(place, max(len(self.schools) - 1, 0))
        counts = np.full((2, *other.participants.shape), np.nan)
        if len(self.schools):
            both = self.schools[place] == other.schools
            for layer, found in enumerate((self.participants, self.below)):
                counts[layer, both] = found[place[both]]
        return Panel(other.schools, other.years, other.entry, other.municipality, *counts)


def panel_of(results: pd.DataFrame, minimum: float, years: Sequence[int] | None = None) -> Panel:
    """Arrange rows, one per school and year; groups smaller than `minimum` are not counted."""
    row, schools = pd.factorize(results["school_id"].to_numpy(object), sort=True)
    year = results["year"].to_numpy(int)
    known = np.unique(year) if years is None else np.asarray(years, int)
    place = np.searchsorted(np.append(np.sort(known), np.iinfo(int).max), year)
    inside = np.isin(year, known) & results["participants"].ge(max(minimum, 1)).to_numpy(bool)
    counts = np.full((2, len(schools), len(known)), np.nan)
    for layer, name in enumerate(("participants", "below")):
        counts[layer, row[inside], place[inside]] = results[name].to_numpy(float)[inside]
    entry, municipality = np.zeros(len(schools), int), np.empty(len(schools), object)
    entry[row] = results["entry_year"].fillna(0).to_numpy(int)
    municipality[row] = results["oktmo"].to_numpy(object)
    return Panel(schools, np.sort(known), entry, municipality, *counts)
