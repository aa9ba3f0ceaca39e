"""Say when a target will be reached if schools go on being covered as they lately were.

The range comes from the place's own months of a whole year, so that school terms and orders which
cover many schools at once are in it as they were: many possible futures are drawn out of these
months, and the range holds the middle of the months in which they reach the target. Each future
weighs the months anew, for a year of them does not tell their true frequencies (the Bayesian
bootstrap: D. B. Rubin, The Annals of Statistics 9 (1981), 130–134).
"""

import calendar
import datetime
import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

HORIZON = 120
"""Months ahead that a date is looked for; beyond ten years it would say nothing."""

YEAR = 12
"""Months without which there is no range: terms and holidays are not all seen."""

FUTURES = 1000
WEIGHT = 0.6
"""Shape of the gamma weights of months. With 1, as in the source, the range of 80 % held the true
month in 72 to 93 % of simulated futures from twelve months; with this, in 77 to 93 %."""


@dataclass(frozen=True)
class Pace:
    """Schools and schools a month; dates are last days of months.

    `expected`, `earliest`, `latest` are None if the target is not reached within ten years, or is
    reached already (`left` is 0); the last two also without a whole year of months.
    `needed_per_month` is None if it is reached, and after the target's date. `months_late`:
    calendar months from the target's date to the expected one, 0 if in time, None if there is no
    expected one.
    """

    left: int
    per_month: float
    needed_per_month: float | None
    expected: datetime.date | None
    earliest: datetime.date | None
    latest: datetime.date | None
    months_late: int | None
    after_target: bool


def pace(
    monthly: pd.Series,
    covered: int,
    schools: int,
    today: datetime.date,
    target_date: datetime.date,
    target_share: float,
    recent: int,
    confidence: float,
    least_months: int,
) -> Pace | None:
    """Compare the recent pace with the one that is needed; None if too few months are known.

    `monthly`: schools covered at the end of each month, by ascending date; only full months
    count, and a month that is missing or NaN leaves two changes unknown. `covered` of `schools`
    today; shares and confidence 0–1. At least two of the `recent` last changes must be known.
    """
    changes = _changes(monthly)[-recent:]
    changes = changes[~np.isnan(changes)]
    if len(changes) < max(least_months, 2):
        return None
    left = max(wanted(target_share, schools) - covered, 0)
    months = (_arithmetic(changes, left), *_range(changes, left, confidence))
    expected, earliest, latest = (_month_end(today, month) for month in months)
    after_target = today > target_date
    needed = left / max(_whole_months(today, target_date), 1) if left and not after_target else None
    late = max(_months_between(target_date, expected), 0) if expected else None if left else 0
    per_month = float(changes.mean())
    return Pace(left, per_month, needed, expected, earliest, latest, late, after_target)


def wanted(target_share: float, schools: int) -> int:
    """Count the schools that make up a share 0–1 of all; a part of a school is a whole one."""
    # Rounding first: 0.55 × 100 is slightly above 55 in floating point.
    return math.ceil(round(target_share * schools, 9))


def _changes(monthly: pd.Series) -> np.ndarray:
    """Net change of each full month, NaN where it or the month before is not known."""
    days = pd.DatetimeIndex(monthly.index)
    full = monthly.to_numpy(float)[days.is_month_end]
    series = pd.Series(full, days[days.is_month_end].to_period("M"))
    if series.empty:
        return np.array([])
    every = pd.period_range(series.index[0], series.index[-1], freq="M")
    return np.diff(series.reindex(every).to_numpy())


def _arithmetic(changes: np.ndarray, left: int) -> int | None:
    """Count the months until the mean change has come to what is left."""
    # The tolerance lets 3 months of 1/3 come to 1.
    hits = np.flatnonzero(np.arange(1, HORIZON + 1) * changes.mean() >= left - 1e-9)
    return int(hits[0]) + 1 if left and hits.size else None


def _range(changes: np.ndarray, left: int, confidence: float) -> tuple[int | None, int | None]:
    """Give the months between which the middle of the futures come to what is left.

    The month of the arithmetic is never left out, though few orders of many schools may put it
    beside the middle.
    """
    if not left or len(changes) < YEAR:
        return None, None
    totals = np.cumsum(_futures(changes), axis=1)
    reached = totals >= left
    arrivals = np.where(reached.any(axis=1), reached.argmax(axis=1) + 1, HORIZON + 1)
    ends = np.quantile(
        arrivals, [0.5 - confidence / 2, 0.5 + confidence / 2], method="inverted_cdf"
    )
    mean = _arithmetic(changes, left) or HORIZON + 1
    first, last = min(int(ends[0]), mean), max(int(ends[1]), mean)
    return (first if first <= HORIZON else None), (last if last <= HORIZON else None)


def _futures(changes: np.ndarray) -> np.ndarray:
    """Draw futures, a row each, out of the months of the past; always the same of the same."""
    random = np.random.default_rng(0)
    weights = np.cumsum(random.gamma(WEIGHT, size=(FUTURES, len(changes))), axis=1)
    drawn = random.random((FUTURES, HORIZON)) * weights[:, -1:]
    places = (drawn[:, :, None] >= weights[:, None, :]).sum(axis=2)
    drawn_months: np.ndarray = changes[np.minimum(places, len(changes) - 1)]
    return drawn_months


def _whole_months(first: datetime.date, last: datetime.date) -> int:
    """Count whole months between two days; 31 January to 28 February is one."""
    day = min(first.day, calendar.monthrange(last.year, last.month)[1])
    return _months_between(first, last) - (last.day < day)


def _months_between(first: datetime.date, last: datetime.date) -> int:
    return 12 * (last.year - first.year) + last.month - first.month


def _month_end(today: datetime.date, months: int | None) -> datetime.date | None:
    """Last day of the month that is so many months ahead."""
    if months is None:
        return None
    year, month = divmod(12 * today.year + today.month - 1 + months, 12)
    return datetime.date(year, month + 1, calendar.monthrange(year, month + 1)[1])
