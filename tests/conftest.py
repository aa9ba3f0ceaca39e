"""Keep every test away from the real store; build the whole demonstration once for all."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from data import demo, first_start, store
from data.intake.publishing.publish import writing

FACTS = Path(__file__).resolve().parents[1] / "data" / "facts"


def pytest_addoption(parser):
    parser.addoption("--update-sql", action="store_true", help="rewrite tests/queries/expected_sql")


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
def built(tmp_path_factory):
    """The first start's version and its inputs; nobody may publish into its store."""
    folder, inputs = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("inputs")
    with writing(folder, 0):
        version = first_start.build(folder)
    demo.write(inputs, pd.read_csv(FACTS / "municipality.csv", dtype=str))
    yield Built(folder, version, inputs, FACTS)
    store.engine(version).dispose()
