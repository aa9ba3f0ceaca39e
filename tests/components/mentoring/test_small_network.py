"""The page of mentoring over a network of five schools: pairs that the demonstration has not."""

import csv
from dataclasses import replace

import pytest

from components.base.i18n import Words
from components.base.load import one_version
from components.base.mentors import entitled, mentors
from components.mentoring import cases, network_figures, network_rows, proposed_pairs, rows
from components.mentoring.choice import MentoringView
from components.mentoring.numbers import numbers
from data import store
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, writing
from tests.conftest import FACTS

HERE, FAR = "60601000", "75701000"
ROSTOV = MentoringView(region="60", year=2022, first_year=2022)
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


def test_every_school_whose_pairs_count_is_among_the_entitled():
    found = entitled(ROSTOV).set_index("school_id")
    assert found["load"].to_dict() == {"far": 1, "good": 0, "weak": 1}
    assert found["listed"].to_dict() == {"far": False, "good": False, "weak": True}


def test_a_school_carries_its_pairs_of_every_region():
    found = entitled(replace(ROSTOV, region="75")).set_index("school_id")
    assert found[["load", "free"]].to_dict("index") == {"far": {"load": 1, "free": 3}}


def test_the_table_of_mentors_shows_the_idle_the_listed_and_those_of_elsewhere():
    found = network_rows.mentors(ROSTOV)
    columns = ["name", "municipality", "right", "leads", "uncovered_if_left"]
    assert found[columns].to_numpy().tolist() == [
        ["FAR", "Челябинский ГО, Челябинская область", "резильентная школа", "1 из 4", 0],
        ["WEAK", "Азовский район", "резильентная школа; сама в перечне", "1 из 4", 0],
        ["GOOD", "Азовский район", "резильентная школа", "0 из 4", 0],
    ]
    assert list(network_rows.mentors(replace(ROSTOV, municipality=HERE))["name"]) == list(
        found["name"]
    )


def test_a_school_of_elsewhere_is_listed_only_while_it_helps_here():
    now, before = (network_rows.mentors(v) for v in (ROSTOV, replace(ROSTOV, on="2022-02-01")))
    assert "far" in set(now["school_id"])
    assert "far" not in set(before["school_id"]) and "good" in set(before["school_id"])


@pytest.mark.parametrize(
    ("otherwise", "ground", "said"),
    [
        (False, None, "resilient school"),
        (False, "order 5", "resilient school"),
        (True, "order 5", "document: order 5"),
        (True, None, "document: not named"),
        (True, float("nan"), "document: not named"),
    ],
)
def test_a_ground_is_said_in_words(otherwise, ground, said):
    row = {"otherwise": otherwise, "ground": ground, "listed": False}
    assert network_rows.right(row, Words("en")) == said
    assert network_rows.right(row | {"listed": True}, Words("en")) == f"{said}; itself on the list"


def test_pairs_say_their_term_and_evidence_in_one_cell():
    found = network_rows.pairs(ROSTOV).set_index("mentor")
    assert found["counts_by"].to_dict() == {
        "FAR": "считается",
        "WEAK": "считается",
        "NEW": "не считается",
    }
    assert set(found["form_held"]) == {"школа — школа, с 01.03.2022"}


def test_a_supposed_mentor_brings_places_for_those_who_wait():
    now, then = cases.rows(replace(ROSTOV, mentor="good", more_mentors=0)).to_dict("records")
    parts = ("covered", "not_entitled", "uncovered")
    assert [now[part] for part in parts] == [1, 1, 0]
    assert [then[part] for part in parts] == [1, 0, 1]
    assert (now["text"], then["text"]) == ("2 из 2", "1 из 2")
    assert "не хватит 1" in then["tooltip"]
    _, helped = cases.rows(replace(ROSTOV, mentor="good", more_mentors=1)).to_dict("records")
    assert [helped[part] for part in parts] == [1, 1, 0]


def test_a_pair_that_counts_is_not_said_to_be_left_out():
    drawn = network_figures.arcs_rows(replace(ROSTOV, municipality=HERE))
    told = dict(zip(drawn["mentor_id"], drawn["mentor_note"], strict=True))
    assert told == {"far": "считается", "weak": "считается", "new": "не считается"}
    assert dict(zip(drawn["mentor_id"], drawn["counts"], strict=True)) == {
        "far": True,
        "weak": True,
        "new": False,
    }


def test_who_waits_is_offered_the_one_mentor_there_is():
    found = proposed_pairs.options(ROSTOV)
    assert [(row.mentee_id, row.mentor_id) for row in found.itertuples()] == [("weak", "good")]
    assert proposed_pairs.uncoverable(ROSTOV).empty
    assert list(rows.gap(ROSTOV)["school_id"]) == ["weak"]
