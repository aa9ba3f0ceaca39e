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
    rows = seen.tables(app)["Кому помогают", "Кто помогает"]

    def placed(school):
        row = plain.schools[school]
        return f"{row['name']}, {plain.names[row['oktmo']]}"

    told = sorted((row[0], row[1]) for row in rows)
    assert told == sorted((placed(pair["mentee_id"]), placed(pair["mentor_id"])) for pair in own)
    may = slow.entitled(plain, 2022)
    counted = [pair["mentor_id"] in may for pair in own]
    assert sum(row[3].startswith("считается") for row in rows) == sum(counted)


@pytest.mark.parametrize("oktmo", ["", AZOV])
def test_every_school_with_the_right_to_mentor_is_listed_with_its_ground(open_page, plain, oktmo):
    app = open_page("mentoring", **REGION, desk="network", municipality=oktmo)
    rows = seen.tables(app)["Школа", "Муниципалитет"]
    may, own = slow.entitled(plain, 2022), held(plain)
    offers = {row["school_id"]: row for row in plain.rows("mentor_offer") if row["year"] == "2022"}
    (usual,) = [row for row in plain.rows("setting") if row["code"] == "mentor_places"]
    local = {
        pair["mentor_id"]
        for pair in own
        if pair["mentee_id"] in slow.listed(plain, "60", 2022)
        and oktmo
        and plain.schools[pair["mentee_id"]]["oktmo"] == oktmo
    }
    expected = {}
    for school in may:
        row, offer = plain.schools[school], offers.get(school, {})
        if school not in local and not (
            row["oktmo"] == oktmo if oktmo else slow.region_of(plain, school) == "60"
        ):
            continue
        load = {pair["mentee_id"] for pair in own if pair["mentor_id"] == school}
        ground = "резильентная школа"
        if offer.get("entitled") == "true":
            ground = f"документ: {offer['ground'] or 'не назван'}"
        if plain.flag(school, 2022, "low_performing"):
            ground += "; сама в перечне"
        places = offer.get("capacity") or usual["value"]
        expected[row["name"]] = [ground, f"{len(load)} из {int(places)}"]
    assert {row[0]: row[2:4] for row in rows} == expected
    busy = sum(not row[3].startswith("0 ") for row in rows)
    assert 0 < busy < len(rows)
    assert f"Возможных наставников: {len(rows)}; ведут школы: {busy}" in said(app)


def test_a_place_without_a_pair_that_counts_still_shows_who_could_mentor(open_page, plain):
    helped = {plain.schools[school]["oktmo"] for school in slow.covered(plain, "60", DAY)}
    may = {plain.schools[school]["oktmo"] for school in slow.entitled(plain, 2022)}
    oktmo = next(
        place
        for school in slow.listed(plain, "60", 2022)
        if (place := plain.schools[school]["oktmo"]) not in helped and place in may
    )
    app = open_page("mentoring", **REGION, desk="network", municipality=oktmo)
    assert "Пар, которые считаются, здесь нет." in said(app)
    rows = seen.tables(app)["Школа", "Муниципалитет"]
    assert rows and {row[1] for row in rows} == {plain.names[oktmo]}
    assert not seen.charts(app)


def test_a_chosen_mentor_is_drawn_with_the_schools_it_helps(open_page, plain):
    mentors = [pair["mentor_id"] for pair in held(plain)]
    mentor = max(sorted(mentors), key=mentors.count)
    app = open_page("mentoring", **REGION, desk="network", mentor=mentor)
    own = {pair["mentee_id"] for pair in held(plain) if pair["mentor_id"] == mentor}
    drawn = [str(row.get("tooltip", "")) for chart in seen.charts(app) for row in chart]
    lines = {tuple(text.split(" → ")) for text in drawn if " → " in text}
    assert {mentee for _, mentee in lines} == {plain.schools[school]["name"] for school in own}
    assert all(name.startswith(plain.schools[mentor]["name"]) for name, _ in lines)
    rows = seen.tables(app)["Кому помогают", "Кто помогает"]
    assert {row[0].split(", ")[0] for row in rows} == {mentee for _, mentee in lines}


@pytest.mark.parametrize("desk", ["network", "what_if"])
def test_a_mentor_that_is_none_falls_back_to_nobody(open_page, desk):
    plain_page = seen.texts(open_page("mentoring", **REGION, desk=desk))
    app = open_page("mentoring", **REGION, desk=desk, mentor="no such school")
    assert app.selectbox(key="bar_mentor").value == ""
    (told,) = [each.value for each in app.warning if "no such school" in each.value]
    assert [text for text in seen.texts(app) if text != told] == plain_page


def test_a_day_chosen_by_a_link_is_offered_beside_the_ends_of_months(open_page):
    app = open_page("mentoring", **REGION, on="2022-10-17")
    box = app.selectbox(key="bar_on")
    assert (box.value, len(box.options)) == ("2022-10-17", 13)
    assert "17.10.2022" in box.options and "30.11.2022" in box.options
