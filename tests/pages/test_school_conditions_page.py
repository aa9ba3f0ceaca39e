"""The conditions of schools on the page of the list, recounted slowly from the store."""

import re

import pytest
from sqlalchemy import select
from streamlit.runtime.context import ContextProxy, StreamlitHeaders

from components.shell.internal_view import INTERNAL
from data import store
from data.schema import school, school_context, school_status
from tests.pages import seen

HERE = StreamlitHeaders([("Host", "localhost:8501"), ("Origin", "http://localhost:8501")])
LINK = {"region": "60", "year": "2022", "desk": "conditions", "language": "ru"}
PARTS = {
    "Вакансии": ("vacant_posts", "posts"),
    "Язык дома не русский": ("other_language", "pupils_counted"),
    "Малообеспеченные семьи": ("low_income", "pupils_counted"),
}


@pytest.fixture(scope="module")
def told(built):
    """What stands in the store of each school of Rostov region in 2022, by its name."""
    asked = (
        select(school.c.name, school_context, school_status.c.adverse_conditions)
        .join(school, school.c.school_id == school_context.c.school_id)
        .join(
            school_status,
            (school_status.c.school_id == school.c.school_id)
            & (school_status.c.year == school_context.c.year),
        )
        .where(school_context.c.year == 2022, school.c.oktmo.startswith("60"))
    )
    rows = store.fetch_arrow(store.engine(built.version), asked).to_pylist()
    return {row["name"]: row for row in rows}


@pytest.fixture
def inside(open_page, reader, monkeypatch):
    """Open a page in an editor's internal view, from this very machine."""
    monkeypatch.setattr(ContextProxy, "ip_address", None)
    monkeypatch.setattr(ContextProxy, "headers", HERE)
    reader.session_state[INTERNAL] = True
    yield open_page
    del reader.session_state[INTERNAL]


def values(row):
    """The four conditions of a school; None: not told."""
    found = {"До центра": row["distance_km"]}
    for title, (part, whole) in PARTS.items():
        least = 1 if whole == "posts" else 10
        enough = row[whole] is not None and row[whole] >= least
        found[title] = row[part] / row[whole] if enough else None
    return found


def judged(told):
    """By name: which conditions are among the hardest quarter of the region, and the state."""
    known = {name: values(row) for name, row in told.items()}
    columns = {
        title: [v for v in (own[title] for own in known.values()) if v is not None]
        for title in (*PARTS, "До центра")
    }
    found = {}
    for name, own in known.items():
        hard = {
            title: None
            if value is None
            else value > 0
            and 100 * sum(v >= value for v in columns[title]) <= 25 * len(columns[title])
            for title, value in own.items()
        }
        sure = list(hard.values()).count(True)
        most = sure + list(hard.values()).count(None)
        state = "трудные" if sure >= 2 else "не ясно" if most >= 2 else "обычные"
        found[name] = (hard, state)
    return found


def table(app):
    tables = seen.tables(app)
    return tables["Школа", "Муниципалитет"]


def test_each_school_is_judged_as_a_slow_recount_does(open_page, told):
    app, expected = open_page("low_performing", **LINK), judged(told)
    shown = table(app)
    marked = {name for name, row in told.items() if row["adverse_conditions"]}
    hard = {name for name, (_, state) in expected.items() if state == "трудные"}
    assert {name for name, *_ in shown} >= marked | hard
    for name, _, marks, state, staff, language, income, distance in shown:
        conditions, said = expected[name]
        assert state.startswith(said)
        assert ("НСУ" in marks) == (name in marked)
        cells = dict(zip(PARTS, (staff, language, income), strict=True)) | {"До центра": distance}
        for title, cell in cells.items():
            assert cell.startswith("▲") == bool(conditions[title])
            assert cell.startswith("—") == (conditions[title] is None)
    text = " ".join(seen.texts(app))
    assert f"у **{len(marked & hard)}**, не ясно" in text
    assert f"без признака НСУ — у **{len(hard - marked)}**" in text
    first = [name for name, *_ in shown[: len(hard - marked)]]
    assert set(first) == hard - marked


def test_shares_of_pupils_are_numbers_in_the_internal_view_alone(open_page):
    for name, _, _, _, staff, language, income, distance in table(
        open_page("low_performing", **LINK)
    ):
        assert not re.search(r"\d", language + income), name
        assert re.search(r"\d", staff) and "км" in distance


def test_an_editor_sees_shares_of_pupils(inside, told):
    for name, *_, language, income, _ in table(inside("low_performing", **LINK)):
        own = values(told[name])
        for title, cell in (
            ("Язык дома не русский", language),
            ("Малообеспеченные семьи", income),
        ):
            share = own[title]
            number = "" if share is None else f"{100 * share:.1f}".replace(".", ",")
            assert number in cell and (share is None) == (cell == "—")


def test_a_region_that_told_nothing_is_led_to_where_it_is_brought(open_page):
    app = open_page("low_performing", region="65", year="2020", desk="conditions", language="ru")
    assert any("не прислал, в каких условиях" in said for said in seen.texts(app))
    assert ("Школа", "Муниципалитет") not in seen.tables(app)


def test_a_municipality_is_judged_among_the_whole_region(open_page):
    whole = {row[0]: row for row in table(open_page("low_performing", **LINK))}
    part = table(open_page("low_performing", **LINK, municipality="60650000"))
    assert part and all(whole[row[0]] == row for row in part)
