"""Compare a cohort with schools just on the other side of the threshold of entry.

Near the threshold it is nearly luck who was chosen, so both groups come back to the mean alike
(D. S. Lee, T. Lemieux, "Regression discontinuity designs in economics", Journal of Economic
Literature 48 (2010), 281–355, on bandwidths); what they differ in for good is the same before and
after, and cancels (J. D. Angrist, J.-S. Pischke, Mostly Harmless Econometrics, 2009, ch. 5).
Errors are clustered by school, whose years are alike (M. Bertrand, E. Duflo, S. Mullainathan,
"How much should we trust differences-in-differences estimates?", QJE 119 (2004), 249–275).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import statsmodels.api as sm

from queries.methods.panel import Panel, panel_of
from queries.methods.refusal import Refusal

Estimate = tuple[float, float, float]
"""A number and its limits, in percentage points."""


LEAST_NAMED = 0.5
"""Part of a cohort that its list's rule must name; of fewer, the list was made by another rule."""


@dataclass(frozen=True)
class Difference:
    """Effect and difference of trends before, in percentage points; below 0: the cohort fell more.

    The difference of trends is per year; NaN: one year before cannot show a trend.
    """

    effect: float
    low: float
    high: float
    treated: int
    controls: int
    pre_trend: float
    pre_low: float
    pre_high: float


def difference_in_differences(
    results: pd.DataFrame,
    score: pd.Series,
    cohort: int,
    base_year: int,
    years_before: Sequence[int],
    years_after: Sequence[int],
    threshold: float,
    bandwidth: float,
    minimum: float,
    confidence: float,
    least_schools: int,
) -> Difference | Refusal:
    """Estimate from schools whose score is within `bandwidth` of `threshold`, both 0–1.

    The score is what the list of `base_year` goes by (`identification.decisive`); a list that goes
    by something else is refused. Treated: schools of the cohort from the threshold on; controls:
    schools below it that no project reaches in the years after nor has reached before. The year of
    the choice is never one of the years before, for its luck is what chose them. Only schools with
    results in all the years count, each once. Refused if either group has fewer than
    `least_schools`: clustered errors of few are known to be too small.
    """
    before = sorted({year for year in years_before if year != base_year})
    after = sorted(set(years_after))
    panel = panel_of(results, minimum)
    if missing := _missing(panel, base_year, before, after):
        return missing
    near = score.reindex(panel.schools).to_numpy(float)
    treated, controls = _groups(panel, cohort, near, (*before, *after), threshold, bandwidth)
    refusal = _other_rule(near[panel.entry == cohort], threshold)
    if refusal := refusal or _too_few(int(treated.sum()), int(controls.sum()), least_schools):
        return refusal
    places = [panel.at(year) for year in (*before, *after)]
    share, group = panel.share[treated | controls][:, places], treated[treated | controls]
    trend = _trend(share[:, : len(before)], group, before, confidence)
    if trend[1] > 0 or trend[2] < 0:
        return Refusal("pre_trends_differ", dict(zip(("trend", "low", "high"), trend, strict=True)))
    effect = _interaction(share, group, np.isin((*before, *after), after), confidence)
    return Difference(*effect, int(treated.sum()), int(controls.sum()), *trend)


def _other_rule(own: np.ndarray, threshold: float) -> Refusal | None:
    """Refuse if the rule names fewer than `LEAST_NAMED` of a cohort's schools with a score."""
    known = own[~np.isnan(own)]
    if len(known) == 0 or (known >= threshold).mean() >= LEAST_NAMED:
        return None
    return Refusal("other_rule", {"threshold": threshold})


def _groups(
    panel: Panel,
    cohort: int,
    score: np.ndarray,
    years: tuple[int, ...],
    threshold: float,
    bandwidth: float,
) -> tuple[np.ndarray, np.ndarray]:
    """Find which schools are treated and which are controls."""
    whole = ~np.isnan(panel.share[:, [panel.at(year) for year in years]]).any(axis=1)
    near = whole & (np.abs(score - threshold) <= bandwidth)
    free = (panel.entry == 0) | (panel.entry >= max(cohort + 1, *years))
    named = score >= threshold
    return near & named & (panel.entry == cohort), near & ~named & free


def _missing(panel: Panel, base_year: int, before: list[int], after: list[int]) -> Refusal | None:
    if panel.at(base_year) < 0 or not before or min(map(panel.at, before)) < 0:
        return Refusal("no_baseline", {"year": base_year, "years_before": tuple(before)})
    if not after or min(map(panel.at, after)) < 0:
        return Refusal("no_later_year", {"years_after": tuple(after)})
    return None


def _too_few(treated: int, controls: int, least: int) -> Refusal | None:
    details = {"treated": treated, "controls": controls, "least": least}
    if treated < least:
        return Refusal("too_few_schools", details)
    return Refusal("no_controls", details) if controls < least else None


def _trend(share: np.ndarray, group: np.ndarray, years: list[int], confidence: float) -> Estimate:
    if len(years) < 2:
        return np.nan, np.nan, np.nan
    return _interaction(share, group, np.array(years, float), confidence)


def _interaction(
    share: np.ndarray, group: np.ndarray, moment: np.ndarray, confidence: float
) -> Estimate:
    """Regress on years, group and group × moment; give the last, with limits by school."""
    schools, years = share.shape
    year, member = np.tile(np.eye(years), (schools, 1)), np.repeat(group * 1.0, years)
    times = member * np.tile(moment - moment.mean(), schools)
    fit = sm.OLS(100 * share.ravel(), np.column_stack([year, member, times])).fit(
        cov_type="cluster",
        cov_kwds={"groups": np.repeat(np.arange(schools), years)},
        use_t=True,
    )
    low, high = fit.conf_int(1 - confidence)[-1]
    return float(fit.params[-1]), float(low), float(high)
