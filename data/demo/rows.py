"""Turn a world into the rows of each intake table, less what municipalities did not report."""

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator

import pandas as pd

from data import demo
from data.demo import documents, offers, partners, roadmaps, support
from data.demo.participation import History, result_rows
from data.demo.streams import Streams
from data.demo.told import Rows, Told
from data.demo.world import World
from data.errors import MissingError

SUPPORT_YEARS = (2021, 2022)
NAMED_TRAINING_YEARS = (2020, 2021, 2022)


class MissingRowsError(MissingError):
    """A table that regions bring and that no module draws rows of."""

    def __init__(self, table: str) -> None:
        super().__init__(
            f"no module draws demonstration rows of the table {table!r}: "
            f"add one to data/demo, with ROWS: Rows = {{{table!r}: …}}"
        )


def tables_of(world: World, names: Iterable[str]) -> Iterator[tuple[str, pd.DataFrame]]:
    """Give the name and the rows of each table, in the order asked; raises MissingRowsError."""
    told, drawn = Told(world), _drawn()
    for name in names:
        if name not in drawn:
            raise MissingRowsError(name)
        yield name, drawn[name](told)


@functools.cache
def _drawn() -> Rows:
    """Find how the rows of every table are made: a module of this room says so in its ROWS."""
    found: dict[str, Callable[[Told], pd.DataFrame]] = {}
    for module in pkgutil.iter_modules(demo.__path__, f"{demo.__name__}."):
        found |= vars(importlib.import_module(module.name)).get("ROWS", {})
    return found


def _schools(told: Told) -> pd.DataFrame:
    invented = told.world.rostov, told.world.chelyabinsk
    return pd.concat([history.standing.schools for history in invented])


def _results(told: Told) -> pd.DataFrame:
    parts = [(some, result_rows(some)) for some in told.world.regions]
    return pd.concat([told.about(some, rows, "assessment") for some, rows in parts])


def named_risks(named: History, streams: Streams) -> pd.DataFrame:
    """One row per school that a source names, year and risk factor."""
    return support.risk_rows(_named(named, SUPPORT_YEARS), int(named.plan.code), streams)


def named_training(named: History, streams: Streams) -> pd.DataFrame:
    """One row per school that a source names and year, as the table `training`."""
    return support.training_rows(_named(named, NAMED_TRAINING_YEARS), int(named.plan.code), streams)


def _named(named: History, years: tuple[int, ...]) -> pd.DataFrame:
    """One row per school that a source names and year; their context is not used here."""
    schools = named.standing.schools.assign(adverse_conditions=False)
    return schools.merge(pd.DataFrame({"year": years}), how="cross")


def _risks(told: Told) -> pd.DataFrame:
    schools = [rows[rows["year"].isin(SUPPORT_YEARS)] for rows in told.listed]
    parts = [
        support.risk_rows(rows, region, told.streams)
        for region, rows in zip((60, 75), schools, strict=True)
    ]
    return pd.concat([*parts, named_risks(told.world.sverdlovsk, told.streams)])


def _execution(told: Told) -> pd.DataFrame:
    due = told.about(told.world.rostov, told.listed[0], "road_map")
    demonstration = roadmaps.demonstration_rows(due, told.streams)
    real = roadmaps.real_map_rows(told.world.sverdlovsk.standing.schools, told.streams)
    return pd.concat([demonstration, real])


def _training(told: Told) -> pd.DataFrame:
    listed = told.about(told.world.rostov, told.listed[0], "training")
    invented = support.training_rows(listed, 60, told.streams)
    return pd.concat([invented, named_training(told.world.sverdlovsk, told.streams)])


ROWS: Rows = {
    "road_map": lambda told: roadmaps.road_map(),
    "road_map_measure": lambda told: roadmaps.measure_rows(),
    "school": _schools,
    "school_status": lambda told: pd.concat(told.statuses),
    "assessment_result": _results,
    "risk_profile": _risks,
    "mentorship": lambda told: told.pairs,
    "mentor_offer": lambda told: told.offers,
    "mentor_strength": lambda told: offers.strengths(told.offers, 60, told.streams),
    "mentoring_mark": lambda told: offers.marks(told.world.report, told.streams),
    "partnership": lambda told: partners.rows(told.listed[0], told.streams),
    "road_map_execution": _execution,
    "training": _training,
    "recommendation_mark": lambda told: documents.marks(told.world.report, told.streams),
    "school_document": lambda told: documents.rows(
        told.statuses[0].query("in_project"), told.streams
    ),
    "municipal_report": lambda told: told.world.report,
}
