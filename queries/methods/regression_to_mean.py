"""Split a cohort's change into what chance alone brings and what is left.

A cohort is chosen because its results were bad, and part of a bad result is bad luck, which does
not come back. What a school may expect next is its own past, drawn in towards the mean of all
(T. L. Kelley, Fundamentals of Statistics, 1947, p. 409; A. G. Barnett, J. C. van der Pols, A. J.
Dobson, "Regression to the mean: what it is and how to deal with it", International Journal of
Epidemiology 34 (2005), 215–220):

    expected = mean of all in the later year + k·r / (1 + (k − 1)·r) × (own mean − mean of all)

r is the reliability of one year, and the own mean is over the school's k years up to the one it
was chosen by (Spearman–Brown; Lord, Novick 1968, ch. 5). One year alone, k = 1, would be wrong
for every cohort but the first: its schools were not chosen before, so their earlier results were
better, and the mean of those who were left over is no longer that of all. Given all results up
to the choice, the choice itself says nothing more, whatever rule was followed.

Limits: choice by results before the first year here, or by another procedure, is not seen. What
lasts is taken to last equally long in large and small schools; weighting by size instead (T. J.
Kane, D. O. Staiger, Journal of Economic Perspectives 16:4 (2002), 91–114) moves the net by less
than 0.3 points in the demonstration set.

How far it holds, by `tests/benchmarks/chance.py`: 95 % intervals keep their promise where the list
is made of the very shares that are followed, whether few or half of the schools join. The
demonstration set lists by single works, so of a hundred draws of it 87–99 are covered: the net is
0.2–0.5 points too low for VPR, 0.4–0.9 too high for OGE and EGE, which lists hardly go by. An
arcsine scale (B. Efron, C. Morris, JASA 70 (1975), 311–319) halves the former and doubles the
latter; the year of entry as one more year before changes neither by more than 0.2.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import t

from queries.methods.bootstrap import draws
from queries.methods.expectation import Expectation
from queries.methods.panel import Panel, panel_of
from queries.methods.refusal import Refusal
from queries.methods.reliability import Reliability, paired, pooled


@dataclass(frozen=True)
class Change:
    """Changes of a cohort's share below the threshold in percentage points; below 0 is better.

    Means over schools, each counting once: schools are chosen, not pupils. `expected` holds the
    common change of the years and the regression to the mean; low and high are limits of `net`.
    """

    observed: float
    expected: float
    net: float
    low: float
    high: float
    schools: int
    reliability: Reliability


def change(
    results: pd.DataFrame,
    cohort: int,
    base_year: int,
    year: int,
    reliability: Reliability,
    minimum: float,
    confidence: float,
    *,
    least_schools: int,
    least_reference: int,
    seed: int = 0,
    resamples: int = 1000,
) -> Change | Refusal:
    """Compare a cohort's share in `year` with that of `base_year`, by which it was chosen.

    `results` are of all schools of the region and of all years, `reliability` of the same. The
    interval is of a cluster bootstrap over the cohort's schools and over the others, with the
    means and the reliability found again each time; t quantiles, for cohorts are small. Refused
    to a cohort of fewer than `least_schools`, and where fewer than `least_reference` untouched
    schools tell the common change between two years.
    """
    panel = panel_of(results, minimum)
    least = least_schools, least_reference
    refusal = _refusal(panel, cohort, base_year, year, reliability, least)
    if refusal:
        return refusal
    case = Expectation(panel, cohort, base_year, year)
    once = np.ones((1, len(panel.schools)))
    expected = float(case.expected(once, np.array([reliability.value]))[0])
    observed, size = float(case.moved.mean()), int(case.inside.sum())
    weights = _resampled(case.inside, resamples, np.random.default_rng(seed))
    spread = _spread(case, weights, _reliabilities(panel, weights, reliability.value))
    half = float(t.ppf(0.5 + confidence / 2, size - 1)) * spread
    net = observed - expected
    limits = 100 * (net - half), 100 * (net + half)
    return Change(100 * observed, 100 * expected, 100 * net, *limits, size, reliability)


def _refusal(
    panel: Panel,
    cohort: int,
    base_year: int,
    year: int,
    reliability: Reliability,
    least: tuple[int, int],
) -> Refusal | None:
    """Say why there is no net change: no data, too few schools, or nobody to compare with."""
    base, later = panel.at(base_year), panel.at(year)
    counted = ~np.isnan(panel.participants)
    members = panel.entry == cohort
    if base < 0 or not (members & counted[:, base]).any():
        return Refusal("no_baseline", {"year": base_year})
    if later <= base or not (members & counted[:, later]).any():
        return Refusal("no_later_year", {"year": year})
    if base == 0 and ((panel.entry > 0) & (panel.entry < cohort)).any():
        # Who was left over by earlier lists is not known without the results they were made of.
        return Refusal("no_earlier_results", {"year": base_year})
    schools = int((members & counted[:, base] & counted[:, later]).sum())
    if schools < least[0]:
        return Refusal("too_few_schools", {"schools": schools, "least": least[0]})
    for place in range(1, later + 1):
        untouched = panel.untouched(place) & (panel.entry != cohort)
        others = int((untouched & counted[:, place - 1] & counted[:, place]).sum())
        if others < least[1]:
            details = {"year": int(panel.years[place]), "schools": others}
            return Refusal("no_reference", details | {"least": least[1]})
    if not np.isfinite(reliability.value):
        return Refusal("no_reference", {"pairs": reliability.pairs})
    return None


def _spread(case: Expectation, weights: np.ndarray, reliabilities: np.ndarray) -> float:
    """Standard deviation of the net over resamples, as of a sample of that many schools, 0–1."""
    size = int(case.inside.sum())
    nets = weights[:, case.inside] @ case.moved / size - case.expected(weights, reliabilities)
    return float(nets.std(ddof=1) * np.sqrt(size / (size - 1)))


def _resampled(inside: np.ndarray, resamples: int, rng: np.random.Generator) -> np.ndarray:
    """Draw as many schools of the cohort as it has, and as many others as there are."""
    weights = np.empty((resamples, len(inside)))
    for part in (inside, ~inside):
        weights[:, part] = draws(int(part.sum()), resamples, rng)
    return weights


def _reliabilities(panel: Panel, weights: np.ndarray, value: float) -> np.ndarray:
    """Let the given reliability vary as one that is found again in each resample."""
    found = list(paired(panel))
    if not found:
        return np.full(len(weights), value)
    drawn = pooled(weights, panel.share, found)
    own = pooled(np.ones((1, len(panel.schools))), panel.share, found)
    varied: np.ndarray = np.clip(drawn + value - own, 0, 1)
    return varied
