"""Draw the page of events: who came, what is stated, and every municipality with its state."""

from dataclasses import replace

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components.base.choices import municipality_name
from components.base.i18n import Words
from components.base.load import keep
from components.base.markdown import strong
from components.base.markup import written
from components.events import figures, sentences, tables, told
from components.events.numbers import people, stated, states
from components.shell import bringing, elsewhere, messages, navigation
from components.shell.page import Page
from components.slides import menu
from queries.links import write_link
from queries.view import ALL, View

HEIGHT = 212
ELSEWHERE = ("roadmaps",)
"""What may be known of a region without events."""


def draw(page: Page[View]) -> None:
    """Draw the finding, the three states, the events of the region, and the municipalities."""
    event, found = told.event(page), states(page.view)
    st.subheader(told.finding(page), anchor=False)
    with st.container(horizontal=True, gap="medium", wrap=False):
        with st.container(width=figures.WIDTH + 8):
            _states(page, found)
        with st.container(key="event_facts"):
            st.html(_facts(event, page))
            _way(page, event)
    _places(page, found)
    with page.tools:
        menu.draw(page, tables.offered(page), told.places(page))


def _states(page: Page[View], found: pd.DataFrame) -> None:
    """Draw the states of taking part; an event of which nothing is known says so."""
    if found.empty:
        st.html(keep(tables.events_html, page.view))
        st.markdown(page.words("events.no_attendance"))
        return
    spec = keep(figures.spec, page.view, page.theme)
    alt = page.words("events.states_title")
    st.vega_lite_chart(spec=spec, theme=None, key="attendance", alt=alt, width="content")
    st.html(keep(tables.states_html, page.view))
    menu.draw(page, tables.offered_states(page), told.attendance(page))


def _facts(event: dict, page: Page[View]) -> Markup:
    """List what the document states of the event, and what else the region's documents count."""
    words, numbers = page.words, stated(page.view, event["code"])
    pairs = [
        (words("events.fact_event"), words.pick(event, "name")),
        (words("events.fact_days"), sentences.dates(event, words)),
        (words("events.fact_people"), sentences.people(numbers, words)),
        (words("events.fact_recommendations"), _recommended(event, words)),
        (words("events.fact_document"), sentences.document(event, words)),
        *(
            (words.pick(row, "name"), f"{row['observed_value']} · {sentences.document(row, words)}")
            for row in people(page.view).to_dict("records")
        ),
    ]
    return written("base/terms.html", terms=[(term, text) for term, text in pairs if text])


def _recommended(event: dict, words: Words) -> str:
    """Say how many decisions of the event are known; that none are is no claim that it had none."""
    count = event["recommendations"]
    if pd.isna(count):
        return f"— {words('state.no_data')}"
    return words("events.recommendations", n=int(count))


def _way(page: Page[View], event: dict) -> None:
    """Lead to the recommendations of the event."""
    if pd.notna(event["recommendations"]) and navigation.has("recommendations"):
        link = write_link(replace(page.view, event=event["code"]), page.choices)
        label = page.words("events.to_recommendations")
        st.page_link("pages/recommendations.py", label=label, query_params=link)


def _places(page: Page[View], found: pd.DataFrame) -> None:
    """Draw every municipality with its state; what is not named is not guessed."""
    if found.empty:
        return
    view, words = page.view, page.words
    title = words("events.places_title")
    if view.municipality != ALL:
        name = municipality_name(view.municipality, words)
        title = f"{name}: {tables.own_state(view, words)}"
    st.markdown(strong(title))
    with st.container(height=HEIGHT, border=False, key="event_places"):
        st.html(keep(tables.places_html, view))


def nothing(page: Page[View]) -> None:
    """Say that the data hold no event of the region, and where what they hold is."""
    with messages.box(page.words("events.nothing_title")):
        st.write(page.words("events.nothing"))
        elsewhere.draw(page, ELSEWHERE)
    bringing.draw(page, "events")
