"""Publish a region of a few schools, every result of which the test states."""

import pytest
from own_region import YEARS, written

from components.dynamics.choice import DynamicsView
from data import store
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, writing


@pytest.fixture(scope="session")
def published_once(tmp_path_factory, built):
    """Give a function that publishes equal rows once; nobody may publish into the stores given."""
    known = {}

    def version(rows):
        texts = {table: lines.to_csv(index=False) for table, lines in rows.items()}
        key = tuple(texts.items())
        if key not in known:
            folder = tmp_path_factory.mktemp("own")
            for table, text in texts.items():
                (folder / f"{table}.csv").write_text(text, encoding="utf-8")
            where = folder / "store"
            with writing(where, 0):
                known[key] = publish(where, [built.facts, folder], Account(False, "test"))
        return known[key]

    return version


@pytest.fixture
def region(tmp_path, published_once):
    """Give a function that publishes schools and their results, and gives a view of them.

    A school is its results by year as (participants, below threshold), its municipality, and the
    years in which it was in the project. With its mean score in `scores` they are results of EGE.
    The store is the test's own, so no answer about it was worked out before.
    """
    opened = []

    def made(schools, names=None, scores=None, **changes):
        version = published_once(written(schools, names or {}, scores or {}))
        own = store.Version(version.name, tmp_path / "store" / version.path.name)
        own.path.parent.mkdir()
        own.path.hardlink_to(version.path)
        (own.path.parent / store.POINTER).write_text(own.name, encoding="utf-8")
        opened.append(own)
        usual = {"year": max(YEARS), "first_year": min(YEARS), "indicator": "IND-07-VPR"}
        return DynamicsView("60", **usual | changes)

    yield made
    for version in opened:
        store.engine(version).dispose()
