"""The network of mentors, against the files read again without SQL."""

from dataclasses import replace

import plain_mentoring as slow
import pytest

from queries import lookups, mentoring
from queries.view import View

ROSTOV = View(region="60", year=2022, first_year=2017)
VIEWS = {
    "the year": ROSTOV,
    "the year before": replace(ROSTOV, year=2021),
    "a day of the year": replace(ROSTOV, on="2022-10-15"),
    "a year without pairs": replace(ROSTOV, year=2018),
    "Chelyabinsk": View(region="75", year=2022, first_year=2021),
    "Sverdlovsk": View(region="65", year=2022, first_year=2019),
}
EVERY = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)


@EVERY
def test_pairs_are_those_of_the_files_with_both_schools_named(answer, plain, view):
    may, expected = slow.entitled(plain, view.year), []
    for pair in slow.pairs(plain, view.region):
        row = dict.fromkeys(("mentorship_id", "form", "start_date"))
        row = {name: pair[name] for name in row}
        row |= {name: pair[name] or None for name in ("end_date", "evidence")}
        for side in ("mentee", "mentor"):
            named = plain.schools[pair[f"{side}_id"]]
            row |= {f"{side}_id": named["school_id"], side: named["name"]}
            row |= {f"{side}_oktmo": named["oktmo"]}
            row |= {f"{side}_municipality": plain.names[named["oktmo"]]}
        expected.append(row | {"entitled": pair["mentor_id"] in may})
    expected.sort(key=lambda row: (row["start_date"], row["mentorship_id"]))
    assert answer(mentoring.pairs, view) == expected


@EVERY
def test_mentors_are_those_entitled_here_and_those_of_elsewhere_with_a_pair_here(
    answer, plain, view
):
    offers = {(row["school_id"], row["year"]): row for row in plain.rows("mentor_offer")}
    points = {row["oktmo"]: row for row in plain.rows("municipal_point")}
    helping = {pair["mentor_id"] for pair in slow.pairs(plain, view.region)}
    expected = []
    for school in sorted(slow.entitled(plain, view.year)):
        region = slow.region_of(plain, school)
        if region != view.region and school not in helping:
            continue
        own, offer = plain.schools[school], offers.get((school, str(view.year)))
        row = {name: own[name] for name in ("school_id", "name", "oktmo", "locality")}
        row |= {"municipality": plain.names[own["oktmo"]], "region": region}
        row |= {"listed": plain.flag(school, view.year, "low_performing")}
        for axis in ("latitude", "longitude"):
            point = points.get(own["oktmo"])
            row[axis] = float(point[f"centre_{axis}"]) if point else None
        places, ground = (offer["capacity"], offer["ground"]) if offer else ("", "")
        row |= {"capacity": int(places) if places else None, "ground": ground or None}
        expected.append(row | {"otherwise": bool(offer) and offer["entitled"] == "true"})
    assert answer(mentoring.mentors, view) == expected


def of_schools(plain, table, view, *names):
    rows = [
        {name: row[name] for name in names}
        for row in plain.rows(table)
        if row["year"] == str(view.year) and slow.region_of(plain, row["school_id"]) == view.region
    ]
    return sorted(rows, key=lambda row: (row["school_id"], row["risk_factor"]))


@EVERY
def test_strengths_and_risks_are_those_of_the_year(answer, plain, view):
    strengths = of_schools(plain, "mentor_strength", view, "school_id", "risk_factor")
    assert answer(mentoring.strengths, view) == strengths
    risks = of_schools(plain, "risk_profile", view, "school_id", "risk_factor", "level")
    assert answer(mentoring.risks, view) == risks


@EVERY
def test_marks_are_those_up_to_the_year(answer, plain, view):
    expected = [
        {"oktmo": row["oktmo"], "municipality": plain.names[row["oktmo"]]}
        | {"year": int(row["year"]), "degree": row["degree"], "ground": row["ground"] or None}
        for row in plain.rows("mentoring_mark")
        if plain.regions[row["oktmo"]] == view.region and int(row["year"]) <= view.year
    ]
    expected.sort(key=lambda row: (row["municipality"], row["oktmo"], row["year"]))
    assert answer(mentoring.marks, view) == expected


@EVERY
def test_steps_are_those_due_by_the_day_and_done_by_it(answer, plain, view):
    day, found = view.day.isoformat(), {}
    for step in plain.rows("road_map_execution"):
        here = slow.region_of(plain, step["school_id"]) == view.region
        if here and f"{view.year}-01-01" <= step["due_date"] <= day:
            row = found.setdefault(step["school_id"], {"due": 0, "done": 0})
            row["due"] += 1
            row["done"] += step["done_date"] != "" and step["done_date"] <= day
    expected = [{"school_id": school} | found[school] for school in sorted(found)]
    assert answer(mentoring.steps, view) == expected


def test_the_demonstration_has_rows_for_every_question(answer):
    for question in (mentoring.pairs, mentoring.mentors, mentoring.strengths, mentoring.risks):
        assert answer(question, ROSTOV)
    assert answer(mentoring.marks, ROSTOV) and answer(mentoring.steps, ROSTOV)
    assert {row["entitled"] for row in answer(mentoring.pairs, ROSTOV)} == {True, False}


def test_schools_are_named_in_the_order_of_their_numbers(answer, plain):
    expected = [
        {"mentor_id": row["school_id"], "name": row["name"]} for row in plain.rows("school")
    ]
    assert answer(lookups.schools) == sorted(expected, key=lambda row: row["mentor_id"])


def test_two_schools_that_ever_had_a_pair_are_told_once(answer, plain):
    pairs = {(row["mentee_id"], row["mentor_id"]) for row in plain.rows("mentorship")}
    expected = [{"mentee_id": mentee, "mentor_id": mentor} for mentee, mentor in sorted(pairs)]
    assert answer(mentoring.ever_paired) == expected
    assert len(expected) < len(list(plain.rows("mentorship")))


def test_risk_factors_are_those_of_the_facts(answer, plain):
    names = ("code", "name_ru", "name_en", "verified", "source")
    expected = [{name: row[name] for name in names} for row in plain.rows("risk_factor")]
    assert answer(lookups.risk_factors) == sorted(expected, key=lambda row: row["code"])
