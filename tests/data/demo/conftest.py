"""Write the demonstration set once for all its tests."""

from pathlib import Path

import pandas as pd
import pytest

from data.demo import write

PROJECT = Path(__file__).resolve().parents[3]
FACTS = PROJECT / "data" / "facts"


def fact(table):
    return pd.read_csv(FACTS / f"{table}.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="session")
def facts():
    return fact


@pytest.fixture(scope="session")
def municipalities():
    return fact("municipality")


@pytest.fixture(scope="session")
def folder(shared, municipalities):
    """The demonstration files, to be read only."""
    return shared("demonstration", lambda where: write(where, municipalities))


@pytest.fixture(scope="session")
def rows(folder):
    """Give a file's rows with every column as text, empty cells as ''."""

    def read(table):
        return pd.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False)

    return read


@pytest.fixture(scope="session")
def status(rows):
    """Status rows with flags as booleans and the school's municipality and region."""
    frame = rows("school_status").merge(rows("school")[["school_id", "oktmo", "locality"]])
    flags = ["low_performing", "adverse_conditions", "resilient", "in_project"]
    frame[flags] = frame[flags] == "true"
    return frame.assign(year=frame["year"].astype(int), region=frame["oktmo"].str[:2])


@pytest.fixture(scope="session")
def results(rows):
    """Results of Rostov region with counts as numbers."""
    frame = rows("assessment_result")
    counts = ["year", "grade", "participants", "below_threshold"]
    frame[counts] = frame[counts].astype(int)
    return frame[frame["school_id"].str.startswith("60-")]
