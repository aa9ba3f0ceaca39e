"""Keep every test away from the real store; build the whole demonstration once for all."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, settings

from data import demo, first_start, store
from data.intake.publishing.publish import writing
from tests import sharing

FACTS = Path(__file__).resolve().parents[1] / "data" / "facts"

# Neither an example nor its drawing is too slow: that would be told of the machine, not of us.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


def pytest_addoption(parser):
    parser.addoption("--update-sql", action="store_true", help="rewrite tests/queries/expected_sql")
    parser.addoption(
        "--keep-store",
        action="store_true",
        help="keep a store of a new schema in tests/data/stores",
    )


@dataclass(frozen=True)
class Built:
    """A first start: its store, its version, and the files that the version was made of."""

    folder: Path
    version: store.Version
    inputs: Path
    facts: Path


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    """Point every test at a store of its own, so that none can touch the real one."""
    monkeypatch.setenv("MONITOR_STORE", str(tmp_path / "store"))


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """Give a folder made once a run for all its workers, to be read only: whoever changes it fails.

    Called with its name and with what fills it.
    """
    run, before = sharing.place(tmp_path_factory), {}

    def once(name, make):
        folder = sharing.once(run, name, make)
        before[folder] = sharing.digests(folder)
        return folder

    yield once
    assert {folder: sharing.digests(folder) for folder in before} == before


def first_version(folder):
    with writing(folder, 0):
        first_start.build(folder)


def demonstration(folder):
    demo.write(folder, pd.read_csv(FACTS / "municipality.csv", dtype=str))


@pytest.fixture(scope="session")
def built(shared):
    """The first start's version and its inputs; nobody may publish into its store."""
    folder, inputs = shared("built", first_version), shared("inputs", demonstration)
    version = store.current(folder)
    yield Built(folder, version, inputs, FACTS)
    store.engine(version).dispose()
