"""Compute the cost of a pair of a school to be helped and a school that may help, part by part.

Every part is between 0 and 1, 0 being best, so that their weights can be compared. What is not
known never counts as good: an unknown distance costs as the farthest one. A fit that cannot be
judged is neither good nor bad, 0.5: a school must not gain or lose by declaring nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass

import numpy as np
import pandas as pd

EARTH_RADIUS_KM = 6371.0088
"""Mean radius R1 of GRS 80 (H. Moritz, Journal of Geodesy 74 (2000), 128–133)."""

UNKNOWN_FIT = 0.5
STEP = 1_000_000
"""Weighed costs are whole millionths: sums are then exact, and equal ones are seen as equal."""


@dataclass(frozen=True)
class Weights:
    """How much each part of the cost counts; at least 0, and only their proportions matter."""

    distance: float
    fit: float
    locality: float
    load: float

    def __post_init__(self) -> None:
        if not all(np.isfinite(weight) and weight >= 0 for weight in astuple(self)):
            raise ValueError("Weights are finite numbers that are not below 0.")


@dataclass(frozen=True)
class Parts:
    """Costs of all pairs: rows are mentees and columns mentors, in the order they were given.

    `load` and `place` are of mentors and their free places instead, the next place to be taken
    first; NaN past the last. `distance`, `fit`, `locality` and `load` are 0–1; `between`, `place`
    and `full` (of a mentor without a free place) are weighed whole millionths.
    """

    distance: np.ndarray
    fit: np.ndarray
    locality: np.ndarray
    load: np.ndarray
    kilometres: np.ndarray
    fit_known: np.ndarray
    between: np.ndarray
    place: np.ndarray
    full: float


def costs(
    mentees: pd.DataFrame, mentors: pd.DataFrame, weights: Weights, farthest_km: float
) -> Parts:
    """Weigh distance, fit, locality and load of every mentee with every mentor.

    `distance`: great-circle km between municipalities' centres, of `farthest_km`, at most 1.
    `fit`: share of the mentee's risks that the mentor is not strong in. `locality`: 0 if both are
    of one kind. `load`: what the mentor would carry, the place included, of its capacity; each
    further place costs more, so that pairs spread. One row per school in both frames.
    """
    if not farthest_km > 0:
        raise ValueError("The farthest distance is above 0 km.")
    kilometres = _kilometres(mentees, mentors)
    distance = np.minimum(kilometres / farthest_km, 1)
    distance[np.isnan(distance)] = 1
    fit, fit_known = _fit(mentees["risks"], mentors["strengths"])
    kinds = [rows["locality"].to_numpy(object) for rows in (mentees, mentors)]
    same = (kinds[0][:, None] == kinds[1]) & pd.notna(kinds[0])[:, None]
    locality = 1.0 - same
    load = _load(mentors, len(mentees))
    share = np.array(astuple(weights)) / (sum(astuple(weights)) or 1)
    between = share[0] * distance + share[1] * fit + share[2] * locality
    whole = [np.round(STEP * part) for part in (between, share[3] * load, share[3])]
    return Parts(distance, fit, locality, load, kilometres, fit_known, *whole)


def _kilometres(mentees: pd.DataFrame, mentors: pd.DataFrame) -> np.ndarray:
    """Haversine formula, exact for near points (R. W. Sinnott, Sky & Telescope 68 (1984), 159)."""
    sides = [
        np.radians(rows[["latitude", "longitude"]].to_numpy(float)) for rows in (mentees, mentors)
    ]
    (south, west), (north, east) = (side.T for side in sides)
    rise = np.sin((north - south[:, None]) / 2) ** 2
    turn = np.sin((east - west[:, None]) / 2) ** 2
    chord = rise + np.cos(south)[:, None] * np.cos(north) * turn
    kilometres: np.ndarray = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(chord, 0, 1)))
    return kilometres


def _fit(
    risks: Sequence[Collection[str]], strengths: Sequence[Collection[str]]
) -> tuple[np.ndarray, np.ndarray]:
    """Share of each mentee's risks outside each mentor's strengths; whether both are declared."""
    codes = sorted({code for declared in (*risks, *strengths) for code in declared})
    needed, offered = (_indicators(declared, codes) for declared in (risks, strengths))
    amount = needed.sum(axis=1)
    known = (amount > 0)[:, None] & (offered.sum(axis=1) > 0)
    unmet = 1 - needed @ offered.T / np.maximum(amount, 1)[:, None]
    return np.where(known, unmet, UNKNOWN_FIT), known


def _indicators(declared: Sequence[Collection[str]], codes: Sequence[str]) -> np.ndarray:
    """One row per school, 1 where it declared the code."""
    found = np.zeros((len(declared), len(codes)))
    place = {code: position for position, code in enumerate(codes)}
    for row, own in zip(found, declared, strict=True):
        row[[place[code] for code in own]] = 1
    return found


def _load(mentors: pd.DataFrame, mentees: int) -> np.ndarray:
    """Cost of each free place of each mentor; no more places than there are mentees to take them.

    An overloaded mentor has none.
    """
    load, capacity = (mentors[name].to_numpy(float)[:, None] for name in ("load", "capacity"))
    most = int(np.clip(np.max(capacity - load, initial=0), 0, mentees))
    carried = load + np.arange(1, most + 1)
    return np.where(carried <= capacity, carried / np.maximum(capacity, 1), np.nan)
