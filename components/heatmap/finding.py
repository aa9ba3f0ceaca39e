"""Say what a heat map shows, when its rule passes; otherwise nothing.

Each function takes the compared cells of one column, municipalities only, and gives a sentence,
or None when the rule of its sentence does not hold.
"""

import pandas as pd

from components.base.i18n import Words

ENOUGH = 2
"""Municipalities that must have a count before a sentence speaks of the region."""

SILENT = ("not_reported", "no_data")
"""States after which nothing may be said of every municipality: nobody knows."""


def finding(cells: pd.DataFrame, indicator: str, chance: float, words: Words) -> str | None:
    """Pick the sentence of an indicator; `chance`: share of marks where nothing differs, 0–1."""
    rules = {
        "IND-19": most_schools,
        "IND-03": without_any_pair,
        "IND-13": overdue_somewhere,
        "IND-20": less_than_half_trained,
    }
    if indicator not in rules:
        return beyond_chance(cells, chance, words)
    counted = cells[cells["state"].eq("counted") & cells["denominator"].notna()]
    everyone = not cells["state"].isin(SILENT).any()
    return rules[indicator](counted, everyone, words) if len(counted) >= ENOUGH else None


def most_schools(cells: pd.DataFrame, everyone: bool, words: Words) -> str | None:
    """Say how few municipalities hold most of the schools in need; not if they are no few."""
    schools = cells["numerator"].sort_values(ascending=False)
    if schools.sum() == 0:
        return words("finding.no_schools_in_need") if everyone else None
    few = int((schools.cumsum() < schools.sum() / 2).sum()) + 1
    if few > len(cells) / 3:
        return None
    held, every = schools.head(few).sum(), schools.sum()
    if held == every:
        return words("finding.every_school", n=few, total=words.number(every))
    return words("finding.most_schools", n=few, held=words.number(held), total=words.number(every))


def without_any_pair(cells: pd.DataFrame, everyone: bool, words: Words) -> str | None:
    """Count municipalities where not one school in need has a mentor; or all schools have one."""
    none = int(cells["numerator"].eq(0).sum())
    if none:
        return words("finding.without_any_pair", n=none)
    if not everyone:
        return None
    if cells["numerator"].eq(cells["denominator"]).all():
        return words("finding.all_mentored")
    return words("finding.some_pair_everywhere")


def overdue_somewhere(cells: pd.DataFrame, everyone: bool, words: Words) -> str | None:
    """Count municipalities with a measure past its date."""
    late = int(cells["numerator"].lt(cells["denominator"]).sum())
    if late:
        return words("finding.overdue", n=late)
    return words("finding.nothing_overdue") if everyone else None


def less_than_half_trained(cells: pd.DataFrame, everyone: bool, words: Words) -> str | None:
    """Count municipalities where less than half of the teachers were trained."""
    few = int((2 * cells["numerator"]).lt(cells["denominator"]).sum())
    return words("finding.less_than_half_trained", n=few) if few else None


def beyond_chance(cells: pd.DataFrame, chance: float, words: Words) -> str | None:
    """Count municipalities unlike the rest of the region, beside how many chance would mark.

    Only compared ones count; `chance` is the share of them marked where nothing differs, 0–1.
    """
    compared = cells[cells["verdict"].ne("not_compared")]
    if len(compared) < ENOUGH:
        return None
    worse = int(compared["verdict"].eq("worse").sum())
    better = int(compared["verdict"].eq("better").sum())
    if not worse and not better:
        return words("finding.nobody_differs", n=len(compared))
    marks = words.number(chance * len(compared), 1)
    beside = words("finding.by_chance", n=len(compared), marks=marks)
    if not worse:
        return words("finding.better", n=better) + beside
    also = words("finding.and_better", n=better) if better else ""
    return words("finding.worse", n=worse) + also + beside
