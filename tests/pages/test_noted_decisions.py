"""Decisions that are noted on the page leave as a file that the intake takes."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from components.base.load import one_version
from components.base.rights import Right, reading_as
from components.decisions import noted
from components.decisions.choice import DecisionsView
from components.decisions.numbers import numbers
from data import store
from data.errors import NOTE
from data.intake.received.places import shipped
from data.intake.received.receive import receive
from data.intake.screening import screen
from data.schema import INTAKE_TABLES, school_decision
from tests.pages import seen
from tests.pages.conftest import through_app

ROSTOV = DecisionsView(region="60", year=2022, first_year=2017)
ONE = noted.Noted(
    school_id="60-0351",
    decided_on=date(2022, 12, 20),
    kind="visit",
    decision="Выехать в школу",
    responsible="Методист муниципалитета",
    due_date=date(2023, 2, 14),
)


@pytest.fixture(autouse=True)
def reading(built):
    with one_version(built.version), reading_as(Right(writes=True)):
        yield


def read(content):
    received = receive("решения.xlsx", content, shipped())
    assert [problem for problem in received.problems if problem.level != NOTE] == []
    (file,) = received.files
    return file


def test_the_file_is_read_as_what_was_noted_each_under_its_own_code():
    file = read(noted.intake_file(ROSTOV, [ONE, ONE, replace(ONE, kind="mentor")]))
    assert file.table is school_decision
    rows = file.rows.to_pylist()
    assert len({row["decision_id"] for row in rows}) == 3
    assert {(row["school_id"], row["decided_on"], row["due_date"]) for row in rows} == {
        ("60-0351", "2022-12-20", "2023-02-14")
    }
    assert [row["kind"] for row in rows] == ["visit", "visit", "mentor"]
    assert {row["responsible"] for row in rows} == {"Методист муниципалитета"}
    assert {row["done_date"] for row in rows} == {None}


def test_the_file_passes_the_check_beside_the_files_of_the_region(built, tmp_path):
    names = {table.name for table in INTAKE_TABLES}
    paths = [path for path in built.inputs.iterdir() if path.stem in names]
    received = [receive(path.name, path.read_bytes(), shipped()) for path in sorted(paths)]
    received.append(receive("решения.xlsx", noted.intake_file(ROSTOV, [ONE]), shipped()))
    files = [file for each in received for file in each.files]
    problems = [problem for each in received for problem in each.problems]
    found = screen.screen(tmp_path / "store", files, problems)
    assert [problem for problem in found.problems if problem.file == "решения.xlsx"] == []
    assert found.draft is not None, found.problems[:3]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({}, ""),
        ({"decision": ""}, "empty"),
        ({"responsible": ""}, "empty"),
        ({"responsible": "Сидорова М. П."}, "person"),
        ({"responsible": "Сидорова Мария Петровна"}, "person"),
        ({"decision": "Позвонить по +7 863 200-00-00"}, "person"),
        ({"responsible": "Директор лицея им. А. С. Пушкина"}, ""),
    ],
)
def test_what_lacks_or_names_a_person_is_not_noted(change, fault):
    assert noted.fault(replace(ONE, **change)) == fault


def test_schools_of_the_list_stand_first_and_others_of_the_place_follow():
    n = numbers(ROSTOV)
    found = list(noted.schools(ROSTOV))
    first = [*n.chosen["school_id"], *n.tied["school_id"]]
    assert found[: len(first)] == first and len(found) == len(set(found)) == n.schools
    salsk = replace(ROSTOV, municipality="60650000")
    assert len(noted.schools(salsk)) == numbers(salsk).schools < n.schools


def test_a_decision_is_noted_on_the_page_and_taken_away_again(open_page):
    app = open_page("decisions", region="60", year=2022, language="ru", desk="actions")
    through_app(app)
    app.button(key="note").click().run()
    assert "Напишите, что решили" in " ".join(seen.texts(app))
    through_app(app)
    app.text_input(key="noted_what").input("Выехать в школу")
    app.text_input(key="noted_role").input("Методист муниципалитета")
    app.button(key="note").click().run()
    assert not app.exception
    text = " ".join(seen.texts(app))
    assert "Записано 1 решение" in text and "Выехать в школу — Методист муниципалитета" in text
    through_app(app)
    app.button(key="drop_0").click().run()
    assert "Записано 1 решение" not in " ".join(seen.texts(app))


def test_a_decision_that_the_version_has_waits_no_more_and_later_ones_keep_their_codes(built):
    published = noted.published(replace(ROSTOV, on="2019-01-01"))
    assert published, "meetings after the day of the view count too"
    one = next(iter(published))
    rows = read(noted.intake_file(replace(ROSTOV, on="2019-01-01"), [one])).rows.to_pylist()
    standing = store.fetch(built.version, select(school_decision.c.decision_id))["decision_id"]
    assert rows[0]["decision_id"] not in set(standing)
