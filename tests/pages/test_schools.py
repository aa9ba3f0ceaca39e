"""The directory of schools: filters, order, columns and pages are the link's; files have all."""

import re
from urllib.parse import parse_qsl, unquote

import pytest

from components.base.load import load, one_version
from components.base.rights import Right, reading_as
from components.schools import offer, rows
from components.schools.choice import SchoolsView, of_everybody, schools_of
from queries import directory as questions
from tests.pages import seen
from tests.pages.conftest import through_app

SALSK = "60650000"
VIEW = SchoolsView(region="60", year=2022, first_year=2017)


def directory(app):
    """The headings and the lines of the list, as texts without their links."""
    bodies = [node.proto.body for node in seen.nodes(app) if getattr(node, "type", "") == "html"]
    (body,) = [body for body in bodies if "directory" in body and "<table" in body]
    lines = re.findall(r"<tr>(.*?)</tr>", re.sub(r"</?a\b[^>]*>", "", body), re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line, re.DOTALL) for line in lines]
    # Before the name stands the box by which a school is picked.
    return [line[1:] for line in cells]


def sorting(app):
    """Where each heading leads, by its words."""
    bodies = [node.proto.body for node in seen.nodes(app) if getattr(node, "type", "") == "html"]
    body = next(body for body in bodies if "directory" in body and "<table" in body)
    found = re.findall(r'href="schools\?([^"]*)"[^>]*>([^<]*)</a></th>', body)
    return {
        title.rstrip(" ▲▼"): dict(parse_qsl(unquote(link.replace("&amp;", "&"))))
        for link, title in found
    }


def test_a_page_has_fifty_schools_and_the_sentence_counts_all(open_page):
    app = open_page("schools", region="60", language="ru")
    heads, *lines = directory(app)
    assert heads[:2] == ["Школа ▲", "Муниципалитет"]
    assert len(lines) == 50
    assert app.subheader[0].value.startswith("1\N{NO-BREAK SPACE}144 школы: 82 в перечне")
    assert any("Школы 1–50 из 1\N{NO-BREAK SPACE}144" in note.value for note in app.caption)


def test_the_next_page_goes_on_where_this_one_ends(open_page):
    app = open_page("schools", region="60", language="ru")
    first = [line[0] for line in directory(app)[1:]]
    app.button(key="sheet_schools.next").click()
    through_app(app)
    app.run()
    assert app.query_params["sheet"] == "2"
    second = [line[0] for line in directory(app)[1:]]
    assert first + second == sorted(first + second)
    assert not set(first) & set(second)


def test_a_heading_sorts_and_sorts_the_other_way_and_opens_the_first_page(open_page):
    app = open_page("schools", region="60", language="ru", sheet="3", on_list="yes")
    link = sorting(app)["Учеников"]
    assert link == {
        "region": "60",
        "language": "ru",
        "on_list": "yes",
        "sorted_by": "pupils",
    }
    app = open_page("schools", **link)
    assert sorting(app)["Учеников"]["sorted_by"] == "-pupils"
    pupils = [int(re.sub(r"\D", "", line[3])) for line in directory(app)[1:]]
    assert pupils == sorted(pupils)


def test_a_filter_goes_into_the_link_and_leaves_its_schools(open_page):
    app = open_page("schools", region="60", language="ru")
    app.selectbox(key="bar_on_list").select("yes")
    through_app(app)
    app.run()
    assert app.query_params["on_list"] == "yes"
    assert {line[4] for line in directory(app)[1:]} == {"да"}


def test_columns_are_those_of_the_link_in_the_order_of_the_page(open_page):
    app = open_page("schools", region="60", language="en", columns="school_id,pupils")
    assert directory(app)[0] == ["School ▲", "Municipality", "Pupils", "School code"]


def test_what_the_list_does_not_have_is_said_and_the_usual_is_shown(open_page):
    app = open_page("schools", region="60", language="ru", sheet="99", sorted_by="x", columns="y")
    assert len(directory(app)) == 51
    said = app.warning[0].value
    assert all(value in said for value in ("«99»", "«x»", "«y»"))


def test_where_no_school_is_left_the_page_says_so(open_page):
    app = open_page("schools", region="65", language="ru", mentored="yes")
    bodies = [node.proto.body for node in seen.nodes(app) if getattr(node, "type", "") == "html"]
    assert not any("<table" in body for body in bodies)
    assert "Под этот выбор не попало ничего" in [title.value for title in app.subheader]


def test_the_files_have_all_that_is_filtered_and_not_the_page(built):
    with one_version(built.version):
        found = rows.every(VIEW)
        assert len(found) == offer.count(VIEW) == 1144
        assert {key for key, _ in rows.COLUMNS} <= set(found.columns)
        assert len(rows.of_page(VIEW)) == 50


@pytest.mark.parametrize("place", ["", SALSK, "60737000"])
def test_a_municipal_reader_lists_and_counts_its_own_schools_alone(built, place):
    view = SchoolsView(region="60", year=2022, first_year=2017, municipality=place)
    with one_version(built.version), reading_as(Right(municipalities=frozenset({SALSK}))):
        found = rows.every(view)
        assert set(found["oktmo"]) == (set() if place == "60737000" else {SALSK})
        assert offer.count(view) == len(found)


def test_the_whole_list_is_searched_by_words_of_name_place_or_code(open_page):
    app = open_page("schools", region="60", named="сальский № 06", language="ru")
    assert not app.exception
    (listed,) = [note.value for note in app.caption if note.value.startswith("Школы 1–")]
    assert 0 < int(listed.rpartition(" ")[2]) < 50
    app = open_page("schools", region="60", named="такой школы нет", language="ru")
    assert not app.exception
    assert not [note for note in app.caption if note.value.startswith("Школы 1–")]
    assert any("«такой школы нет»" in note.value for note in app.caption)
    app.text_input(key="schools_named").set_value("60-0018")
    through_app(app)
    app.run()
    assert app.query_params["named"] == "60-0018"


def test_a_search_tells_a_municipal_reader_nothing_of_a_single_school_elsewhere():
    with one_version(), reading_as(Right(municipalities=frozenset({"60650000"}))):
        view = SchoolsView("60", 2022, 2017, named="60-0018")
        found = load(questions.counts, schools_of(view), of_everybody(view))
    assert found["schools"].tolist() == [0]
