"""Events, their numbers and who is named, against the files read again without SQL."""

import pytest

from queries import events
from queries.view import View

REGIONS = ("60", "65", "75")


def of_region(plain, region):
    return {row["code"]: row for row in plain.rows("event") if row["region"] == region}


@pytest.mark.parametrize("region", REGIONS)
def test_events_come_with_their_document_and_count_of_recommendations(answer, plain, region):
    titles = {row["source"]: row["title_ru"] for row in plain.rows("source_document")}
    given = [row["event"] for row in plain.rows("recommendation")]
    expected = [
        {"code": code, "start_date": row["start_date"], "document_ru": titles[row["source"]]}
        | {"recommendations": given.count(code) or None}
        for code, row in sorted(
            of_region(plain, region).items(), key=lambda pair: (pair[1]["start_date"], pair[0])
        )
    ]
    found = answer(events.events, View(region, 0, 0))
    assert [{name: row[name] for name in expected[0]} for row in found] == expected or not expected
    assert len(found) == len(expected)


def test_the_conference_and_the_session_recommended_what_the_documents_say(answer):
    found = answer(events.events, View("60", 0, 0))
    assert [(row["code"], row["recommendations"]) for row in found] == [
        ("rostov-2022-04", 20),
        ("rostov-2022-11", 34),
    ]


@pytest.mark.parametrize("region", REGIONS)
def test_counts_are_the_stated_numbers(answer, plain, region):
    here = of_region(plain, region)
    expected = sorted(
        (row["event"], row["attribute"], float(row["value"]))
        for row in plain.rows("event_count")
        if row["event"] in here
    )
    found = answer(events.counts, View(region, 0, 0))
    assert [(row["event"], row["attribute"], row["value"]) for row in found] == expected


@pytest.mark.parametrize("region", REGIONS)
def test_participation_is_that_of_the_file(answer, plain, region):
    here = of_region(plain, region)
    expected = sorted(
        (row["event"], plain.names[row["oktmo"]], row["oktmo"], row["state"])
        for row in plain.rows("event_participation")
        if row["event"] in here
    )
    found = answer(events.participation, View(region, 0, 0))
    fields = ("event", "name", "oktmo", "state")
    assert [tuple(row[name] for name in fields) for row in found] == expected


def test_a_regions_own_source_has_no_listed_document(asked):
    ask = asked(event_participation="oktmo state\n60601000 took_part")
    (own,) = [
        row for row in ask(events.participation, View("60", 0, 0)) if row["oktmo"] == "60601000"
    ]
    assert (own["state"], own["source"], own["document_ru"]) == ("took_part", "test", None)


def test_trained_officers_are_told_of_their_region_alone(answer, plain):
    (row,) = answer(events.people, View("75", 0, 0))
    stated = [fact for fact in plain.rows("stated_fact") if fact["value"] == "175"]
    assert row["observed_value"].startswith("175 ")
    assert {fact["source"] for fact in stated} == {row["source"]}
    assert row["document_ru"] == "Челябинская область: исполнение мероприятий направления 1.2"
    assert answer(events.people, View("60", 0, 0)) == []
