"""Pins: put on the pages where things stand, told on the page that compares them, bad links."""

import pytest

from tests.pages import seen
from tests.pages.conftest import through_app

PLACES = ("60601000", "60602000", "60605000", "60607000")
AZOV = f"place.{PLACES[0]}"


def pressed(app, key):
    app.button(key=key).click()
    through_app(app)
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize(
    ("page", "link", "pin"),
    [
        ("heatmap", {"municipality": PLACES[0]}, AZOV),
        ("school", {"school": "60-0018"}, "school.60-0018"),
        ("dynamics", {}, "cohort.2021"),
    ],
)
def test_what_a_page_shows_is_pinned_there_and_taken_away_again(open_page, page, link, pin):
    kind = pin.partition(".")[0]
    app = open_page(page, region="60", language="ru", **link)
    pressed(app, f"pinned_{kind}")
    assert app.query_params["pins"] == pin
    assert any("Рядом: 1 из 4" in text for text in seen.texts(app))
    pressed(app, f"pinned_{kind}")
    assert "pins" not in app.query_params


def test_a_fifth_is_not_pinned_and_that_is_said(open_page):
    pins = ",".join(f"place.{code}" for code in PLACES)
    app = open_page("heatmap", region="60", municipality="60650000", pins=pins, language="ru")
    assert app.button(key="pinned_place").disabled
    assert any("Рядом уже 4" in text for text in seen.texts(app))


def test_municipalities_stand_side_by_side_with_plain_words(open_page):
    link = {"desk": "side", "pins": f"{AZOV},place.{PLACES[1]}", "language": "ru"}
    app = open_page("explore", region="60", **link)
    rows = {row[0]: row[1:] for row in seen.tables(app)["Показатель", "Азовский район"]}
    assert "не отличается (от" in rows["ВПР: ниже порога"][1]
    assert "отлич" not in rows["С наставником"][0] + rows["С наставником"][1]


def test_another_base_turns_the_differences_round(open_page):
    pins = f"{AZOV},place.{PLACES[1]}"
    app = open_page("explore", region="60", desk="side", pins=pins, base=f"place.{PLACES[1]}")
    rows = {row[0]: row[1:] for row in seen.tables(app)["Показатель", "Азовский район"]}
    first, second = rows["ВПР: ниже порога"]
    assert "отлич" in first and "отлич" not in second


@pytest.mark.parametrize(
    ("pins", "said"),
    [("", "Рядом ещё ничего не стоит"), (AZOV, "Пока рядом одно: Азовский район")],
)
def test_none_and_one_alone_are_told(open_page, pins, said):
    app = open_page("explore", region="60", desk="side", pins=pins, language="ru")
    assert any(said in text for text in seen.texts(app))


def test_one_more_is_added_on_the_page_and_one_is_taken_out(open_page):
    app = open_page("explore", region="60", desk="side", pins=AZOV, language="ru")
    app.selectbox(key="side_added_place_1").set_value(PLACES[2])
    through_app(app)
    app.run()
    assert app.query_params["pins"] == f"{AZOV},place.{PLACES[2]}"
    pressed(app, f"side_drop_{AZOV}")
    assert app.query_params["pins"] == f"place.{PLACES[2]}"


@pytest.mark.parametrize("pins", ["zzz", "place.1,school.nope", "cohort.1999"])
def test_a_link_of_what_is_not_there_says_so_and_shows_the_rest(open_page, pins):
    app = open_page("explore", region="60", desk="side", pins=f"{pins},{AZOV}", language="ru")
    assert any("Сравнение рядом" in warning.value for warning in app.warning)
    assert any("Пока рядом одно: Азовский район" in text for text in seen.texts(app))


def test_the_kind_of_which_something_is_pinned_is_open_first(open_page):
    pins = "cohort.2021,cohort.2022"
    app = open_page("explore", region="60", desk="side", pins=pins, language="ru")
    assert any("Когорта 2021" in head.value for head in app.subheader)
