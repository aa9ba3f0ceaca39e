"""The flow on its page: streams by name, picked for other pages, empty states, bad links."""

import re

import pytest
from sqlalchemy import select

from data import store
from data.schema import school, school_status
from tests.pages import seen
from tests.pages.conftest import through_app

SALSK = "60650000"
FLOW = {"region": "60", "desk": "flow", "language": "ru"}


@pytest.fixture(scope="module")
def history(built):
    """On which lists each school of Rostov region is, by its name."""
    row = school_status.c
    asked = select(row.year, school.c.name, row.low_performing).join(
        school, school.c.school_id == row.school_id
    )
    asked = asked.where(school.c.oktmo.startswith("60"))
    found = {}
    for one in store.fetch_arrow(store.engine(built.version), asked).to_pylist():
        found.setdefault(one["name"], {})[one["year"]] = one["low_performing"]
    return found


def returned(history, year):
    """Schools on the list of a year, not on the one before, and on any earlier."""
    return {
        name
        for name, on in history.items()
        if on.get(year)
        and not on.get(year - 1)
        and any(on.get(each) for each in range(2017, year - 1))
    }


@pytest.mark.parametrize("year", [2019, 2021, 2022])
def test_a_stream_gives_its_schools_by_name_as_a_slow_recount_does(open_page, history, year):
    link = {"region": "60", "stream": f"{year - 1}-left-returned", "language": "ru"}
    app = open_page("explore", desk="flow", **link)
    rows = seen.tables(app)["Школа", "Муниципалитет"]
    wanted = returned(history, year)
    assert {name for name, *_ in rows} == wanted and len(rows) == len(wanted) > 3
    assert any(str(len(wanted)) in text for text in seen.texts(app) if "→ снова" in text)


def test_every_stream_stands_in_the_table_and_in_the_list_alike(open_page):
    app = open_page("explore", desk="flow", region="60", language="ru")
    rows = seen.tables(app)["Переход", "Год"]
    offered = app.selectbox(key="bar_stream").options
    assert [row[0] for row in rows] == offered[1:]
    assert all(row[0].endswith(f"{row[-1]} {row[0].split()[-1]}") for row in rows)


def test_a_stream_becomes_the_picked_schools_of_other_pages(open_page):
    app = open_page("explore", desk="flow", region="60", stream="2018-left-returned", language="ru")
    named = {row[0] for row in seen.tables(app)["Школа", "Муниципалитет"]}
    app.button(key="only_these").click()
    through_app(app)
    app.run()
    assert len(app.query_params["picked"].split(",")) == len(named)
    assert "снова в перечне" in app.query_params["picked_name"]
    assert "stream" not in app.query_params


def test_a_stream_is_chosen_in_the_list_without_a_mouse(open_page):
    app = open_page("explore", desk="flow", region="60", language="ru")
    app.selectbox(key="bar_stream").set_value("2021-listed-left")
    through_app(app)
    app.run()
    assert app.query_params["stream"] == "2021-listed-left"
    assert seen.tables(app)["Школа", "Муниципалитет"]


def test_a_stream_that_is_none_is_told_and_all_are_shown(open_page):
    app = open_page("explore", desk="flow", region="60", stream="2018-nowhere", language="ru")
    assert any("2018-nowhere" in warning.value for warning in app.warning)
    assert not app.button or all(button.key != "only_these" for button in app.button)


@pytest.mark.parametrize("link", [{"region": "65"}, {"region": "60", "year": "2017"}])
def test_where_there_are_no_two_lists_the_page_says_so(open_page, link):
    texts = seen.texts(open_page("explore", desk="flow", **link, language="ru"))
    assert any("Переходов нет" in text for text in texts)


def test_one_municipality_has_its_own_flow(open_page, history):
    app = open_page("explore", desk="flow", region="60", municipality=SALSK, language="ru")
    said = next(head.value for head in app.subheader if "В перечне 2022" in head.value)
    listed = int(re.search(r"2022: (\d+)", said)[1])
    assert 0 < listed < sum(bool(on.get(2022)) for on in history.values())


def test_later_years_say_since_when_schools_are_counted(open_page):
    """The first list counts whatever year the streams begin with."""
    whole, later = (
        {
            text
            for text in seen.texts(open_page("explore", **FLOW, first_year=year))
            if "Хотя бы раз" in text
        }
        for year in ("2017", "2020")
    )
    assert whole == later and whole


def test_a_kind_of_schools_that_the_flow_has_not_is_told(open_page):
    app = open_page("explore", **FLOW, schools="low_performing")
    assert any("low_performing" in each.value for each in app.warning)
