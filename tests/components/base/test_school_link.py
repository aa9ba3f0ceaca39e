"""Every name of a school leads to the address of its card."""

from urllib.parse import parse_qs, urlsplit

import pytest

from components.base.load import one_version
from components.base.school_link import school_address, school_link
from queries.view import View

VIEW = View(region="60", year=2022, first_year=2017, municipality="60650000", language="en")


@pytest.fixture(autouse=True)
def over_the_store(built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    with one_version(built.version):
        yield


def parts(address):
    split = urlsplit(address)
    return split.path, {name: values[0] for name, values in parse_qs(split.query).items()}


def test_the_address_names_the_school_its_region_and_the_language_only():
    assert parts(school_address("S 1&2", VIEW)) == (
        "school",
        {"school": "S 1&2", "region": "60", "language": "en"},
    )


def test_a_year_that_is_not_the_last_goes_with_it_where_the_region_has_it():
    earlier = View(region="60", year=2019, first_year=2017, on="2019-05-31")
    assert parts(school_address("S1", earlier))[1] == {
        "school": "S1",
        "region": "60",
        "language": "ru",
        "year": "2019",
        "on": "2019-05-31",
    }
    assert "year" not in parts(school_address("S1", earlier, "75"))[1]


def test_a_school_of_another_region_opens_there():
    assert parts(school_address("S1", VIEW, "75"))[1]["region"] == "75"


def test_a_name_is_written_as_a_link_and_none_of_it_is_html():
    link = school_link("S1", "Школа <b>", VIEW)
    assert link.startswith('<a class="inner_link" href="school?region=60&amp;language=en')
    assert link.rstrip().endswith(">Школа &lt;b&gt;</a>")
