"""Find the schools that a published rule lists as low-performing, and because of what.

The rule, quoted for one region in 2025: at least 30 % of the participants below the threshold in
two or more procedures of the year, and in the same procedure two years running
(https://news.mail.ru/society/69272865/). Every number of it is a setting; either condition can be
set alone. A procedure is taken as a work: one procedure in one grade and subject. A work counts in
a year if enough pupils sat it. What cannot be known is neither yes nor no: fewer works than the
rule asks for, a work that reached the share and did not count the year before, a break in between.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

import numpy as np
import pandas as pd

Condition = Literal["both", "works", "years", "either"]
CONDITIONS: tuple[Condition, ...] = get_args(Condition)

WORK = ["procedure", "grade", "subject"]
YES, NO, UNKNOWN = 1, 0, -1

TENTHS = 10
"""A share of the rule is known to a tenth of a point: counts are compared as whole numbers."""


@dataclass(frozen=True)
class ListRule:
    """When a school is listed; `share` is a percentage, `least` a number of participants."""

    share: float
    works: int
    years: int
    least: int
    condition: Condition = "both"

    @property
    def tenths(self) -> int:
        """Give the share in tenths of a per cent."""
        return round(self.share * TENTHS)


@dataclass(frozen=True)
class Sat:
    """Results as arrays of whole numbers, years × schools × works, the year that is judged last.

    `joined`, years × works: whether a year may be compared with the one before. Nobody sat: 0.
    """

    schools: pd.Index
    works: pd.MultiIndex
    participants: np.ndarray
    below: np.ndarray
    joined: np.ndarray


class Verdicts(NamedTuple):
    """YES, NO or UNKNOWN: of the rule, and of its two conditions."""

    listed: np.ndarray
    by_works: np.ndarray
    by_years: np.ndarray


def sat(
    results: pd.DataFrame, year: int, rule: ListRule, breaks: Collection[tuple[str, int]] = ()
) -> Sat:
    """Lay out the results of the years that a rule looks at, which end with `year`.

    One row of `results` per school, year and work: school_id, year, procedure, grade, subject,
    participants, below. Schools are those with a result in `year`. `breaks`: procedures and years
    whose results are not comparable with those before.
    """
    years = range(year - rule.years + 1, year + 1)
    now = results.loc[results["year"].eq(year)]
    schools = pd.Index(now["school_id"].unique()).sort_values()
    works = pd.MultiIndex.from_frame(now[WORK].drop_duplicates().sort_values(WORK))
    shape = (len(years), len(schools), len(works))
    counts = {name: np.zeros(shape, int) for name in ("participants", "below")}
    school = schools.get_indexer(results["school_id"])
    work = works.get_indexer(pd.MultiIndex.from_frame(results[WORK]))
    place = results["year"].to_numpy(int) - years.start
    here = (school >= 0) & (work >= 0) & (place >= 0) & (place < len(years))
    for name, cells in counts.items():
        cells[place[here], school[here], work[here]] = results[name].to_numpy(int)[here]
    broken = {(procedure, at) for procedure, at in breaks}
    joined = [[(work[0], at) not in broken for work in works] for at in years]
    return Sat(schools, works, **counts, joined=np.array(joined, bool).reshape(len(years), -1))


def judged(found: Sat, rule: ListRule) -> pd.DataFrame:
    """Judge every school: one row per school_id, in order.

    listed, by_works, by_years: YES, NO or UNKNOWN; counted, reached: works of the year that count,
    and those of them that reach the share; margin: percentage points that the deciding work is over
    the share, negative where it is below, NaN where the rule does not tell.
    """
    verdict = verdicts(counts(found, rule), reached(found, rule), found.joined, rule)
    works_margin, years_margin = _works_margin(found, rule), _years_margin(found, rule)
    margin = {
        "both": np.fmin(works_margin, years_margin),
        "either": np.fmax(works_margin, years_margin),
        "works": works_margin,
        "years": years_margin,
    }[rule.condition]
    return pd.DataFrame(
        {
            "school_id": found.schools,
            "listed": verdict.listed,
            "by_works": verdict.by_works,
            "by_years": verdict.by_years,
            "counted": counts(found, rule)[-1].sum(axis=1),
            "reached": reached(found, rule)[-1].sum(axis=1),
            "margin": np.where(verdict.listed == UNKNOWN, np.nan, margin),
        }
    )


def verdicts(counted: np.ndarray, over: np.ndarray, joined: np.ndarray, rule: ListRule) -> Verdicts:
    """Judge by flags alone: which works count and which reach the share; years × … × works."""
    by_works, by_years = _by_works(counted, over, rule), _by_years(counted, over, joined)
    listed = {
        "both": _all(by_works, by_years),
        "either": _any(by_works, by_years),
        "works": by_works,
        "years": by_years,
    }[rule.condition]
    return Verdicts(listed, by_works, by_years)


def decisive(found: Sat, rule: ListRule) -> pd.Series:
    """Give by school the share, 0–1, that it reaches in as many works as the rule asks for.

    A school is listed by the works of the year if this reaches the share of the rule. A school with
    fewer works that count has none.
    """
    margin = _works_margin(found, rule)
    known = ~np.isnan(margin)
    shares = (margin[known] + rule.tenths / TENTHS) / 100
    return pd.Series(shares, found.schools[known])


def counts(found: Sat, rule: ListRule) -> np.ndarray:
    """Tell of each year, school and work whether enough pupils sat it."""
    enough: np.ndarray = found.participants >= max(rule.least, 1)
    return enough


def reached(found: Sat, rule: ListRule) -> np.ndarray:
    """Tell of each year, school and work whether it counts and has the share of the rule."""
    at_share = found.below * 100 * TENTHS >= found.participants * rule.tenths
    return counts(found, rule) & at_share


def reasons(found: Sat, rule: ListRule) -> pd.DataFrame:
    """Give one row per school and work that reached the share in the year.

    school_id, procedure, grade, subject, participants, below; `run`: in how many years running,
    this one included, of the years that the rule looks at.
    """
    over = reached(found, rule)
    run = np.cumprod(_linked(over, found.joined)[::-1], axis=0).sum(axis=0)
    school, work = np.nonzero(over[-1])
    rows = found.works[work].to_frame(index=False)
    rows.insert(0, "school_id", found.schools[school])
    return rows.assign(
        participants=found.participants[-1][school, work],
        below=found.below[-1][school, work],
        run=run[school, work],
    )


def _linked(over: np.ndarray, joined: np.ndarray) -> np.ndarray:
    """Keep what was reached in a year from which no break parts the years after."""
    after = np.ones_like(joined)
    after[:-1] = np.cumprod(joined[:0:-1], axis=0)[::-1]
    linked: np.ndarray = over & np.expand_dims(after, tuple(range(1, over.ndim - 1))).astype(bool)
    return linked


def _by_works(counted: np.ndarray, over: np.ndarray, rule: ListRule) -> np.ndarray:
    """Judge by the number of works of the year."""
    enough = counted[-1].sum(axis=-1) >= rule.works
    return np.where(enough, over[-1].sum(axis=-1) >= rule.works, UNKNOWN).astype(int)


def _by_years(counted: np.ndarray, over: np.ndarray, joined: np.ndarray) -> np.ndarray:
    """Judge by the works that reached the share in every year of the rule."""
    known = _linked(counted, joined)
    listed = (known & over).all(axis=0).any(axis=-1)
    # A work that reached the share wherever it is known, and is not known everywhere.
    open_still = over[-1] & ~known.all(axis=0) & (over | ~known).all(axis=0)
    unknown = ~listed & (open_still.any(axis=-1) | ~known[-1].any(axis=-1))
    return np.select([listed, unknown], [YES, UNKNOWN], NO)


def _works_margin(found: Sat, rule: ListRule) -> np.ndarray:
    """Give the order statistic that decides by the number of works; NaN with too few."""
    share = np.sort(_over(found, rule)[-1], axis=1)[:, ::-1]
    if share.shape[1] < rule.works:
        return np.full(len(share), np.nan)
    decides = share[:, rule.works - 1]
    return np.where(np.isinf(decides), np.nan, decides)


def _years_margin(found: Sat, rule: ListRule) -> np.ndarray:
    """Give what decides by the years: of the best work its worst year; NaN where it is open."""
    counted = counts(found, rule)
    known = _linked(counted, found.joined).all(axis=0)
    least = np.where(known, _over(found, rule).min(axis=0), -np.inf)
    unknown = _by_years(counted, reached(found, rule), found.joined) == UNKNOWN
    margin = least.max(axis=1, initial=-np.inf)
    return np.where(np.isinf(margin) | unknown, np.nan, margin)


def _over(found: Sat, rule: ListRule) -> np.ndarray:
    """Give by how many percentage points each work that counts is over the share; else -inf."""
    share = 100 * found.below / np.maximum(found.participants, 1)
    return np.where(counts(found, rule), share - rule.tenths / TENTHS, -np.inf)


def _all(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Join two conditions that must both hold: a no decides, else what is not known does."""
    no, unknown = (one == NO) | (other == NO), (one == UNKNOWN) | (other == UNKNOWN)
    return np.select([no, unknown], [NO, UNKNOWN], YES)


def _any(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Join two conditions of which one is enough: a yes decides, else what is not known does."""
    yes, unknown = (one == YES) | (other == YES), (one == UNKNOWN) | (other == UNKNOWN)
    return np.select([yes, unknown], [YES, UNKNOWN], NO)


def changes(
    before: Collection[str], now: Collection[str], ever: Collection[str]
) -> dict[str, list[str]]:
    """Part the schools of two lists: who entered, returned, stayed and left.

    `before`, `now`: school_id on the list of the earlier year and of the later; `ever`: on any list
    before the earlier year, or between the two. A school that is new to `now` and was listed some
    time has returned.
    """
    was, has, known = set(before), set(now), set(ever)
    return {
        "entered": sorted(has - was - known),
        "returned": sorted((has - was) & known),
        "stayed": sorted(has & was),
        "left": sorted(was - has),
    }
