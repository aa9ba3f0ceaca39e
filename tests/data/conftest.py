"""Publish real files into stores of a test's own: whole once, small ones as often as needed."""

from pathlib import Path

import pytest

from data import first_start
from data.intake.publishing import Account, publish, writing

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def whole(tmp_path_factory):
    """The version of a first start; nobody may publish into its store or change its file."""
    store = tmp_path_factory.mktemp("whole")
    with writing(store, 0):
        return first_start.build(store)


@pytest.fixture
def files(tmp_path):
    """Write a folder of `<table>.csv` from the rows given, each with its header."""

    def write(folder="files", **tables):
        where = tmp_path / folder
        where.mkdir(exist_ok=True)
        for name, lines in tables.items():
            (where / f"{name}.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
        return where

    return write


@pytest.fixture
def publish_files(tmp_path):
    """Publish folders into the test's own store; other tests cannot see it."""

    def make(*folders, store=tmp_path / "store", reason="test"):
        with writing(store, 0):
            return publish(store, list(folders), Account(False, reason))

    return make


REGION = "code,name_ru,name_en,source"


@pytest.fixture
def regions(files):
    """Write a folder of one small file: a region for each code."""

    def write(*codes, folder="files"):
        return files(folder, region=[REGION, *(f"{code},Край,Land,закон" for code in codes)])

    return write
