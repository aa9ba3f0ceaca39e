"""Part the change of the project's schools: who stayed, who entered, who left."""

from dataclasses import replace

import pandas as pd

from components.base.choices import rules
from components.base.load import keep, of_all
from components.dynamics.choice import DynamicsView, numbers_key
from components.dynamics.numbers import numbers
from queries.methods import panels
from queries.methods.refusal import Refusal


def changed(view: DynamicsView) -> tuple[int, int, pd.DataFrame] | Refusal:
    """Give the two years compared and the parts by which the project's schools' share changed.

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
    if view.panel == "fixed":
        project = panels.fixed(project, (first, n.last), rules().minimum_group)
    before, after = (project[project["year"].eq(year)] for year in (first, n.last))
    if _few(before, after):
        return Refusal("suppressed")
    return first, n.last, _parts(before, after)


def _parts(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Add to the parts of the change the two shares between which they stand, in per cent."""
    ends = [100 * side["below"].sum() / side["participants"].sum() for side in (before, after)]
    parts = panels.waterfall(before, after)
    total = {"part": ["before", "after"], "contribution": ends}
    schools = [before["school_id"].nunique(), after["school_id"].nunique()]
    sides = pd.DataFrame(total | {"schools": schools})
    return pd.concat([sides[:1], parts[parts["schools"].gt(0)], sides[1:]], ignore_index=True)


def _few(before: pd.DataFrame, after: pd.DataFrame) -> bool:
    """Tell whether any part of a change speaks of fewer results than may be shown."""
    was, now = (side.set_index("school_id")["participants"] for side in (before, after))
    stayed = was.index.intersection(now.index)
    parts = (was[stayed], now[stayed], was.drop(stayed), now.drop(stayed))
    sizes = [part.sum() for part in parts]
    return any(0 < size < rules().minimum_group for size in sizes) or not sizes[0]
