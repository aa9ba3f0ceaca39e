"""Read the files of the first start slowly, to count the page's numbers again."""

import pytest

from tests.queries.plain_counts import Files


@pytest.fixture(scope="session")
def plain(built):
    return Files(built.facts, built.inputs)
