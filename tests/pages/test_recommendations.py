"""What the page of recommendations says, against the files read again without SQL."""

import re
from urllib.parse import parse_qsl

import pytest

from queries.methods import demands
from tests.pages import seen
from tests.queries.plain_counts import Files

SALSK = "60650000"
DOCUMENTS = (
    "Решения стратегической сессии ШНОР, Ростовская область, 25–26 апреля 2022 г.",
    "Резолюция конференции «ШНОР: лучшие практики…», Ростовская область, 17 ноября 2022 г.",
)


@pytest.fixture(scope="module")
def plain(built):
    return Files(built.facts, built.inputs)


def said(app):
    return plainly(" ".join(seen.texts(app)))


def heading(app):
    return plainly(app.subheader[0].value)


def plainly(text):
    return re.sub(r"[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", " ", text)


def tables(app):
    """The HTML tables of a page but the ladder of schools, as rows of cells; the longest last."""
    bodies = [node.proto.body for node in seen.nodes(app) if getattr(node, "type", "") == "html"]
    bodies = [body for body in bodies if "ladder" not in body]
    found = []
    for body in bodies:
        for table in re.findall(r"<table.*?</table>", body, re.DOTALL):
            unlinked = re.sub(r"</?a\b[^>]*>", "", table)
            lines = re.findall(r"<tr>(.*?)</tr>", unlinked, re.DOTALL)
            cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line, re.DOTALL) for line in lines]
            found.append(cells[1:])
    return sorted(found, key=len)


def shown(app):
    """The recommendations on the chart."""
    return {row["oktmo"] for chart in seen.charts(app) for row in chart if row.get("oktmo")}


def test_the_page_opens_with_all_54_and_the_one_dated_target(open_page, plain):
    app = open_page("recommendations", region="60", language="ru")
    assert heading(app) == "Из 54 рекомендаций срок и число есть у одной: N-3.2"
    assert shown(app) == {row["rec_id"] for row in plain.rows("recommendation")}
    text = said(app)
    assert "N-3.2 Обеспечить наставничество резильентных школ над всеми ШНОР" in text
    assert "2023, 100 %" in text
    assert DOCUMENTS[1] in text


def test_the_list_has_every_recommendation_with_its_source(open_page, plain):
    (table,) = tables(open_page("recommendations", desk="list", language="ru"))
    titles = {row["source"]: row["title_ru"] for row in plain.rows("source_document")}
    expected = {row["rec_id"]: titles[row["source"]] for row in plain.rows("recommendation")}
    assert {line[0]: line[-1] for line in table} == expected
    assert set(expected.values()) == set(DOCUMENTS)


def test_repeats_are_told_with_the_days_and_what_stood_between(open_page):
    app = open_page("recommendations", desk="returned", language="ru")
    assert heading(app) == (
        "Из 20 прежних рекомендаций в новых решениях снова есть 9, ещё 1 — частично; "
        "прошло 205 дней"
    )
    (table,) = tables(app)
    assert len(table) == 11
    assert "A-3.3 → N-3.2, частично" in {line[0] for line in table}
    assert all("не отметили" in line[-1] for line in table)
    assert "других мероприятий в данных нет" in said(app)


def test_marks_between_are_those_of_the_days_between(open_page, plain):
    (table,) = tables(open_page("recommendations", desk="returned", language="ru"))
    (between,) = [line[-1] for line in table if line[0].startswith("A-1.1 ")]
    newest = {}
    for row in sorted(plain.rows("recommendation_mark"), key=lambda row: row["marked_on"]):
        if row["rec_id"] == "A-1.1" and "2022-04-26" <= row["marked_on"] <= "2022-11-17":
            newest[row["oktmo"]] = row["state"]
    states = list(newest.values())
    done, going, plan = (states.count(state) for state in ("done", "ongoing", "planned"))
    assert between == (
        f"выполнили {done}, выполняют {going}, запланировали {plan}, не отметили {55 - len(states)}"
    )


@pytest.mark.parametrize(
    ("lacks", "count"),
    [("nothing", 54), ("owner", 1), ("due", 47), ("number", 52), ("indicator", 50)],
)
def test_what_lacks_is_filtered_and_counted(open_page, lacks, count):
    app = open_page("recommendations", region="60", lacks=lacks, desk="list", language="ru")
    (table,) = tables(app)
    assert len(table) == count
    named = {"owner": "адресата", "due": "срока", "number": "числа", "indicator": "показателя"}
    if lacks in named:
        assert all(f"без {named[lacks]}" in line[4] for line in table)


def test_filters_of_event_direction_and_addressee_narrow_together(open_page, plain):
    link = {"event": "rostov-2022-11", "direction": "3", "addressee": "РИПК и ППРО"}
    (table,) = tables(open_page("recommendations", desk="list", language="ru", **link))
    expected = {
        row["rec_id"]
        for row in plain.rows("recommendation")
        if row["event"] == "rostov-2022-11"
        and row["direction_no"] == "3"
        and "РИПК и ППРО" in row["addressees"].split("; ")
    }
    assert {line[0] for line in table} == expected
    assert expected == {"N-3.9", "N-3.10", "N-3.11"}


def test_a_direction_without_its_event_is_not_guessed(open_page):
    app = open_page("recommendations", direction="3", language="ru")
    assert "В этом регионе нет: Направление «3»" in said(app)
    assert "54 рекомендаций" in heading(app)


def test_the_indicator_has_the_value_of_the_summary_and_leads_to_mentoring(open_page, plain):
    text = said(open_page("recommendations", region="60", year="2022", language="ru"))
    part, total = re.search(r"IND-03 «[^»]+»: (\d+) из (\d+)", text).groups()
    card = said(open_page("overview", region="60", year="2022", language="ru"))
    assert f"{part} из {total}" in card
    assert "Наставничество: кто охвачен, кто нет" in text


def test_an_indicator_that_is_not_counted_says_so(open_page):
    text = said(open_page("recommendations", recommendation="N-3.7", language="ru"))
    assert "в этих данных не считается" in text


def test_who_did_not_mark_is_listed_with_who_did(open_page, plain):
    app = open_page("recommendations", desk="marks", recommendation="N-1.1", language="ru")
    (table,) = tables(app)
    assert len(table) == 55
    marked = {
        plain.names[row["oktmo"]]
        for row in plain.rows("recommendation_mark")
        if row["rec_id"] == "N-1.1" and not row["school_id"]
    }
    assert {line[0] for line in table if line[1] != "— не отмечено"} == marked
    assert [line[1] for line in table[len(marked) :]] == ["— не отмечено"] * (55 - len(marked))


def test_before_the_events_nobody_had_marked(open_page):
    app = open_page("recommendations", desk="marks", year="2021", language="ru")
    assert heading(app) == "54 рекомендации: об исполнении не отметил никто"


def test_one_municipality_sees_its_own_mark(open_page, plain):
    app = open_page("recommendations", municipality=SALSK, recommendation="N-1.1", language="ru")
    own = [
        row["state"]
        for row in plain.rows("recommendation_mark")
        if row["rec_id"] == "N-1.1" and row["oktmo"] == SALSK
    ]
    states = {"done": "● выполнено", "ongoing": "◐ выполняется", "planned": "○ запланировано"}
    assert f"Сальский район: {states[own[-1]] if own else '— не отмечено'}" in said(app)


def ways(app):
    """Where the page leads: names of pages and their parameters."""
    found = [node.proto for node in app.get("page_link") if node.proto.query_string]
    return {
        link.page: dict(parse_qsl(link.query_string))
        for link in found
        if link.page in ("events", "roadmaps")
    }


@pytest.mark.parametrize(
    ("region", "pages"), [("75", {"events", "roadmaps"}), ("65", {"roadmaps"})]
)
def test_a_region_without_recommendations_says_so_and_leads_where_there_are_rows(
    open_page, region, pages
):
    app = open_page("recommendations", region=region, language="ru")
    assert heading(app) == "Рекомендаций этого региона в данных нет"
    found = ways(app)
    assert set(found) == pages
    for page, link in found.items():
        assert " в данных нет" not in heading(open_page(page, **link))


def test_the_way_to_the_road_maps_leaves_a_place_without_any(open_page):
    app = open_page(
        "recommendations", region="65", schools="rural", municipality="65708000", language="ru"
    )
    link = ways(app)["roadmaps"]
    assert not {"schools", "municipality"} & set(link)
    assert "мероприятий выполнено" in heading(open_page("roadmaps", **link))


def test_a_direction_says_that_it_needs_an_event(open_page):
    app = open_page("recommendations", region="60", language="ru")
    assert app.selectbox(key="bar_direction").options == ["нужно мероприятие"]
    of_event = open_page("recommendations", event="rostov-2022-11", language="ru")
    assert of_event.selectbox(key="bar_direction").options[0] == "Все"
    nothing = open_page("recommendations", region="65", language="ru")
    assert nothing.selectbox(key="bar_direction").options == ["Все"]
    english = open_page("recommendations", region="60", language="en")
    assert english.selectbox(key="bar_direction").options == ["needs an event"]


def test_a_choice_of_nothing_says_so(open_page):
    app = open_page("recommendations", event="rostov-2022-04", lacks="owner", language="ru")
    assert heading(app) == "Под этот выбор не попала ни одна рекомендация"


def test_every_recommendation_has_its_number_or_says_what_data_would_give_one(open_page):
    (table,) = tables(open_page("recommendations", desk="list", year="2022", language="ru"))
    said = {line[0]: plainly(line[6]) for line in table}
    live = {
        code for code, text in said.items() if re.search(r"IND-\d\d «.*»: [\d ]+ из [\d ]+ ", text)
    }
    assert live == set(demands.MEASURED)
    for code, kind in demands.WOULD_GIVE.items():
        assert said[code].startswith("числа нет; его дали бы "), (code, kind)
    assert said["N-4.2"].startswith("частично: IND-20 «Обучены педагоги»: ")
    assert said["N-3.2"].startswith("IND-03 «С наставником»: ")
