"""Lead from a page without rows to those that have some, and never to another empty one."""

from collections.abc import Callable

import streamlit as st

from components import navigation
from components.choices import choices
from components.events.numbers import held
from components.load import load
from components.page import Page
from components.roadmaps.chosen import has_facts
from components.roadmaps.marked import maps
from queries import roadmaps
from queries.links import write_link
from queries.view import ALL, NEVER, View


def draw(page: Page, pages: tuple[str, ...]) -> None:
    """Draw the links to those of the pages that know something of the region; none, no word."""
    known = {name: KNOWN[name](page.view) for name in pages if navigation.has(name)}
    ways = {name: view for name, view in known.items() if view}
    if ways:
        st.write(page.words("recommendations.known_here"))
    for name, view in ways.items():
        label, link = page.words(f"recommendations.to_{name}"), write_link(view, page.choices)
        st.page_link(f"pages/{name}.py", label=label, query_params=link)


def events(view: View) -> View | None:
    """Give the view in which the page of events has a row, if there is one."""
    return view if len(held(view)) else None


def road_maps(view: View) -> View | None:
    """Give the view in which the page of road maps has a row: of this year, or the last with one.

    Whether the region has a road map or facts, its municipality and schools may have none of it.
    """
    wide = view.but(municipality=ALL, cohort=NEVER, schools="all")
    if has_facts(view) or len(maps(view)):
        return view
    if len(maps(wide)):
        return wide
    every = load(roadmaps.maps, View(region=view.region, year=0, first_year=0))
    for year in reversed(choices().years.get(view.region, ())):
        if (every["first_year"].le(year) & every["last_year"].ge(year)).any():
            return wide.but(year=year)
    return None


KNOWN: dict[str, Callable[[View], View | None]] = {"events": events, "roadmaps": road_maps}
