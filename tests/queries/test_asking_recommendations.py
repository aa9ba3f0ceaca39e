"""Recommendations and marks, against the files read again without SQL."""

import pytest

from queries import recommendations
from queries.view import View
from tests.queries.plain_counts import added

REGIONS = ("60", "65", "75")


def of_region(plain, region):
    """Events of a region by code."""
    return {row["code"]: row for row in plain.rows("event") if row["region"] == region}


@pytest.mark.parametrize("region", REGIONS)
def test_recommendations_are_those_of_the_file_with_their_document(answer, plain, region):
    events = of_region(plain, region)
    documents = {row["source"]: row for row in plain.rows("source_document")}
    indicators = {row["code"]: row for row in plain.rows("indicator")}
    expected = {}
    for row in plain.rows("recommendation"):
        if row["event"] in events:
            event, document = events[row["event"]], documents[row["source"]]
            known = indicators.get(row["indicator_code"], {})
            plain_fields = ("due", "target", "indicator_code", "repeats_rec_id")
            expected[row["rec_id"]] = (
                {name: row[name] or None for name in plain_fields}
                | {name: row[name] for name in ("event", "addressees", "text_ru", "source")}
                | {"direction_no": int(row["direction_no"]), "direction": row["direction"]}
                | {"event_ru": event["name_ru"], "event_en": event["name_en"]}
                | {"start_date": event["start_date"], "end_date": event["end_date"]}
                | {"indicator_ru": known.get("name_ru"), "indicator_en": known.get("name_en")}
                | {"document_ru": document["title_ru"], "document_en": document["title_en"]}
            )
    found = answer(recommendations.recommendations, View(region, 2022, 2022))
    assert {row.pop("rec_id"): row for row in found} == expected
    assert len(found) == {"60": 54}.get(region, 0)


def test_every_recommendation_has_a_listed_document(answer):
    found = answer(recommendations.recommendations, View("60", 2022, 2022))
    assert all(row["document_ru"] and row["document_en"] for row in found)


@pytest.mark.parametrize("day", ["", "2022-05-31", "2022-11-16"])
def test_marks_are_those_made_up_to_the_day(answer, plain, day):
    last = day or "2022-12-31"
    expected = [
        (row["marked_on"], row["mark_id"], row["rec_id"], row["oktmo"], row["state"])
        for row in plain.rows("recommendation_mark")
        if row["marked_on"] <= last and plain.regions[row["oktmo"]] == "60"
    ]
    found = answer(recommendations.marks, View("60", 2022, 2022, on=day))
    fields = ("marked_on", "mark_id", "rec_id", "oktmo", "state")
    assert [tuple(row[name] for name in fields) for row in found] == sorted(expected)
    assert all(row["name"] == plain.names[row["oktmo"]] for row in found)
    assert found


def test_a_year_before_the_events_has_no_marks(answer):
    assert answer(recommendations.marks, View("60", 2021, 2021)) == []


def test_a_schools_mark_carries_its_name(asked):
    ask = asked(
        school="school_id\nS1",
        recommendation_mark="""
        mark_id rec_id oktmo school_id marked_on
        M2 N-3.2 60601000 S1 2022-12-01
        M1 N-3.2 60601000 - 2022-12-01
        M3 N-3.2 60602000 - 2023-01-01
        """,
    )
    found = ask(recommendations.marks, View("60", 2022, 2022))
    assert [(row["mark_id"], row["school"]) for row in found] == [("M1", None), ("M2", "S1")]


@pytest.mark.parametrize("place", ["", "60608000"])
@pytest.mark.parametrize(("region", "year"), [("60", 2022), ("60", 2021), ("75", 2022)])
def test_what_measures_a_demand_is_the_sum_of_the_files(answer, plain, region, year, place):
    view, expected = View(region, year, year, municipality=place), {}
    for indicator in recommendations.COUNTED:
        found = [
            plain.count(oktmo, year, indicator, view)
            for oktmo, its_region in plain.regions.items()
            if its_region == region and place in ("", oktmo)
        ]
        if found := [count for count in found if count["schools"]]:
            parts, wholes = (
                [count[name] for count in found] for name in ("numerator", "denominator")
            )
            expected[indicator] = (added(parts), added(wholes))
    rows = answer(recommendations.measured, view)
    assert {row["indicator"]: (row["numerator"], row["denominator"]) for row in rows} == expected
