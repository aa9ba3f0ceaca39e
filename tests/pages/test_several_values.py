"""Several municipalities or cohorts: in the link, alone on pages that can, told on others."""

from dataclasses import replace

import pytest

from components.base.load import one_version
from components.base.rights import Right, reading_as
from components.dynamics import rows as dynamics_rows
from components.dynamics.choice import DynamicsView
from components.dynamics.numbers import numbers
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from components.schools import rows
from components.schools.choice import SchoolsView
from tests.pages.conftest import through_app

PLACES = ("60601000", "60602000", "60605000")
LINK = ",".join(PLACES)
NUMBERS = ["oktmo", "column", "state", "numerator", "denominator", "share", "verdict"]


@pytest.fixture
def everything():
    with one_version(), reading_as(Right(municipalities=None)):
        yield


def test_the_heat_map_has_their_rows_with_the_numbers_they_have_among_all(everything):
    every, several = (heat(HeatmapView("60", 2022, 2017, places=each)) for each in ("", LINK))
    for row in (-1, 0):
        whole, alone = (
            h.rows[h.rows["row"].clip(upper=0).eq(row)][NUMBERS] for h in (every, several)
        )
        inside = whole[whole["oktmo"].isin(PLACES)] if row == 0 else whole
        order = ["oktmo", "column"]
        expected = inside.sort_values(order, ignore_index=True)
        assert alone.sort_values(order, ignore_index=True).equals(expected) and len(alone)


def test_the_directory_lists_their_schools_and_those_of_the_cohorts(everything):
    view = SchoolsView("60", 2022, 2017)
    every = rows.every(view)
    asked = SchoolsView("60", 2022, 2017, places=LINK, cohorts="2019,2021")
    wanted = every[every["oktmo"].isin(PLACES) & every["entry_year"].isin([2019, 2021])]
    assert list(rows.every(asked)["school_id"]) == list(wanted["school_id"]) != []


def test_a_municipal_reader_gets_of_several_municipalities_its_own_schools_alone():
    with one_version(), reading_as(Right(municipalities=frozenset(PLACES[:1]))):
        found = rows.every(SchoolsView("60", 2022, 2017, places=LINK))
    assert set(found["oktmo"]) == set(PLACES[:1])


def test_a_page_says_what_it_shows_and_one_click_shows_all(open_page):
    app = open_page("heatmap", region="60", places=LINK, language="ru")
    assert not app.exception
    assert "3 муниципалитета" in app.header[0].value
    assert any("Только муниципалитеты: Азовский район" in note.value for note in app.caption)
    app.button(key="several_places_drop").click()
    through_app(app)
    app.run()
    assert "places" not in app.query_params


def test_a_page_that_cannot_show_several_says_so(open_page):
    app = open_page("mentoring", region="60", places=LINK, cohorts="2019,2021", language="ru")
    said = [note.value for note in app.caption]
    assert any("не отбирает несколько муниципалитетов (Азовский район" in note for note in said)
    assert any("не отбирает несколько когорт (2019, 2021)" in note for note in said)
    assert "муниципалитета" not in app.header[0].value


def test_one_chosen_afterwards_takes_the_place_of_several(open_page):
    app = open_page("schools", region="60", places=LINK, municipality="60650000", language="ru")
    assert "places" not in app.query_params
    app = open_page("schools", region="60", places=LINK, municipality=PLACES[0], language="ru")
    assert app.query_params["places"] == LINK


@pytest.mark.parametrize("places", ["60601000", "nowhere,60601000", "65701000,75000000"])
def test_too_few_of_the_region_are_none_and_what_fell_is_said(open_page, places):
    app = open_page("heatmap", region="60", places=places, language="ru")
    assert "places" not in app.query_params
    fallen = [code for code in places.split(",") if code != "60601000"]
    told = " ".join(note.value for note in app.warning)
    assert all(code in told for code in fallen)


def test_dynamics_draw_the_chosen_cohorts_beside_schools_never_in_the_project(everything):
    every = DynamicsView("60", 2022, 2017, indicator="IND-07-VPR")
    asked = replace(every, cohorts="2017,2019")
    own = ["entry_year", "year", "share", "schools"]
    whole, alone = (dynamics_rows.rows(view, "lines")[own] for view in (every, asked))
    inside = whole[whole["entry_year"].isin([0, 2017, 2019])]
    order = ["entry_year", "year"]
    expected = inside.sort_values(order, ignore_index=True)
    assert alone.sort_values(order, ignore_index=True).equals(expected)
    assert set(alone["entry_year"]) == {0, 2017, 2019} < set(whole["entry_year"])
    assert numbers(asked).cohort == 2019 != numbers(every).cohort
    assert numbers(replace(asked, cohort=2017)).cohort == 2017


def test_dynamics_name_the_cohorts_they_show(open_page):
    app = open_page("dynamics", region="60", cohorts="2017,2019", language="ru")
    assert not app.exception
    assert "когорты 2017, 2019" in app.header[0].value
    assert any("Показаны когорты: 2017, 2019" in note.value for note in app.caption)
