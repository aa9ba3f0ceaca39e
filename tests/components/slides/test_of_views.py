"""Slides made without their page being open are those that a click on the page makes."""

from dataclasses import replace

import pytest

from components.base.choices import choices
from components.base.i18n import Words
from components.base.load import one_version
from components.base.pupils import seeing
from components.base.rights import Right, reading_as
from components.base.room import LAPTOP
from components.base.theme import LIGHT
from components.decisions import slides as decisions
from components.dynamics import slides as dynamics
from components.events import slides as events
from components.explore import slides as explore
from components.heatmap import slides as heatmap
from components.low_performing import slides as low_performing
from components.mentoring import slides as mentoring
from components.overview import slides as overview
from components.project_year import slides as project_year
from components.recommendations import slides as recommendations
from components.risks import slides as risks
from components.roadmaps import slides as roadmaps
from components.shell import provenance
from components.shell.page import Page
from components.show import live
from components.slides import made
from components.slides.of_views import named, slides
from queries.view import View

TOLD = {
    overview.SOURCE: ("need", "mentored_by_year", "attention"),
    heatmap.SOURCE: ("heatmap",),
    mentoring.SOURCE: ("road", "gaps", "gap", "cohorts"),
    dynamics.SOURCE: ("lines", "three", "panel", "places", "funnel", "comparison"),
    roadmaps.SOURCE: ("completion", "executions", "overdue", "workload"),
    low_performing.SOURCE: ("flow", "changes"),
    explore.SOURCE: ("points", "flow"),
    events.SOURCE: ("attendance", "places"),
    recommendations.SOURCE: ("decisions", "returned", "marks"),
    project_year.SOURCE: ("documents",),
    risks.SOURCE: ("factors", "places", "profiles", "answers"),
    decisions.SOURCE: ("actions", "meeting", "power"),
}
"""What the pages say of the demonstration's first region, by the names of their slides."""


@pytest.fixture(autouse=True)
def ready_store(own_store, built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    with one_version():
        yield


@pytest.fixture
def page():
    """Begin a page as another one does, without drawing it."""
    view = choices().default(View, "60")
    words, version = Words("ru"), provenance.version()
    return Page(view, view, words, LIGHT, "dark", LAPTOP, choices(), version, None, name="show")


@pytest.mark.parametrize("source", TOLD, ids=lambda source: source.name)
def test_a_page_gives_its_slides_in_their_order(page, source):
    found = source.messages(view_of(page, source))
    assert tuple(each.name for each in found) == TOLD[source]
    made_of = slides(page, source)
    assert [slide.finding for slide in made_of] == [each.told.finding for each in found]
    assert all(slide.page == source.name and slide.rows for slide in made_of)
    assert not [said for slide in made_of for said in (slide.finding, slide.detail) if "**" in said]
    for name, slide in zip(TOLD[source], made_of, strict=True):
        assert named(page, source, name).fingerprint == slide.fingerprint
    assert named(page, source, "nothing of this name") is None


def test_a_slide_of_picked_schools_or_beside_a_group_says_so(page):
    """Its numbers are not the region's, so its scope may not say that they are."""
    listed = replace(page, view=replace(page.view, picked="60-0018,60-0025,60-0027"))
    assert "3 выбранные школы" in named(listed, mentoring.SOURCE, "cohorts").scope
    group = "60601000,60602000,60605000"
    beside = replace(page, view=replace(page.view, group=group, group_name="Юг"))
    assert "Группа вместо региона: Юг: " in named(beside, heatmap.SOURCE, "heatmap").scope


def test_a_link_of_a_story_picks_for_a_municipal_reader_own_schools_alone(page):
    """Of others he sees totals, and what is said of one picked school is no total."""
    sources, link = {mentoring.SOURCE.name: mentoring.SOURCE}, "mentoring?region=60"
    with reading_as(Right(municipalities=frozenset({"60650000"}))):
        asked = live.all_of(page, sources, f"{link}&picked=60-0018")
        assert asked
        assert asked == live.all_of(page, sources, link)
    with reading_as(Right()):
        assert live.all_of(page, sources, f"{link}&picked=60-0018") != asked


def view_of(page, source):
    view = source.kind(page.view.region, page.view.year, page.view.first_year)
    view = source.narrowed(view) if source.narrowed else view
    return replace(page, view=view, asked=view, bar=source.bar, name=source.name)


def test_a_field_can_be_chosen_for_a_story(page):
    trained = named(page, heatmap.SOURCE, "heatmap", indicator="IND-20", display="cells")
    assert "indicator=IND-20" in trained.link and "display=cells" in trained.link
    assert trained.finding != named(page, heatmap.SOURCE, "heatmap").finding


@pytest.mark.parametrize("pins", ["place.60601000,place.60602000", "cohort.2021,cohort.2022"])
def test_what_stands_side_by_side_gives_slides_of_the_year_and_of_the_years(page, pins):
    pinned = replace(page, view=replace(page.view, pins=pins, indicator="IND-07-VPR"))
    year, years = slides(pinned, explore.SOURCE)[2:]
    assert "отлича" in year.finding and year.spec and years.spec
    assert f"pins={pins.replace(',', '%2C')}" in year.link
    assert year.rows and years.rows


def test_a_region_of_which_a_page_knows_nothing_gives_no_slide(page):
    chelyabinsk = replace(page, view=choices().default(View, "75"))
    assert slides(chelyabinsk, project_year.SOURCE) == ()
    assert [slide.page for slide in slides(chelyabinsk, roadmaps.SOURCE)] == ["roadmaps"]


def test_in_the_internal_view_stories_have_the_numbers_of_all_and_a_click_makes_none(page):
    with reading_as(Right(writes=True)):
        public = slides(page, dynamics.SOURCE)
        with seeing("all"):
            assert slides(page, dynamics.SOURCE) == public
            one = view_of(page, heatmap.SOURCE)
            message = heatmap.SOURCE.messages(one)[0]
            with pytest.raises(ValueError, match="internal"):
                made.slide(one, message.offer, message.told)


def test_what_must_not_be_claimed_is_in_the_notes_and_documents_are_named(page):
    road = named(page, mentoring.SOURCE, "road")
    card = Words("ru")("about.not_for")
    assert any(note.startswith(f"{card}: ") for note in road.notes)
    assert "Резолюция конференции" in road.source
    three = named(page, dynamics.SOURCE, "three", indicator="IND-07-VPR")
    assert Words("ru")("dynamics.tried") in three.notes
