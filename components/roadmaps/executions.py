"""Read what the page counts: the plan of every measure, and the marks of the chosen schools."""

from dataclasses import replace

import pandas as pd

from components.base.load import keep, load, of_all
from queries import roadmaps
from queries.methods import completion, plans
from queries.view import ALL, NEVER, View, region_key, schools_key


def plan(view: View) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give every measure of the region with its rule, and every due date of any year."""
    return keep(_plan, View(region=view.region, year=view.year, first_year=view.year))


def _plan(view: View) -> tuple[pd.DataFrame, pd.DataFrame]:
    return plans.read(load(roadmaps.measures, view))


def executions(view: View) -> pd.DataFrame:
    """One row per execution due in the year in the chosen place and schools, judged on the day."""
    return keep(_executions, schools_key(view))


def _executions(view: View) -> pd.DataFrame:
    found = load(roadmaps.executions, region_key(view))
    if view.municipality != ALL:
        found = found[found["oktmo"].eq(view.municipality)]
    if view.cohort != NEVER:
        found = found[found["entry_year"].eq(view.cohort)]
    if view.schools == "low_performing":
        found = found[found["low_performing"].astype(bool)]
    elif view.schools != "all":
        found = found[found["locality"].eq(view.schools)]
    if view.picked:
        found = found[found["school_id"].isin(view.picked_schools)]
    days = {name: _days(found[name]) for name in ("due_date", "done_date")}
    return completion.judged(found.assign(**days), view.day).reset_index(drop=True)


def _days(column: pd.Series) -> pd.Series:
    """Give plain dates, as rules of recurrence have them; what is missing is None."""
    days = [None if pd.isna(day) else pd.Timestamp(day).date() for day in column]
    return pd.Series(days, index=column.index, dtype=object)


def maps(view: View) -> pd.DataFrame:
    """One row per map of the place in the year: those that its schools marked anything of.

    Of a whole region with all schools: also every map whose years have the year.
    """
    return of_all(keep, _maps, replace(schools_key(view), on=ALL))


def _maps(view: View) -> pd.DataFrame:
    measures, _ = plan(view)
    marked = set(executions(view)["measure_id"])
    codes = set(measures.loc[measures["measure_id"].isin(marked), "road_map"])
    every = load(roadmaps.maps, region_key(view))
    here = every["code"].isin(codes)
    if view.municipality == ALL and view.is_of_every_school:
        here |= every["first_year"].le(view.year) & every["last_year"].ge(view.year)
    return every[here].reset_index(drop=True)
