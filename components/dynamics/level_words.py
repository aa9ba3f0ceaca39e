"""Find what the sentence of a full count or a mean score is about: which years, which amounts."""

import pandas as pd

from components.base.i18n import Words
from components.dynamics import level_sentences as said
from components.dynamics import lines
from components.dynamics.choice import DynamicsView
from components.dynamics.levels import COUNTED, Level, kind, level, own


def sentence(view: DynamicsView) -> str:
    """Say how the cohort in colour stands; without any, the schools never in the project."""
    words, found = Words(view.language), level(view)
    whose = lines.group(found.cohort, words)
    if kind(view) == "counts":
        now, before = (_count(own(found), year) for year in (found.last, found.last - 1))
        return said.counted(whose, COUNTED[view.indicator], now, before, words)
    if not found.cohort:
        return words("dynamics.no_cohorts")
    amount, years = change(found)
    return said.mean_changed(whose, amount, years, words)


def change(found: Level) -> tuple[float | str, tuple[int, int] | None]:
    """Give the change of a mean since the last year before the entry, or why there is none."""
    mine = own(found)["share"]
    before = [int(year) for year in found.rows["year"].unique() if year < found.cohort]
    if found.last <= found.cohort or mine.empty:
        return "no_later_year", None
    if not before:
        return "no_baseline", None
    first = max(before)
    if not {first, found.last} <= set(mine.index) or mine[[first, found.last]].isna().any():
        return "suppressed", None
    return float(mine[found.last] - mine[first]), (first, found.last)


def _count(mine: pd.DataFrame, year: int) -> tuple[int, int, int] | None:
    if year not in mine.index:
        return None
    return year, int(mine.loc[year, "numerator"]), int(mine.loc[year, "denominator"])
