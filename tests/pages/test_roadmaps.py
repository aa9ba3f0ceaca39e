"""What the page of road maps says of the data of the first start, and what it lets one do."""

import re

import pytest

from tests.pages import seen
from tests.pages.conftest import through_app


def said(app):
    return " ".join(seen.texts(app)).replace("\N{NO-BREAK SPACE}", " ")


def head(app):
    return app.subheader[0].value


def test_the_headline_counts_what_was_due_by_the_report_date(open_page):
    app = open_page("roadmaps", region="60", year="2022", language="ru")
    assert head(app) == (
        "493 из 648 мероприятий выполнено к 31.12.2022, 51 просрочено, у 104 срок — этот день"
    )
    day = open_page("roadmaps", region="60", year="2022", on="2022-01-31", language="ru")
    assert head(day) == "К 31.01.2022 ни у одной отметки школ срок не наступил"


def test_the_summary_says_the_same_of_the_end_of_the_year(open_page):
    text = said(open_page("overview", region="60", year="2022", language="ru"))
    assert "493 из 648" in text
    assert "не выполнено к концу года: 155" in text


def test_the_plan_has_a_row_for_each_of_the_fourteen_measures(open_page):
    app = open_page("roadmaps", region="65", year="2022", language="ru")
    drawn = {row.get("oktmo") for chart in seen.charts(app) for row in chart}
    assert len({code for code in drawn if code and code.startswith("SVE-2020/")}) == 14
    assert "на 31.12.2022" in said(app)


def test_states_are_told_by_symbol_and_word(open_page):
    text = said(open_page("roadmaps", region="65", year="2022", language="ru"))
    for words in ("✕ не выполнено в срок", "◐ выполнено, без подтверждения", "□ нет отметок"):
        assert words in text


def test_a_measure_opens_by_its_select_box_with_everything_known_of_it(open_page):
    app = open_page("roadmaps", region="65", year="2021", language="ru")
    through_app(app)
    app.selectbox(key="bar_measure").select("SVE-2020/3.4").run()
    assert not app.exception
    assert app.query_params["measure"] == "SVE-2020/3.4"
    text = said(app)
    for words in (
        "Проводить районные единые методические дни",
        "«ежегодно октябрь, март»",
        "каждый год, каждый названный месяц отдельно",
        "Дорожная карта Орджоникидзевского района Екатеринбурга, 2020–2022",
        "18 отметок школ за год",
        "без подтверждения",
    ):
        assert words in text, words


def test_a_measure_leaves_with_its_region(open_page):
    app = open_page("roadmaps", region="65", year="2021", measure="SVE-2020/3.4", language="ru")
    app.selectbox(key="bar_region").select("60").run()
    assert not app.exception
    assert "measure" not in app.query_params


def test_a_party_narrows_the_page(open_page):
    app = open_page("roadmaps", region="60", year="2022", party="куратор", language="ru")
    assert head(app).startswith("107 из 162 мероприятий")


def test_what_a_link_names_and_the_place_has_not_is_said(open_page):
    app = open_page("roadmaps", region="60", party="Никто", measure="SVE-2020/3.4", language="ru")
    assert "Здесь нет: Ответственный «Никто»; Мероприятие «SVE-2020/3.4»" in said(app)


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ({"region": "60", "year": "2018"}, "Дорожной карты под этот выбор нет"),
        ({"region": "65", "schools": "rural"}, "Дорожной карты под этот выбор нет"),
        ({"region": "75"}, "35 фактов о мероприятиях региона"),
    ],
)
def test_a_place_without_a_road_map_is_told_what_there_is(open_page, link, words):
    app = open_page("roadmaps", **link, language="ru")
    assert head(app).startswith(words)
    assert not any(button.label.startswith("Календарь") for button in app.get("download_button"))


def test_facts_of_a_region_keep_status_basis_and_source(open_page):
    text = said(open_page("roadmaps", region="75", measure="1.2.2", language="ru"))
    for words in (
        "предполагается",
        "в документе: «принятые меры»",
        "Письмо Минобрнауки Челябинской области от 19.11.2021 № 12639",
        "Челябинская область: исполнение мероприятий направления 1.2",
    ):
        assert words in text, words


def test_doubts_are_told_with_what_was_looked_for(open_page):
    text = said(open_page("roadmaps", region="60", desk="doubts", language="ru"))
    assert text.count("Не найдено:") + text.count("?") >= 3
    # What the demonstration set plants on purpose is asked about.
    assert "26.12.2022" in text
    assert "Демонстрационная справка за год" in text


def test_addresses_of_evidence_are_links_named_by_the_document_that_gives_them(open_page):
    app = open_page("roadmaps", region="75", language="ru")
    bodies = " ".join(node.proto.body for node in app.get("html"))
    assert "https://" not in re.sub(r"<[^>]+>", "", bodies)
    assert '<a href="https://ipk74.ru/schools-s-niz-rez/met-ob-ped/"' in bodies
    name = "страница из документа «Челябинская область: исполнение мероприятий направления 1.2»"
    assert f">{name}</a>; <a " in bodies
    assert f">{name} (2)</a>" in bodies


def test_counts_of_one_municipality_are_not_told_twice(open_page):
    app = open_page("roadmaps", region="60", desk="completion", language="ru")
    assert {"Раздел", "Ответственные", "Муниципалитет"} <= {head for head, _ in seen.tables(app)}
    own = open_page(
        "roadmaps", region="60", desk="completion", municipality="60645000", language="ru"
    )
    heads = {head for head, _ in seen.tables(own)}
    assert {"Раздел", "Ответственные"} <= heads
    assert "Муниципалитет" not in heads


def test_no_row_names_a_file_for_its_source(open_page):
    for region in ("60", "65", "75"):
        for desk in ("list", "facts"):
            text = said(open_page("roadmaps", region=region, desk=desk, language="ru"))
            assert ".txt" not in text
