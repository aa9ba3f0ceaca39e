"""Each page's own count of schools is the step of the ladder that stands marked under it."""

import re

import pytest

from components.base.i18n import Words
from components.base.load import load
from components.dynamics.choice import DynamicsView
from components.dynamics.groups import by_municipality
from components.dynamics.numbers import numbers as dynamics
from components.dynamics.project import changed
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from components.mentoring.choice import MentoringView
from components.mentoring.numbers import numbers as mentoring
from components.project_year.choice import ProjectYearView
from components.project_year.numbers import members
from components.recommendations.choice import RecommendationsView
from components.recommendations.numbers import everything, progress
from components.roadmaps.choice import RoadmapsView
from components.roadmaps.numbers import numbers as roadmaps
from queries import overview, schools
from queries.methods.refusal import Refusal
from queries.view import View
from tests.pages import seen

RU = Words("ru")
YEARS = {"60": range(2017, 2023), "65": range(2019, 2023), "75": range(2021, 2023)}
SALSK = {"municipality": "60650000"}
CHOSEN = [(region, year, {}) for region, years in YEARS.items() for year in years] + [
    ("60", 2022, SALSK),
    ("60", 2021, SALSK | {"schools": "rural"}),
    ("60", 2022, {"cohort": 2021, "schools": "urban"}),
]


def of_overview(view):
    totals = load(overview.totals, view)
    now = totals[totals["year"].eq(view.year)].set_index("indicator")
    return {"listed": now["numerator"].get("IND-19"), "reported": now["denominator"].get("IND-03")}


def of_heatmap(view):
    rows = heat(view).rows
    now = rows[rows["row"].eq(-1)].set_index("column")
    return {"listed": now["numerator"].get("IND-19"), "reported": now["denominator"].get("IND-03")}


def of_dynamics(view):
    n, found = dynamics(view), changed(view)
    touched = by_municipality(view).drop_duplicates("oktmo")["touched"].sum()
    last = n.results[n.results["year"].eq(n.last) & n.results["in_project"].astype(bool)]
    if not isinstance(found, Refusal):
        assert found.schools("after") == last["school_id"].nunique()
    return {"with_results": last["school_id"].nunique(), "ever_with_results": touched}


def of_recommendations(view):
    """Only a card whose indicator is counted tells schools; one region has such a card."""
    known = set(everything(view)["indicator_code"].dropna())
    return {"reported": progress(view)["IND-03"][1]} if known & set(progress(view)) else {}


COUNTS = {
    "overview": (View, of_overview),
    "heatmap": (HeatmapView, of_heatmap),
    "dynamics": (DynamicsView, of_dynamics),
    "mentoring": (MentoringView, lambda view: {"reported": mentoring(view).listed}),
    "roadmaps": (RoadmapsView, lambda view: {"marked": roadmaps(view).marking}),
    "project_year": (ProjectYearView, lambda view: {"in_project": members(view)}),
    "recommendations": (RecommendationsView, of_recommendations),
}
"""What each page counts of schools, by its own numbers."""

MORE = {"recommendations": {"recommendation": "N-3.2"}, "dynamics": {"indicator": "IND-07-OGE"}}
WIDER = {
    "heatmap": ("municipality",),
    "dynamics": ("municipality", "cohort"),
    "project_year": ("schools", "cohort"),
    "recommendations": ("schools", "cohort"),
}
"""What is chosen of schools and does not narrow the finding of a page."""


def own(page, region, year, link):
    """What the numbers of a page count for its view, by step; what is not known is 0."""
    kind, count = COUNTS[page]
    narrowed = {name: value for name, value in link.items() if name not in WIDER.get(page, ())}
    view = kind(region, year, YEARS[region][0], **MORE.get(page, {}), **narrowed)
    return {step: 0 if n is None or n != n else int(n) for step, n in count(view).items()}


def ladders(app):
    """The marked steps of each ladder of a page, as they are read; a dash is 0."""
    bodies = [node.proto.body for node in seen.nodes(app) if getattr(node, "type", "") == "html"]
    found = [re.findall(r'<tr class="chosen">(.*?)</tr>', b, re.S) for b in bodies if "ladder" in b]
    return [dict(map(_step, rows)) for rows in found]


def _step(row):
    name = re.search(r"<strong>(.*?)</strong>", row).group(1)
    count = re.findall(r"<td>(.*?)</td>", row, re.DOTALL)[1]
    return name, 0 if count == "—" else int(count)


def named(counted):
    return {RU(f"ladder.step_{step}"): n for step, n in counted.items()}


@pytest.mark.parametrize("page", COUNTS)
@pytest.mark.parametrize(("region", "year", "link"), CHOSEN)
def test_a_page_counts_what_its_step_of_the_ladder_says(open_page, page, region, year, link):
    more = MORE.get(page, {}) | link
    found = ladders(open_page(page, region=region, year=year, language="ru", **more))
    counted = own(page, region, year, link)
    if any(counted.values()):
        assert named(counted) in found
    else:
        assert not any(sum(steps.values()) for steps in found)


def test_the_schools_of_an_open_municipality_stand_on_a_ladder_of_their_own(open_page):
    app = open_page("heatmap", region="60", year=2022, language="ru", **SALSK)
    listed = len(load(schools.in_need, View("60", 2022, 2017, **SALSK)))
    assert {RU("ladder.step_listed"): listed} in ladders(app)


@pytest.mark.parametrize("page", COUNTS)
def test_every_page_that_counts_schools_has_its_ladder(open_page, page):
    """Or the walk above would compare nothing."""
    found = ladders(open_page(page, region="60", year=2022, language="ru", **MORE.get(page, {})))
    assert found and all(all(steps.values()) for steps in found)


def test_an_unknown_list_is_unknown_on_the_page_and_on_the_ladder(open_page):
    app = open_page("roadmaps", region="65", year=2022, language="ru")
    text = " ".join(seen.texts(app))
    assert "Статусы школ не сообщены" in text and "В перечне 0" not in text
