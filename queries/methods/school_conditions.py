"""Tell which conditions of a school's work are hard, compared with the schools of its region.

No source sets a limit from which a condition is adverse, so each is compared: hard is what stands
among the hardest part of the region's schools, by the settings. It describes what a school works
under and explains no result. Where few schools are known nothing is compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

SHARES: Mapping[str, tuple[str, str]] = {
    "staff": ("vacant_posts", "posts"),
    "language": ("other_language", "pupils_counted"),
    "income": ("low_income", "pupils_counted"),
}
"""Conditions that are shares: which part of which whole."""

DISTANCE = "distance"
CONDITIONS = (*SHARES, DISTANCE)
PUPILS = ("language", "income")
"""Conditions made of pupils: told of a school only if enough of them are counted."""

HARD, NOT_HARD, UNKNOWN = "hard", "not_hard", "unknown"


@dataclass(frozen=True)
class HardRule:
    """When a condition is hard, and how many hard ones make a school's conditions hard.

    share: per cent of the region's schools that are called the hardest; conditions: hard ones
    from which a school's are hard; schools: fewest known ones among which any are compared;
    pupils: fewest counted pupils of a school of which a condition is told.
    """

    share: float
    conditions: int
    schools: int
    pupils: int


def judged(context: pd.DataFrame, rule: HardRule) -> pd.DataFrame:
    """One row per row of `context`: its values, whether each is hard, and the school's state.

    context: one row per school of a region and year: school_id and the counts of `school_context`,
    missing where not known. Columns added: `value_*` (a share 0–1, or km; missing if not told),
    `is_*` (HARD, NOT_HARD, UNKNOWN), `hard` and `known` (numbers of conditions), `state`.
    """
    told = context.copy()
    for name in CONDITIONS:
        told[f"value_{name}"] = _values(context, name, rule)
        told[f"is_{name}"] = _compared(told[f"value_{name}"], rule)
    found = told[[f"is_{name}" for name in CONDITIONS]]
    told["hard"] = found.eq(HARD).sum(axis=1)
    told["known"] = found.ne(UNKNOWN).sum(axis=1)
    # What is not known might be hard: «not hard» is said only if even then there were too few.
    most = told["hard"] + len(CONDITIONS) - told["known"]
    states = [told["hard"].ge(rule.conditions), most.lt(rule.conditions)]
    told["state"] = np.select(states, [HARD, NOT_HARD], UNKNOWN)
    return told


def _values(context: pd.DataFrame, name: str, rule: HardRule) -> pd.Series:
    """Give what is compared; a whole of nothing has no share."""
    if name == DISTANCE:
        return context["distance_km"].astype(float)
    part, whole = (context[column].astype(float) for column in SHARES[name])
    least = rule.pupils if name in PUPILS else 1
    return (part / whole).where(whole.ge(max(least, 1)))


def _compared(values: pd.Series, rule: HardRule) -> np.ndarray:
    """Tell of each value whether it is among the hardest; zero never is, nor a tie that is larger.

    Of values alike all are hard or none: none if together with the harder ones they are more than
    the share of the schools known.
    """
    known = int(values.notna().sum())
    if known < rule.schools:
        return np.full(len(values), UNKNOWN, object)
    at_least = values.rank(method="max", ascending=False)
    hard = at_least.mul(100).le(rule.share * known) & values.gt(0)
    return np.select([values.isna(), hard], [UNKNOWN, HARD], NOT_HARD)
