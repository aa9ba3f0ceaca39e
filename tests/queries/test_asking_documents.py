"""The project year: schools of the project and their documents, against the files."""

import pytest

from queries import documents
from queries.view import View


def schools(plain, region, year, table, wanted=lambda row: True):
    """Schools of a region that a table names in a year."""
    return {
        row["school_id"]
        for row in plain.rows(table)
        if row["year"] == str(year)
        and wanted(row)
        and plain.regions[plain.schools[row["school_id"]]["oktmo"]] == region
    }


@pytest.mark.parametrize(("region", "year"), [("60", 2022), ("60", 2019), ("75", 2022)])
def test_members_are_in_the_project_or_have_documents(answer, plain, region, year):
    inside = schools(plain, region, year, "school_status", lambda row: row["in_project"] == "true")
    expected = inside | schools(plain, region, year, "school_document")
    found = answer(documents.members, View(region, year, year))
    assert [row["school_id"] for row in found] == sorted(
        expected,
        key=lambda school: (
            plain.names[plain.schools[school]["oktmo"]],
            plain.schools[school]["oktmo"],
            plain.schools[school]["name"],
            school,
        ),
    )
    assert found


@pytest.mark.parametrize(("region", "year"), [("60", 2022), ("60", 2019), ("75", 2022)])
def test_documents_are_those_of_the_file(answer, plain, region, year):
    here = schools(plain, region, year, "school_document")
    expected = sorted(
        (row["school_id"], row["document"], row["status"], row["status_date"] or None)
        for row in plain.rows("school_document")
        if row["school_id"] in here and row["year"] == str(year)
    )
    found = answer(documents.documents, View(region, year, year))
    fields = ("school_id", "document", "status", "status_date")
    assert [tuple(row[name] for name in fields) for row in found] == expected


def test_kinds_stand_in_the_order_of_the_year(answer, plain):
    found = answer(documents.kinds)
    assert {row["document"] for row in found} == {
        row["document"] for row in plain.rows("document_kind")
    }
    assert [row["stage_no"] for row in found] == sorted(row["stage_no"] for row in found)


def test_a_school_outside_the_project_with_a_document_is_not_lost(asked):
    ask = asked(
        school="school_id\nS1\nS2\nS3",
        school_status="""
        school_id year in_project
        S1 2022 true
        S2 2022 false
        S3 2021 true
        """,
        school_document="school_id document\nS2 concept",
    )
    view = View("60", 2022, 2022)
    assert [row["school_id"] for row in ask(documents.members, view)] == ["S1", "S2"]
    assert [row["school_id"] for row in ask(documents.documents, view)] == ["S2"]
