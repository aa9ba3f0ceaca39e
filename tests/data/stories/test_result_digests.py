"""Numbers of pupils are those of another version as long as nobody has corrected a result."""

import copy

import pytest

from data.stories.result_digests import digests, same
from tests.data import small_region

REGION = small_region.PLACES[0][:2]


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    folder = tmp_path_factory.mktemp("results") / "store"
    return folder, small_region.published(folder, small_region.tables())


def test_every_year_and_procedure_of_results_has_a_digest(first):
    parts = {part for part in digests(first[1]) if part.endswith("below")}
    assert {f"{REGION}/OGE/{year}/below" for year in small_region.YEARS} <= parts


def test_a_later_year_changes_nothing_and_a_corrected_result_does(first):
    folder, version = first
    later = copy.deepcopy(small_region.tables())
    rows = later["assessment_result"]
    rows += [row | {"year": "2023"} for row in rows if row["year"] == "2022"]
    with_a_year = small_region.published(folder, later)
    assert same(digests(version), digests(with_a_year))
    assert not same(digests(with_a_year), digests(version))

    rows[0]["below_threshold"] = str(int(rows[0]["below_threshold"]) + 1)
    corrected = small_region.published(folder, later)
    assert not same(digests(with_a_year), digests(corrected))
    assert not same(digests(version), digests(corrected), REGION)
    assert same(digests(version), digests(corrected), "75")


def test_a_version_without_the_results_has_not_the_same(first):
    assert not same(digests(first[1]), {})
    assert same({}, digests(first[1]))
