"""What the reader chose: kept over pages, read from links, refused with a notice."""

import re
from urllib.parse import parse_qsl

import pytest

from components.shell.view_bar import KEPT
from queries.view import Choices, View
from tests.menu import PAGES

SALSK = "60650000"


def box(app, field):
    return app.selectbox(key=f"bar_{field}")


def shown(app):
    return app.header[0].value


def test_the_first_page_is_the_overview_of_the_region_with_most_years(new_reader):
    app = new_reader().run()
    assert shown(app) == "Сводка · Ростовская область · 2022"
    assert app.query_params == {"region": "60", "language": "ru"}


def test_a_choice_goes_into_the_link_and_the_title(open_page):
    app = open_page("heatmap", region="60", language="ru")
    box(app, "municipality").select(SALSK).run()
    assert shown(app) == "Тепловая карта · Ростовская область · Сальский район · 2022"
    assert app.query_params["municipality"] == SALSK
    box(app, "year").select(2021).run()
    assert shown(app).endswith("Сальский район · 2021")


def test_filters_survive_a_change_of_page(open_page, reader):
    open_page("overview", region="60", language="ru", year="2021", cohort="2019", schools="rural")
    reader.switch_page("pages/heatmap.py")
    reader.query_params.clear()  # as a browser does
    reader.run()
    assert shown(reader).startswith("Тепловая карта · Ростовская область · 2021")
    kept = {field: box(reader, field).value for field in ("year", "cohort", "schools")}
    assert kept == {"year": 2021, "cohort": 2019, "schools": "rural"}
    assert reader.query_params["schools"] == "rural"


def test_dynamics_opens_with_a_share_until_a_full_count_is_chosen(open_page):
    app = open_page("dynamics", region="60", language="ru")
    assert box(app, "indicator").value == "IND-07-VPR"
    box(app, "indicator").select("IND-03").run()
    assert box(app, "indicator").value == "IND-03"
    assert app.query_params["value"] == "share"
    assert app.subheader[0].value.startswith("Когорта 2021: с наставником")
    box(app, "indicator").select("IND-07-OGE").run()
    assert app.subheader[0].value == "Когорта 2021: эффект не доказан"


def test_a_part_of_dynamics_that_only_a_full_count_has_does_not_stay_in_the_link(open_page):
    app = open_page("dynamics", region="60", language="ru", indicator="IND-13", value="share")
    app.button_group(key="switch_part").select("method").run()
    app.button_group(key="switch_part").select("places").run()
    box(app, "indicator").select("IND-07-EGE").run()
    app.button_group(key="switch_value").select("mean").run()
    app.button_group(key="switch_value").select("share").run()
    assert "part" not in app.query_params
    assert app.button_group(key="switch_part").value == "places"
    chosen = open_page("dynamics", region="60", indicator="IND-13", part="table", language="ru")
    assert chosen.button_group(key="switch_part").value == "table"
    assert not [caption for caption in chosen.caption if "Здесь показано другое" in caption.value]


def test_a_part_that_a_full_count_has_not_is_said_by_its_own_name(open_page):
    app = open_page("dynamics", region="60", indicator="IND-13", part="funnel", language="ru")
    said = " ".join(caption.value for caption in app.caption)
    assert "Часть страницы «Воронка» → «Таблица»" in said


def test_an_indicator_is_named_by_what_is_followed_of_it(open_page):
    link = {"region": "60", "indicator": "IND-07-EGE", "language": "ru"}
    mean = box(open_page("dynamics", **link, value="mean"), "indicator")
    assert mean.value == "IND-07-EGE"
    assert "ЕГЭ: средний балл" in mean.options and "ЕГЭ: ниже порога" not in mean.options
    assert "ВПР: ниже порога" in mean.options
    share = box(open_page("dynamics", **link, value="share"), "indicator")
    assert "ЕГЭ: ниже порога" in share.options


@pytest.mark.parametrize("indicator", ["IND-07-VPR", "IND-03"])
def test_with_a_municipality_chosen_dynamics_says_that_its_chart_is_of_the_region(
    open_page, indicator
):
    link = {"region": "60", "indicator": indicator, "value": "share", "language": "ru"}
    here = first_lines(open_page("dynamics", municipality=SALSK, **link))
    headline, told = first_lines(open_page("dynamics", **link))
    assert here == (headline, f"Весь регион. {told}")


def first_lines(app):
    """The headline of a page and the line below it."""
    return app.subheader[0].value, app.main.markdown[1].value  # after the mark of demonstration


def test_a_day_of_a_report_leaves_with_its_year(open_page):
    app = open_page("mentoring", region="60", year="2022", on="2022-05-31", language="ru")
    assert box(app, "on").value == "2022-05-31"
    box(app, "on").select("2022-10-31").run()
    assert app.query_params["on"] == "2022-10-31"
    box(app, "year").select(2021).run()
    assert "on" not in app.query_params
    assert box(app, "on").value == ""


def test_what_is_supposed_goes_into_the_link(open_page):
    app = open_page("mentoring", region="60", desk="what_if", language="ru")
    app.select_slider(key="scale_more_mentors").set_value(2).run()
    assert app.query_params["more_mentors"] == "2"
    app.select_slider(key="scale_more_places").set_value(1).run()
    assert (app.query_params["more_mentors"], app.query_params["more_places"]) == ("2", "1")


def test_weights_of_a_proposal_go_into_the_link(open_page):
    app = open_page("mentoring", region="60", desk="proposal", language="ru")
    assert app.select_slider(key="scale_weight_distance").value == 3
    app.select_slider(key="scale_weight_distance").set_value(0).run()
    assert app.query_params["weight_distance"] == "0"
    assert app.select_slider(key="scale_weight_distance").value == 0


def test_a_municipality_leaves_with_its_region(open_page):
    app = open_page("heatmap", region="60", municipality=SALSK, language="ru")
    box(app, "region").select("75").run()
    assert not app.exception
    assert shown(app) == "Тепловая карта · Челябинская область · 2022"
    assert "municipality" not in app.query_params


def test_a_link_with_a_municipality_alone_opens_its_region(open_page):
    assert "Сальский район" in shown(open_page("overview", municipality=SALSK, year="2022"))


def test_what_a_link_garbles_is_named_and_the_default_shown(open_page):
    app = open_page("heatmap", municipality="junk", year="9999", display="hologram", language="ru")
    (notice,) = [warning.value for warning in app.warning]
    assert all(word in notice for word in ("junk", "9999", "hologram", "по умолчанию"))
    assert shown(app) == "Тепловая карта · Ростовская область · 2022"
    assert app.query_params == {"region": "60", "language": "ru"}
    app.run()
    assert not app.warning


def test_reset_leads_back_to_the_default_in_the_same_language(open_page):
    app = open_page("overview", region="75", year="2021", schools="urban", language="en")
    (reset,) = [button for button in app.button if button.label == "Reset"]
    reset.click().run()
    assert shown(app) == "Overview · Rostov region · 2022"
    assert app.query_params == {"region": "60", "language": "en"}


@pytest.mark.parametrize(
    ("locale", "title"),
    [("ru-RU", "Сводка"), ("en-GB", "Overview"), ("de-DE", "Overview"), (None, "Сводка")],
)
def test_without_a_choice_the_browser_decides_the_language(reader, open_page, locale, title):
    before = reader.context
    if KEPT in reader.session_state:
        del reader.session_state[KEPT]
    reader.context = before | {"locale": locale}
    try:
        assert shown(open_page("overview")).startswith(title)
    finally:
        reader.context = before


def test_the_language_switch_keeps_the_view(open_page):
    app = open_page("heatmap", municipality=SALSK, year="2021", display="table", language="ru")
    app.button_group(key="switch_language").select("en").run()
    assert shown(app) == "Heat map · Rostov region · Сальский район · 2021"
    assert app.query_params["display"] == "table"


def test_what_a_page_alone_asks_for_comes_back_with_it_and_is_in_no_other_link(open_page, reader):
    app = open_page("mentoring", region="60", desk="network", year="2021", language="ru")
    other = reader.switch_page("pages/heatmap.py")
    other.query_params.clear()
    other.run()
    assert other.query_params["year"] == "2021"
    assert "desk" not in other.query_params
    back = reader.switch_page("pages/mentoring.py")
    back.query_params.clear()
    back.run()
    assert back.query_params["desk"] == "network"
    assert app.session_state[KEPT].desk == "network"


def test_rows_of_one_region_are_not_asked_for_in_another(open_page, reader):
    open_page("roadmaps", region="65", year="2021", measure="SVE-2020/3.4", language="ru")
    open_page("overview", region="75", language="ru")
    back = reader.switch_page("pages/roadmaps.py")
    back.query_params.clear()
    back.run()
    assert back.query_params == {"region": "75", "language": "ru"}
    assert not back.exception


def links(app, page):
    """Label and parameters of the links of a page's body that lead to another page."""
    found = [node.proto for node in app.get("page_link")]
    return [
        (link.label, dict(parse_qsl(link.query_string)))
        for link in found
        if link.page == page and link.query_string
    ]


def test_each_row_that_needs_attention_links_to_the_view_that_shows_it(open_page):
    app = open_page("overview", region="60", year="2022", language="ru")
    rows = [
        (page, label, link)
        for page in ("mentoring", "roadmaps")
        for label, link in links(app, page)
        if "→" in label and "поимённо" not in label
    ]
    assert len(rows) == 5
    for page, label, link in rows:
        place, touched = re.match(r"\d+\\?\.\s(.+?): (?:(\d+) школ)?", label).groups()
        assert link["region"] == "60"
        assert page == ("mentoring" if touched else "roadmaps")
        assert place in shown(open_page(page, **link))


def test_the_number_not_done_leads_to_the_list_of_it_by_name(open_page):
    app = open_page("overview", region="60", municipality=SALSK, year="2022", language="ru")
    ((label, link),) = [pair for pair in links(app, "roadmaps") if "поимённо" in pair[0]]
    assert (link["desk"], link["municipality"]) == ("overdue", SALSK)
    assert label.startswith("11 ")  # 21 of 32 are done
    opened = open_page("roadmaps", **link)
    assert opened.subheader[0].value.startswith("21 из 32 мероприятий")


def test_the_panel_leads_to_mentors_and_overdue_measures_of_its_municipality(open_page):
    app = open_page("heatmap", region="60", municipality=SALSK, language="ru")
    ((_, mentors),) = links(app, "mentoring")
    ((_, late),) = links(app, "roadmaps")
    assert mentors["municipality"] == late["municipality"] == SALSK
    assert late["desk"] == "overdue"


def test_links_of_the_panel_lead_to_the_years_and_to_the_summary(open_page):
    app = open_page("heatmap", region="60", municipality=SALSK, language="ru")
    (years,) = [link for label, link in links(app, "heatmap") if "По годам" in label]
    assert (years["axis"], years["municipality"]) == ("years", SALSK)
    (summary,) = [link for label, link in links(app, "") if "сводку" in label]
    assert summary["municipality"] == SALSK


def test_a_kept_view_of_a_region_that_is_no_more_falls_back(open_page, reader):
    open_page("overview", region="75", language="ru")
    reader.session_state[KEPT] = View(region="99", year=2022, first_year=2017)
    assert isinstance(reader.session_state[KEPT], View)
    assert shown(open_page("overview")) == "Сводка · Ростовская область · 2022"


def test_choices_know_nothing_of_an_empty_store():
    empty = Choices(("60",), {}, {}, {}, ())
    assert empty.default(View).year == 0


@pytest.mark.parametrize("page", PAGES)
def test_what_is_chosen_is_a_plain_value(open_page, page):
    """Streamlit copies it at every run, with all that it refers to."""
    app = open_page(page)
    boxes = [*app.selectbox, *app.button_group, *app.multiselect, *app.radio]
    values = [each.value if isinstance(each.value, list) else [each.value] for each in boxes]
    assert {type(value) for each in values for value in each} <= {str, int, type(None)}
