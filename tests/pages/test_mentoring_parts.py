"""What each part of the page of mentoring shows, against counts made again from the files."""

import re

import pytest

from tests.pages import seen
from tests.queries import plain_mentoring as slow
from tests.queries.plain_counts import Files

AZOV, DAY = "60601000", "2022-12-31"
REGION = {"region": "60", "year": 2022, "language": "ru"}


@pytest.fixture(scope="module")
def plain(built):
    return Files(built.facts, built.inputs)


def said(app):
    text = " ".join(seen.texts(app))
    return re.sub(r"[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", " ", text)


def waiting(plain, oktmo=""):
    helped = set(slow.covered(plain, "60", DAY))
    return [
        school
        for school in slow.listed(plain, "60", 2022)
        if school not in helped and oktmo in ("", plain.schools[school]["oktmo"])
    ]


def test_every_school_without_a_mentor_is_listed_with_why(open_page, plain):
    app = open_page("mentoring", **REGION, desk="gap")
    rows = seen.tables(app)["Школа", "Муниципалитет"]
    why = {
        "not_entitled": "наставник не вправе им быть",
        "ended": "пара закончилась",
        "never": "пары не было",
    }
    expected = {
        plain.schools[school]["name"]: why[slow.standing(plain, school, "60", DAY)]
        for school in waiting(plain)
    }
    assert {row[0]: row[5] for row in rows} == expected
    assert [int(row[2]) for row in rows] == sorted((int(row[2]) for row in rows), reverse=True)
    assert f"{len(rows)} школ" in said(app)


def test_tables_of_coverage_add_up_to_the_headline(open_page, plain):
    found = seen.tables(open_page("mentoring", **REGION, desk="coverage"))
    covered, schools = len(slow.covered(plain, "60", DAY)), len(slow.listed(plain, "60", 2022))
    for name in (("Муниципалитет", "С наставником"), ("Год входа", "С наставником")):
        numbers = [[int(cell) for cell in row[1:]] for row in found[name]]
        assert [sum(column) for column in zip(*numbers, strict=True)][:2] == [covered, schools]
        assert all(row[0] + sum(row[2:]) == row[1] for row in numbers)
    months = found["Месяц", "С наставником"]
    assert months[-1] == ["декабрь 2022", str(covered), str(schools)]
    october = len(set(slow.covered(plain, "60", "2022-10-31")))
    assert ["октябрь 2022", str(october), str(schools)] in months


def held(plain, day=DAY):
    return [pair for pair in slow.pairs(plain, "60") if slow.holds(pair, day)]


def test_pairs_in_force_of_a_municipality_are_listed_and_drawn(open_page, plain):
    app = open_page("mentoring", **REGION, desk="network", municipality=AZOV)
    listed = [s for s in slow.listed(plain, "60", 2022) if plain.schools[s]["oktmo"] == AZOV]
    own = [pair for pair in held(plain) if pair["mentee_id"] in listed]
    rows = seen.tables(app)["Наставляемая школа", "Её муниципалитет"]
    name = {school: row["name"] for school, row in plain.schools.items()}
    told = sorted((row[0], row[2]) for row in rows)
    assert told == sorted((name[pair["mentee_id"]], name[pair["mentor_id"]]) for pair in own)
    may = slow.entitled(plain, 2022)
    counted = [pair["mentor_id"] in may for pair in own]
    assert [row[7] for row in rows].count("считается") == sum(counted)


def test_a_chosen_mentor_is_drawn_with_the_schools_it_helps(open_page, plain):
    mentors = [pair["mentor_id"] for pair in held(plain)]
    mentor = max(sorted(mentors), key=mentors.count)
    app = open_page("mentoring", **REGION, desk="network", mentor=mentor)
    own = {pair["mentee_id"] for pair in held(plain) if pair["mentor_id"] == mentor}
    drawn = [str(row.get("tooltip", "")) for chart in seen.charts(app) for row in chart]
    lines = {tuple(text.split(" → ")) for text in drawn if " → " in text}
    assert {mentee for _, mentee in lines} == {plain.schools[school]["name"] for school in own}
    assert all(name.startswith(plain.schools[mentor]["name"]) for name, _ in lines)


@pytest.mark.parametrize("desk", ["network", "what_if"])
def test_a_mentor_that_is_none_falls_back_to_nobody(open_page, desk):
    plain_page = seen.texts(open_page("mentoring", **REGION, desk=desk))
    app = open_page("mentoring", **REGION, desk=desk, mentor="no such school")
    assert app.selectbox(key="bar_mentor").value == ""
    assert seen.texts(app) == plain_page


def test_a_day_chosen_by_a_link_is_offered_beside_the_ends_of_months(open_page):
    app = open_page("mentoring", **REGION, on="2022-10-17")
    box = app.selectbox(key="bar_on")
    assert (box.value, len(box.options)) == ("2022-10-17", 13)
    assert "17.10.2022" in box.options and "30.11.2022" in box.options
