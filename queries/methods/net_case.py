"""Find the schools and years of a question about a cohort, or why it has no answer."""

from dataclasses import dataclass

import numpy as np

from queries.methods.expectation import seen
from queries.methods.panel import Panel
from queries.methods.refusal import Refusal


@dataclass(frozen=True)
class Least:
    """Fewest schools: of a cohort, of a cohort for a verdict, not yet reached in each year."""

    cohort: int
    verdict: int
    untouched: int


@dataclass(frozen=True)
class Case:
    """A cohort between the year it was chosen by, its year of entry and a later one.

    Years are columns of the panel.
    """

    inside: np.ndarray
    """Schools of the cohort with results in the first and the last of the three."""

    listed: np.ndarray
    """All schools of the cohort."""

    untouched: np.ndarray
    """Schools with a result in the last year that no project had reached."""

    base: int
    entry: int
    later: int

    @property
    def steps(self) -> int:
        """Years through which the expectation runs without the cohort's own results."""
        return self.later - self.entry


def case_of(panel: Panel, cohort: int, base_year: int, year: int, least: Least) -> Case | Refusal:
    """Arrange the question, or refuse it where results or schools are missing."""
    base, entry, later = (panel.at(one) for one in (base_year, cohort, year))
    if base < 0:
        return Refusal("no_baseline", {"year": base_year})
    if later < 0 or year <= max(cohort, base_year):
        return Refusal("no_later_year", {"year": year})
    free, listed = seen(panel), panel.entry == cohort
    counted = ~np.isnan(panel.participants)
    inside = listed & counted[:, base] & counted[:, later]
    schools = int(inside.sum())
    if schools < least.cohort:
        return Refusal("too_few_schools", {"schools": schools, "least": least.cohort})
    untouched = free[:, : later + 1].sum(axis=0)
    if untouched.min() < least.untouched:
        fewest = int(untouched.argmin())
        details = {"year": int(panel.years[fewest]), "schools": int(untouched[fewest])}
        return Refusal("no_reference", details | {"least": least.untouched})
    if entry <= base or (inside & free[:, entry]).sum() < least.cohort:
        return Refusal("no_year_of_entry", {"year": cohort})
    return Case(inside, listed, free[:, later], base, entry, later)
