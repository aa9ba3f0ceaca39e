"""What the page of the project year says, against the files read again without SQL."""

import re

import pytest

from tests.pages import seen
from tests.pages.test_recommendations import heading, said, tables
from tests.queries.plain_counts import Files

SALSK = "60650000"
STATUSES = {
    "confirmed": "● подтверждён",
    "uploaded": "◐ ждёт проверки",
    "returned": "▼ возвращён",
    "not_uploaded": "○ не загружен",
}


@pytest.fixture(scope="module")
def plain(built):
    return Files(built.facts, built.inputs)


def documents(plain, year="2022", oktmo=""):
    return [
        row
        for row in plain.rows("school_document")
        if row["year"] == year and oktmo in ("", plain.schools[row["school_id"]]["oktmo"])
    ]


def test_the_year_is_counted_over_every_school_and_document(open_page, plain):
    rows = documents(plain)
    statuses = [row["status"] for row in rows]
    schools = len({row["school_id"] for row in rows})
    text = heading(open_page("project_year", region="60", year="2022", language="ru"))
    confirmed, total = re.search(r"подтверждено (\d+) из (\d+)", text).groups()
    assert (int(confirmed), int(total)) == (statuses.count("confirmed"), 6 * schools)
    assert text.startswith(f"{schools} школ")
    assert f"{statuses.count('uploaded')} жд" in text
    assert f"{statuses.count('returned')} возвращ" in text


def test_the_board_has_a_row_a_school_and_a_status_a_document(open_page, plain):
    app = open_page("project_year", municipality=SALSK, year="2022", language="ru")
    rows = documents(plain, oktmo=SALSK)
    expected = {
        (plain.schools[row["school_id"]]["name"], STATUSES[row["status"]], row["document"])
        for row in rows
    }
    _, *lines = tables(app)[0]
    kinds = ["risk_profile", "anti_risk_programme", "concept", "programme"]
    kinds += ["measures_done", "dynamics_shown"]
    found = {
        (line[0], cell, kind) for line in lines for cell, kind in zip(line[3:], kinds, strict=True)
    }
    assert found == expected


def test_each_stage_has_its_full_count(open_page, plain):
    stages = {row["document"]: row["stage_no"] for row in plain.rows("document_kind")}
    first = [row for row in documents(plain) if stages[row["document"]] == "1"]
    done = sum(row["status"] == "confirmed" for row in first)
    text = said(open_page("project_year", region="60", year="2022", language="ru"))
    assert f"Самодиагностика: {done} из {len(first)}" in text


def test_a_curators_load_is_counted_over_the_whole_region(open_page, plain):
    app = open_page("project_year", desk="curators", municipality=SALSK, language="ru")
    (table,) = tables(app)
    here = {row["curator"] for row in documents(plain, oktmo=SALSK)}
    assert {line[0] for line in table} == here
    for name, schools, confirmed, waiting, returned, *_ in table:
        own = [row for row in documents(plain) if row["curator"] == name]
        assert int(schools) == len({row["school_id"] for row in own})
        statuses = [row["status"] for row in own]
        assert int(confirmed) == statuses.count("confirmed")
        assert int(waiting) == statuses.count("uploaded")
        assert int(returned) == statuses.count("returned")


def test_those_with_most_to_look_at_come_first_and_no_name_is_told(open_page):
    app = open_page("project_year", desk="curators", region="60", language="ru")
    waiting = [int(line[3]) for line in tables(app)[0]]
    assert waiting == sorted(waiting, reverse=True)
    assert "условное обозначение, не имя" in said(app)


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ({"region": "60", "year": "2019"}, "документах никто не сказал"),
        ({"region": "75", "year": "2022"}, "документах никто не сказал"),
        ({"region": "65"}, "Ни одной школы региона в проекте в этом году нет"),
    ],
)
def test_a_year_without_documents_is_told_as_silence(open_page, link, text):
    app = open_page("project_year", language="ru", **link)
    assert heading(app) == "О документах школ за этот год данных нет"
    assert text in said(app)
    assert not seen.charts(app)
