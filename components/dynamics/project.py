"""Part the change of the project's schools: who stayed, who entered, who left."""

from dataclasses import replace

import pandas as pd

from components.base.load import keep, load, of_all
from components.base.pupils import visible
from components.dynamics.choice import DynamicsView, numbers_key, results_key
from components.dynamics.numbers import numbers
from queries import cohorts
from queries.methods import panels
from queries.methods.refusal import Refusal


def changed(view: DynamicsView) -> tuple[int, int, pd.DataFrame] | Refusal:
    """Give the two years compared and the parts by which the project's schools' share changed.

    Shown only if every part is; with a fixed panel those who stayed are the only part.

    From the base year of the cohort, or else the first year with schools in the project.
    """
    return of_all(keep, _changed, replace(numbers_key(view), panel=view.panel))


def _changed(view: DynamicsView) -> tuple[int, int, pd.DataFrame] | Refusal:
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
    if not visible(ends["shown"]).all() or not ends["stayed"].any():
        return Refusal("suppressed")
    before, after = (ends[ends["year"].eq(year)] for year in (first, n.last))
    return first, n.last, _parts(before, after)


def _parts(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Add to the parts of the change the two shares between which they stand, in per cent."""
    ends = [100 * side["below"].sum() / side["participants"].sum() for side in (before, after)]
    parts = panels.waterfall(before, after)
    total = {"part": ["before", "after"], "contribution": ends}
    schools = [side["schools"].sum() for side in (before, after)]
    sides = pd.DataFrame(total | {"schools": schools})
    return pd.concat([sides[:1], parts[parts["schools"].gt(0)], sides[1:]], ignore_index=True)
