"""Know the rows that the generator writes without a sign: about schools and places that are real.

One such row may be a region's own by chance, so they are known by the block: at least half of it
must stand in a table as it was written, of reports almost all. Those that stand are then taken for
the generator's.
"""

from collections.abc import Collection, Mapping
from functools import cache

import pandas as pd

from data.demo import documents, reports, roadmaps, rows, tables, world
from data.demo.parameters import DEFAULT_SEED, SVERDLOVSK, Parameters
from data.demo.participation import result_rows
from data.demo.streams import Streams
from data.demo.told import answered
from data.schema import INTAKE_TABLES

HALF, ALMOST_ALL = 0.5, 0.9
"""Shares of a block. Of reports almost all: which districts were silent is often much alike."""

REPORTS = "municipal_report"

# A few risks of one school may be alike by chance: of all schools together they are not.
OWNERS = {
    "assessment_result": "school_id",
    "road_map_execution": "school_id",
    "training": "school_id",
    "risk_profile": None,
}
"""Tables with rows about real schools; whose rows make a block, None: all together."""

Row = tuple[str, ...]
"""The cells of a row in the declared order, as `said` writes them."""


@cache
def written() -> Mapping[str, pd.DataFrame]:
    """Give the rows of each table that has such ones, as texts; columns as declared."""
    places, streams = tables.municipalities(), Streams(DEFAULT_SEED)
    report = reports.report_rows(places, streams)
    named = world.region(SVERDLOVSK, places, streams, Parameters())
    found = {
        REPORTS: report,
        "recommendation_mark": documents.marks(report, streams),
        "assessment_result": answered(named, result_rows(named), "assessment", report),
        "road_map_execution": roadmaps.real_map_rows(named.standing.schools, streams),
        "training": rows.named_training(named, streams),
        "risk_profile": rows.named_risks(named, streams),
    }
    declared = {table.name: table.columns.keys() for table in INTAKE_TABLES}
    return {
        name: frame[declared[name]].map(said).astype(object).reset_index(drop=True)
        for name, frame in found.items()
    }


def said(cell: object) -> str:
    """Write a cell as a text that is the same wherever the cell comes from; empty: ''."""
    if cell is None or cell != cell:
        return ""
    return f"{cell:.6g}" if isinstance(cell, float) else str(cell)


def standing(found: Mapping[str, Collection[Row]]) -> dict[str, set[Row]]:
    """Give, by table, those of the rows of a version that are taken for the generator's."""
    taken = {name: _in_blocks(name, set(found[name])) for name in written()}
    if any(taken[name] for name in OWNERS):
        taken[REPORTS] |= _of_named_places() & set(found[REPORTS])
    return taken


def _in_blocks(name: str, there: Collection[Row]) -> set[Row]:
    if not there:
        return set()
    made = written()[name]
    stands = pd.Series([row in there for row in _rows(made)])
    return {*_rows(made[stands & _enough(name, made, stands)])}


def _enough(name: str, made: pd.DataFrame, stands: pd.Series) -> pd.Series:
    """Find the rows of whose block enough stands."""
    if name == REPORTS:
        return _of_both_answers(stands, made["oktmo"].str[:2], made["reported"])
    if name in OWNERS:
        owner = OWNERS[name]
        block = made[owner] if owner else pd.Series("", made.index)
    else:
        block = made["oktmo"]
    return stands.groupby(block).transform("mean") >= HALF


def _of_both_answers(stands: pd.Series, region: pd.Series, answer: pd.Series) -> pd.Series:
    """Find regions of whose either answer enough stands: «reported» alone everybody says."""
    enough = stands.groupby([region, answer]).transform("mean") >= ALMOST_ALL
    both = answer.groupby(region).transform("nunique") == 2
    return both & enough.groupby(region).transform("all")


def _of_named_places() -> set[Row]:
    """Give the reports of the schools that are named: all say «reported», as own ones would.

    They are the generator's where its numbers of these schools stand.
    """
    places = {f"{school_id.split('-')[0]}000" for school_id in tables.real_schools()}
    made = written()[REPORTS]
    return {*_rows(made[made["oktmo"].isin(places)])}


def _rows(frame: pd.DataFrame) -> list[Row]:
    return list(frame.itertuples(index=False, name=None))
