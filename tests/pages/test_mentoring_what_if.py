"""Two outcomes side by side, against places and pairs of the files counted again."""

import pytest

from tests.pages import seen
from tests.queries import plain_mentoring as slow
from tests.queries.plain_counts import Files

DAY = "2022-12-31"
REGION = {"region": "60", "year": 2022, "language": "ru", "desk": "what_if"}


@pytest.fixture(scope="module")
def plain(built):
    return Files(built.facts, built.inputs)


def held(plain):
    return [pair for pair in slow.pairs(plain, "60") if slow.holds(pair, DAY)]


def free_places(plain, more=0, without=""):
    """Places of all who may mentor, beyond the schools whose pairs count with them."""
    may = slow.entitled(plain, 2022)
    offers = {row["school_id"]: row for row in plain.rows("mentor_offer") if row["year"] == "2022"}
    (usual,) = [row for row in plain.rows("setting") if row["code"] == "mentor_places"]
    free = 0
    for mentor in may:
        here = slow.region_of(plain, mentor) == "60"
        if not here or plain.flag(mentor, 2022, "low_performing") or mentor == without:
            continue
        capacity = offers.get(mentor, {}).get("capacity") or usual["value"]
        load = {pair["mentee_id"] for pair in held(plain) if pair["mentor_id"] == mentor}
        free += max(int(capacity) + more - len(load), 0)
    return free


def test_as_it_is_places_are_those_that_nobody_has_taken(open_page, plain):
    app = open_page("mentoring", **REGION)
    now, then = seen.tables(app)["Случай", "С наставником"]
    covered, schools = len(slow.covered(plain, "60", DAY)), len(slow.listed(plain, "60", 2022))
    free = free_places(plain)
    assert now[1:4] == [f"{covered} из {schools}", str(schools - covered), str(free)]
    assert now[4] == f"{min(covered + free, schools)} из {schools}"
    assert now[1:] == then[1:]
    assert any("Измените что-нибудь" in text for text in seen.texts(app))


def test_both_cases_are_drawn_school_by_school(open_page, plain):
    """The demonstration has places for every school: nobody is left without one."""
    app = open_page("mentoring", **REGION, more_mentors=2)
    covered, schools = len(slow.covered(plain, "60", DAY)), len(slow.listed(plain, "60", 2022))
    (chart,) = seen.charts(app)
    cells = [row for row in chart if row.get("look") in ("covered", "not_entitled", "uncovered")]
    drawn = [[row["look"] for row in cells if "Как есть" in row["tooltip"]]]
    drawn.append([row["look"] for row in cells if "Если так" in row["tooltip"]])
    for looks in drawn:
        counts = [looks.count(look) for look in ("covered", "not_entitled", "uncovered")]
        assert counts == [covered, schools - covered, 0]


def test_a_mentor_that_leaves_takes_its_schools_and_its_places(open_page, plain):
    may = slow.entitled(plain, 2022)
    teams = {}
    for pair in held(plain):
        if pair["mentor_id"] in may:
            teams.setdefault(pair["mentee_id"], set()).add(pair["mentor_id"])
    listed = slow.listed(plain, "60", 2022)
    mentor = next(iter(teams[next(s for s in listed if len(teams.get(s, ())) == 1)]))
    lost = sum(teams.get(school) == {mentor} for school in listed)
    app = open_page("mentoring", **REGION, mentor=mentor, more_places=1)
    _, then = seen.tables(app)["Случай", "С наставником"]
    covered = len(slow.covered(plain, "60", DAY)) - lost
    assert then[1] == f"{covered} из {len(listed)}"
    assert then[3] == f"{free_places(plain, more=1, without=mentor):,}".replace(",", "\xa0")
