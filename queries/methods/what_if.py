"""Compute coverage if mentors came, left or took more schools: arithmetic, not a forecast."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Change:
    """What is supposed: new mentors of `places` each, more places for every mentor, one gone."""

    more_mentors: int = 0
    places: int = 0
    more_places: int = 0
    without: str = ""


@dataclass(frozen=True)
class Outcome:
    """Schools covered at once, schools left, free places, and how many free places could cover.

    `reachable` counts places alone: whether distance and strengths suit is the proposal's matter.
    """

    covered: int
    left: int
    free: int
    reachable: int

    @property
    def short(self) -> int:
        """Schools for which there is no free place."""
        return self.covered + self.left - self.reachable


def outcome(
    schools: pd.Series, held: pd.DataFrame, mentors: pd.DataFrame, change: Change
) -> Outcome:
    """Compute the outcome for a list of schools.

    `schools`: identifiers; `held`: counting pairs of the region, mentee_id and mentor_id;
    `mentors`: school_id, load, capacity of all who may mentor.
    """
    kept = held[held["mentor_id"].ne(change.without)]
    staying = mentors[mentors["school_id"].ne(change.without)]
    free = (staying["capacity"] + change.more_places - staying["load"]).clip(lower=0).sum()
    free = int(free) + change.more_mentors * change.places
    covered = int(schools.isin(kept["mentee_id"]).sum())
    left = len(schools) - covered
    return Outcome(covered, left, free, covered + min(left, free))
