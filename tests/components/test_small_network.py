"""The page of mentoring over a network of five schools: pairs that the demonstration has not."""

import csv

import pytest

from components.load import one_version
from components.mentoring import network_figures, offers, rows
from components.mentoring.numbers import mentors, numbers
from data import store
from data.intake.draft import Account
from data.intake.publishing import publish, writing
from queries.view import View
from tests.conftest import FACTS

HERE, FAR = "60601000", "75701000"
ROSTOV = View(region="60", year=2022, first_year=2022)
SCHOOLS = {"low": HERE, "weak": HERE, "good": HERE, "far": FAR, "new": HERE}
RESILIENT, LISTED = {"good", "far", "weak"}, {"low", "weak"}
PAIRS = {"1": ("low", "far"), "2": ("low", "weak"), "3": ("weak", "new")}


def flag(value):
    return "true" if value else "false"


def tables():
    """Rows by table: `far` is of another region, `weak` is a mentor in need of one itself."""
    status = ("low_performing", "resilient", "adverse_conditions", "in_project")
    usual = {"locality": "rural", "basis": "demonstration", "pupils": "", "source": ""}
    return {
        "school": [
            {"school_id": school, "oktmo": oktmo, "name": school.upper()} | usual
            for school, oktmo in SCHOOLS.items()
        ],
        "school_status": [
            {"school_id": school, "year": "2022"}
            | dict.fromkeys(status, "false")
            | {"low_performing": flag(school in LISTED), "resilient": flag(school in RESILIENT)}
            for school in SCHOOLS
        ],
        "mentorship": [
            {"mentorship_id": number, "mentee_id": mentee, "mentor_id": mentor}
            | {"form": "school_school", "start_date": "2022-03-01", "end_date": "", "evidence": ""}
            for number, (mentee, mentor) in PAIRS.items()
        ],
        "municipal_report": [
            {"oktmo": HERE, "year": "2022", "subject": "mentorship", "reported": "true"}
        ],
    }


@pytest.fixture(scope="module")
def version(tmp_path_factory):
    """Publish the rows beside the facts."""
    folder, where = tmp_path_factory.mktemp("own"), tmp_path_factory.mktemp("small")
    for name, lines in tables().items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, lines[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(lines)
    with writing(where, 0):
        version = publish(where, [FACTS, folder], Account(False, "test"))
    yield version
    store.engine(version).dispose()


@pytest.fixture(autouse=True)
def reading(version):
    """Read that version, as a page does."""
    with one_version(version):
        yield


def test_a_mentor_of_another_region_counts():
    n = numbers(ROSTOV)
    assert dict(zip(n.schools["school_id"], n.schools["standing"], strict=True)) == {
        "low": "covered",
        "weak": "not_entitled",
    }
    assert (n.covered, n.silent) == (1, 0)


def test_only_schools_of_the_region_that_are_not_in_need_have_places():
    found = mentors(ROSTOV)
    assert list(found["school_id"]) == ["good"]
    assert found[["load", "capacity", "free", "declared"]].to_dict("records") == [
        {"load": 0, "capacity": 4, "free": 4, "declared": False}
    ]


def test_a_pair_that_counts_is_not_said_to_be_left_out():
    drawn = network_figures.arcs_rows(ROSTOV.but(municipality=HERE))
    told = dict(zip(drawn["mentor_id"], drawn["mentor_note"], strict=True))
    assert told == {"far": "считается", "weak": "считается", "new": "не считается"}
    assert dict(zip(drawn["mentor_id"], drawn["counts"], strict=True)) == {
        "far": True,
        "weak": True,
        "new": False,
    }


def test_who_waits_is_offered_the_one_mentor_there_is():
    found = offers.options(ROSTOV)
    assert [(row.mentee_id, row.mentor_id) for row in found.itertuples()] == [("weak", "good")]
    assert offers.uncoverable(ROSTOV).empty
    assert list(rows.gap(ROSTOV)["school_id"]) == ["weak"]
