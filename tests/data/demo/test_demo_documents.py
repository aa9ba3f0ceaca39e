"""Documents of the project year and marks on recommendations: as declared, and without names."""

import datetime as dt
import re

import pytest

from data.demo import documents

YEARS = {"2021", "2022"}
USUAL = {kind: (chance, day) for kind, chance, day in documents.DOCUMENTS}


@pytest.fixture(scope="module")
def given(rows):
    return rows("school_document")


@pytest.fixture(scope="module")
def marks(rows):
    return rows("recommendation_mark")


def test_each_project_school_has_each_document_once_a_year(given, status, facts):
    rostov = status[status["region"].eq("60") & status["in_project"]]
    schools = {
        (school, str(year))
        for school, year in zip(rostov["school_id"], rostov["year"], strict=True)
        if str(year) in YEARS
    }
    found = given.groupby(["school_id", "year"])["document"].agg(list)
    assert set(found.index) == schools
    kinds = sorted(facts("document_kind")["document"])
    assert all(sorted(own) == kinds for own in found)


def test_a_document_has_a_date_if_and_only_if_it_was_uploaded(given):
    missing = given["status"].eq("not_uploaded")
    assert set(given["status"]) == {"not_uploaded", *documents.STATES}
    assert (given["status_date"].eq("") == missing).all()


def test_documents_come_about_when_and_as_often_as_assumed(given):
    for (kind, year), own in given.groupby(["document", "year"]):
        chance, day = USUAL[kind]
        usual = dt.date(int(year), day.month, day.day)
        dated = own.loc[own["status_date"].ne(""), "status_date"].map(dt.date.fromisoformat)
        assert all(abs((date - usual).days) <= 20 for date in dated)
        assert abs(len(dated) / len(own) - chance) < 0.15
        assert own["status"].eq("confirmed").sum() > len(dated) / 2


def test_a_curator_is_a_number_and_no_name_and_has_three_schools_at_most(given):
    assert given["curator"].str.fullmatch(r"К-\d\d+").all()
    loads = given.groupby(["year", "curator"])["school_id"].nunique()
    assert loads.max() == documents.SCHOOLS_PER_CURATOR
    assert (given.groupby(["school_id", "year"])["curator"].nunique() == 1).all()


def test_marks_are_of_rostov_region_a_month_or_so_after_the_event(marks, facts):
    events = facts("event").set_index("code")
    recommended = facts("recommendation").set_index("rec_id")["event"]
    assert marks["oktmo"].str.startswith("60").all()
    assert set(marks["oktmo"]) <= set(facts("municipality")["oktmo"])
    event = events.loc[recommended.loc[marks["rec_id"]]]
    assert set(event["region"]) == {"60"}
    ends = event["end_date"].map(dt.date.fromisoformat)
    days = marks["marked_on"].map(dt.date.fromisoformat)
    waited = [(day - end).days for day, end in zip(days, ends, strict=True)]
    assert min(waited) >= 20 and max(waited) <= 43


def test_a_municipality_marks_a_recommendation_once_and_a_quarter_is_marked(marks, facts):
    assert not marks.duplicated(["rec_id", "oktmo"]).any()
    assert marks["mark_id"].is_unique
    places = facts("municipality").query("region == '60'")
    events = facts("event").query("region == '60'")["code"]
    recommended = facts("recommendation")["event"].isin(events).sum()
    assert abs(len(marks) / (len(places) * recommended) - documents.MARKED) < 0.05


def test_only_what_is_done_has_evidence_and_no_school_is_named(marks):
    assert set(marks["state"]) == {"planned", "ongoing", "done"}
    assert (marks["evidence"].ne("") == marks["state"].eq("done")).all()
    assert marks["school_id"].eq("").all()
    assert set(marks["evidence"]) == {"", "Демонстрационная справка"}


@pytest.mark.parametrize("table", ["school_document", "recommendation_mark", "mentor_offer"])
def test_no_cell_looks_like_a_persons_name(rows, table):
    name = re.compile(r"[А-ЯЁ][а-яё]+ [А-ЯЁ]\. ?[А-ЯЁ]\.|[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+")
    for column in rows(table).columns:
        assert not rows(table)[column].str.contains(name).any(), column


def test_a_few_schools_have_marks_worth_a_question(rows):
    """Two closed all of 2022 on one day, two show one paper for whatever they prove."""
    of_school = {}
    for row in rows("road_map_execution").to_dict("records"):
        if row["measure_id"].startswith("DEMO-60") and row["due_date"].startswith("2022"):
            of_school.setdefault(row["school_id"], []).append(row)
    at_once = [
        school
        for school, found in of_school.items()
        if all(row["done_date"] == "2022-12-26" and not row["evidence"] for row in found)
    ]
    papers = [{row["evidence"] for row in found if row["evidence"]} for found in of_school.values()]
    assert len(at_once) == 2
    assert papers.count({"Демонстрационная справка за год"}) == 2
