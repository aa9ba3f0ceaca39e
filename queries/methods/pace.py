"""Say when a target will be reached if schools go on being covered as they lately were.

The range is the prediction interval for the mean of h future observations of a normal
distribution, from n past ones (G. J. Hahn, W. Q. Meeker, Statistical Intervals, 1991, ch. 4),
times h: the sum of h months lies in

    h·m ± t(n − 1) · s · √(h + h² / n)

m and s being the mean and the standard deviation of the recent monthly changes. It takes the
months to be alike and independent: school terms, or one order that covers many schools at once,
make the true range wider.
"""

import calendar
import datetime
import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import t

HORIZON = 120
"""Months ahead that a date is looked for; beyond ten years it would say nothing."""


@dataclass(frozen=True)
class Pace:
    """Schools and schools a month; dates are last days of months.

    `expected`, `earliest`, `latest` are None if the target is not reached within ten years, or is
    reached already (`left` is 0). `needed_per_month` is None then, and after the target's date.
    `months_late`: calendar months from the target's date to the expected one, 0 if in time, None
    if there is no expected one.
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
    months = _reached(changes, left, confidence) if left else (None, None, None)
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


def _reached(changes: np.ndarray, left: int, confidence: float) -> tuple[int | None, ...]:
    """Months until the mean, the upper and the lower end of the sum first come to what is left."""
    ahead, known = np.arange(1, HORIZON + 1), len(changes)
    mean, spread = changes.mean(), changes.std(ddof=1)
    half = t.ppf(0.5 + confidence / 2, known - 1) * spread * np.sqrt(ahead + ahead**2 / known)
    sums = (ahead * mean, ahead * mean + half, ahead * mean - half)
    # The tolerance lets 3 months of 1/3 come to 1.
    hits = (np.flatnonzero(total >= left - 1e-9) for total in sums)
    return tuple(int(ahead[hit[0]]) if hit.size else None for hit in hits)


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
