"""What the page of events says: three states kept apart, and nobody guessed."""

import re

import pytest

from tests.pages import seen
from tests.pages.test_recommendations import heading, said, tables
from tests.queries.plain_counts import Files

SALSK, AZOV_DISTRICT = "60650000", "60601000"
RESOLUTION = "Резолюция конференции «ШНОР: лучшие практики…», Ростовская область, 17 ноября 2022 г."


@pytest.fixture(scope="module")
def plain(built):
    return Files(built.facts, built.inputs)


def squares(app):
    """The squares of the chart: (look, code of the municipality or nothing)."""
    rows = [row for chart in seen.charts(app) for row in chart if "x2" in row and "oktmo" in row]
    return [(row["look"], row["oktmo"]) for row in rows]


def test_the_conference_has_its_three_states(open_page):
    app = open_page("events", region="60", language="ru")
    assert heading(app) == (
        "17 ноября 2022 г.: участвовали 41 из 55 муниципалитетов; 9 с ШНОР не участвовали"
    )
    states, _ = tables(app)
    assert states == [
        ["участвовали", "41", "кто именно — не названо"],
        ["не участвовали, хотя ШНОР есть", "9", "названы все"],
        ["не участвовали, ШНОР нет", "5", "кто именно — не названо"],
    ]
    assert "185 участников: очно 56 (30,3 %), остальные 129 — не очно" in said(app)
    assert "34 рекомендации" in said(app)


def test_there_is_a_square_for_each_municipality_and_a_name_for_the_nine(open_page, plain):
    found = squares(open_page("events", region="60", language="ru"))
    looks = [look for look, _ in found]
    assert [looks.count(look) for look in ("ramp4", "worse", "uncovered")] == [41, 9, 5]
    named = {oktmo for _, oktmo in found if oktmo}
    assert named == {row["oktmo"] for row in plain.rows("event_participation")}
    assert all(look == "worse" for look, oktmo in found if oktmo)


def test_the_other_46_are_never_told_apart(open_page, plain):
    _, places = tables(open_page("events", region="60", language="ru"))
    assert len(places) == 55
    absent = {plain.names[row["oktmo"]] for row in plain.rows("event_participation")}
    told = {line[0]: line[1:] for line in places}
    for name, (state, source) in told.items():
        if name in absent:
            assert (state, source) == ("не участвовал, хотя ШНОР есть", RESOLUTION)
        else:
            assert state == (
                "поимённо не назван; таких — участвовали: 41; не участвовали, ШНОР нет: 5"
            )
    assert len({tuple(told[name]) for name in told if name not in absent}) == 1


@pytest.mark.parametrize(
    ("oktmo", "state"),
    [
        (SALSK, "Сальский район: не участвовал, хотя ШНОР есть"),
        (AZOV_DISTRICT, "Азовский район: поимённо не назван; таких — участвовали: 41"),
    ],
)
def test_a_chosen_municipality_is_told_what_is_known_of_it(open_page, oktmo, state):
    assert state in said(open_page("events", municipality=oktmo, language="ru"))


def test_an_event_that_says_nothing_of_who_came_says_that(open_page):
    app = open_page("events", event="rostov-2022-04", language="ru")
    assert "кто участвовал, в документе не сказано" in heading(app)
    assert "20 рекомендаций" in said(app)
    assert not seen.charts(app)


def test_chelyabinsk_has_its_seminar_and_the_trained_officers(open_page):
    app = open_page("events", region="75", language="ru")
    assert heading(app) == "Обученные специалисты муниципальных органов: 175 (2020–2021)"
    text = said(app)
    assert "Итоговый региональный семинар" in text
    assert "16.12.2021" in text
    assert "Челябинская область: исполнение мероприятий направления 1.2" in text


def test_decisions_that_no_document_holds_are_not_counted_as_none(open_page):
    app = open_page("events", region="75", language="ru")
    ((line,),) = tables(app)
    assert line[2] == "—"
    assert "— нет данных" in said(app)
    assert "0 рекомендаций" not in said(app)


def test_sverdlovsk_has_no_events_and_says_so(open_page):
    app = open_page("events", region="65", language="ru")
    assert heading(app) == "Мероприятий этого региона в данных нет"
    assert not re.search(r"\b0 ", heading(app))


def test_an_event_of_the_link_that_is_not_there_falls_back_with_a_notice(open_page):
    text = said(open_page("events", event="x", language="ru"))
    assert "нет мероприятия «x»" in text
    assert "участвовали 41 из 55" in text
