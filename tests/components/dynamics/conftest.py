"""Publish a region of a few schools, every result of which the test states."""

import pytest
from own_region import YEARS, written

from components.dynamics.choice import DynamicsView
from data import store
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, writing


@pytest.fixture
def region(tmp_path, built):
    """Give a function that publishes schools and their results, and gives a view of them.

    A school is its results by year as (participants, below threshold), its municipality, and the
    years in which it was in the project. With its mean score in `scores` they are results of EGE.
    """
    opened = []

    def made(schools, names=None, scores=None, **changes):
        folder, where = tmp_path / "own", tmp_path / "store"
        folder.mkdir()
        for table, lines in written(schools, names or {}, scores or {}).items():
            lines.to_csv(folder / f"{table}.csv", index=False)
        with writing(where, 0):
            opened.append(publish(where, [built.facts, folder], Account(False, "test")))
        usual = {"year": max(YEARS), "first_year": min(YEARS), "indicator": "IND-07-VPR"}
        return DynamicsView("60", **usual | changes)

    yield made
    for version in opened:
        store.engine(version).dispose()
