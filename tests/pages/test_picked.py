"""Picked schools: told of on each page, of the region, of the reader's own, as many as fit."""

from dataclasses import replace

import pytest

from components.base import picked
from components.base.load import load, one_version
from components.base.rights import Right, reading_as
from components.decisions import numbers as actions
from components.decisions import offer
from components.decisions.choice import DecisionsView
from components.decisions.meeting import meeting
from queries import directory
from queries.field_values import MOST_PICKED, picked_of
from queries.methods.identification import YES
from queries.view import View
from tests.pages.conftest import through_app

THREE = ("60-0018", "60-0025", "60-0027")
PICKED = picked_of(THREE)
SAID = "3 выбранные школы"
OF_SCHOOLS = (
    "overview",
    "heatmap",
    "mentoring",
    "roadmaps",
    "low_performing",
    "risks",
    "decisions",
)


@pytest.mark.parametrize("name", OF_SCHOOLS)
def test_pages_of_schools_show_the_picked_ones_and_say_so(open_page, name):
    app = open_page(name, region="60", picked=PICKED, language="ru")
    assert not app.exception
    assert app.header[0].value.endswith(SAID)
    assert any(f"Показано только это: {SAID}" in note.value for note in app.caption)


def test_a_page_that_does_not_take_them_says_so_and_keeps_them(open_page):
    app = open_page("dynamics", region="60", picked=PICKED, language="ru")
    assert any("на этой странице не действует" in note.value for note in app.caption)
    assert SAID not in app.header[0].value
    assert app.query_params["picked"] == PICKED


def test_a_show_says_that_picked_schools_do_not_change_its_slides(open_page):
    app = open_page("show", region="60", picked=PICKED, language="ru")
    assert any(f"Выбрано: {SAID}" in note.value for note in app.caption)


def test_signals_and_decisions_are_of_the_picked_schools_alone(built):
    every = DecisionsView(region="60", year=2022, first_year=2017)
    with one_version(built.version), reading_as(Right()):
        signals = actions.here(every)
        some = signals.loc[signals["overdue"].eq(YES), "school_id"].iloc[:2]
        few = replace(every, picked=picked_of([*some, *THREE]))
        found = actions.numbers(few)
        assert found.schools == len({*some, *THREE})
        assert found.signs["overdue"] >= 2
        assert set(found.chosen["school_id"]) <= {*some, *THREE}
        day = str(offer.meetings(every)[0])
        decided = meeting(replace(every, meeting=day)).rows["school_id"]
        one = replace(every, meeting=day, picked=picked_of(decided.iloc[:1]))
        assert set(meeting(one).rows["school_id"]) == {decided.iloc[0]}


def test_one_click_shows_every_school_again(open_page):
    app = open_page("mentoring", region="60", picked=PICKED, picked_name="Март", language="ru")
    assert app.header[0].value.endswith("«Март» (3 выбранные школы)")
    app.button(key="picked_drop").click()
    through_app(app)
    app.run()
    assert "picked" not in app.query_params and "picked_name" not in app.query_params
    assert SAID not in app.header[0].value


def test_codes_that_are_none_are_told_and_those_of_another_region_fall(open_page):
    app = open_page("mentoring", region="60", picked="60-0018,nowhere,65-0001", language="ru")
    assert "nowhere" in app.warning[0].value
    assert app.query_params["picked"] == "60-0018"


def test_all_that_is_filtered_is_picked_by_one_click(open_page):
    app = open_page("schools", region="60", on_list="yes", municipality="60601000", language="ru")
    app.button(key="pick_all").click()
    through_app(app)
    app.run()
    with one_version(), reading_as(Right(municipalities=None)):
        names = load(directory.names)
    chosen = app.query_params["picked"].split(",")
    assert set(chosen) <= set(names.loc[names["oktmo"].eq("60601000"), "school_id"])
    assert f"{len(chosen)} школ" in app.subheader[0].value


def test_pasted_codes_are_picked_and_unknown_ones_counted(open_page):
    app = open_page("schools", region="60", language="ru")
    app.text_area(key="picked_pasted").set_value("60-0018\n60-0025\tXX;60-0027")
    through_app(app)
    app.run()
    assert any("Узнаны 3 школы, не узнано кодов: 1" in note.value for note in app.caption)
    app.button(key="pick_these").click()
    through_app(app)
    app.run()
    assert app.query_params["picked"] == PICKED


def test_a_municipal_reader_picks_own_schools_alone():
    """Of others he sees totals, and what is said of one picked school is no total."""
    with one_version(), reading_as(Right(municipalities=None)):
        names = load(directory.names).set_index("school_id")
    view = View(region="60", year=2022, first_year=2017, picked=picked_of([*THREE, "60-0412"]))
    own = names.loc["60-0412", "oktmo"]
    assert own != names.loc[THREE[0], "oktmo"]
    with one_version(), reading_as(Right(municipalities=frozenset({own}))):
        kept, fallen = picked.checked(view)
    assert kept.picked_schools == ("60-0412",)
    assert set(fallen) == set(THREE)


def test_a_link_holds_no_more_than_it_can():
    with one_version(), reading_as(Right(municipalities=None)):
        names = load(directory.names)
        codes = names.loc[names["region"].eq("60"), "school_id"].head(MOST_PICKED + 5)
        kept, fallen = picked.checked(View("60", 2022, 2017, picked=picked_of(codes)))
    assert len(kept.picked_schools) == MOST_PICKED
    assert len(fallen) == 5


@pytest.mark.parametrize("code", ["a,b", "50 %", "с пробелом", "=1+1", "a%2Cb"])
def test_every_code_comes_back_from_a_link(code):
    assert View("60", 2022, 2017, picked=picked_of([code, "x"])).picked_schools == tuple(
        sorted({code, "x"})
    )
