"""Part a cohort's change into what was to be expected without the project and what is left.

A cohort is chosen because its results were bad, and part of a bad result is bad luck, which does
not come back (A. G. Barnett, J. C. van der Pols, A. J. Dobson, "Regression to the mean: what it is
and how to deal with it", International Journal of Epidemiology 34 (2005), 215–220). What the
cohort's schools would have come to is expected year by year from schools with the same past
(`expectation`), and runs on through the years in which the project acts.

The results of the year of entry come before the project acts, so they tell whether the cohort is
such as its past foretold. What it has beyond that is read two ways, as chance like any other
school's and as its own for good; the net is the mean of both. So an effect that begins in the year
of entry cannot be told from the return to the mean: where the cohort was already better than
expected, no verdict is given.

The interval is of a bootstrap over schools, the cohort's and the others' apart (A. C. Davison, D.
V. Hinkley, Bootstrap Methods and their Application, 1997, § 3.8), with t quantiles. Added to it:
half of what the two readings differ in; what schools of one municipality have in common, twice,
for it was in the results that chose them, too; and a part of the way that was expected, larger the
longer the expectation runs on alone, for no model of that way was truer on real results.

How far it holds is measured by `python -m tests.benchmarks chance`; the figures are in
CONTRIBUTING. Not seen: lists made of something else than results, a shock that hits listed schools
alone, schools whose intake changes.
"""

from dataclasses import dataclass

import numpy as np
from scipy.stats import t

from queries.methods import municipal_shocks
from queries.methods.bootstrap import draws
from queries.methods.expectation import Columns, Expectation, history, seen
from queries.methods.net_case import Case, Least, case_of
from queries.methods.panel import Panel
from queries.methods.refusal import Refusal

RESAMPLES = 100
BLUR = 0.07
"""Part of the expected way that is taken to be unsure after one year; it grows with the root."""

SHOCKS = 2.0
"""In the year asked about, and in those that the cohort was chosen by."""

BEYOND, LEAST_BEYOND, USUAL = 0.99, 0.05, 0.9
"""A cohort chosen by these results has more than this part above that quantile of the others, or
half of it above the last one."""

BETTER_AT_ENTRY = -2.5
"""Standard errors below its expectation in the year of entry, from which no verdict is given."""


@dataclass(frozen=True)
class Surplus:
    """What a cohort had beyond its expectation in the year of entry, percentage points."""

    year: int
    amount: float
    low: float
    high: float
    errors: float
    """The amount in standard errors."""


@dataclass(frozen=True)
class NetChange:
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
    entry: Surplus
    withheld: str = ""
    """Why the interval gives no verdict: `few_schools`, `better_at_entry`, `no_list_history`."""


def net_change(
    panel: Panel,
    cohort: int,
    base_year: int,
    year: int,
    least: Least,
    confidence: float,
    *,
    lists: Panel | None = None,
    own_lists: bool = True,
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> NetChange | Refusal:
    """Compare a cohort's share in `year` with that of `base_year`, by which it was chosen.

    `panel` is of all schools of the region and of all years. Where lists are not made of its own
    results (`own_lists` false), those that they are made of are `lists`, of the same years; they
    foretell beside its own, and without them there is an interval and no verdict.
    """
    panel = panel.counted()
    case = case_of(panel, cohort, base_year, year, least)
    if isinstance(case, Refusal):
        return case
    weights = _resampled(case.inside, resamples, np.random.default_rng(seed))
    beside = _foretelling(lists, panel, case, weights, least)
    readings, surplus = _readings(Expectation(panel, weights, beside), case)
    entry = _surplus(surplus, cohort, case, confidence)
    better = entry.errors < BETTER_AT_ENTRY
    if not better and not _chosen_by_these(readings[0, 0], case):
        return Refusal("not_chosen_by_these", {"year": base_year})
    found = _parted(panel, case, weights, readings, confidence)
    reasons = {
        "few_schools": found[-1] < least.verdict,
        "better_at_entry": better,
        "no_list_history": not own_lists and not beside,
    }
    return NetChange(*found, entry, next((code for code, holds in reasons.items() if holds), ""))


def _resampled(inside: np.ndarray, resamples: int, rng: np.random.Generator) -> np.ndarray:
    """Draw as many schools of the cohort as it has, and as many others as there are.

    The first row takes each once: it gives the estimate, the others its spread.
    """
    weights = np.ones((resamples + 1, len(inside)))
    for part in (inside, ~inside):
        weights[1:, part] = draws(int(part.sum()), resamples, rng)
    return weights


def _foretelling(
    lists: Panel | None, panel: Panel, case: Case, weights: np.ndarray, least: Least
) -> list[Columns]:
    """Give what the results that lists are made of foretell; nothing if the choice has none."""
    if lists is None:
        return []
    laid = lists.laid_over(panel)
    if seen(laid)[:, case.base].sum() < least.untouched:
        return []
    return history(laid, weights, least.untouched, case.later)


def _readings(run: Expectation, case: Case) -> tuple[np.ndarray, np.ndarray]:
    """Give both readings of the shares expected in the later year, and the surplus at entry.

    The first is readings × resamples × schools: surplus as chance, as the cohort's own.
    """
    past = None
    for place in range(case.entry):
        past, _ = run.step(place, past)
    chance, _ = run.step(case.entry, past)
    own, slopes = run.step(case.entry, past, case.listed)
    for place in range(case.entry + 1, case.later + 1):
        chance, own = (run.step(place, each)[0] for each in (chance, own))
    return np.stack([chance.expected, own.expected]), slopes[:, -1]


def _chosen_by_these(expected: np.ndarray, case: Case) -> bool:
    """Tell whether the cohort is expected to be worse than nearly all other schools."""
    far, usual = np.quantile(expected[case.untouched], (BEYOND, USUAL))
    own = expected[case.inside]
    return bool((own > far).mean() > LEAST_BEYOND or np.median(own) > usual)


def _parted(
    panel: Panel, case: Case, weights: np.ndarray, readings: np.ndarray, confidence: float
) -> tuple[float, float, float, float, float, int]:
    """Give observed, expected, net, the limits of the net, and the number of schools."""
    share, size = 100 * panel.share, int(case.inside.sum())
    left = share[case.inside, case.later] - readings[:, :, case.inside]
    nets = (weights[:, case.inside] * left).sum(axis=2) / size
    net = float(nets[:, 0].mean())
    sampling = float(nets.mean(axis=0)[1:].var(ddof=1)) * size / (size - 1)
    doubt = float(nets[1, 0] - nets[0, 0]) / 2
    common = SHOCKS * _common(panel, case, readings[0, 0])
    blur = BLUR * np.sqrt(case.steps) * _way(share, case, readings[:, 0].mean(axis=0))
    spread = float(np.sqrt(sampling + doubt**2 + common + blur**2))
    half = float(t.ppf(0.5 + confidence / 2, size - 1)) * spread
    observed = float((share[case.inside, case.later] - share[case.inside, case.base]).mean())
    return observed, observed - net, net, net - half, net + half, size


def _common(panel: Panel, case: Case, expected: np.ndarray) -> float:
    """Variance by shocks that schools of a municipality have in common in the later year."""
    rows, places = case.untouched, panel.municipality.astype(str)
    residual = 100 * panel.share[rows, case.later] - expected[rows]
    return municipal_shocks.variance(residual, places[rows], places[case.inside])


def _way(share: np.ndarray, case: Case, expected: np.ndarray) -> float:
    """Length of the expected way: back to the others, and that of the others themselves.

    The two may cancel in the expected change, and neither is surer for that.
    """
    others = case.untouched & ~np.isnan(share[:, case.base])
    first, last = (share[others, place].mean() for place in (case.base, case.later))
    ahead = share[case.inside, case.base].mean() - first
    return float(np.hypot(ahead - (expected[case.inside].mean() - last), last - first))


def _surplus(slopes: np.ndarray, cohort: int, case: Case, confidence: float) -> Surplus:
    """Give what the cohort had beyond its expectation at entry, the first row the estimate."""
    amount, error = float(slopes[0]), float(slopes[1:].std(ddof=1))
    half = float(t.ppf(0.5 + confidence / 2, int(case.inside.sum()) - 1)) * error
    return Surplus(cohort, amount, amount - half, amount + half, amount / error)
