"""The card's risks and events: what answers each factor, and who is known to have come."""

import pytest
from sqlalchemy import select

from components.base.load import one_version
from components.base.rights import Right, reading_as
from components.school.card import card
from components.school.choice import SchoolView
from data import store
from data.schema import (
    event,
    event_participation,
    mentor_strength,
    mentorship,
    risk_factor,
    risk_profile,
    road_map_execution,
    road_map_measure,
    school,
    school_status,
)
from queries.methods import factor_mentions
from tests.pages import seen

RISKS, EVENTS = "Рисковый профиль", "Мероприятия региона"


@pytest.fixture(scope="module")
def rows(built):
    def of(table):
        return store.fetch_arrow(store.engine(built.version), select(table)).to_pylist()

    return of


@pytest.fixture
def reading(built):
    with one_version(built.version), reading_as(Right()):
        yield


def section(name, title, year=2022):
    view = SchoolView(name[:2], year, year, language="ru", school=name)
    return next(part for part in card(view).sections if part.title == title)


def names(rows):
    return {row["name_ru"]: row["code"] for row in rows(risk_factor)}


def of_school(rows):
    levels = {}
    for row in rows(risk_profile):
        levels.setdefault(row["school_id"], {}).setdefault(row["year"], {})[row["risk_factor"]] = (
            row
        )
    return levels


def test_a_factor_is_told_to_be_answered_by_the_schools_own_mentor_if_it_is_strong_at_it(
    rows, reading
):
    resilient = {
        row["school_id"] for row in rows(school_status) if row["year"] == 2022 and row["resilient"]
    }
    strong = {
        (row["school_id"], row["risk_factor"])
        for row in rows(mentor_strength)
        if row["year"] == 2022
    }
    held = [
        (row["mentee_id"], row["mentor_id"])
        for row in rows(mentorship)
        if row["end_date"] is None
        and row["start_date"].year <= 2022
        and row["mentor_id"] in resilient
    ]
    codes, met = names(rows), set()
    profiles = of_school(rows)
    for mentee in sorted({mentee for mentee, _ in held} & profiles.keys())[:25]:
        mine = {mentor for one, mentor in held if one == mentee}
        for name, _, _, answer in section(mentee, RISKS).rows:
            helped = any((mentor, codes[name]) in strong for mentor in mine)
            if helped:
                assert answer.startswith("● наставник школы силён в этом")
            met.add(answer[0])
    assert met == {"●", "○"}


def test_measures_that_name_a_factor_stand_beside_it_with_what_is_done(rows, reading):
    texts = {row["measure_id"]: row for row in rows(road_map_measure)}
    codes, told = names(rows), 0
    for one in sorted(of_school(rows)):
        if not one.startswith("65"):
            continue
        steps = [row for row in rows(road_map_execution) if row["school_id"] == one]
        steps = [row for row in steps if row["due_date"].year == 2022]
        for name, _, _, answer in section(one, RISKS).rows:
            mine = [
                row
                for row in steps
                if codes[name] in factor_mentions.named_in(texts[row["measure_id"]]["text_ru"])
            ]
            done = sum(
                row["done_date"] is not None and row["done_date"].year == 2022 for row in mine
            )
            assert (f"выполнено {done} из {len(mine)}" in answer) == bool(mine)
            told += bool(mine)
    assert told


def test_a_profile_of_an_earlier_year_is_told_as_that_and_a_first_one_too(rows, reading):
    profiles = of_school(rows)
    older = next(one for one in sorted(profiles) if set(profiles[one]) == {2021})
    assert "Самодиагностики 2022 года нет" in section(older, RISKS).said
    first = next(one for one in sorted(profiles) if set(profiles[one]) == {2022})
    found = section(first, RISKS)
    assert "года нет" not in found.said
    assert {before for _, _, before, _ in found.rows} == {"первая самодиагностика"}


def test_events_tell_of_the_municipality_and_silence_is_no_absence(rows, reading):
    at = {row["school_id"]: row["oktmo"] for row in rows(school)}
    held = [row for row in rows(event) if row["region"] == "60"]
    known = {(row["event"], row["oktmo"]): row["state"] for row in rows(event_participation)}
    away = next(one for one in sorted(at) if ("rostov-2022-11", at[one]) in known)
    quiet = next(
        one
        for one in sorted(at)
        if one.startswith("60") and not any(at[one] == oktmo for _, oktmo in known)
    )
    found = section(away, EVENTS)
    assert len(found.rows) == len(held) and "известно в 1 из" in found.said
    assert [state for *_, state in found.rows][0].startswith("не участвовал")
    assert {state for *_, state in section(quiet, EVENTS).rows} == {"ничего не известно"}
    assert section(quiet, EVENTS, year=2019).rows == ()


def test_a_readers_school_is_helped_by_a_mentor_of_another_municipality_too(rows, built):
    with one_version(built.version):
        at = {row["school_id"]: row["oktmo"] for row in rows(school)}
        with reading_as(Right()):
            listed = sorted({row["mentee_id"] for row in rows(mentorship)} & of_school(rows).keys())
            whole = {one: section(one, RISKS).rows for one in listed[:40]}
        for one, told in whole.items():
            with reading_as(Right(municipalities=frozenset({at[one]}))):
                assert section(one, RISKS).rows == told


def test_where_nobody_declared_a_strength_nothing_is_said_of_mentors(rows, reading):
    declared = {row["school_id"][:2] for row in rows(mentor_strength) if row["year"] == 2022}
    assert "65" not in declared
    found = section("65701-049", RISKS)
    assert found.rows and all("неизвестны" in answer for *_, answer in found.rows)


def test_mentors_and_similar_schools_lead_to_their_cards_and_no_other_part_does(open_page):
    app = open_page("school", school="60-0016", language="ru")
    bodies = [node.proto.body for node in seen.nodes(app) if getattr(node, "type", "") == "html"]
    tables = {body.split("<th>")[1].split("<")[0]: body for body in bodies if "<table" in body}
    leading = {head for head, body in tables.items() if 'href="school?' in body}
    assert leading == {"Наставник", "Похожая школа"}
    assert 'school=60-0063"' in tables["Наставник"]
