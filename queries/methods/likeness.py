"""Find what is most like a school or a municipality by declared variables with published weights.

Each variable is brought to a spread of 1 over the region: a number by its standard deviation, a
word or a set of codes by the root of the summed variances of its 0/1 columns. The squared
difference of two units drawn by lot is then 2 on average in every variable, so the weights alone
decide what counts. The distance is the root of the weighted mean of squared differences over the
variables known of the unit asked about. What is not known of another counts as by lot, 2: left out
of the mean (J. C. Gower, "A general coefficient of similarity and some of its properties",
Biometrics 27 (1971), 857–871) it would bring near whoever told nothing. Of whom too little is
known is not compared.

Limits: likeness is by context alone. What is not among the variables may differ, so a school that
does better is a reason to ask how, and no proof that the other could.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd
from scipy.spatial.distance import cdist

LEAST_KNOWN = 0.5
"""Share of the weight that must be known: of a unit, to be asked about; of both, to be compared."""

BY_LOT = 2.0
"""Mean squared difference of two units drawn by lot, in every variable."""

PRECISION = 9
"""Decimals to which distances are told apart: nearer ones are equal."""


@dataclass(frozen=True)
class Variable:
    """A column that units are compared by, and how much it counts (0: not at all).

    amount: numbers; size: numbers that are compared by their ratio; word: codes; codes: sets.
    """

    name: str
    kind: Literal["amount", "size", "word", "codes"]
    weight: float


@dataclass(frozen=True)
class Nearest:
    """Units most like the one asked about, nearest first, or why there are none.

    rows: `unit`, `distance`, `known` (number of variables known of both). compared: variables that
    tell units apart and are known of the one asked about; missing: those not known of it. tied:
    units left out though as near as the last one given.
    """

    rows: pd.DataFrame
    compared: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    tied: int = 0
    refused: str = ""
    """`unknown_unit`, `too_little_known`, `no_others`, or `nobody_alike`: none is nearer than two
    units drawn by lot are."""


@dataclass(frozen=True)
class Scaled:
    """Units by their names, and by variable the columns that tell them apart, each of spread 1."""

    units: pd.Index
    columns: dict[Variable, np.ndarray]


def scaled(units: pd.DataFrame, variables: Sequence[Variable]) -> Scaled:
    """Bring the variables of units, which the index names, to one spread.

    A variable in which all known units are equal tells nobody apart and is left out.
    """
    found = {each: _scaled(units[each.name], each.kind) for each in variables if each.weight > 0}
    telling = {each: columns for each, columns in found.items() if columns is not None}
    return Scaled(units.index, telling)


def nearest(among: Scaled, of: object, most: int) -> Nearest:
    """Give at most `most` units that are most like `of`.

    Only those that are nearer than two drawn by lot. Of equally near ones those known better come
    first, then by name.
    """
    units, telling = among.units, among.columns
    if of not in units:
        return Nearest(_none(), refused="unknown_unit")
    if len(units) == 1:
        return Nearest(_none(), refused="no_others")
    asked = units.get_loc(of)
    known = {each: not np.isnan(columns[asked]).any() for each, columns in telling.items()}
    compared = tuple(each.name for each, is_known in known.items() if is_known)
    missing = tuple(each.name for each, is_known in known.items() if not is_known)
    whole = sum(each.weight for each in telling)
    own = sum(each.weight for each in telling if known[each])
    if not whole or own < LEAST_KNOWN * whole:
        return Nearest(_none(), compared, missing, refused="too_little_known")
    measured = _measured({each: telling[each] for each in telling if known[each]}, asked)
    others = measured.weight >= LEAST_KNOWN * own
    others[asked] = False
    near = np.flatnonzero(others & (measured.distance < np.sqrt(BY_LOT)))
    if not len(near):
        why = "nobody_alike" if others.any() else "no_others"
        return Nearest(_none(), compared, missing, refused=why)
    near = _first(near, measured.distance, most)
    columns = {name: getattr(measured, name)[near] for name in ("distance", "known")}
    given = pd.DataFrame({"unit": units[near], **columns})
    given = given.sort_values(["distance", "known", "unit"], ascending=[True, False, True])
    tied = len(given) - min(most, len(given))
    return Nearest(given.head(most).reset_index(drop=True), compared, missing, tied)


def _first(near: np.ndarray, distance: np.ndarray, most: int) -> np.ndarray:
    """Keep the `most` nearest, and those as near as the last of them: few are worth sorting."""
    if len(near) <= most:
        return near
    farthest = np.partition(distance[near], most - 1)[most - 1]
    closest: np.ndarray = near[distance[near] <= farthest]
    return closest


class _Measured(NamedTuple):
    """Of each unit: its distance, and the weight and number of variables known of it."""

    distance: np.ndarray
    weight: np.ndarray
    known: np.ndarray


def _measured(columns: dict[Variable, np.ndarray], asked: int) -> _Measured:
    units = len(next(iter(columns.values())))
    summed, weight, known = (np.zeros(units) for _ in range(3))
    for each, scaled in columns.items():
        apart = cdist(scaled[[asked]], scaled, "sqeuclidean")[0]
        here = ~np.isnan(apart)
        summed += each.weight * np.where(here, apart, BY_LOT)
        weight += each.weight * here
        known += here
    own = sum(each.weight for each in columns)
    return _Measured(np.round(np.sqrt(summed / own), PRECISION), weight, known.astype(int))


def _scaled(values: pd.Series, kind: str) -> np.ndarray | None:
    """Give the columns of a variable with a spread of 1, NaN where not known; None without any."""
    columns = _columns(values, kind)
    known = columns[~np.isnan(columns).any(axis=1)]
    spread = float(known.var(axis=0).sum()) if len(known) else 0.0
    return columns / np.sqrt(spread) if spread > 10**-PRECISION else None


def _columns(values: pd.Series, kind: str) -> np.ndarray:
    """Write a variable as numbers; sizes as logarithms, of which 0 is not known."""
    if kind in ("amount", "size"):
        numbers: np.ndarray = pd.to_numeric(values).to_numpy(float)[:, None]
        if kind == "size":
            np.log(numbers, where=numbers > 0, out=(logarithms := np.full_like(numbers, np.nan)))
            return logarithms
        return numbers
    missing = np.array([not isinstance(each, frozenset) and pd.isna(each) for each in values])
    sets = [
        frozenset() if gone else each if kind == "codes" else frozenset({each})
        for each, gone in zip(values, missing, strict=True)
    ]
    codes = sorted({code for each in sets for code in each})
    found = np.array([[code in each for code in codes] for each in sets], float)
    found = found.reshape(len(sets), len(codes))
    found[missing] = np.nan
    return found


def _none() -> pd.DataFrame:
    return pd.DataFrame({"unit": [], "distance": [], "known": []})


def places(schools: pd.DataFrame, kinds: pd.Series) -> pd.DataFrame:
    """One row per municipality of `kinds` (its kind by ОКТМО) that has schools: its context.

    schools: oktmo, locality, pupils, adverse_conditions (NaN: not known). Means and shares are over
    the schools of which they are known.
    """
    rows = schools.assign(
        is_rural=schools["locality"].eq("rural").astype(float),
        pupils=pd.to_numeric(schools["pupils"]),
        is_adverse=pd.to_numeric(schools["adverse_conditions"]),
    )
    found = rows.groupby("oktmo").agg(
        schools=("oktmo", "size"),
        rural=("is_rural", "mean"),
        pupils=("pupils", "mean"),
        adverse=("is_adverse", "mean"),
    )
    return found.assign(kind=kinds.reindex(found.index))
