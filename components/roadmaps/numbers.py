"""Count the page's numbers once: the maps of a place, what is due in the year, what was done."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from components.base.load import keep, load, of_all
from components.roadmaps.choice import RoadmapsView, numbers_key
from components.roadmaps.executions import executions, maps, plan
from queries import roadmap_evidence
from queries.methods import completion
from queries.view import ALL, region_key


@dataclass(frozen=True)
class Numbers:
    """What the page says of a place on a day.

    maps: those that concern the place in the year; measures: of the chosen map and party, with
    their rules; found: judged executions of the year, of the schools that the reader may see;
    by_measure: their counts for every school; marking: how many schools of the place have marks
    of the year, of any map; late_today: how many of those that are late were due on the very day;
    occasions: one row per measure and due date of the year; ahead: windows of the
    year that are due after it; reported: whether the municipality said that it reports on road
    maps, None where that is not known or not asked.
    """

    day: dt.date
    maps: pd.DataFrame
    measures: pd.DataFrame
    found: pd.DataFrame
    by_measure: pd.DataFrame
    marking: int
    late_today: int
    occasions: pd.DataFrame
    ahead: pd.DataFrame
    reported: bool | None

    @property
    def counts(self) -> dict[str, int]:
        """Count the executions of every school, as `completion.counts` does."""
        return {name: int(self.by_measure[name].sum()) for name in completion.COUNTS}

    @property
    def marked(self) -> pd.Series:
        """Count for each measure what any school marked of it, due or not."""
        counted = self.by_measure.set_index("measure_id")
        return counted["due"] + counted["ahead"]


def numbers(view: RoadmapsView) -> Numbers:
    """Count the numbers of the page for the place, day, schools, map and party of a view."""
    return of_all(keep, _numbers, numbers_key(view))


def _numbers(view: RoadmapsView) -> Numbers:
    found_maps, (measures, planned) = maps(view), plan(view)
    codes = [view.road_map] if view.road_map != ALL else list(found_maps["code"])
    chosen = measures[measures["road_map"].isin(codes)]
    if view.party != ALL:
        chosen = _only(chosen, [view.party in named for named in chosen["parties"]])
    found = executions(view)
    schools, marking = _schools(measures, found), int(found["school_id"].nunique())
    found = found[found["measure_id"].isin(chosen["measure_id"])].reset_index(drop=True)
    due = planned[planned["measure_id"].isin(chosen["measure_id"])]
    first, last = dt.date(view.year, 1, 1), dt.date(view.year, 12, 31)
    of_year = [first <= day <= last for day in due["due"]]
    beyond = [end > last >= start for start, end in zip(due["start"], due["due"], strict=True)]
    return Numbers(
        day=view.day,
        maps=found_maps,
        measures=chosen.reset_index(drop=True),
        found=found,
        by_measure=completion.by_group(found, ["measure_id"]),
        marking=marking,
        late_today=sum(day == view.day for day in found["due_date"][found["standing"].eq("late")]),
        occasions=completion.occasions(_only(due, of_year), found, schools, view.day),
        ahead=_only(due, beyond),
        reported=_reported(view),
    )


def _only(rows: pd.DataFrame, flags: list[bool]) -> pd.DataFrame:
    """Keep the flagged rows; a list without flags would be taken for names of columns."""
    return rows[pd.Series(flags, index=rows.index, dtype=bool)].reset_index(drop=True)


def _schools(measures: pd.DataFrame, found: pd.DataFrame) -> dict[str, int]:
    """Count for each measure the schools that marked anything of its map in the year."""
    named = found[["measure_id", "school_id"]].merge(measures[["measure_id", "road_map"]])
    per = named.groupby("road_map")["school_id"].nunique()
    counted = measures["road_map"].map(per).fillna(0).astype(int)
    return dict(zip(measures["measure_id"], counted, strict=True))


def _reported(view: RoadmapsView) -> bool | None:
    if view.municipality == ALL:
        return None
    said = load(roadmap_evidence.reports, region_key(view))
    own = said.loc[said["oktmo"].eq(view.municipality), "reported"]
    return bool(own.iloc[0]) if len(own) else None
