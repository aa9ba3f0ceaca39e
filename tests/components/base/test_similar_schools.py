"""Similar schools and municipalities of the demonstration: by context, with what is shown."""

from dataclasses import replace

import pytest

from components.base import likeness
from components.base.load import load
from components.base.rights import Right, reading_as
from queries import cohorts
from queries.view import View

ROSTOV = View("60", 2022, 2017)
NAMES = {"IND-07-VPR": "ВПР", "IND-07-OGE": "ОГЭ", "IND-07-EGE": "ЕГЭ"}
SCHOOL, SALSK = "60-0674", "60650000"


@pytest.fixture(autouse=True)
def ready_store(own_store, built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))


def test_the_nearest_come_first_and_nobody_is_like_himself():
    found = likeness.schools(ROSTOV, SCHOOL)
    assert len(found.rows) == 8 and not found.refused
    assert found.rows["distance"].is_monotonic_increasing
    assert SCHOOL not in set(found.rows["school_id"])


def test_place_cohort_and_kind_of_the_view_change_nothing():
    narrow = replace(ROSTOV, municipality=SALSK, cohort=2019, schools="rural")
    expected = likeness.schools(ROSTOV, SCHOOL).rows
    assert likeness.schools(narrow, SCHOOL).rows.equals(expected)


def test_what_was_compared_is_told_with_its_weight():
    found = likeness.schools(ROSTOV, SCHOOL)
    assert "местность (3)" in found.compared and not found.missing
    assert found.own.startswith("городская; 339 учеников; неблагоприятные условия; риски: ")


def test_a_school_that_is_not_there_and_one_of_which_little_is_known_are_refused():
    assert likeness.schools(ROSTOV, "65-9999").refused == "unknown_unit"
    assert likeness.schools(replace(ROSTOV, region="75"), SCHOOL).refused == "unknown_unit"


def test_a_share_is_told_only_where_it_is_shown():
    """Every per cent in the words is a shown share of that school in the year."""
    told = 0
    for school in ("60-0674", "60-0689", "60-0020", "60-0354"):
        for row in likeness.schools(ROSTOV, school).rows.to_dict("records"):
            for code, name in NAMES.items():
                if f"{name}: ниже порога" in row["better"]:
                    told += 1
                    assert _shown(row["school_id"], code) and _shown(school, code)
    assert told


def _shown(school, code):
    rows = load(cohorts.of_schools, replace(ROSTOV, first_year=2022, indicator=code))
    own = rows[rows["school_id"].eq(school) & rows["year"].eq(2022)]
    return len(own) == 1 and bool(own["shown"].iloc[0])


def test_a_reader_of_one_municipality_sees_similar_schools_of_his_own_alone():
    whole = likeness.schools(ROSTOV, SCHOOL)
    with reading_as(Right(municipalities=frozenset({SALSK}))):
        found = likeness.schools(ROSTOV, SCHOOL)
    expected = whole.rows[whole.rows["oktmo"].eq(SALSK)]
    assert list(found.rows["school_id"]) == list(expected["school_id"])
    assert found.compared == whole.compared


def test_municipalities_are_alike_by_their_schools():
    found = likeness.municipalities(ROSTOV, SALSK)
    assert len(found.rows) == 5 and SALSK not in set(found.rows["oktmo"])
    assert found.own.startswith("46 школ, сельских 70")
    city = likeness.municipalities(ROSTOV, "60701000")
    assert list(city.rows["name"]) == ["г. Шахты", "г. Таганрог"]  # the others are no nearer


def test_a_region_of_one_municipality_has_nobody_to_compare_with():
    (only,) = set(load(likeness.questions.schools, View("65", 2022, 2022))["oktmo"])
    assert likeness.municipalities(View("65", 2022, 2020), only).refused == "no_others"
