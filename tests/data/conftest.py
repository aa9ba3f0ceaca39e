"""Publish real files into stores of a test's own: whole once, small ones as often as needed."""

import pytest

from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, writing


@pytest.fixture(scope="session")
def whole(built):
    """The version of a first start; nobody may publish into its store or change its file."""
    return built.version


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
