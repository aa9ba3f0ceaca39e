"""Hold the pairs of a region while they are made: who may be paired, who has a place left."""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data.demo import tables
from data.demo.participation import History
from data.demo.signs import AGREEMENT
from data.schema.columns import FORMS

FORM_CHANCES = (0.62, 0.2, 0.07, 0.06, 0.05)
MOST_MENTEES = 4
WITH_EVIDENCE = 0.8
SHORTEST = 60
"""Days."""

NEIGHBOUR = 25.0
"""Spread of the taste for nearness, km: how much a farther mentor may suit better."""

KM_PER_DEGREE = (111.2, 75.0)
"""Of latitude, and of longitude at 47–55° N: enough to tell near from far."""


@dataclass
class Network:
    """The pairs made so far, and how many places each mentor has left."""

    history: History
    rng: np.random.Generator
    allowed: np.ndarray
    """Which schools stand in a municipality that answered for mentorship."""

    pairs: list[tuple[int, int, str, pd.Timestamp, pd.Timestamp | None]] = field(
        default_factory=list
    )
    load: Counter[int] = field(default_factory=Counter)

    def low(self, *years: int) -> np.ndarray:
        """Find the schools that are low-performing in any of the years and may have a pair."""
        flags = [self.history.status[year].low_performing for year in years]
        schools: np.ndarray = np.logical_or.reduce(flags) & self.allowed
        return schools

    def resilient(self, *years: int) -> np.ndarray:
        """Find the schools that are resilient in all of the years and may have a pair."""
        flags = [self.history.status[year].resilient for year in years]
        schools: np.ndarray = np.logical_and.reduce(flags) & self.allowed
        return schools

    def some(self, schools: np.ndarray, count: float) -> np.ndarray:
        """Choose some of the schools of a mask by chance, as a list of rows."""
        rows = np.nonzero(schools)[0]
        return self.rng.choice(rows, min(round(count), len(rows)), replace=False)

    def near(self, mentee: int, mentors: np.ndarray, other_than: int = -1) -> int:
        """Find the nearest of some rows that has a place left, chance allowing."""
        free = [row for row in mentors if self.load[row] < MOST_MENTEES and row != other_than]
        places = self.history.standing.schools["oktmo"]
        points = tables.points().loc[places.iloc[[mentee, *free]]].to_numpy() * KM_PER_DEGREE
        distance = np.hypot(*(points[1:] - points[0]).T)
        return int(free[np.argmin(distance + self.rng.exponential(NEIGHBOUR, len(free)))])

    def pair(self, mentee: int, mentor: int, begin: str, end: str, last: str = "") -> None:
        """Add a pair that begins between two days; it lasts, or ends by `last`."""
        start = self._day(begin, end)
        stop = self._day(str(start.date() + pd.Timedelta(days=SHORTEST)), last) if last else None
        form = str(self.rng.choice(FORMS, p=FORM_CHANCES))
        self.pairs.append((mentee, mentor, form, start, stop))
        self.load[mentor] += 1

    def _day(self, begin: str, end: str) -> pd.Timestamp:
        days = max((pd.Timestamp(end) - pd.Timestamp(begin)).days, 0)
        return pd.Timestamp(begin) + pd.Timedelta(days=int(self.rng.integers(0, days + 1)))

    def as_rows(self) -> pd.DataFrame:
        """One row per pair, as the table `mentorship`; numbered by the day it began."""
        ids = self.history.standing.schools["school_id"].to_numpy(object)
        pairs = sorted(self.pairs, key=lambda pair: (pair[3], pair[0], pair[1]))
        columns = ["mentee", "mentor", "form", "start", "stop"]
        frame = pd.DataFrame(pairs, columns=columns)
        numbers = pd.Series([f"{number:03d}" for number in range(1, len(pairs) + 1)])
        days = frame["start"].dt.strftime("%d.%m.%Y")
        shown = self.rng.random(len(pairs)) < WITH_EVIDENCE
        words = AGREEMENT + numbers + " от " + days
        return pd.DataFrame(
            {
                "mentorship_id": f"M{self.history.plan.code}-" + numbers,
                "mentee_id": ids[frame["mentee"]],
                "mentor_id": ids[frame["mentor"]],
                "form": frame["form"],
                "start_date": frame["start"].dt.strftime("%Y-%m-%d"),
                "end_date": pd.to_datetime(frame["stop"]).dt.strftime("%Y-%m-%d"),
                "evidence": words.where(shown, None),
            }
        )
