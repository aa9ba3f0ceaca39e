"""What leaves a page keeps its word: its name, its rows, what stands beside them, its sources."""

import csv
import io
import re
import zipfile

import openpyxl
import pytest

from components.base.i18n import Words
from components.shell.file_contents import TABLES
from tests.pages.test_every_view import SALSK

RU, EN = Words("ru"), Words("en")
VERSION = r"_v\d{8}T\d{12}-\w{8}_demo"
LOOKED_AT = {
    "attention overview": ("overview", {}),
    "heatmap": ("heatmap", {}),
    "place_schools": ("heatmap", {"municipality": SALSK}),
    "dynamics_lines dynamics_three dynamics_places": ("dynamics", {}),
    "dynamics_panel": ("dynamics", {"part": "panel"}),
    "dynamics_funnel": ("dynamics", {"part": "funnel"}),
    "dynamics_comparison": ("dynamics", {"part": "comparison"}),
    "dynamics_schools": ("dynamics", {"part": "schools", "municipality": SALSK}),
    "dynamics_counts": ("dynamics", {"indicator": "IND-03", "value": "share"}),
    "dynamics_means": ("dynamics", {"indicator": "IND-07-EGE", "value": "mean"}),
    "dynamics_published": ("dynamics", {"region": "75", "indicator": "IND-21"}),
    "low_performing low_performing_flow": ("low_performing", {}),
    "explore_points": ("explore", {"dots": "school", "quarter": "right_above"}),
    "explore_flow explore_stream": (
        "explore",
        {"desk": "flow", "stream": "2018-left-returned"},
    ),
    "explore_side explore_years": (
        "explore",
        {"desk": "side", "pins": "place.60601000,place.60605000"},
    ),
    "low_performing_conditions": ("low_performing", {"desk": "conditions"}),
    "schools": ("schools", {}),
    "school": ("school", {"school": "60-0018"}),
    "mentoring_gap": ("mentoring", {}),
    "mentoring_places mentoring_cohorts mentoring_forms mentoring_months": (
        "mentoring",
        {"desk": "coverage"},
    ),
    "mentoring_mentors mentoring_pairs": ("mentoring", {"desk": "network"}),
    "mentoring_proposal": ("mentoring", {"desk": "proposal"}),
    "mentoring_marks": ("mentoring", {"desk": "effectiveness"}),
    "roadmaps_executions": ("roadmaps", {}),
    "roadmaps_overdue": ("roadmaps", {"desk": "overdue"}),
    "roadmaps_completion": ("roadmaps", {"desk": "completion"}),
    "roadmaps_workload": ("roadmaps", {"region": "65", "desk": "workload"}),
    "roadmaps_doubts": ("roadmaps", {"desk": "doubts"}),
    "roadmaps_list": ("roadmaps", {"desk": "list"}),
    "roadmaps_facts": ("roadmaps", {"region": "75", "desk": "facts"}),
    "recommendations_list": ("recommendations", {"desk": "list"}),
    "recommendations_returned": ("recommendations", {"desk": "returned"}),
    "recommendations_marks": ("recommendations", {"desk": "marks"}),
    "events_places events_states": ("events", {}),
    "events": ("events", {"region": "75"}),
    "project_year project_year_documents": ("project_year", {}),
    "mentoring_cases": ("mentoring", {"desk": "what_if", "more_mentors": "2"}),
    "decisions_actions": ("decisions", {}),
    "decisions_meeting": ("decisions", {"desk": "meeting"}),
    "decisions_power": ("decisions", {"desk": "power"}),
    "risks_factors": ("risks", {}),
    "risks_profiles": ("risks", {"desk": "profiles"}),
    "risks_places": ("risks", {"desk": "places"}),
    "risks_answers": ("risks", {"desk": "answers"}),
    "risks_mentors risks_measures risks_decisions": (
        "risks",
        {"desk": "answers", "factor": "RF-PAR"},
    ),
    "project_year_curators": ("project_year", {"desk": "curators"}),
}
"""Views by the files that they offer, by name; some have the files of another view too."""

HIDDEN = {"low_performing_rule"}
"""Files of the internal view alone."""


def lines(content, sign=";"):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=sign))


def archive(file):
    with zipfile.ZipFile(io.BytesIO(file.content())) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def book(file):
    return openpyxl.load_workbook(io.BytesIO(file.content()), read_only=True)


def about(file):
    """What the sheet about the data says, by label."""
    said = list(book(file)["О данных"].iter_rows(values_only=True))
    return {label: value for label, value in said if value}


@pytest.mark.parametrize(
    ("page", "link", "menu", "named"),
    [
        ("heatmap", {"region": "60"}, "heatmap", "heatmap_60_2022"),
        (
            "heatmap",
            {"axis": "years", "indicator": "IND-07-VPR", "schools": "rural", "cohort": "2019"},
            "heatmap",
            "heatmap_60_2017-2022_IND-07-VPR_cohort-2019_rural_axis-years",
        ),
        ("heatmap", {"municipality": SALSK}, "heatmap", f"heatmap_{SALSK}_2022"),
        (
            "dynamics",
            {"indicator": "IND-07-EGE", "subject": "mathematics_base", "panel": "fixed"},
            "dynamics_lines",
            r"dynamics_lines_60_2022_(cohort-\d{4}_)?IND-07-EGE_mathematics_base_panel-fixed",
        ),
        (
            "roadmaps",
            {"on": "2022-06-30", "desk": "overdue"},
            "roadmaps_overdue",
            "roadmaps_overdue_60_2022_2022-06-30",
        ),
        (
            "recommendations",
            {"desk": "list", "lacks": "owner"},
            "recommendations_list",
            "recommendations_list_60_2022_lacks-owner",
        ),
        (
            "schools",
            {"locality": "rural", "mentored": "no"},
            "schools",
            "schools_60_2022_locality-rural_mentored-no",
        ),
        ("school", {"school": "60-0018"}, "school", "school_60_2022_school-60-0018"),
        (
            "heatmap",
            {"picked": "60-0016,60-0018", "group": "60601000,60602000,60605000"},
            "heatmap",
            "heatmap_60_2022_picked-2_group-3",
        ),
    ],
)
def test_a_name_says_what_was_chosen(files, page, link, menu, named):
    found = files(page, **link, language="ru")[menu]
    for ending, file in found.items():
        assert re.fullmatch(named + VERSION + re.escape(f".{ending}"), file.name), file.name


def test_every_file_is_looked_at():
    assert {name for names in LOOKED_AT for name in names.split()} == set(TABLES) - HIDDEN


@pytest.mark.parametrize("names", LOOKED_AT)
def test_a_file_holds_what_the_page_says_of_it(files, reader, names):
    page, link = LOOKED_AT[names]
    found = files(page, **link, language="ru")
    for subject in names.split():
        of = found[subject]
        held = lines(of["csv"].content())[1:]
        says = RU("files.rows", n=len(held)) + " " + RU(f"contents.{subject}")
        assert says in [caption.value for caption in reader.caption]
        told = about(of["xlsx"])
        assert told[RU("files.count")] == RU.number(len(held))
        assert told[RU("files.contents")] == RU(f"contents.{subject}")
        assert any(label and label.startswith(RU("files.source")) for label in told)
        inside = archive(of["zip"])
        assert inside["data.csv"] == of["csv"].content()
        assert {label: value for label, value in lines(inside["about.csv"]) if label} == {
            label: value for label, value in told.items() if label
        }
        sheets = book(of["xlsx"]).sheetnames
        assert len(sheets) == len(inside)


def test_the_region_stands_apart_from_its_municipalities_and_the_matrix_is_the_page(files):
    of = files("heatmap", region="60", language="ru")["heatmap"]
    head, *held = lines(of["csv"].content())
    inside = {name: lines(content) for name, content in archive(of["zip"]).items()}
    assert "60" not in {line[0] for line in held} and len({line[0] for line in held}) == 55
    assert {line[0] for line in inside["region.csv"][1:]} == {"60"}
    assert inside["region.csv"][0] == head
    wide_head, *wide = inside["matrix.csv"]
    assert [line[0] for line in wide] == list(dict.fromkeys(line[0] for line in held))
    spot = {name: number for number, name in enumerate(head)}
    numerator = {
        (line[0], line[spot[RU("column.indicator_name")]]): line[spot[RU("column.numerator")]]
        for line in held
    }
    columns = [name for name in wide_head if name.endswith(f": {RU('column.numerator')}")]
    assert len(columns) >= 6
    for name in columns:
        indicator = name.removesuffix(f": {RU('column.numerator')}")
        for line in wide:
            assert line[wide_head.index(name)] == numerator[line[0], indicator]
    assert book(of["xlsx"]).sheetnames == [
        RU("files.data"),
        RU("files.region"),
        RU("files.matrix"),
        RU("files.sheet"),
    ]


def test_english_excel_gets_its_own_signs(files):
    of = files("heatmap", region="60", language="en")["heatmap"]
    head, *held = lines(of["csv"].content(), ",")
    share = head.index(
        f"{EN('column.share')}, %" if "%" not in EN("column.share") else EN("column.share")
    )
    shares = [line[share] for line in held if line[share]]
    assert any("." in text for text in shares)
    assert not any("," in text for text in shares)
    assert lines(archive(of["zip"])["about.csv"], ",")[0] == [
        "",
        f"{EN('heatmap.title')} · Rostov region",
    ]


def test_marks_of_schools_carry_the_wording_and_who_answers(files):
    of = files("roadmaps", region="60", language="ru")["roadmaps_executions"]
    head, *held = lines(of["csv"].content())
    for name in ("text_ru", "responsible", "map", "school_id"):
        column = head.index(RU(f"roadmaps.column_{name}"))
        assert all(line[column] for line in held)
