"""Part the change of the project's schools: who stayed, who entered, who left."""

from dataclasses import dataclass, replace

import pandas as pd

from components.base.load import keep, load, of_all
from components.base.pupils import visible
from components.dynamics.choice import DynamicsView, numbers_key, results_key
from components.dynamics.numbers import numbers
from queries import cohorts
from queries.methods import panels
from queries.methods.refusal import Refusal


@dataclass(frozen=True)
class Change:
    """The project's schools of two years: those who stayed, entered and left, and their parts."""

    first: int
    last: int
    rows: pd.DataFrame
    """One row per `part`: `schools`, and its `contribution` (of before and after, the share).

    The contribution is NaN where not every part may be shown; counts of schools always may.
    """

    @property
    def shown(self) -> bool:
        """Tell whether the parts of the change may be shown."""
        return bool(self.rows["contribution"].notna().all())

    def schools(self, part: str) -> int:
        """Count the schools of a part; a part without any has no row."""
        return int(self.rows.loc[self.rows["part"].eq(part), "schools"].sum())


def changed(view: DynamicsView) -> Change | Refusal:
    """Give the two years compared and the parts by which the project's schools' share changed.

    With a fixed panel those who stayed are the only part. From the base year of the cohort, or
    else the first year with schools in the project.
    """
    return of_all(keep, _changed, replace(numbers_key(view), panel=view.panel))


def _changed(view: DynamicsView) -> Change | Refusal:
    n = numbers(view)
    project = n.results[n.results["in_project"].astype(bool)]
    years = sorted(int(year) for year in project["year"].unique())
    first = n.base if n.base in years else min(years, default=n.last)
    if n.last not in years or first >= n.last:
        return Refusal("no_later_year")
    between = replace(results_key(view), first_year=first, year=n.last)
    fixed = view.panel == "fixed"
    ends = load(cohorts.of_project_fixed if fixed else cohorts.of_project, between)
    ends = ends[ends["stayed"]] if fixed else ends
    before, after = (ends[ends["year"].eq(year)] for year in (first, n.last))
    rows = _parts(before, after)
    if not visible(ends["shown"]).all() or not ends["stayed"].any():
        rows = rows.assign(contribution=float("nan"))
    return Change(first, n.last, rows)


def _parts(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Add to the parts of the change the two shares between which they stand, in per cent."""
    sums = [side[["schools", "below", "participants"]].sum() for side in (before, after)]
    parts = panels.waterfall(before, after)
    ends = [100 * side["below"] / side["participants"] for side in sums]
    total = {"part": ["before", "after"], "contribution": ends}
    sides = pd.DataFrame(total | {"schools": [int(side["schools"]) for side in sums]})
    return pd.concat([sides[:1], parts[parts["schools"].gt(0)], sides[1:]], ignore_index=True)
