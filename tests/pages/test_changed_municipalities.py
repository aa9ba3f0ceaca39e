"""A district has become an okrug: each is offered, listed and understood in its own years.

Rostov region brings the two rows of the change, then data that name both.
"""

import pytest

from components.base.choices import choices
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from components.import_data import files
from data import store
from data.__main__ import main
from data.intake.received.places import shipped
from data.intake.screening import known_municipalities
from tests.pages import seen
from tests.pages.test_contents import said
from tests.pages.test_region_rules import written

REGION, OLD, NEW, OTHER = "60", "60601000", "60501000", "60602000"
OKRUG = "Азовский муниципальный округ"
BEFORE, AFTER = 2022, 2023
LAW = "Областной закон"
CHANGE = {
    "municipality": [
        [OLD, REGION, "Азовский муниципальный район", "Азовский район", "district"]
        + ["г Азов", LAW, "", f"{BEFORE}-12-31", NEW],
        [NEW, REGION, OKRUG, "Азовский округ", "municipal_okrug"]
        + ["г Азов", LAW, f"{AFTER}-01-01", "", ""],
    ]
}
SCHOOLS = [(f"s{number}", OTHER) for number in range(6)]
DATA = {
    "school": [[key, oktmo, key, "urban", 300, "real", ""] for key, oktmo in SCHOOLS],
    "school_status": [
        [key, year, "true", "false", "false", "false"]
        for key, _ in SCHOOLS
        for year in (BEFORE, AFTER)
    ],
    "indicator_value": [
        [OLD, BEFORE, "IND-21", 80, "отчёт", "", ""],
        [NEW, AFTER, "IND-21", 90, "отчёт", "", ""],
    ],
}


def publish(folder, made):
    into = ["--store", str(folder / "store"), "--by", "Координатор", "--why", "округа"]
    return main(["publish", *written(folder, made), *into, "--acknowledge", "all"])


def bring(folder):
    assert publish(folder, CHANGE) == 0
    assert publish(folder, DATA) == 0


@pytest.fixture
def changed(shared, monkeypatch):
    folder = shared("changed-municipalities", bring)
    monkeypatch.setenv("MONITOR_STORE", str(folder / "store"))
    version = store.current()
    yield version
    store.engine(version).dispose()


def view_of(year, **more):
    return HeatmapView(region=REGION, year=year, first_year=BEFORE, indicator="IND-21", **more)


def test_each_is_offered_in_its_years_alone(changed):
    for year, here, gone in ((BEFORE, OLD, NEW), (AFTER, NEW, OLD)):
        offered = choices().allowed(view_of(year))["municipality"]
        assert here in offered and gone not in offered and OTHER in offered


def test_the_heat_map_of_a_year_has_those_of_the_year(changed):
    for year, here, gone in ((BEFORE, OLD, NEW), (AFTER, NEW, OLD)):
        rows = heat(view_of(year)).rows
        assert here in set(rows["oktmo"]) and gone not in set(rows["oktmo"])
        assert rows[rows["row"].ge(0)]["oktmo"].nunique() == 55
    years = heat(view_of(AFTER, axis="years")).rows.set_index(["oktmo", "column"])["value"]
    assert years[OLD, str(BEFORE)] == 80 and years[NEW, str(AFTER)] == 90


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("display", ["matrix", "map", "cells", "table"])
def test_every_form_of_the_heat_map_opens(open_page, changed, language, display):
    link = {"region": REGION, "indicator": "IND-21", "display": display, "language": language}
    assert "Азовский округ" in shown(open_page("heatmap", year=AFTER, **link))
    assert "Азовский округ" not in shown(open_page("heatmap", year=BEFORE, **link))


def shown(app):
    return said(app) + str(seen.charts(app)) + str([box.options for box in app.selectbox])


def test_a_link_to_one_that_has_ended_shows_the_region(open_page, changed):
    title = said(open_page("heatmap", region=REGION, year=AFTER, municipality=OLD, language="ru"))
    assert (
        "Тепловая карта · Ростовская область · 2023" in title and "· Азовский район ·" not in title
    )
    title = said(open_page("heatmap", region=REGION, year=BEFORE, municipality=OLD, language="ru"))
    assert "Ростовская область · Азовский район · 2022" in title


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_link_to_one_of_other_years_says_so_and_leads_on(open_page, changed, language):
    link = {"region": REGION, "language": language}
    app = open_page("heatmap", year=AFTER, municipality=OLD, **link)
    (told,) = [each.value for each in app.warning]
    assert "Азовский район" in told and str(BEFORE) in told
    buttons = {each.key: each for each in app.button if str(each.key).startswith("other_years_")}
    assert set(buttons) == {f"other_years_{OLD}_{BEFORE}", f"other_years_{NEW}_{AFTER}"}
    assert "Азовский округ" in buttons[f"other_years_{NEW}_{AFTER}"].label
    buttons[f"other_years_{NEW}_{AFTER}"].click().run()
    assert not app.warning and f"Азовский округ · {AFTER}" in said(app)

    app = open_page("heatmap", year=BEFORE, municipality=NEW, **link)
    (told,) = [each.value for each in app.warning]
    assert "Азовский округ" in told and str(AFTER) in told
    (button,) = [each for each in app.button if str(each.key).startswith("other_years_")]
    button.click().run()
    assert not app.warning and f"Азовский округ · {AFTER}" in said(app)


def test_names_that_a_region_brought_are_understood(changed):
    register = known_municipalities.of_version(changed)
    assert register.oktmo_of(OKRUG) == NEW
    assert register.oktmo_of("Азовский муниципальный район") == OLD
    assert files.register(REGION).oktmo_of(OKRUG) == NEW
    assert shipped().oktmo_of(OKRUG) != NEW
    assert len(register.places) == len(shipped().places) + 1


def test_one_that_has_ended_is_refused_with_who_followed(changed, tmp_path, capsys):
    late = {"indicator_value": [[OLD, AFTER, "IND-21", 85, "отчёт", "", ""]]}
    (path,) = written(tmp_path, late)
    into = ["--store", str(changed.path.parent), "--by", "Координатор", "--why", "поздно"]
    assert main(["publish", path, *into, "--acknowledge", "all"]) == 1
    told = capsys.readouterr()
    assert f"Азовский округ ({NEW})" in told.out + told.err
    assert store.current() == changed


def test_without_own_changes_the_register_is_that_of_the_facts(built):
    assert known_municipalities.of_version(built.version) is shipped()
    assert known_municipalities.of_store(built.folder / "none") is shipped()
