"""Leave of rows those of the schools that a reader sees one by one; totals stay as they are.

Rows tell whose they are by their columns, or by the names of their index.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

SCHOOL, MENTEE, MENTOR = "school_id", "mentee_id", "mentor_id"
NAMES = (SCHOOL, MENTEE, MENTOR)
"""Columns by which a row is one of single schools."""

PLAIN = (str, int, float, bool, dt.date, np.generic, type(None))


@dataclass(frozen=True)
class Schools:
    """The schools of a reader's municipalities, and those beside them in a pair of any time."""

    own: frozenset[str]
    partners: frozenset[str]
    """Schools that mentor own ones, or are mentored by them."""

    @classmethod
    def of(
        cls, places: pd.DataFrame, pairs: pd.DataFrame, municipalities: frozenset[str]
    ) -> "Schools":
        """Find them among all: `places` has school_id and oktmo, `pairs` mentee_id, mentor_id."""
        here = frozenset(places.loc[places["oktmo"].isin(municipalities), SCHOOL])
        beside = pairs[pairs[MENTEE].isin(here) | pairs[MENTOR].isin(here)]
        return cls(here, (frozenset(beside[MENTEE]) | frozenset(beside[MENTOR])) - here)


def own(made: Any, schools: Schools) -> Any:
    """Leave of a value, and of what is inside it, the rows of schools that are seen.

    Raises TypeError for what cannot be looked through: nobody knows which schools are in it.
    """
    if isinstance(made, pd.DataFrame | pd.Series):
        return _rows(made, schools)
    if is_dataclass(made) and not isinstance(made, type):
        inside = {each.name: own(getattr(made, each.name), schools) for each in fields(made)}
        return replace(made, **inside)
    if isinstance(made, tuple | list):
        return type(made)(own(each, schools) for each in made)
    if isinstance(made, Mapping):
        return {key: own(each, schools) for key, each in made.items()}
    if isinstance(made, PLAIN) and not hasattr(made, "__html__"):
        return made
    raise TypeError(f"cannot tell of which schools {type(made).__name__} is")


def _rows(made: Any, schools: Schools) -> Any:
    """Leave rows of own schools, and rows of pairs of which one side is an own school.

    A mentor alone is seen if it helps an own school; who has no school is the municipality's.
    """
    named = {name: column for name in NAMES if (column := _column(made, name)) is not None}
    if not named:
        return made
    here = {name: _among(column, schools.own) for name, column in named.items()}
    beside = {name: _among(column, schools.partners) for name, column in named.items()}
    if {MENTEE, MENTOR} <= named.keys():
        both = (here[MENTEE] | beside[MENTEE]) & (here[MENTOR] | beside[MENTOR])
        return made[both & (here[MENTEE] | here[MENTOR])]
    if MENTOR in named:
        return made[here[MENTOR] | beside[MENTOR]]
    name = SCHOOL if SCHOOL in named else MENTEE
    nobody = named[name].isna() | named[name].eq("")
    return made[here[name] | nobody.to_numpy(bool)]


def _among(column: pd.Series, schools: frozenset[str]) -> np.ndarray:
    return column.isin(schools).to_numpy(bool)


def _column(made: Any, name: str) -> pd.Series | None:
    if name in made.index.names:
        return pd.Series(made.index.get_level_values(name))
    return made[name] if isinstance(made, pd.DataFrame) and name in made.columns else None
