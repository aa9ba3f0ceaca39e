"""Compare the lists of two years: which schools stayed, entered, returned and left.

A school without a status in the later year did not leave: of it nothing is known.
"""

from dataclasses import dataclass, replace

import pandas as pd

from components.base.load import keep, load, of_all
from components.low_performing.choice import ListView, numbers_key
from queries import identification
from queries.methods.identification import changes
from queries.view import ALL, NEVER, View, region_key

NOT_TOLD = "not_told"
"""Of a school that was listed and has no status in the later year: nobody knows that it left."""

STATES = ("stayed", "returned", "entered", "left", NOT_TOLD)


Lists = dict[int, set[str]]
"""Schools by year."""


@dataclass(frozen=True)
class Numbers:
    """What changed between two lists of a place.

    schools: one row per school on either list, with its `state`, the `years` of all its lists and
    its flags in the later year; states: how many of all of them in each; flows: the same counts
    of every list against the one before it, one row per year, `listed` among them, `brought` where
    any status of the year is known: the year of the view has a row without a list too; told: of how
    many schools of the place, of any kind, the status of the year is known. Of schools a reader
    has those he may see.
    """

    schools: pd.DataFrame
    states: pd.Series
    flows: pd.DataFrame
    told: int

    @property
    def listed(self) -> int:
        """How many schools are on the list of the year."""
        return int(self.states[["stayed", "returned", "entered"]].sum())


def years(view: View) -> tuple[int, ...]:
    """Give the years in which the region has a list, the latest first."""
    return of_all(keep, _years, region_key(view))


def _years(view: View) -> tuple[int, ...]:
    found = _statuses(view)
    return tuple(sorted({int(year) for year in found.loc[found["low_performing"], "year"]})[::-1])


def numbers(view: ListView) -> Numbers:
    """Compare the list of the view's year with the earlier one that is chosen."""
    return of_all(keep, _numbers, numbers_key(view))


def _numbers(view: ListView) -> Numbers:
    found = statuses_of(view)
    whole = replace(view, schools="all", cohort=NEVER, picked=ALL)
    listed = found[found["low_performing"].astype(bool)]
    lists = {int(year): set(rows["school_id"]) for year, rows in listed.groupby("year")}
    told = {int(year): set(rows["school_id"]) for year, rows in found.groupby("year")}
    parts = _parts(lists, told, view.against, view.year)
    state = {school: name for name, schools in parts.items() for school in schools}
    years = {name: tuple(map(int, each)) for name, each in listed.groupby("school_id")["year"]}
    rows = found[found["year"].eq(view.year)].set_index("school_id")
    last = found.drop_duplicates("school_id", keep="last").set_index("school_id")
    # A school may have no status in the later year: then its last one names it.
    rows = rows.combine_first(last).reindex(sorted(state))
    rows = rows.assign(
        state=[state[school] for school in rows.index],
        years=[years.get(school, ()) for school in rows.index],
    )
    return Numbers(
        schools=rows.rename_axis("school_id").reset_index(),
        states=pd.Series({name: len(parts[name]) for name in STATES}),
        flows=_flows(lists, told, view.year),
        told=int(_chosen(_statuses(view), whole)["year"].eq(view.year).sum()),
    )


def _parts(lists: Lists, told: Lists, against: int, year: int) -> dict[str, list[str]]:
    ever = [one for each, one in lists.items() if each < year and each != against]
    parts = changes(lists.get(against, set()), lists.get(year, set()), set().union(*ever))
    known = told.get(year, set())
    gone = parts["left"]
    here, silent = ([one for one in gone if (one in known) is is_told] for is_told in (True, False))
    return {**parts, "left": here, NOT_TOLD: silent}


def _flows(lists: Lists, told: Lists, last: int) -> pd.DataFrame:
    """Compare each list up to a year with the one before; the first one has nothing before it.

    After the last list known the year itself stands: nothing is known of its schools, or none is
    listed.
    """
    known = sorted(year for year in lists if year <= last)
    known += [last] if known and known[-1] < last else []
    rows = []
    for before, year in zip([NEVER, *known], known, strict=False):
        parts = _parts(lists, told, before, year)
        counts = {name: len(parts[name]) for name in STATES}
        listed = len(lists.get(year, ()))
        rows.append({"year": year, "brought": year in told, "listed": listed, **counts})
    return pd.DataFrame(rows, columns=["year", "brought", "listed", *STATES])


def _statuses(view: View) -> pd.DataFrame:
    return load(identification.statuses, region_key(view))


def statuses_of(view: View) -> pd.DataFrame:
    """One row per school of the view's place, kind and cohort and year: what is known of it."""
    return _chosen(_statuses(view), view)


def of_place(found: pd.DataFrame, view: View) -> pd.DataFrame:
    """Narrow schools to the place, the kind and the picked ones of the view."""
    if view.municipality != ALL:
        found = found[found["oktmo"].eq(view.municipality)]
    if view.schools in ("urban", "rural"):
        found = found[found["locality"].eq(view.schools)]
    return found[found["school_id"].isin(view.picked_schools)] if view.picked else found


def _chosen(found: pd.DataFrame, view: View) -> pd.DataFrame:
    """Narrow schools to the place, the kind and the year of entry of the view."""
    found = of_place(found, view)
    if view.cohort != NEVER:
        joined = found[found["in_project"].astype(bool)].groupby("school_id")["year"].min()
        found = found[found["school_id"].map(joined).eq(view.cohort)]
    return found


def named(view: ListView) -> pd.DataFrame:
    """One row per school of the view's place and kind: its name and where it is, as last known."""
    found = statuses_of(view).drop_duplicates("school_id", keep="last")
    return found[["school_id", "oktmo", "municipality", "name", "locality"]]


def of_year(view: ListView, year: int) -> set[str]:
    """Name the schools that this reader sees on the list of a year, of the place of the view."""
    found = _chosen(_statuses(view), replace(view, cohort=NEVER))
    return set(found.loc[found["year"].eq(year) & found["low_performing"], "school_id"])
