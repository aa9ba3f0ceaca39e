"""The plot on its page: chosen without a mouse, picked for other pages, empty states, bad links."""

import ast
from pathlib import Path

import pytest

from tests.pages import seen
from tests.pages.conftest import through_app

ROOT = Path(__file__).resolve().parents[2]
SCHOOLS = {"region": "60", "dots": "school", "language": "ru"}


def test_a_quarter_chosen_in_the_list_gives_its_schools(open_page):
    app = open_page("explore", **SCHOOLS)
    app.selectbox(key="bar_quarter").set_value("right_above")
    through_app(app)
    app.run()
    assert app.query_params["quarter"] == "right_above"
    corner = [text for text in seen.texts(app) if "Оба выше медиан:" in text]
    assert corner and any("315" in text for text in corner)


def test_points_of_a_link_become_the_picked_schools_under_a_name(open_page):
    app = open_page("explore", **SCHOOLS, caught="60-0016,60-0018,60-none")
    rows = next(rows for head, rows in seen.tables(app).items() if head[0] == "Школа")
    assert len(rows) == 2
    assert any("1 обведённая точка" in text for text in seen.texts(app))
    app.text_input[0].set_value("Мои две")
    app.button(key="scatter_only_these").click()
    through_app(app)
    app.run()
    assert app.query_params["picked"] == "60-0016,60-0018"
    assert app.query_params["picked_name"] == "Мои две"
    assert "caught" not in app.query_params


def test_hidden_results_are_counted_in_words(open_page):
    app = open_page("explore", **SCHOOLS, across="results_VPR", up="own_pupils")
    texts = seen.texts(app)
    assert any("результаты учеников здесь не показываются" in text for text in texts)
    assert not any("Ошибка программы" in text for text in texts)
    assert not app.get("plotly_chart") and app.select_slider


def test_other_points_drop_the_numbers_that_they_have_not(open_page):
    app = open_page("explore", **SCHOOLS, across="own_vacant", quarter="right")
    app.segmented_control(key="scatter_dots").set_value("place")
    through_app(app)
    app.run()
    assert app.selectbox(key="bar_across").value == "IND-07-VPR"
    assert not {"across", "quarter"} & set(app.query_params)
    assert not app.warning


def test_a_number_that_is_none_is_told(open_page):
    app = open_page("explore", **SCHOOLS, across="own_money")
    assert any("own_money" in warning.value for warning in app.warning)


@pytest.mark.parametrize("year", ["2020", "2022"])
def test_years_are_played_by_a_slider_of_the_page(open_page, year):
    app = open_page("explore", region="60", year=year, language="ru")
    assert app.select_slider[0].options == [str(each) for each in range(2017, 2023)]
    stands = [text for text in seen.texts(app) if "ряд прерван, точек нет" in text]
    assert bool(stands) == (year == "2020")


def test_plotly_is_drawn_on_one_page_alone():
    calls = set()
    for path in [*ROOT.glob("components/**/*.py"), *ROOT.glob("pages/*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "plotly_chart":
                calls.add(path.relative_to(ROOT).as_posix())
    assert calls == {"components/explore/scatter_part.py"}


def test_of_one_point_no_medians_are_told(open_page):
    texts = seen.texts(open_page("explore", region="65", year="2022", language="ru"))
    assert any("На рисунке одна точка — город Екатеринбург" in text for text in texts)
    assert not any("Медианы показанных точек" in text for text in texts)


@pytest.mark.parametrize(
    "link", [{"caught": "60-9999"}, {"region": "65", "quarter": "right_above"}]
)
def test_a_choice_of_no_point_is_told(open_page, link):
    app = open_page("explore", **{"region": "60", "language": "ru"} | link)
    assert not any("Ошибка программы" in each.value for each in app.subheader)
