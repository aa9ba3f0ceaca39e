"""The summary's numbers, against counts made again from the files without SQL."""

from dataclasses import replace

import pytest
from plain_counts import added

from queries import overview
from queries.view import View

ROSTOV = View(region="60", year=2022, first_year=2017)
PICKED = "60-0016,60-0018,60-0099,60-0412,60-0900,75-0001"
VIEWS = {
    "all schools": ROSTOV,
    "low performing": replace(ROSTOV, schools="low_performing"),
    "urban": replace(ROSTOV, schools="urban"),
    "rural": replace(ROSTOV, schools="rural"),
    "picked schools": replace(ROSTOV, picked=PICKED),
    "picked schools of a kind": replace(ROSTOV, picked=PICKED, schools="low_performing"),
    "a cohort": replace(ROSTOV, cohort=2021),
    "the year before": replace(ROSTOV, year=2021),
    "a year with a break": replace(ROSTOV, year=2020),
    "a municipality": replace(ROSTOV, municipality="60608000"),
    "a municipality's rural cohort": replace(
        ROSTOV, municipality="60608000", cohort=2017, schools="rural"
    ),
    "Chelyabinsk": View(region="75", year=2022, first_year=2021),
    "Sverdlovsk": View(region="65", year=2020, first_year=2019),
    "a year with nothing": View(region="75", year=2015, first_year=2015),
}
SUMMED = ("IND-03", "IND-13", "IND-19")


def counts(plain, view, indicator, year):
    """(numerator, denominator) of every municipality that has chosen schools, by ОКТМО."""
    found = {}
    for oktmo in sorted(plain.names):
        wanted = view.municipality in ("", oktmo)
        if plain.regions[oktmo] == view.region and wanted:
            count = plain.count(oktmo, year, indicator, view)
            if count["schools"]:
                found[oktmo] = (count["numerator"], count["denominator"])
    return found


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_totals_are_the_sums_of_the_files(answer, plain, view):
    expected = []
    for indicator in SUMMED:
        for year in range(2000, view.year + 1):
            found = list(counts(plain, view, indicator, year).values())
            if found:
                row = {"indicator": indicator, "year": year}
                row["numerator"] = added(part for part, _ in found)
                row["denominator"] = added(whole for _, whole in found)
                expected.append(row | {"municipalities": len(found)})
    assert answer(overview.totals, view) == expected


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_attention_is_on_every_gap_of_the_files(answer, plain, view):
    mentored = counts(plain, view, "IND-03", view.year)
    measures = counts(plain, view, "IND-13", view.year)
    expected = []
    for oktmo in {*mentored, *measures}:
        helped, schools = mentored.get(oktmo, (None, None))
        done, due = measures.get(oktmo, (None, None))
        row = {"oktmo": oktmo, "name": plain.names[oktmo]}
        row |= {"no_mentor": None if schools is None else schools - helped, "schools": schools}
        row |= {"overdue": None if due is None else due - done, "due": due}
        if row["no_mentor"] or row["overdue"]:
            expected.append(row)
    expected.sort(key=lambda row: (-(row["no_mentor"] or 0), -(row["overdue"] or 0), row["oktmo"]))
    assert answer(overview.attention, view) == expected


def test_attention_has_gaps_of_both_kinds(answer):
    found = answer(overview.attention, ROSTOV)
    assert any(row["no_mentor"] for row in found)
    assert any(row["overdue"] for row in found)
    assert any(row["no_mentor"] is None for row in found)


@pytest.mark.parametrize(
    ("region", "year"), [("60", 2022), ("60", 2021), ("75", 2021), ("75", 2022), ("65", 2022)]
)
def test_event_numbers_are_those_stated_for_the_year(answer, plain, region, year):
    events = {
        row["code"]: row
        for row in plain.rows("event")
        if row["region"] == region and row["start_date"].startswith(str(year))
    }
    expected = [
        {name: events[row["event"]][name] for name in ("code", "name_ru", "name_en", "start_date")}
        | {name: row[name] for name in ("attribute", "unit", "source")}
        | {"value": float(row["value"])}
        for row in plain.rows("event_count")
        if row["event"] in events
    ]
    expected.sort(key=lambda row: (row["code"], row["attribute"]))
    expected.sort(key=lambda row: row["start_date"], reverse=True)
    assert answer(overview.event_numbers, View(region, year, year)) == expected


@pytest.mark.parametrize(("region", "year", "count"), [("60", 2022, 9), ("60", 2021, 0)])
def test_absent_are_those_named_with_schools_in_need(answer, plain, region, year, count):
    events = {
        row["code"]
        for row in plain.rows("event")
        if row["region"] == region and row["start_date"].startswith(str(year))
    }
    expected = [
        {name: row[name] for name in ("event", "oktmo", "source")}
        | {"name": plain.names[row["oktmo"]]}
        for row in plain.rows("event_participation")
        if row["event"] in events and row["state"] == "absent"
    ]
    expected.sort(key=lambda row: (row["name"], row["oktmo"], row["event"]))
    assert answer(overview.absent, View(region, year, year)) == expected
    assert len(expected) == count
