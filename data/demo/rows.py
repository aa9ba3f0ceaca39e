"""Turn a world into the rows of each intake table, less what municipalities did not report."""

from collections.abc import Iterator

import pandas as pd

from data.demo import documents, mentoring, offers, partners, reports, roadmaps, support
from data.demo.participation import History, result_rows, status_rows
from data.demo.world import World

SUPPORT_YEARS = (2021, 2022)
NAMED_TRAINING_YEARS = (2020, 2021, 2022)


def tables_of(world: World) -> Iterator[tuple[str, pd.DataFrame]]:
    """Give the name and the rows of each table, in the order of the intake."""
    rostov, chelyabinsk = world.rostov, world.chelyabinsk
    statuses = [_told(world, some, status_rows(some), "status") for some in (rostov, chelyabinsk)]
    listed = [_listed(rostov, statuses[0]), _listed(chelyabinsk, statuses[1])]
    yield "road_map", roadmaps.road_map()
    yield "road_map_measure", roadmaps.measure_rows()
    yield "school", pd.concat([rostov.standing.schools, chelyabinsk.standing.schools])
    yield "school_status", pd.concat(statuses)
    results = [_told(world, some, result_rows(some), "assessment") for some in world.regions]
    yield "assessment_result", pd.concat(results)
    yield "risk_profile", _risks(world, listed)
    pairs = _mentorship(world)
    yield "mentorship", pairs
    made = offers.rows(rostov, pairs, world.streams)
    yield "mentor_offer", made
    yield "mentor_strength", offers.strengths(made, 60, world.streams)
    yield "mentoring_mark", offers.marks(world.report, world.streams)
    yield "partnership", partners.rows(listed[0], world.streams)
    yield "road_map_execution", _execution(world, listed[0])
    yield "training", _training(world, listed[0])
    yield "recommendation_mark", documents.marks(world.report, world.streams)
    yield "school_document", documents.rows(statuses[0].query("in_project"), world.streams)
    yield "municipal_report", world.report


def _told(world: World, history: History, rows: pd.DataFrame, subject: str) -> pd.DataFrame:
    """Keep the rows that the school's municipality has reported, with what is known of it."""
    places = history.standing.schools.set_index("school_id")["oktmo"]
    oktmo = rows["school_id"].map(places)
    return rows[reports.answered(rows, oktmo, subject, world.report).to_numpy()]


def _listed(history: History, status: pd.DataFrame) -> pd.DataFrame:
    """One row per low-performing school and year, with the traits of the school."""
    traits = history.standing.schools[["school_id", "oktmo", "locality", "pupils"]]
    return status[status["low_performing"]].merge(traits, on="school_id")


def _named(world: World, years: tuple[int, ...]) -> pd.DataFrame:
    """One row per school that a source names and year; their context is not used here."""
    schools = world.sverdlovsk.standing.schools.assign(adverse_conditions=False)
    return schools.merge(pd.DataFrame({"year": years}), how="cross")


def _risks(world: World, listed: list[pd.DataFrame]) -> pd.DataFrame:
    schools = [rows[rows["year"].isin(SUPPORT_YEARS)] for rows in listed]
    parts = [*zip((60, 75), schools, strict=True), (65, _named(world, SUPPORT_YEARS))]
    return pd.concat(support.risk_rows(rows, region, world.streams) for region, rows in parts)


def _mentorship(world: World) -> pd.DataFrame:
    """Pairs of schools whose municipality never kept silent about mentorship."""
    said = world.report[world.report["subject"] == "mentorship"]
    always = said.groupby("oktmo")["reported"].all()
    places = set(always[always].index)
    amounts = (mentoring.ROSTOV, world.rostov), (mentoring.CHELYABINSK, world.chelyabinsk)
    return pd.concat(
        mentoring.rows(history, amount, places, world.streams) for amount, history in amounts
    )


def _execution(world: World, listed: pd.DataFrame) -> pd.DataFrame:
    told = _told(world, world.rostov, listed, "road_map")
    demonstration = roadmaps.demonstration_rows(told, world.streams)
    real = roadmaps.real_map_rows(world.sverdlovsk.standing.schools, world.streams)
    return pd.concat([demonstration, real])


def _training(world: World, listed: pd.DataFrame) -> pd.DataFrame:
    told = _told(world, world.rostov, listed, "training")
    named = _named(world, NAMED_TRAINING_YEARS)
    return pd.concat(
        [
            support.training_rows(told, 60, world.streams),
            support.training_rows(named, 65, world.streams),
        ]
    )
