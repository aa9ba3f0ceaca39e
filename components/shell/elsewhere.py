"""Lead from a page without rows to those that have some, and never to another empty one."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from components.base.choices import choices
from components.base.load import load
from components.shell import navigation
from components.shell.page import Page
from queries import events as event_questions
from queries import known, roadmaps
from queries.links import write_link
from queries.view import ALL, NEVER, View, of


def draw(page: Page[View], pages: tuple[str, ...]) -> None:
    """Draw the links to those of the pages that know something of the region; none, no word."""
    found = {name: KNOWN[name](page.view) for name in pages if navigation.has(name)}
    ways = {name: view for name, view in found.items() if view}
    if ways:
        st.write(page.words("recommendations.known_here"))
    for name, view in ways.items():
        label, link = page.words(f"recommendations.to_{name}"), write_link(view, page.choices)
        st.page_link(f"pages/{name}.py", label=label, query_params=link)


def events(view: View) -> View | None:
    """Give the view in which the page of events has a row, if there is one."""
    return of(View, view) if len(load(event_questions.events, view)) else None


def road_maps(view: View) -> View | None:
    """Give the view in which the page of road maps has a row: of this year, or the last with one.

    Whether the region has a road map or facts, its municipality and schools may have none of it.
    """
    wide = replace(
        of(View, view), municipality=ALL, cohort=NEVER, schools="all", picked=ALL, picked_name=ALL
    )
    maps = load(roadmaps.maps, view)
    running = {
        year
        for year in choices().years.get(view.region, ())
        if (maps["first_year"].le(year) & maps["last_year"].ge(year)).any()
    }
    marked, marked_anywhere = (set(load(known.road_map_years, of)["year"]) for of in (view, wide))
    whole = view.municipality == ALL and view.is_of_every_school
    if len(load(roadmaps.facts, view)) or view.year in marked or (whole and view.year in running):
        return of(View, view)
    if view.year in running | marked_anywhere:
        return wide
    return replace(wide, year=max(running), on=ALL) if running else None


KNOWN: dict[str, Callable[[View], View | None]] = {"events": events, "roadmaps": road_maps}
