"""The page of risk profiles, recounted slowly from the store: levels, changes, places, answers."""

from collections import Counter, defaultdict

import pytest
from sqlalchemy import select

from components.base.load import one_version
from components.base.rights import Right, reading_as
from components.risks import numbers, rows
from components.risks.choice import RisksView
from data import store
from data.schema import mentor_strength, municipality, risk_factor, risk_profile, school
from tests.pages import seen
from tests.pages.conftest import through_app

VIEW = RisksView(region="60", year=2022, first_year=2017, stage_before=2021)
SALSK = "60650000"
RANK = {"high": 3, "medium": 2, "low": 1}
WORD = {"high": "▮▮▮ высокий", "medium": "▮▮▯ средний", "low": "▮▯▯ низкий"}


def answer(built, statement):
    return store.fetch_arrow(store.engine(built.version), statement).to_pylist()


@pytest.fixture(scope="module")
def profiles(built):
    """Level by factor of each school of Rostov region, by year and school."""
    row = risk_profile.c
    found = defaultdict(dict)
    for one in answer(built, select(row.school_id, row.year, row.risk_factor, row.level)):
        if one["school_id"].startswith("60"):
            found[one["year"], one["school_id"]][one["risk_factor"]] = one["level"]
    return found


@pytest.fixture(scope="module")
def schools(built):
    place = municipality.c
    asked = select(school.c.school_id, school.c.name, place.short_name_ru.label("place"))
    asked = asked.join(municipality, place.oktmo == school.c.oktmo)
    return {row["school_id"]: row for row in answer(built, asked)}


@pytest.fixture(scope="module")
def factors(built):
    asked = select(risk_factor.c.code, risk_factor.c.name_ru)
    return {row["code"]: row["name_ru"] for row in answer(built, asked)}


def of_year(profiles, year):
    return {one: told for (when, one), told in profiles.items() if when == year}


def test_factors_are_counted_of_schools_with_a_profile(open_page, profiles, factors):
    now, before = of_year(profiles, 2022), of_year(profiles, 2021)
    app = open_page("risks", region="60", language="ru")
    table = seen.tables(app)["Фактор риска", "Назвали"]
    assert {line[0] for line in table} == set(factors.values())
    for name, found, *counts in table:
        code = next(code for code, known in factors.items() if known == name)
        levels = Counter(told[code] for told in now.values() if code in told)
        assert found == f"{levels.total()} из {len(now)}"
        assert counts[:3] == [str(levels[level]) for level in ("high", "medium", "low")]
        both = [(before[one], now[one]) for one in now.keys() & before.keys()]
        steps = [
            RANK[new[code]] - RANK[old[code]] for old, new in both if code in old and code in new
        ]
        signs = [sum(step < 0 for step in steps), sum(step > 0 for step in steps), steps.count(0)]
        came = sum(code in new and code not in old for old, new in both)
        gone = sum(code in old and code not in new for old, new in both)
        assert counts[3:] == [str(number) for number in (*signs, came, gone)]
    amounts = [int(line[1].split()[0]) for line in table]
    assert amounts == sorted(amounts, reverse=True)
    said = app.subheader[0].value
    assert (
        f"у {len(now)} из " in said
        and f"{amounts[0]} из {len(now)}" in said
        and table[0][0] in said
    )


def test_each_school_stands_with_its_levels_and_what_changed(open_page, profiles, schools, factors):
    now, before = of_year(profiles, 2022), of_year(profiles, 2021)
    app = open_page("risks", region="60", desk="profiles", language="ru")
    (board,) = [
        node.proto.body
        for node in seen.nodes(app)
        if getattr(node, "type", "") == "html" and "numbers wrapped risks" in node.proto.body
    ]
    head, *lines = seen._Rows(board).rows
    assert set(head[1:]) == set(factors.values())
    told = {line[0]: line[1:] for line in lines}
    assert len(told) == len(now.keys() | before.keys())
    for one in now:
        about = schools[one]["name"] + schools[one]["place"]
        first = "" if one in before else "; раньше не обследована"
        cells = dict(zip(head[1:], told[about + first], strict=True))
        for code, name in factors.items():
            level = now[one].get(code)
            assert cells[name].startswith(WORD[level] if level else "—")
            if level and one in before and code in before[one]:
                step = RANK[level] - RANK[before[one][code]]
                sign = "▲ вырос" if step > 0 else "▼ снизился" if step < 0 else "= без изменений"
                assert sign in cells[name]
    for one in before.keys() - now.keys():
        (line,) = told[schools[one]["name"] + schools[one]["place"]]
        assert "самодиагностики 2022 года нет" in line
    assert board.count('href="school?') == len(told)


def test_the_most_frequent_factors_of_a_municipality_are_named(
    open_page, profiles, schools, factors
):
    now = of_year(profiles, 2022)
    app = open_page("risks", region="60", desk="places", language="ru")
    table = {line[0]: line[1:] for line in seen.tables(app)["Муниципалитет", "Обследовано"]}
    for place in {schools[one]["place"] for one in now}:
        told = [levels for one, levels in now.items() if schools[one]["place"] == place]
        counts = Counter(code for levels in told for code in levels)
        surveyed, high, frequent = table[place]
        assert surveyed.startswith(f"{len(told)} из ")
        assert ("малая группа" in surveyed) == (len(told) < 5)
        assert high == str(sum("high" in levels.values() for levels in told))
        most = max(counts.values())
        first = [factors[code] for code, number in counts.items() if number == most]
        of, names = frequent.split(": ", 1)
        assert of == f"{most} из {len(told)}"
        assert sum(name in names for name in first) == min(len(first), 3)


def test_mentors_strong_at_a_factor_stand_by_name_with_texts_that_name_it(
    open_page, built, schools
):
    app = open_page("risks", region="60", desk="answers", factor="RF-FAIL", language="ru")
    row = mentor_strength.c
    strong = answer(
        built, select(row.school_id).where(row.year == 2022, row.risk_factor == "RF-FAIL")
    )
    names = {schools[one["school_id"]]["name"] for one in strong}
    tables = seen.tables(app)
    shown = {line[0] for line in tables["Школа", "Муниципалитет"]}
    assert shown and shown <= names
    (whole,) = [
        line for line in tables["Фактор риска", "Школ с фактором"] if "неуспешности" in line[0]
    ]
    assert int(whole[3]) == len(shown)
    assert sum(int(line[4]) for line in tables["Школа", "Муниципалитет"]) == int(whole[4])
    decisions = tables["Текст", "Номер"]
    assert all("неуспешности" in line[0] for line in decisions) and len(decisions) == int(whole[7])
    assert any("неуспешн…" in said for said in seen.texts(app))


def test_a_year_without_a_stage_names_those_there_are(open_page):
    said = " ".join(seen.texts(open_page("risks", region="60", year="2018", language="ru")))
    assert "В 2018 году самодиагностики нет" in said and "2021, 2022" in said


def test_a_first_stage_has_nothing_to_compare_with(open_page):
    app = open_page("risks", region="60", year="2021", language="ru")
    assert any("сравнить не с чем" in said for said in seen.texts(app))
    assert {cell for line in seen.tables(app)["Фактор риска", "Назвали"] for cell in line[5:]} == {
        "—"
    }


def test_a_link_that_names_what_is_not_there_falls_back_and_says_so(open_page):
    app = open_page("risks", region="60", factor="RF-NONE", stage_before="2050", language="ru")
    assert len(app.warning) == 1
    assert all(value in app.warning[0].value for value in ("2050", "RF-NONE"))
    assert len(seen.tables(app)["Фактор риска", "Назвали"]) == 10


def test_a_factor_chosen_leaves_the_schools_that_have_it(open_page, profiles):
    app = open_page("risks", region="60", desk="profiles", language="ru")
    app.selectbox(key="bar_factor").select("RF-SEN")
    through_app(app)
    app.run()
    assert app.query_params["factor"] == "RF-SEN"
    has = {one for (_, one), told in profiles.items() if "RF-SEN" in told}
    assert any(f"{len(has)} школ" in said for said in seen.texts(app))


def test_totals_are_of_all_schools_and_rows_are_the_readers_own(ready_store):
    own = Right(municipalities=frozenset({SALSK}))
    with one_version():
        with reading_as(Right()):
            whole, every = numbers.numbers(VIEW), rows.profiles(VIEW)
        with reading_as(own):
            mine, seen_rows = numbers.numbers(VIEW), rows.profiles(VIEW)
    assert mine.factors.equals(whole.factors) and mine.places.equals(whole.places)
    assert set(mine.schools["oktmo"]) == {SALSK} and set(whole.schools["oktmo"]) > {SALSK}
    assert len(seen_rows) == int(every["oktmo"].eq(SALSK).sum())
    assert set(mine.cells["school_id"]) == set(mine.schools["school_id"])


def test_the_file_has_a_row_for_every_level_and_for_every_silent_school(ready_store, profiles):
    with one_version(), reading_as(Right()):
        found = rows.profiles(VIEW)
    now, before = of_year(profiles, 2022), of_year(profiles, 2021)
    keys = {(one, code) for year in (now, before) for one, told in year.items() for code in told}
    told = set(zip(found["school_id"], found["risk_factor"], strict=True))
    assert {pair for pair in told if pair[1]} == keys
