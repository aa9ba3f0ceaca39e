"""The directory of schools, against the same list made again from the files without SQL."""

import re
from dataclasses import replace

import pytest

from queries import directory
from queries.directory import SORTABLE, Listing
from queries.view import View

ROSTOV = View(region="60", year=2022, first_year=2017)
SALSK = replace(ROSTOV, municipality="60650000")
ASKED = {
    "all of a region": (ROSTOV, Listing()),
    "a region without reports": (View(region="65", year=2020, first_year=2019), Listing()),
    "a year with nothing": (View(region="75", year=2015, first_year=2015), Listing()),
    "a municipality": (SALSK, Listing()),
    "an earlier year": (replace(ROSTOV, year=2019), Listing(on_list="yes")),
    "a cohort": (replace(ROSTOV, cohort=2021), Listing()),
    "on the list": (ROSTOV, Listing(on_list="yes")),
    "off the list": (ROSTOV, Listing(on_list="no")),
    "rural in the project": (ROSTOV, Listing(locality="rural", in_project="yes")),
    "not in the project": (SALSK, Listing(in_project="no")),
    "mentored": (ROSTOV, Listing(mentored="yes")),
    "known to have no mentor": (ROSTOV, Listing(mentored="no", on_list="yes")),
    "of a reader's municipalities": (ROSTOV, Listing(places=("60650000", "75000000"))),
    "searched by words": (ROSTOV, Listing(named="САЛЬСК № 06")),
    "searched by a sign of patterns": (ROSTOV, Listing(named="_%")),
    "of several cohorts": (ROSTOV, Listing(cohorts=(2019, 2021), in_project="yes")),
    "of no municipality": (ROSTOV, Listing(places=())),
}
ANSWERS = {"yes": True, "no": False}


def known(plain, code, year):
    """What is told of a school, by the columns of the directory."""
    row, status = plain.schools[code], plain.status.get((code, year), {})
    listed = [
        other
        for (name, other), told in plain.status.items()
        if name == code and other <= year and told["low_performing"] == "true"
    ]
    flags = ("low_performing", "in_project", "adverse_conditions", "resilient")
    said = plain.reports.get((row["oktmo"], year, "mentorship"))
    return (
        {name: row[name] for name in ("school_id", "name", "oktmo", "locality")}
        | {name: status[name] == "true" if status else None for name in flags}
        | {
            "municipality": plain.names[row["oktmo"]],
            "pupils": int(row["pupils"]) if row["pupils"] else None,
            "years_listed": len(listed) or None,
            "entry_year": plain.entries.get(code),
            "mentors": len(plain.mentors(code, year)) if said else None,
        }
    )


def by_number(name):
    """Sort a name by its numbers: № 2 before № 10."""
    return [int(part) if part.isdigit() else part for part in re.split("([0-9]+)", name)]


def wanted(plain, row, view, listing):
    asked = {"low_performing": listing.on_list, "in_project": listing.in_project}
    mentored = None if row["mentors"] is None else row["mentors"] > 0
    answers = [(row[name], said) for name, said in asked.items()] + [(mentored, listing.mentored)]
    return (
        plain.regions[row["oktmo"]] == view.region
        and view.municipality in ("", row["oktmo"])
        and view.cohort in (0, row["entry_year"])
        and listing.locality in ("any", row["locality"])
        and all(
            word in f"{row['name']} {plain.names[row['oktmo']]} {row['school_id']}".lower()
            for word in listing.named.lower().split()
        )
        and (not listing.cohorts or row["entry_year"] in listing.cohorts)
        and (listing.places is None or row["oktmo"] in listing.places)
        and all(said == "any" or value is ANSWERS[said] for value, said in answers)
    )


def listed(plain, view, listing):
    rows = [known(plain, code, view.year) for code in plain.schools]
    rows = [row for row in rows if wanted(plain, row, view, listing)]
    return sorted(
        rows, key=lambda row: (by_number(row["name"]), row["municipality"], row["school_id"])
    )


@pytest.mark.parametrize(("view", "listing"), ASKED.values(), ids=ASKED)
def test_the_schools_and_their_counts_are_those_of_the_files(answer, plain, view, listing):
    expected = listed(plain, view, listing)
    assert answer(directory.schools, view, listing) == expected

    def count(holds):
        told = [row for row in expected if holds(row) is not None]
        return sum(holds(row) for row in told) if told else None

    (found,) = answer(directory.counts, view, listing)
    assert found["schools"] == len(expected)
    assert found["low_performing"] == count(lambda row: row["low_performing"])
    assert found["in_project"] == count(lambda row: row["in_project"])
    mentored = [row for row in expected if row["low_performing"] and row["mentors"]]
    assert (found["mentored"] or 0) == len(mentored)


@pytest.mark.parametrize("column", SORTABLE)
def test_every_column_sorts_both_ways_and_what_is_missing_stands_last(answer, plain, column):
    listing = Listing(sorted_by=column)
    expected = listed(plain, ROSTOV, listing)
    told = [row for row in expected if row[column] is not None]
    missing = [row for row in expected if row[column] is None]
    for descending in (False, True):
        values = {row[column]: row[column] for row in told}
        if column == "name":
            values = {name: by_number(name) for name in values}
        rows = sorted(told, key=lambda row: values[row[column]])
        if descending:  # of equal ones the order of names stays
            order = sorted(values, key=values.__getitem__, reverse=True)
            rows = [row for value in order for row in rows if row[column] == value]
        found = answer(directory.schools, ROSTOV, replace(listing, descending=descending))
        assert found == rows + missing


def test_pages_part_the_list_without_a_gap(answer, plain):
    listing = Listing(sorted_by="mentors", descending=True, most=50)
    pages = [
        answer(directory.schools, ROSTOV, replace(listing, skipped=50 * page)) for page in range(24)
    ]
    assert [len(page) for page in pages] == [50] * 22 + [44, 0]
    whole = answer(directory.schools, ROSTOV, replace(listing, most=None))
    assert [row for page in pages for row in page] == whole


def test_names_are_of_every_school(answer, plain):
    found = answer(directory.names)
    assert {row["school_id"]: row["region"] for row in found} == {
        code: plain.regions[row["oktmo"]] for code, row in plain.schools.items()
    }
    names = [row["name"] for row in found]
    assert names == sorted(names, key=by_number)
