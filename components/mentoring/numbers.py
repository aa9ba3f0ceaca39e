"""Count the page's numbers once: the schools to be mentored, their pairs, who may mentor."""

import datetime as dt
from dataclasses import dataclass, replace

import pandas as pd

from components.base.choices import setting, target
from components.base.load import keep, load, of_all
from components.mentoring.choice import MentoringView, numbers_key
from queries import mentoring, schools
from queries.methods import coverage
from queries.methods.pace import Pace, pace
from queries.view import ALL, NEVER, region_key

INDICATOR = "IND-03"
MONTHS = 24
"""Months shown: the year of the view and the one before."""


@dataclass(frozen=True)
class Numbers:
    """What the page says of a place on a day.

    schools: one row per low-performing school whose municipality reported, with its `standing`;
    standings: how many of all of them stand where; silent: how many more there are in
    municipalities that did not report; pairs: every pair of the region; held: those that count on
    the day, one row per mentee and mentor; aim: the region's target as a share, due on due_day.
    Of schools and pairs a reader has those he may see.
    """

    day: dt.date
    schools: pd.DataFrame
    standings: pd.Series
    silent: int
    pairs: pd.DataFrame
    held: pd.DataFrame
    monthly: pd.Series
    pace: Pace | None
    aim: float
    due_day: dt.date

    @property
    def listed(self) -> int:
        """How many schools are to be mentored."""
        return int(self.standings.sum())

    @property
    def covered(self) -> int:
        """How many of them have a pair that counts."""
        return int(self.standings.get("covered", 0))


def aim(region: str) -> tuple[float, dt.date]:
    """Give the region's target as a share of its schools, and the last day of its year."""
    share, year = target(INDICATOR, region)
    return share / 100, dt.date(year, 12, 31)


def numbers(view: MentoringView) -> Numbers:
    """Count the numbers of the page for the place, day and schools of a view."""
    return of_all(keep, _numbers, numbers_key(view))


def _numbers(view: MentoringView) -> Numbers:
    region, day = region_key(view), view.day
    listed, pairs = _listed(view), load(mentoring.pairs, region)
    reported = listed[listed["mentors"].notna()]
    found = reported.assign(standing=coverage.standings(reported, pairs, day))
    monthly = _monthly(found, pairs, day)
    covered = int(found["standing"].eq("covered").sum())
    share, due_day = aim(view.region)
    return Numbers(
        day=day,
        schools=found.reset_index(drop=True),
        standings=found["standing"].value_counts(),
        silent=len(listed) - len(reported),
        pairs=pairs,
        held=coverage.counting(pairs, day),
        monthly=monthly,
        pace=paced(monthly, covered, len(found), day, view.region) if len(found) else None,
        aim=share,
        due_day=due_day,
    )


def _listed(view: MentoringView) -> pd.DataFrame:
    """Low-performing schools of the place, each with its road map's state on the day."""
    found = load(schools.in_need, replace(region_key(view), on=ALL)).drop(columns=["done", "due"])
    if view.municipality != ALL:
        found = found[found["oktmo"].eq(view.municipality)]
    if view.cohort != NEVER:
        found = found[found["entry_year"].eq(view.cohort)]
    if view.schools != "all":
        found = found[found["locality"].eq(view.schools)]
    if view.picked:
        found = found[found["school_id"].isin(view.picked_schools)]
    steps = load(mentoring.steps, region_key(view))
    return found.merge(steps, "left", "school_id")


def _monthly(listed: pd.DataFrame, pairs: pd.DataFrame, day: dt.date) -> pd.Series:
    """Count covered schools at the end of each month since the first pair of the region."""
    days = coverage.month_ends(day, MONTHS)
    first = pd.to_datetime(pairs["start_date"]).min()
    if not len(pairs) or first > pd.Timestamp(day):
        return pd.Series(dtype="int64", index=pd.DatetimeIndex([]))
    before = first.to_period("M").start_time.date() - dt.timedelta(days=1)
    return coverage.over_months(listed, pairs, [each for each in days if each >= before])


def paced(monthly: pd.Series, covered: int, count: int, day: dt.date, region: str) -> Pace | None:
    """Compare the recent pace of the months with the one the target needs, by the settings."""
    share, due_day = aim(region)
    return pace(
        monthly,
        covered,
        count,
        day,
        due_day,
        share,
        int(setting("pace_months", region)),
        setting("pace_confidence", region) / 100,
        int(setting("pace_least_months", region)),
    )


def risks(view: MentoringView) -> pd.Series:
    """Risk factors of each school with a profile in the year, the highest level first."""
    return keep(_risks, replace(region_key(view), on=ALL))


def _risks(view: MentoringView) -> pd.Series:
    found = load(mentoring.risks, view)
    rank = found["level"].map({"high": 0, "medium": 1, "low": 2})
    found = found.assign(rank=rank).sort_values(["school_id", "rank", "risk_factor"])
    pairs = list(zip(found["risk_factor"], found["level"], strict=True))
    return found.assign(pair=pairs).groupby("school_id")["pair"].agg(tuple)
