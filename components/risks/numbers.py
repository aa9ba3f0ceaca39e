"""Compare the risk profiles of the schools of a place at two stages; a stage is a year."""

from dataclasses import dataclass, replace

import pandas as pd

from components.base.choices import choices
from components.base.load import keep, load, of_all
from components.risks.choice import RisksView, numbers_key
from queries import identification, lookups, school_card
from queries.methods import risk_profiles
from queries.methods.risk_profiles import LEVELS
from queries.view import ALL, NEVER, View, region_key


@dataclass(frozen=True)
class Numbers:
    """What the profiles of a place say.

    schools: one row per school that is asked in the year, for it is on the list or in the project
    or has a profile, and per school that had one at the stage before; `asked`, `surveyed`,
    `before`: which of these it is; cells: one row per such school and factor; factors, places:
    totals over those asked; asked, surveyed, both: how many are asked, have a profile now, have
    one at both stages. Of schools a reader has those he may see.
    """

    schools: pd.DataFrame
    cells: pd.DataFrame
    factors: pd.DataFrame
    places: pd.DataFrame
    asked: int
    surveyed: int
    both: int


def stages(view: View) -> tuple[int, ...]:
    """Give the years of which the region has any profile, the latest first."""
    return of_all(keep, _stages, View(view.region, 0, 0))


def _stages(view: View) -> tuple[int, ...]:
    last = max(choices().years.get(view.region, (0,)))
    found = load(school_card.risks, replace(view, year=last))
    return tuple(sorted(map(int, found["year"].unique()), reverse=True))


def factor_names(language: str) -> dict[str, str]:
    """Name each risk factor."""
    rows = load(lookups.risk_factors)
    return dict(zip(rows["code"], rows[f"name_{language}"], strict=True))


def numbers(view: RisksView) -> Numbers:
    """Compare the profiles of the view's stage with those of the stage before that is chosen."""
    return of_all(keep, _numbers, numbers_key(view))


def _numbers(view: RisksView) -> Numbers:
    profiles = load(school_card.risks, region_key(view))
    now = profiles[profiles["year"].eq(view.year)]
    before = profiles[profiles["year"].eq(view.stage_before)]
    schools = _schools(view, set(now["school_id"]), set(before["school_id"]))
    schools = schools.assign(
        surveyed=schools["school_id"].isin(now["school_id"]),
        before=schools["school_id"].isin(before["school_id"]),
    )
    factors = list(load(lookups.risk_factors)["code"])
    cells = risk_profiles.cells(list(schools["school_id"]), factors, now, before)
    of_asked = cells[cells["school_id"].isin(schools.loc[schools["asked"], "school_id"])]
    return Numbers(
        schools=schools,
        cells=cells,
        factors=risk_profiles.by_factor(of_asked, factors),
        places=_places(schools, of_asked),
        asked=int(schools["asked"].sum()),
        surveyed=int(schools["surveyed"].sum()),
        both=int((schools["surveyed"] & schools["before"]).sum()),
    )


def _places(schools: pd.DataFrame, cells: pd.DataFrame) -> pd.DataFrame:
    """One row per municipality by name, with totals that all may see."""
    found = risk_profiles.by_place(cells, schools.set_index("school_id")["oktmo"])
    names = schools.drop_duplicates("oktmo").set_index("oktmo")["municipality"]
    found = found.assign(municipality=found["oktmo"].map(names))
    return found.sort_values(["municipality", "oktmo"], ignore_index=True)


def _schools(view: RisksView, now: set[str], before: set[str]) -> pd.DataFrame:
    """One row per school of the place that is asked or was surveyed, by municipality and name."""
    statuses = load(identification.statuses, region_key(view))
    of_year = statuses[statuses["year"].eq(view.year)].set_index("school_id")
    listed = set(of_year.index[of_year["low_performing"].astype(bool)])
    joined = set(of_year.index[of_year["in_project"].astype(bool)])
    found = load(school_card.named, region_key(view))
    asked = listed | joined | now
    found = found.assign(asked=found["school_id"].isin(asked))
    wanted = listed if view.schools == "low_performing" else asked | before
    found = found[found["school_id"].isin(wanted)]
    if view.municipality != ALL:
        found = found[found["oktmo"].eq(view.municipality)]
    if view.schools in ("urban", "rural"):
        found = found[found["locality"].eq(view.schools)]
    if view.cohort != NEVER:
        entered = statuses[statuses["in_project"].astype(bool)].groupby("school_id")["year"].min()
        found = found[found["school_id"].map(entered).eq(view.cohort)]
    if view.picked:
        found = found[found["school_id"].isin(view.picked_schools)]
    columns = ["school_id", "oktmo", "municipality", "name", "asked"]
    return found[columns].reset_index(drop=True)


def with_factor(n: Numbers) -> pd.DataFrame:
    """Keep the cells in which a school has the factor now."""
    return n.cells[n.cells["level"].isin(LEVELS)]
