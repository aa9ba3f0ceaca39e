"""The page of the list: who stayed, entered, returned and left, recounted slowly from the store."""

import re

import pytest
from sqlalchemy import select
from streamlit.runtime.context import ContextProxy, StreamlitHeaders

from components.shell.internal_view import INTERNAL
from data import store
from data.schema import school, school_status
from queries.methods.identification import CONDITIONS
from tests.pages import seen

HERE = StreamlitHeaders([("Host", "localhost:8501"), ("Origin", "http://localhost:8501")])
YEARS = range(2017, 2023)
STATE = {
    "осталась": "stayed",
    "▲ вошла впервые": "entered",
    "▲ вернулась": "returned",
    "▽ вышла": "left",
}


@pytest.fixture(scope="module")
def lists(built):
    """The schools of Rostov region on the list of each year, by their names."""
    row, name = school_status.c, school.c.name
    asked = select(row.year, name).join(school, school.c.school_id == row.school_id)
    asked = asked.where(row.low_performing, school.c.oktmo.startswith("60"))
    found = {year: set() for year in YEARS}
    for one in store.fetch_arrow(store.engine(built.version), asked).to_pylist():
        found[one["year"]].add(one["name"])
    return found


@pytest.fixture
def inside(open_page, reader, monkeypatch):
    """Open a page in an editor's internal view, from this very machine."""
    monkeypatch.setattr(ContextProxy, "ip_address", None)
    monkeypatch.setattr(ContextProxy, "headers", HERE)
    reader.session_state[INTERNAL] = True
    yield open_page
    del reader.session_state[INTERNAL]


def recounted(lists, before, now):
    """What happened to each school between two lists, from the words of the method."""
    told = {}
    for name in lists[before] | lists[now]:
        if name not in lists[now]:
            told[name] = "left"
        elif name in lists[before]:
            told[name] = "stayed"
        elif any(name in lists[year] for year in YEARS if year < now and year != before):
            told[name] = "returned"
        else:
            told[name] = "entered"
    return told


def rows(app):
    return seen.tables(app)["Школа", "Муниципалитет"]


@pytest.mark.parametrize("now", YEARS[1:])
def test_any_two_lists_are_compared_by_name_as_a_slow_recount_does(open_page, lists, now):
    for before in (year for year in YEARS if year < now):
        app = open_page(
            "low_performing", region="60", year=str(now), against=str(before), language="ru"
        )
        found = {name: STATE[state] for name, _, state, *_ in rows(app)}
        assert found == recounted(lists, before, now)


def test_the_known_numbers_of_the_demonstration_can_be_read_off_with_names(open_page, lists):
    assert len(lists[2017]) == 89
    left = recounted(lists, 2017, 2018)
    gone = {name for name, state in left.items() if state == "left"}
    assert len(gone) == 54
    app = open_page("low_performing", region="60", year="2019", against="2018", language="ru")
    back = {name for name, _, state, *_ in rows(app) if STATE[state] == "returned"}
    assert back == gone & lists[2019] and len(back) == 12
    assert "83 школы в перечне 2019: 34 остались, 37 вошли впервые, 12 вернулись, 49 вышли" in [
        one.value for one in app.subheader
    ]


def test_the_schools_of_ordzhonikidzevsky_district_stand_with_their_marks(open_page):
    app = open_page("low_performing", region="65", year="2020", language="ru")
    found = {name: marks for name, *_, marks in rows(app)}
    nine = {name: marks for name, marks in found.items() if "Демонстрационная" not in name}
    assert len(nine) == 9
    hard = {name for name, marks in nine.items() if "НСУ" in marks}
    assert {int(re.search(r"№ (\d+)", name)[1]) for name in hard} == {49, 107, 112}


def test_a_year_of_which_no_list_was_brought_is_not_one_in_which_all_left(open_page):
    app = open_page("low_performing", region="65", year="2022", against="2020", language="ru")
    assert {state for _, _, state, *_ in rows(app)} == {"неизвестно: статус не прислан"}
    assert len(rows(app)) == 9 and not any(marks.strip("—") for *_, marks in rows(app))
    said = [one.value for one in app.subheader]
    assert "Перечень 2022 года не прислан: о 9 школах прежнего перечня неизвестно" in said


def test_the_rule_is_hidden_but_in_the_internal_view(open_page):
    app = open_page("low_performing", region="60", desk="rule", language="ru")
    assert ("Школа", "Муниципалитет") not in seen.tables(app)
    assert any("служебном виде" in said for said in seen.texts(app))


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_demonstrations_list_is_the_one_by_the_number_of_works(inside, lists, condition):
    app = inside(
        "low_performing", region="60", desk="rule", rule_condition=condition, language="ru"
    )
    found = rows(app)
    listed = {name for name, _, by_rule, *_ in found if by_rule == "● в перечне"}
    brought = {name for name, _, _, on_list, *_ in found if on_list == "● есть"}
    assert brought == lists[2022]
    # Its results of 2021 have no year before them: only the works of the year can be counted.
    expected = {"works": lists[2022], "either": lists[2022], "both": set(), "years": set()}
    assert listed == expected[condition]
    assert any("2020" in said for said in seen.texts(app)) or condition == "works"


def test_a_rule_that_is_tried_changes_the_list_and_says_by_how_much(inside):
    link = {"region": "60", "desk": "rule", "rule_condition": "works", "language": "ru"}
    app = inside("low_performing", **link, rule_share="40")
    listed = [row for row in rows(app) if row[2] == "● в перечне"]
    said = " ".join(seen.texts(app))
    assert f"правило называет **{len(listed)}**" in said
    assert "Правило из настроек назвало бы 0" in said


def test_the_list_by_the_rule_says_how_much_of_it_is_chance(inside):
    link = {"region": "60", "desk": "rule", "results_of": "2019", "language": "ru"}
    app = inside("low_performing", **link)
    words = [luck for _, _, by_rule, *_, luck in rows(app) if by_rule == "● в перечне"]
    kinds = ("устойчиво,", "скорее устойчиво,", "может быть случайно,", "неизвестно")
    counts = [sum(word.startswith(kind) for word in words) for kind in kinds]
    assert sum(counts) == len(words) and min(counts[:3]) > 0
    said = " ".join(seen.texts(app))
    assert f"устойчиво **{counts[0]}**, скорее устойчиво {counts[1]}, может" in said
    assert f"случайно **{counts[2]}**, неизвестно {counts[3]}." in said


def test_without_a_second_year_nothing_is_told_of_chance(inside):
    link = {"region": "60", "desk": "rule", "results_of": "2021", "language": "ru"}
    app = inside("low_performing", **link)
    told = [luck for _, _, by_rule, *_, luck in rows(app) if by_rule == "неизвестно"]
    assert told and set(told) == {"неизвестно"}


def test_the_chart_shows_those_of_whom_nothing_is_known_beside_those_who_left(open_page):
    app = open_page("low_performing", region="65", year="2022", against="2020", language="ru")
    drawn = seen.texts(app)
    assert "неизвестно" in drawn and "—" in drawn
    assert "2022: перечень не прислан; неизвестно о 9" in drawn
