"""Every page in every display, in both languages: it runs, and speaks one language only."""

import pytest

from components.shell.navigation import PAGES as FOLDER
from tests.menu import PAGES, left_out
from tests.pages import letters, seen

SALSK, NO_SCHOOLS_IN_NEED = "60650000", "60601000"
VIEWS = {
    "overview": ("overview", {"region": "60"}),
    "overview of one municipality": ("overview", {"region": "60", "municipality": SALSK}),
    "overview of a first year": ("overview", {"region": "60", "year": "2017"}),
    "overview of Chelyabinsk": ("overview", {"region": "75"}),
    "overview of Sverdlovsk": ("overview", {"region": "65"}),
    "overview of nothing": ("overview", {"region": "65", "schools": "rural"}),
    "matrix": ("heatmap", {"region": "60"}),
    "matrix of one municipality": ("heatmap", {"region": "60", "municipality": SALSK}),
    "matrix of rural schools": ("heatmap", {"region": "60", "schools": "rural", "cohort": "2019"}),
    "matrix by year": ("heatmap", {"region": "60", "axis": "years", "indicator": "IND-07-VPR"}),
    "matrix of a year without procedures": ("heatmap", {"region": "60", "year": "2020"}),
    "matrix of Sverdlovsk": ("heatmap", {"region": "65"}),
    "matrix of nothing": ("heatmap", {"region": "65", "schools": "rural"}),
    "map": ("heatmap", {"region": "60", "display": "map"}),
    "map of a published value": (
        "heatmap",
        {"region": "60", "display": "map", "indicator": "IND-21"},
    ),
    "map of Chelyabinsk": ("heatmap", {"region": "75", "display": "map"}),
    "map that Sverdlovsk has not": ("heatmap", {"region": "65", "display": "map"}),
    "tiles": ("heatmap", {"region": "60", "display": "cells", "indicator": "IND-13"}),
    "tiles of Chelyabinsk": ("heatmap", {"region": "75", "display": "cells"}),
    "table": ("heatmap", {"region": "60", "display": "table"}),
    "table by year": (
        "heatmap",
        {"region": "60", "display": "table", "axis": "years", "indicator": "IND-07-EGE"},
    ),
    "dynamics": ("dynamics", {"region": "60"}),
    "two indicators": ("explore", {"region": "60", "by_colour": "IND-03", "quarter": "above"}),
    "two indicators in the year of the break": ("explore", {"region": "60", "year": "2020"}),
    "two indicators of cohorts": ("explore", {"region": "60", "dots": "cohort", "trails": "yes"}),
    "two indicators of schools": (
        "explore",
        {"region": "60", "dots": "school", "municipality": SALSK, "quarter": "left_below"}
        | {"by_size": "own_pupils", "by_colour": "own_listed", "by_shape": "own_rural"},
    ),
    "results of single schools": (
        "explore",
        {"region": "60", "dots": "school", "across": "results_VPR", "up": "own_pupils"},
    ),
    "two indicators of Sverdlovsk": ("explore", {"region": "65"}),
    "flow of statuses": ("explore", {"region": "60", "desk": "flow"}),
    "a stream of one municipality": (
        "explore",
        {"region": "60", "desk": "flow", "municipality": SALSK, "stream": "2020-listed-left"},
    ),
    "flow of Chelyabinsk": ("explore", {"region": "75", "desk": "flow"}),
    "flow of Sverdlovsk": ("explore", {"region": "65", "desk": "flow"}),
    "nothing side by side": ("explore", {"region": "60", "desk": "side"}),
    "one alone": ("explore", {"region": "60", "desk": "side", "pins": f"place.{SALSK}"}),
    "municipalities side by side": (
        "explore",
        {"region": "60", "desk": "side", "indicator": "IND-07-VPR"}
        | {"pins": f"place.{SALSK},place.60601000,place.60602000,place.60605000"},
    ),
    "schools side by side": (
        "explore",
        {"region": "60", "desk": "side", "pins": "school.60-0016,school.60-0018"},
    ),
    "cohorts side by side": (
        "explore",
        {"region": "60", "desk": "side", "pins": "cohort.2021,cohort.2022"}
        | {"indicator": "IND-07-VPR", "base": "cohort.2022"},
    ),
    "dynamics of one cohort and subject": (
        "dynamics",
        {"region": "60", "indicator": "IND-07-EGE", "subject": "mathematics_base"}
        | {"cohort": "2019", "band": "on", "panel": "fixed"},
    ),
    "dynamics since entry": ("dynamics", {"region": "60", "since": "entry", "part": "table"}),
    "dynamics without a baseline": (
        "dynamics",
        {"region": "60", "cohort": "2017", "part": "comparison"},
    ),
    "dynamics of municipalities": (
        "dynamics",
        {"region": "60", "part": "places", "municipality": SALSK},
    ),
    "dynamics of schools": ("dynamics", {"region": "60", "part": "schools", "municipality": SALSK}),
    "dynamics of a cohort's schools": (
        "dynamics",
        {"region": "60", "part": "schools", "cohort": "2019", "indicator": "IND-07-EGE"},
    ),
    "dynamics of nobody's schools": ("dynamics", {"region": "65", "part": "schools"}),
    "dynamics as a funnel": ("dynamics", {"region": "60", "part": "funnel", "schools": "rural"}),
    "dynamics beside a comparison group": ("dynamics", {"region": "60", "part": "comparison"}),
    "method of dynamics": ("dynamics", {"region": "60", "part": "method"}),
    "dynamics of Chelyabinsk": ("dynamics", {"region": "75", "part": "funnel"}),
    "dynamics of Sverdlovsk": ("dynamics", {"region": "65", "part": "funnel"}),
    "dynamics of what it cannot show": (
        "dynamics",
        {"region": "60", "indicator": "IND-19", "subject": "mathematics_base"}
        | {"schools": "low_performing"},
    ),
    "dynamics of a full count": (
        "dynamics",
        {"region": "60", "indicator": "IND-03", "value": "share", "cohort": "2019"},
    ),
    "dynamics of a full count since entry": (
        "dynamics",
        {"region": "60", "indicator": "IND-20", "since": "entry", "part": "places"},
    ),
    "method of a full count": ("dynamics", {"indicator": "IND-13", "part": "method"}),
    "a full count of schools never in the project": (
        "dynamics",
        {"region": "65", "indicator": "IND-13", "since": "entry"},
    ),
    "dynamics of a mean score": (
        "dynamics",
        {"region": "60", "indicator": "IND-07-EGE", "value": "mean", "subject": "russian"},
    ),
    "a mean score since entry": (
        "dynamics",
        {"region": "60", "indicator": "IND-07-EGE", "value": "mean", "since": "entry"}
        | {"part": "method", "schools": "rural"},
    ),
    "a mean score that a procedure has not": (
        "dynamics",
        {"region": "60", "indicator": "IND-07-VPR", "value": "mean"},
    ),
    "a mean score of Sverdlovsk": (
        "dynamics",
        {"region": "65", "indicator": "IND-07-EGE", "value": "mean", "since": "entry"},
    ),
    "shares of Sverdlovsk since entry": ("dynamics", {"region": "65", "since": "entry"}),
    "dynamics of nothing": ("dynamics", {"region": "65", "schools": "rural"}),
    "mentoring": ("mentoring", {"region": "60"}),
    "mentoring of one municipality": ("mentoring", {"region": "60", "municipality": SALSK}),
    "mentoring before there were pairs": ("mentoring", {"region": "60", "year": "2018"}),
    "mentoring on a day of the year": (
        "mentoring",
        {"region": "60", "on": "2022-05-31", "desk": "coverage", "schools": "rural"},
    ),
    "mentoring of what it cannot show": (
        "mentoring",
        {"region": "60", "schools": "low_performing", "desk": "board", "mentor": "x"},
    ),
    "the list of another year": (
        "low_performing",
        {"region": "60", "year": "2019", "against": "2017", "schools": "rural"},
    ),
    "the list of one municipality": (
        "low_performing",
        {"region": "60", "municipality": SALSK, "desk": "changes", "cohort": "2021"},
    ),
    "the list by the rule, hidden": (
        "low_performing",
        {"region": "60", "desk": "rule", "rule_share": "40", "results_of": "2022"},
    ),
    "conditions of schools": ("low_performing", {"region": "60", "desk": "conditions"}),
    "the list of Chelyabinsk": ("low_performing", {"region": "75"}),
    "method of the list": ("low_performing", {"region": "65", "desk": "method"}),
    "risks": ("risks", {"region": "60"}),
    "risks by school": ("risks", {"region": "60", "desk": "profiles", "municipality": SALSK}),
    "one risk by school": ("risks", {"region": "60", "desk": "profiles", "factor": "RF-STAFF"}),
    "risks by municipality": ("risks", {"region": "75", "desk": "places", "cohort": "2021"}),
    "what answers risks": ("risks", {"region": "60", "desk": "answers"}),
    "what answers one risk": (
        "risks",
        {"region": "65", "desk": "answers", "factor": "RF-COMP", "schools": "urban"},
    ),
    "method of risks": ("risks", {"region": "60", "desk": "method"}),
    "risks of a first stage": ("risks", {"region": "60", "year": "2021"}),
    "risks of a year without a stage": ("risks", {"region": "60", "year": "2019"}),
    "risks of nothing": ("risks", {"region": "65", "schools": "rural"}),
    "risks that are none": ("risks", {"region": "60", "factor": "0", "stage_before": "2050"}),
    "no school": ("school", {"region": "60"}),
    "a school": ("school", {"region": "60", "school": "60-0018"}),
    "a school in another year": (
        "school",
        {"school": "60-0351", "year": "2019", "on": "2019-05-31"},
    ),
    "a school of a source": ("school", {"school": "65701-049"}),
    "a school that is none": ("school", {"school": "60-9999", "municipality": SALSK}),
    "mentors of the region": ("mentoring", {"region": "60", "desk": "network"}),
    "pairs proposed by other weights": (
        "mentoring",
        {"region": "60", "desk": "proposal", "weight_distance": "0", "weight_load": "5"},
    ),
    "pairs proposed in Chelyabinsk": ("mentoring", {"region": "75", "desk": "proposal"}),
    "mentoring if more mentors came": (
        "mentoring",
        {"region": "60", "desk": "what_if", "more_mentors": "3", "more_places": "20"},
    ),
    "effectiveness of mentoring": ("mentoring", {"region": "60", "desk": "effectiveness"}),
    "effectiveness that nobody judged": ("mentoring", {"region": "75", "desk": "effectiveness"}),
    "mentoring of Sverdlovsk": ("mentoring", {"region": "65"}),
    "road maps": ("roadmaps", {"region": "60"}),
    "road maps of one municipality": ("roadmaps", {"region": "60", "municipality": SALSK}),
    "road maps on a day of the year": (
        "roadmaps",
        {"region": "60", "year": "2021", "on": "2021-04-30", "desk": "list"},
    ),
    "an open measure": (
        "roadmaps",
        {"region": "65", "year": "2021", "measure": "SVE-2020/3.4", "party": "ОО"},
    ),
    "road maps as counts": ("roadmaps", {"region": "60", "desk": "completion"}),
    "road maps of rural schools": (
        "roadmaps",
        {"region": "60", "desk": "completion", "schools": "rural", "cohort": "2019"},
    ),
    "workload of parties": ("roadmaps", {"region": "65", "desk": "workload"}),
    "doubts about road maps": ("roadmaps", {"region": "60", "desk": "doubts"}),
    "list of a real road map": ("roadmaps", {"region": "65", "desk": "list"}),
    "method of road maps": ("roadmaps", {"region": "65", "desk": "method"}),
    "road maps that do not exist": (
        "roadmaps",
        {"region": "60", "measure": "9.9", "party": "X", "road_map": "Y"},
    ),
    "a year without a road map": ("roadmaps", {"region": "60", "year": "2018"}),
    "a municipality without a road map": (
        "roadmaps",
        {"region": "60", "municipality": NO_SCHOOLS_IN_NEED, "year": "2020"},
    ),
    "facts of Chelyabinsk": ("roadmaps", {"region": "75"}),
    "facts of one measure": ("roadmaps", {"region": "75", "measure": "1.2.2"}),
    "road maps of nothing": ("roadmaps", {"region": "65", "schools": "rural"}),
    "recommendations": ("recommendations", {"region": "60"}),
    "recommendations as a list": ("recommendations", {"region": "60", "desk": "list"}),
    "recommendations of a direction": (
        "recommendations",
        {"region": "60", "event": "rostov-2022-11", "direction": "3", "lacks": "due"},
    ),
    "recommendations that came back": ("recommendations", {"region": "60", "desk": "returned"}),
    "recommendations of which none came back": (
        "recommendations",
        {"region": "60", "desk": "returned", "lacks": "owner"},
    ),
    "marks on recommendations": (
        "recommendations",
        {"region": "60", "desk": "marks", "municipality": SALSK, "recommendation": "N-1.1"},
    ),
    "marks before any was made": ("recommendations", {"desk": "marks", "year": "2019"}),
    "recommendations of which none is left": (
        "recommendations",
        {"region": "60", "event": "rostov-2022-04", "lacks": "owner", "desk": "list"},
    ),
    "a board of which none is left": (
        "recommendations",
        {"region": "60", "event": "rostov-2022-04", "lacks": "owner"},
    ),
    "recommendations that do not exist": (
        "recommendations",
        {"region": "60", "recommendation": "N-9.9", "direction": "9", "event": "x"}
        | {"addressee": "x"},
    ),
    "recommendations of Chelyabinsk": ("recommendations", {"region": "75"}),
    "recommendations of Sverdlovsk": ("recommendations", {"region": "65"}),
    "events": ("events", {"region": "60"}),
    "events and a municipality not named": (
        "events",
        {"region": "60", "municipality": NO_SCHOOLS_IN_NEED},
    ),
    "an event that says nothing of who came": (
        "events",
        {"region": "60", "event": "rostov-2022-04", "municipality": SALSK},
    ),
    "an event that does not exist": ("events", {"region": "60", "event": "x"}),
    "events of Chelyabinsk": ("events", {"region": "75"}),
    "events of Sverdlovsk": ("events", {"region": "65"}),
    "signals and decisions": ("decisions", {"region": "60"}),
    "signals of one municipality": ("decisions", {"region": "60", "municipality": SALSK}),
    "signals of many visits": ("decisions", {"region": "60", "visits": "1000"}),
    "signals of Chelyabinsk": ("decisions", {"region": "75"}),
    "signals without statuses": ("decisions", {"region": "65"}),
    "signals of a first year": ("decisions", {"region": "60", "year": "2017"}),
    "a meeting": ("decisions", {"region": "60", "desk": "meeting"}),
    "a meeting of the year before": (
        "decisions",
        {"region": "60", "desk": "meeting", "meeting": "2021-10-14"},
    ),
    "a meeting that does not exist": (
        "decisions",
        {"region": "60", "desk": "meeting", "meeting": "x"},
    ),
    "no meeting": ("decisions", {"region": "75", "desk": "meeting"}),
    "how many schools to help": ("decisions", {"region": "60", "desk": "power", "effect": "1"}),
    "schools to help of Sverdlovsk": ("decisions", {"region": "65", "desk": "power"}),
    "method of decisions": ("decisions", {"region": "60", "desk": "method"}),
    "project year": ("project_year", {"region": "60"}),
    "project year of one municipality": ("project_year", {"region": "60", "municipality": SALSK}),
    "curators": ("project_year", {"region": "60", "desk": "curators"}),
    "project year without documents": ("project_year", {"region": "60", "year": "2019"}),
    "project year of Chelyabinsk": ("project_year", {"region": "75"}),
    "project year of Sverdlovsk": ("project_year", {"region": "65"}),
    "show": ("show", {"region": "60"}),
    "show of one municipality": ("show", {"region": "60", "municipality": SALSK}),
    "show of chosen slides": ("show", {"region": "60", "story": "chosen"}),
    "a story that is not there": ("show", {"region": "60", "story": "own-0123456789ab"}),
    "a frozen story that is not there": ("show", {"region": "60", "story": "0" * 32}),
    "show of Chelyabinsk": ("show", {"region": "75"}),
    "show of Sverdlovsk": ("show", {"region": "65"}),
    "bringing data": ("import_data", {"region": "60"}),
    "versions": ("versions", {"region": "60"}),
    "about": ("about", {"region": "60"}),
}
VIEWS |= left_out(VIEWS)


def test_every_page_is_seen_as_its_bare_link_opens_it():
    assert set(PAGES) <= {page for page, link in VIEWS.values() if set(link) <= {"region"}}


def test_every_file_of_a_page_is_seen():
    """Those that the menu does not have, too."""
    assert {path.stem for path in FOLDER.glob("*.py")} == {page for page, _ in VIEWS.values()}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_runs_and_speaks_one_language(open_page, names, view, language):
    page, link = VIEWS[view]
    app = open_page(page, **link, language=language)
    texts = seen.texts(app)
    mixed = {text: found for text in texts if (found := letters.foreign(text, language, names))}
    assert mixed == {}
    assert len(texts) > 30
    assert seen.lost_marks(app) == []
    assert not any("{" in text or "nan" in text.split() for text in texts)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_marked_as_a_demonstration_and_names_its_version(
    open_page, built, page, language
):
    texts = seen.texts(open_page(page, language=language))
    mark = {"ru": "Демонстрационные данные", "en": "Demonstration data"}[language]
    assert any(mark in text for text in texts)
    assert any(built.version.name in text for text in texts)


def test_a_word_of_the_other_language_would_be_found(names):
    assert letters.foreign("Показатель IND-03: Mentored, CC BY 4.0", "ru", names) == ["Mentored"]
    assert letters.foreign("Сальский район: нет данных, Красно…", "en", names) == ["нет", "данных"]
    assert letters.foreign("Версия 20261121T140512-ab12cd34, файл school.csv", "ru", names) == []
