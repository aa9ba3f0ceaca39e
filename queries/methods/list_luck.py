"""Tell how much of the list of low-performing schools is luck.

For each school: the chance that the rule would name it if the years of the list were run anew,
with as many participants, works as difficult and the same lasting level of the school, but other
luck: of pupils, of the school's years, of single works. The lasting level is not known and enters
with all that results up to the list leave open about it (posterior predictive draws). So a chance
is what it says: of schools that are told 70 %, some 70 in a hundred are named when years are drawn
anew (`python -m tests.benchmarks luck`). It is no forecast: help, new teachers and other pupils
change what lasts.

A chance is made of pupils' results: it may be shown only of schools whose results may be shown by
the published blocks (`queries.whole_blocks`). What is learnt of a region is learnt from all of its
schools, so ask for all and leave rows out afterwards.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import Literal

import numpy as np
import pandas as pd

from queries.methods.identification import (
    UNKNOWN,
    YES,
    ListRule,
    Sat,
    counts,
    judged,
    sat,
    verdicts,
)
from queries.methods.list_luck_draws import Drawing
from queries.methods.list_luck_spread import Counts

Word = Literal["steady", "rather_steady", "maybe_chance", "unknown"]

LEAST_SCHOOLS, LEAST_YEARS = 60, 2
"""Schools and years with results from which it can be learnt how results vary: with 30 schools
those told 88 % were named in 80 % of years drawn anew, with 60 in 84 %."""

DRAWS, FIRST = 600, 100
"""Draws of a school, and those after which schools that were never named are left at 0: of
schools with a chance of 5 % one in 170 is. Twice the standard error at 50 %: 4 points at most."""

OPEN_MOST = 0.05
"""If the rule says neither yes nor no in more of the draws, and more often than yes, the chance is
not known: of a school without a second year, and of one whose works hardly ever count."""


def word(chance: float, steady: float, rather: float) -> Word:
    """Put a chance into a word, by the chances, 0–1, from which it is steady, or rather so.

    Below one half the rule would sooner not name the school again; four times in five is what
    the project calls sure elsewhere too (`pace_confidence`).
    """
    if np.isnan(chance):
        return "unknown"
    if chance >= steady:
        return "steady"
    return "rather_steady" if chance >= rather else "maybe_chance"


def luck(
    results: pd.DataFrame, year: int, rule: ListRule, breaks: Collection[tuple[str, int]] = ()
) -> pd.DataFrame:
    """Give each school's chance to be named by the rule, whether it now is or not.

    `results` and `breaks` as `identification.sat` takes them, of all years; those after `year` are
    not looked at. One row per school with results in `year`: school_id, chance (0–1; NaN where the
    rule cannot tell, or too little is known of the region). Same results, same chances.
    """
    first = int(results["year"].min()) if len(results) else year
    years = max(year - first + 1, rule.years)
    history = sat(results, year, replace(rule, years=years), breaks)
    now = _of_list(history, rule)
    chance = np.full(len(now.schools), np.nan)
    written = history.participants.sum(axis=(1, 2)) > 0
    if written.sum() >= LEAST_YEARS and len(chance) >= LEAST_SCHOOLS:
        told = judged(now, rule)["listed"].to_numpy() != UNKNOWN
        chance[told] = _chances(_past(history, written, year, rule), now, rule)[told]
    return pd.DataFrame({"school_id": now.schools, "chance": chance})


def _of_list(history: Sat, rule: ListRule) -> Sat:
    """Take the years that the rule looks at."""
    return replace(
        history,
        participants=history.participants[-rule.years :],
        below=history.below[-rule.years :],
        joined=history.joined[-rule.years :],
    )


def _past(history: Sat, written: np.ndarray, year: int, rule: ListRule) -> Counts:
    """Take the years with results and those of the list, which come last."""
    taken = written.copy()
    taken[-rule.years :] = True
    years = np.arange(year - len(written) + 1, year + 1)[taken]
    participants, below = (
        np.ascontiguousarray(np.moveaxis(each[taken], 0, 2), float)
        for each in (history.participants, history.below)
    )
    return Counts(participants, below, years)


def _chances(past: Counts, now: Sat, rule: ListRule) -> np.ndarray:
    """Count in how many draws each school is named."""
    drawing, counted = Drawing(past, rule), counts(now, rule)[:, :, None]
    chance, rows = np.zeros(len(now.schools)), np.arange(len(now.schools))
    for draws in (FIRST, DRAWS):
        weak = drawing.weak(rows, draws)
        listed = verdicts(counted[:, rows], weak, now.joined, rule).listed
        yes, neither = ((listed == said).mean(axis=1) for said in (YES, UNKNOWN))
        chance[rows] = np.where(neither > np.maximum(yes, OPEN_MOST), np.nan, yes)
        rows = rows[yes > 0]
    return chance
