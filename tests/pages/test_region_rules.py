"""Two regions in one store, one of them with rules and a target of its own: each has its own.

Both have the same schools, six of six pupils in each municipality, so what differs is the rules.
"""

import csv

import pytest

from components.base.choices import rules, setting, target
from components.base.i18n import Words
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from components.mentoring.choice import MentoringView
from components.mentoring.numbers import numbers
from data import store
from data.__main__ import main
from data.intake.received.places import shipped
from data.schema import metadata
from queries import region_rules
from queries.view import View
from tests.pages.test_contents import said

OWN, OTHER = "60", "75"
YEAR, SCHOOLS, PUPILS = 2023, 6, 6
SOURCE = "Приказ № 12 министерства"


def schools():
    for region in (OWN, OTHER):
        for number, place in enumerate(shipped().within(region).places[:12]):
            for n in range(SCHOOLS):
                yield f"r{region}-{number:02}-{n}", place.oktmo


def tables():
    """Rows of each table as its declared columns stand."""
    named = list(schools())
    reports = [
        [oktmo, YEAR, subject, "true"]
        for oktmo in sorted({oktmo for _, oktmo in named})
        for subject in ("status", "assessment", "mentorship")
    ]
    return {
        "school": [[key, oktmo, key, "urban", 300, "real", ""] for key, oktmo in named],
        "school_status": [[key, YEAR, "true", "false", "false", "false"] for key, _ in named],
        "assessment_result": [
            [key, YEAR, "OGE", 9, "mathematics", PUPILS, n % 3, ""]
            for n, (key, _) in enumerate(named)
        ],
        "municipal_report": reports,
        "region_setting": [
            [OWN, "minimum_group", 40, SOURCE],
            [OWN, "small_group", 8, SOURCE],
            [OWN, "confidence", 90, SOURCE],
            [OWN, "mentor_places", 2, SOURCE],
        ],
        "region_target": [[OWN, "IND-03", 80, 2031, SOURCE], [OWN, "IND-19", 5, 2032, SOURCE]],
    }


def written(folder, made):
    paths = []
    for name, rows in made.items():
        paths.append(folder / f"{name}.csv")
        with paths[-1].open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(metadata.tables[name].columns.keys())
            writer.writerows(rows)
    return list(map(str, paths))


def bring(folder):
    into = ["--store", str(folder / "store"), "--by", "Координатор", "--why", "правила региона"]
    assert main(["publish", *written(folder, tables()), *into, "--acknowledge", "all"]) == 0


@pytest.fixture
def two(shared, monkeypatch):
    folder = shared("two-regions-of-rules", bring)
    monkeypatch.setenv("MONITOR_STORE", str(folder / "store"))
    version = store.current()
    yield version
    store.engine(version).dispose()


def view_of(kind, region, **more):
    return kind(region=region, year=YEAR, first_year=YEAR, **more)


def test_each_region_reads_its_own_numbers_or_those_for_all(two):
    assert [setting("mentor_places", region) for region in (OWN, OTHER)] == [2, 4]
    own, other = rules(OWN), rules(OTHER)
    assert (own.minimum_group, own.small_group, own.confidence) == (40, 8, 0.9)
    assert (other.minimum_group, other.small_group, other.confidence) == (10, 5, 0.95)
    assert [target("IND-03", region) for region in (OWN, OTHER)] == [(80, 2031), (100, 2023)]
    answers = [
        store.fetch(two, region_rules.settings(View(region, 0, 0))) for region in (OWN, OTHER)
    ]
    assert [int(rows["own"].sum()) for rows in answers] == [4, 0]
    assert set(answers[0].loc[answers[0]["own"], "source"]) == {SOURCE}


def test_blocks_and_colours_follow_the_rules_of_their_region(two):
    found = {}
    for region in (OWN, OTHER):
        rows = heat(view_of(HeatmapView, region, indicator="IND-19")).rows
        here = rows[rows["row"].ge(0) & rows["oktmo"].isin([oktmo for _, oktmo in schools()])]
        pupils = here[here["indicator"].eq("IND-07-OGE")]
        listed = here[here["indicator"].eq("IND-19")]
        assert len(pupils) == len(listed) == 12
        found[region] = set(pupils["state"]), set(listed["muted"])
    assert found == {OWN: ({"suppressed"}, {True}), OTHER: ({"counted"}, {False})}


def test_the_road_of_mentoring_leads_to_the_target_of_the_region(two):
    due = [numbers(view_of(MentoringView, region)).due_day.year for region in (OWN, OTHER)]
    aims = [numbers(view_of(MentoringView, region)).aim for region in (OWN, OTHER)]
    assert (due, aims) == ([2031, 2023], [0.8, 1.0])


@pytest.mark.parametrize(
    ("language", "here"),
    [
        ("ru", "Ростовская область (вместо 10 результатов)"),
        ("en", "Rostov region (instead of 10 results)"),
    ],
)
def test_the_page_about_the_data_tells_which_numbers_are_the_regions_own(
    open_page, two, language, here
):
    own = said(open_page("about", language=language, region=OWN, year=YEAR))
    other = said(open_page("about", language=language, region=OTHER, year=YEAR))
    assert here in own and SOURCE in own and " ".join(Words(language).percent(80, 0).split()) in own
    assert here not in other and SOURCE not in other


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_page_opens_with_the_rules_of_either_region(open_page, two, language):
    for region in (OWN, OTHER):
        for page in ("overview", "heatmap", "mentoring", "dynamics", "roadmaps"):
            shown = said(open_page(page, language=language, region=region, year=YEAR))
            if page in ("overview", "mentoring"):
                assert ("2031" in shown) == (region == OWN), (page, region)


def test_the_card_of_an_indicator_has_the_target_of_the_region(open_page, two):
    link = {"language": "ru", "indicator": "IND-19", "year": YEAR}
    assert "2032" in said(open_page("heatmap", region=OWN, **link))
    assert "2032" not in said(open_page("heatmap", region=OTHER, **link))


def test_a_loosened_rule_of_disclosure_is_refused_at_its_cell(two, tmp_path, capsys):
    (path,) = written(tmp_path, {"region_setting": [[OTHER, "minimum_group", 3, SOURCE]]})
    into = ["--store", str(two.path.parent), "--by", "Координатор", "--why", "меньше"]
    assert main(["publish", path, *into, "--acknowledge", "all"]) == 1
    told = capsys.readouterr()
    assert "10" in told.err + told.out and store.current() == two
