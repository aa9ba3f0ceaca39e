"""Ask real stores: the whole demonstration, and tiny ones whose every row stands in the test."""

import csv

import pandas as pd
import pytest
from plain_counts import Files

from data import store
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, writing
from data.schema import INTAKE_TABLES
from queries import lookups
from queries.view import Choices, View

USUAL = {
    "school": {"oktmo": "60601000", "locality": "urban", "basis": "demonstration"},
    "school_status": {
        "low_performing": "false",
        "adverse_conditions": "false",
        "resilient": "false",
        "in_project": "false",
    },
    "assessment_result": {"grade": "4", "procedure": "VPR", "subject": "russian"},
    "mentorship": {"form": "school_school"},
    "mentor_offer": {"entitled": "false"},
    "mentor_strength": {},
    "mentoring_mark": {"degree": "high"},
    "risk_profile": {"level": "high"},
    "school_context": {},
    "municipal_report": {"reported": "true"},
    "road_map_execution": {"measure_id": "SVE-2020/1.1"},
    "training": {},
    "recommendation_mark": {"state": "done"},
    "event_participation": {"event": "rostov-2022-11", "source": "test"},
    "school_document": {"year": "2022", "status": "uploaded"},
    "school_decision": {
        "kind": "visit",
        "decision": "visit",
        "responsible": "office",
        "decided_on": "2022-03-17",
    },
    "indicator_value": {"source": "test"},
}
"""What a row of a test has where the test does not care."""

COLUMNS = {table.name: [column.name for column in table.columns] for table in INTAKE_TABLES}


def rows(frame):
    """Give an answer as a list of dictionaries; NULL is None, a date its ISO text."""

    def plain(value):
        if isinstance(value, pd.Timestamp):
            return value.date().isoformat()
        return None if pd.isna(value) else value

    return [{name: plain(value) for name, value in row.items()} for row in frame.to_dict("records")]


@pytest.fixture(scope="session")
def plain(built):
    """The same files, read by a slow and boring reader."""
    return Files(built.facts, built.inputs)


@pytest.fixture(scope="session")
def answer(built):
    """Ask the whole demonstration."""

    def ask(question, *args):
        return rows(store.fetch(built.version, question(*args)))

    return ask


@pytest.fixture
def asked(tmp_path, built):
    """Publish the shipped facts with a few rows more; give a function that asks that store.

    Each table is one text: the names of columns, then a row a line, cells split by spaces; «-»
    is an empty cell, and columns left out are as usual.
    """
    opened = []

    def made(**tables):
        folder, where = tmp_path / "own", tmp_path / "store"
        folder.mkdir()
        for name, lines in tables.items():
            write(folder / f"{name}.csv", name, lines)
        with writing(where, 0):
            version = publish(where, [built.facts, folder], Account(False, "test"))
        opened.append(version)
        return lambda question, *args: rows(store.fetch(version, question(*args)))

    yield made
    for version in opened:
        store.engine(version).dispose()


def write(path, table, lines):
    head, *cells = [line.split() for line in lines.strip().splitlines()]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS[table], lineterminator="\n")
        writer.writeheader()
        for number, row in enumerate(cells):
            given = dict(zip(head, row, strict=True))
            if table == "school":
                given = {"name": given["school_id"]} | given
            if table == "mentorship":
                given = {"mentorship_id": f"M{number}"} | given
            filled = USUAL[table] | given
            writer.writerow({name: "" if cell == "-" else cell for name, cell in filled.items()})


@pytest.fixture(scope="session")
def choices(answer):
    """What a link may name, from the whole demonstration."""
    municipalities, years = answer(lookups.municipalities), grouped(answer(lookups.years), "year")
    return Choices(
        regions=tuple(years),
        municipalities={row["oktmo"]: row["region"] for row in municipalities},
        years=years,
        cohorts=grouped(answer(lookups.cohorts), "entry_year"),
        indicators=tuple(row["code"] for row in answer(lookups.indicators)),
    )


def grouped(found, name):
    regions = dict.fromkeys(row["region"] for row in found)
    return {
        region: tuple(row[name] for row in found if row["region"] == region) for region in regions
    }


@pytest.fixture(scope="session")
def view():
    """Give a view of Rostov region in 2022, with what the test changes."""

    def made(**changes):
        return View(**({"region": "60", "year": 2022, "first_year": 2017} | changes))

    return made
