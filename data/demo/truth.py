"""Give what is true of the demonstration set, for tests of methods that estimate it.

Nothing here is copied: the parameters are the generator's own objects, and the rest is
computed from the very schools, chances and numbers of pupils that the files were drawn from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from data.demo import world
from data.demo.expectation import Expected, expected
from data.demo.parameters import DEFAULT_SEED, ROSTOV, Parameters
from data.demo.participation import History
from data.demo.streams import Streams

ALL = "all"

Group = tuple[str, str]
"""Procedure and subject; `ALL` in either place means all of them together."""


@dataclass(frozen=True)
class Truth:
    """What is true of the schools of Rostov region in the set of one seed.

    The list of a year is made of the results of `parameters.RESULTS_OF` that year: these are the
    noisy results that a cohort is selected by. The effect begins in the year after entry.
    """

    parameters: Parameters
    first_entry: Mapping[str, int]
    """Year of first entry by school; schools that never entered are left out."""

    reliability: Mapping[Group, float]
    """Expected correlation between schools' shares of two consecutive years, without project.

    What lasts does not fade in this set, so it holds for any two years. Mean over the pairs of
    consecutive years; schools with at least `parameters.rule.minimum_group` results in both.
    """

    mean_share: Mapping[Group, float]
    """Expected share below the threshold without project: mean over schools and written years."""

    realised_pp: Mapping[tuple[int, int, str], float]
    """Cohort, later year, procedure or ALL: true change by the project, percentage points.

    The mean over the cohort's results; a little nearer to zero than `effect_pp`, because no
    share may fall below a part of itself.
    """

    @property
    def effect_pp(self) -> Mapping[int, float]:
        """Effect on each year after entry, by year of first entry, in percentage points."""
        return self.parameters.effect_pp


def truth(
    municipalities: pd.DataFrame,
    seed: int = DEFAULT_SEED,
    parameters: Parameters | None = None,
) -> Truth:
    """Work out the truth of a seed; municipalities and seed as given to `write`."""
    parameters = parameters or Parameters()
    history = world.region(ROSTOV, municipalities, Streams(seed), parameters)
    ids = history.standing.schools["school_id"]
    entries = dict(zip(ids, history.first_entry.tolist(), strict=True))
    reliability, mean_share = {}, {}
    for group in _groups(history):
        years = {year: expected(history, year, _works(history, group)) for year in ROSTOV.written}
        close = [pair for pair in pairwise(ROSTOV.written) if pair[1] - pair[0] == 1]
        reliability[group] = float(np.mean([_tie(years[a], years[b]) for a, b in close]))
        mean_share[group] = float(np.mean([np.nanmean(year.mean) for year in years.values()]))
    return Truth(
        parameters=parameters,
        first_entry={school: year for school, year in entries.items() if year},
        reliability=reliability,
        mean_share=mean_share,
        realised_pp=_realised(history),
    )


def _groups(history: History) -> list[Group]:
    works = history.standing.works[["procedure", "subject"]].drop_duplicates()
    pairs = [(str(procedure), str(subject)) for procedure, subject in works.to_numpy()]
    return [*pairs, *((procedure, ALL) for procedure in history.plan.procedures), (ALL, ALL)]


def _works(history: History, group: Group) -> np.ndarray:
    works = history.standing.works
    named = zip(("procedure", "subject"), group, strict=True)
    flags = [(works[name] == code).to_numpy() | (code == ALL) for name, code in named]
    of_group: np.ndarray = np.logical_and.reduce(flags)
    return of_group


def _tie(first: Expected, second: Expected) -> float:
    """Expected correlation of two years: what lasts, over what lasts and passes."""
    both = ~np.isnan(first.mean) & ~np.isnan(second.mean)
    lasting = np.cov(first.mean[both], second.mean[both])
    passing = first.variance[both].mean(), second.variance[both].mean()
    spread = (lasting[0, 0] + passing[0]) * (lasting[1, 1] + passing[1])
    return float(lasting[0, 1] / np.sqrt(spread))


def _realised(history: History) -> dict[tuple[int, int, str], float]:
    """Compare each cohort's chances with and without the project."""
    changes = {}
    for cohort in sorted({*history.first_entry.tolist()} - {0}):
        inside = history.first_entry == cohort
        for year in (year for year in ROSTOV.written if year > cohort):
            result = history.results[year]
            for procedure in (*ROSTOV.procedures, ALL):
                cells = np.ix_(inside, _works(history, (procedure, ALL)))
                pupils = result.participants[cells]
                change = (result.chance - result.without_project)[cells]
                changes[cohort, year, procedure] = 100 * float(np.average(change, weights=pupils))
    return changes
