"""Every view seen once in each language: its words, its requests, its room on the screen."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from components.shell.navigation import PAGES as FOLDER
from components.shell.navigation import SECTIONS
from tests.browser import looking, visiting
from tests.browser.known_streamlit_strings import IN_RUSSIAN
from tests.browser.screenshots import PICTURES
from tests.menu import PAGES, left_out
from tests.pages import letters

pytestmark = pytest.mark.browser

SALSK = "60650000"
VIEWS = {
    "overview": ("", {"region": "60"}),
    "overview of one municipality": ("", {"municipality": SALSK}),
    "overview of Sverdlovsk": ("", {"region": "65"}),
    "matrix": ("heatmap", {"region": "60"}),
    "matrix of one municipality": ("heatmap", {"municipality": SALSK}),
    "matrix by year": ("heatmap", {"axis": "years", "indicator": "IND-07-VPR"}),
    "map": ("heatmap", {"display": "map"}),
    "map of Chelyabinsk": ("heatmap", {"region": "75", "display": "map"}),
    "map that Sverdlovsk has not": ("heatmap", {"region": "65", "display": "map"}),
    "tiles": ("heatmap", {"display": "cells"}),
    "table": ("heatmap", {"display": "table"}),
    "nothing": ("heatmap", {"region": "65", "schools": "rural"}),
    "dynamics": ("dynamics", {}),
    "two indicators": ("explore", {}),
    "a quarter of two indicators": ("explore", {"by_colour": "IND-03", "quarter": "right_above"}),
    "two indicators of schools": (
        "explore",
        {"dots": "school", "municipality": SALSK, "by_size": "own_years", "by_shape": "own_listed"},
    ),
    "two indicators in the year of the break": ("explore", {"year": "2020"}),
    "flow of statuses": ("explore", {"desk": "flow", "stream": "2018-left-returned"}),
    "flow of nothing": ("explore", {"desk": "flow", "region": "65", "schools": "rural"}),
    "nothing side by side": ("explore", {"desk": "side"}),
    "side by side": (
        "explore",
        {"desk": "side", "pins": "place.60601000,place.60602000", "indicator": "IND-07-VPR"},
    ),
    "dynamics since entry": ("dynamics", {"since": "entry", "band": "on", "part": "table"}),
    "dynamics of municipalities": ("dynamics", {"part": "places", "municipality": SALSK}),
    "dynamics of schools": ("dynamics", {"part": "schools", "municipality": SALSK}),
    "dynamics as a funnel": ("dynamics", {"part": "funnel", "indicator": "IND-07-OGE"}),
    "dynamics beside a comparison group": ("dynamics", {"part": "comparison", "cohort": "2019"}),
    "dynamics of a full count": ("dynamics", {"indicator": "IND-03", "value": "share"}),
    "dynamics of a mean score": ("dynamics", {"indicator": "IND-07-EGE", "value": "mean"}),
    "method of dynamics": ("dynamics", {"part": "method"}),
    "dynamics of Chelyabinsk": ("dynamics", {"region": "75"}),
    "dynamics of Sverdlovsk": ("dynamics", {"region": "65"}),
    "dynamics of nothing": ("dynamics", {"region": "65", "schools": "rural"}),
    "list": ("low_performing", {}),
    "list by the rule": ("low_performing", {"desk": "rule"}),
    "conditions of schools": ("low_performing", {"desk": "conditions"}),
    "method of the list": ("low_performing", {"desk": "method"}),
    "list of Chelyabinsk": ("low_performing", {"region": "75"}),
    "list of nothing": ("low_performing", {"region": "65", "schools": "rural"}),
    "risks": ("risks", {}),
    "risks by school": ("risks", {"desk": "profiles"}),
    "risks by municipality": ("risks", {"desk": "places"}),
    "what answers one risk": ("risks", {"desk": "answers", "factor": "RF-STAFF"}),
    "risks of nothing": ("risks", {"region": "65", "schools": "rural"}),
    "no school": ("school", {}),
    "a school": ("school", {"school": "60-0018"}),
    "a school of a source": ("school", {"school": "65701-049"}),
    "a school that is none": ("school", {"school": "60-9999"}),
    "mentoring": ("mentoring", {}),
    "mentoring by place": ("mentoring", {"desk": "coverage"}),
    "mentoring network": ("mentoring", {"desk": "network"}),
    "mentoring network of a place": ("mentoring", {"desk": "network", "municipality": SALSK}),
    "mentoring proposal": ("mentoring", {"desk": "proposal"}),
    "mentoring what if": ("mentoring", {"desk": "what_if", "more_mentors": 2}),
    "mentoring judged": ("mentoring", {"desk": "effectiveness"}),
    "road maps": ("roadmaps", {}),
    "road maps of Sverdlovsk": (
        "roadmaps",
        {"region": "65", "year": "2021", "measure": "SVE-2020/3.4"},
    ),
    "road maps as counts": ("roadmaps", {"desk": "completion"}),
    "workload of parties": ("roadmaps", {"region": "65", "desk": "workload"}),
    "doubts about road maps": ("roadmaps", {"desk": "doubts"}),
    "list of a real road map": ("roadmaps", {"region": "65", "desk": "list"}),
    "method of road maps": ("roadmaps", {"desk": "method"}),
    "facts of Chelyabinsk": ("roadmaps", {"region": "75"}),
    "road maps of nothing": ("roadmaps", {"region": "65", "schools": "rural"}),
    "recommendations": ("recommendations", {}),
    "recommendations as a list": ("recommendations", {"desk": "list"}),
    "recommendations that came back": ("recommendations", {"desk": "returned"}),
    "marks on recommendations": (
        "recommendations",
        {"desk": "marks", "municipality": SALSK, "event": "rostov-2022-11", "direction": "3"},
    ),
    "recommendations of Chelyabinsk": ("recommendations", {"region": "75"}),
    "events": ("events", {}),
    "events and a municipality": ("events", {"municipality": SALSK}),
    "events of Chelyabinsk": ("events", {"region": "75"}),
    "events of Sverdlovsk": ("events", {"region": "65"}),
    "signals and decisions": ("decisions", {}),
    "signals without statuses": ("decisions", {"region": "65"}),
    "a meeting": ("decisions", {"desk": "meeting"}),
    "no meeting": ("decisions", {"region": "75", "desk": "meeting"}),
    "how many schools to help": ("decisions", {"desk": "power"}),
    "method of decisions": ("decisions", {"desk": "method"}),
    "project year": ("project_year", {}),
    "project year of one municipality": ("project_year", {"municipality": SALSK}),
    "curators": ("project_year", {"desk": "curators"}),
    "project year of Sverdlovsk": ("project_year", {"region": "65"}),
    "bringing data": ("import_data", {}),
    "show": ("show", {}),
    "show of chosen slides": ("show", {"story": "chosen"}),
    "a frozen story that is not there": ("show", {"story": "0" * 32}),
    "versions": ("versions", {}),
    "about": ("about", {}),
}
VIEWS |= left_out(VIEWS)
ASKS_FIRST = {"school"}
"""Pages of one thing, which show nothing until somebody says of which."""
SIZES = {
    "ru": {
        "laptop": visiting.LAPTOP,
        "small": visiting.SMALL,
        "phone": {"width": 390, "height": 844},
        "half": {"width": 683, "height": 384},
        "wide": {"width": 1920, "height": 1080},
    },
    "en": {"laptop": visiting.LAPTOP, "small": visiting.SMALL},
}
"""Windows by the language they are looked at in; a half one is a laptop's at a zoom of 200 %."""
SEEN_IN = [(language, size) for language, sizes in SIZES.items() for size in sizes]
FIRST_WINDOW = visiting.LAPTOP["height"]


def page_of(view):
    return VIEWS[view][0] or PAGES[0]


def test_every_page_is_seen_as_its_bare_link_opens_it():
    bare = {page_of(view) for view, (_, link) in VIEWS.items() if set(link) <= {"region"}}
    assert set(PAGES) <= bare


def test_every_file_of_a_page_is_seen_and_pictured():
    """Those that the menu does not have, too."""
    files = {path.stem for path in FOLDER.glob("*.py")}
    assert files == {page_of(view) for view in VIEWS}
    assert files == {path or PAGES[0] for path, _ in PICTURES.values()}


@dataclass(frozen=True)
class Measures:
    """How a page lies in a window of one size."""

    widths: dict
    scrolling: list
    first: dict
    cut: list
    overlapping: list
    small: list


class Visit:
    """What was seen and measured at one view."""

    def __init__(self, page, requests, sizes):
        self.seen = visiting.seen(page)
        self.drawn = visiting.drawn(page)
        self.measures = {name: self._measured(page, size) for name, size in sizes.items()}
        self.faint = looking.faint(page)
        self.requests = requests
        page.set_viewport_size(visiting.LAPTOP)
        visiting.settle(page)  # a page of another width is drawn anew, over what comes next

    @staticmethod
    def _measured(page, size):
        page.set_viewport_size(size)
        visiting.settle(page)
        return Measures(
            looking.widths(page),
            looking.scrolling(page),
            looking.first(page),
            looking.cut(page),
            looking.overlapping(page),
            looking.small(page),
        )


@pytest.fixture(scope="package")
def visits(page):
    """See every view once in the same window, with the requests since its page was opened."""
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    found = {}
    for language in ("ru", "en"):
        before = None
        for name, (path, link) in VIEWS.items():
            if path != before:
                requests.clear()
            reach = visiting.turn if path == before else visiting.visit
            reach(page, path, **link, language=language)
            found[name, language] = Visit(page, list(requests), SIZES[language])
            before = path
    return found


@pytest.fixture(params=["ru", "en"])
def language(request):
    return request.param


@pytest.fixture(params=VIEWS)
def view(request):
    return request.param


def test_no_request_leaves_the_machine(visits, view, language):
    hosts = {
        urlsplit(address).hostname
        for address in visits[view, language].requests
        if not address.startswith(("data:", "blob:"))
    }
    assert hosts == {"localhost"}


def test_a_reader_meets_one_language_only(visits, names, view, language):
    known = IN_RUSSIAN if language == "ru" else ()
    mixed = [
        (text, where, words)
        for text, where in visits[view, language].seen
        if text not in known and (words := letters.foreign(text, language, names))
    ]
    drawn = [
        text for text in visits[view, language].drawn if letters.foreign(text, language, names)
    ]
    assert (mixed, drawn) == ([], [])


def test_the_finding_and_its_figure_stand_in_the_first_window(visits, view, language):
    """Measured at 1366 × 768: where the first heading, and the first chart or table, end."""
    first = visits[view, language].measures["laptop"].first
    if page_of(view) not in SECTIONS["section.data"]:
        assert first["finding"]
        is_bare = VIEWS[view][1] in ({}, {"region": "60"})
        assert first["figure"] or not is_bare or page_of(view) in ASKS_FIRST
    assert all(end <= FIRST_WINDOW for end in first.values() if end)


@pytest.mark.parametrize(("language", "size"), SEEN_IN)
def test_nothing_scrolls_inside_a_page_but_a_long_table(visits, view, language, size):
    """The table has its head in sight and «показать все»."""
    assert visits[view, language].measures[size].scrolling == []


@pytest.mark.parametrize(("language", "size"), SEEN_IN)
def test_nothing_is_cut_off_at_the_side(visits, view, language, size):
    """What is wider than its window, button or card."""
    measures = visits[view, language].measures[size]
    assert measures.widths["wide"] <= measures.widths["room"]
    assert measures.cut == []


@pytest.mark.parametrize(("language", "size"), SEEN_IN)
def test_no_text_lies_over_another(visits, view, language, size):
    assert visits[view, language].measures[size].overlapping == []


@pytest.mark.parametrize(("language", "size"), SEEN_IN)
def test_no_text_is_smaller_than_12_px(visits, view, language, size):
    assert visits[view, language].measures[size].small == []


def test_texts_stand_out_from_what_is_behind_them(visits, view, language):
    assert visits[view, language].faint == []


def test_texts_stand_out_in_the_dark_theme_too(new_reader, server):
    page = new_reader(server, color_scheme="dark")
    visiting.visit(page)
    for name in (
        "overview",
        "matrix of one municipality",
        "table",
        "nothing",
        "dynamics",
        "dynamics as a funnel",
        "mentoring",
        "mentoring network",
        "mentoring proposal",
        "mentoring what if",
        "recommendations",
        "marks on recommendations",
        "events",
        "project year",
        "bringing data",
        "versions",
        "about",
    ):
        path, link = VIEWS[name]
        visiting.turn(page, path, **link, language="ru")
        assert looking.faint(page) == [], name


def test_the_page_tells_the_browser_its_language(page, language):
    visiting.visit(page, "about", language=language)
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize(
    ("view", "count"), [("map", 55), ("tiles", 55), ("map of Chelyabinsk", 43)]
)
def test_a_map_has_a_mark_for_every_municipality(visits, built, view, count):
    places = {text.split(" · ")[0] for text in visits[view, "ru"].drawn}
    assert len(places) == count


def test_the_matrix_has_a_row_for_every_municipality(visits):
    rows = [text for text in visits["matrix", "ru"].drawn if " · " not in text]
    assert len(set(rows)) == len(rows) == 1 + 55


def test_open_menus_speak_the_language_of_the_page(page, names, language):
    visiting.visit(page, "heatmap", municipality=SALSK, language=language)
    menus = "[data-testid=stPopover] button"
    for button in page.locator(f".st-key-title_row {menus}, .st-key-panel {menus}").all():
        button.click()
        page.locator("[data-testid=stPopoverBody]").wait_for()
        known = IN_RUSSIAN if language == "ru" else ()
        mixed = [
            text
            for text, _ in visiting.seen(page)
            if text not in known and letters.foreign(text, language, names)
        ]
        assert mixed == []
        page.keyboard.press("Escape")
        page.locator("[data-testid=stPopoverBody]").wait_for(state="detached")


def test_words_of_streamlit_are_listed_only_while_they_are_met(page):
    visiting.visit(page, "heatmap", language="ru")
    met = {text for text, _ in visiting.seen(page)}
    assert {"Skip to main content", "Sidebar", "App pages", "Collapse sidebar", "Open"} <= met
    page.locator(".st-key-bar_municipality input").fill("нет такого")
    page.get_by_text("No results").wait_for()
    page.keyboard.press("Escape")
