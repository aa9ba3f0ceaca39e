"""Write the tables of the page of events, and offer the same rows as files."""

from functools import partial

import pandas as pd

from components.base.i18n import Words
from components.base.load import keep
from components.events import sentences
from components.events.numbers import by_place, held, opened, states
from components.shell import tables
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from queries.methods.attendance import UNKNOWN
from queries.view import View

SECTION = "events"
STATES = (("state_said", "text"), ("municipalities", "integer"), ("named_said", "text"))
PLACES = (("name", "text"), ("state_said", "text"), ("document", "text"))
EVENTS = (
    ("event_name", "text"),
    ("days", "text"),
    ("recommendations", "integer"),
    ("document", "text"),
)
FILE = (("oktmo", "text"), *PLACES)


def state_rows(view: View) -> pd.DataFrame:
    """One row per state of taking part in the event shown, in words."""
    words, found = Words(view.language), states(view)
    return found.assign(
        state_said=[words(f"events.state_{state}") for state in found["state"]],
        named_said=[sentences.named(row, words) for row in found.to_dict("records")],
    )


def place_rows(view: View) -> pd.DataFrame:
    """One row per municipality: its state where the document names it, or what it may be."""
    words, found = Words(view.language), by_place(view)
    other = sentences.unnamed(states(view), words)
    records = found.to_dict("records")
    return found.assign(
        state_said=[
            other if row["state"] == UNKNOWN else words(f"events.place_{row['state']}")
            for row in records
        ],
        document=[sentences.document(row, words) for row in records],
    )


def event_rows(view: View) -> pd.DataFrame:
    """One row per event of the region, in words."""
    words, found = Words(view.language), held(view)
    records = found.to_dict("records")
    return found.assign(
        event_name=[words.pick(row, "name") for row in records],
        days=[sentences.dates(row, words) for row in records],
        document=[sentences.document(row, words) for row in records],
    )


def states_html(view: View) -> str:
    """Write the table twin of the squares."""
    return tables.of_view(state_rows, STATES, view, SECTION, "wrapped")


def places_html(view: View) -> str:
    """Write every municipality with its state."""
    return tables.of_view(place_rows, PLACES, view, SECTION, "wrapped")


def events_html(view: View) -> str:
    """Write every event of the region."""
    return tables.of_view(event_rows, EVENTS, view, SECTION, "wrapped")


def own_state(view: View, words: Words) -> str:
    """Say what is known of the chosen municipality."""
    rows = place_rows(view)
    return str(rows.loc[rows["oktmo"].eq(view.municipality), "state_said"].iloc[0])


def offered(page: Page[View]) -> Offer:
    """Give the municipalities of the event shown; without any known, the region's events."""
    view, words = page.view, page.words
    places = len(states(view)) > 0
    made = partial(keep, place_rows if places else event_rows, view)
    columns = tables.file_columns(FILE if places else EVENTS, words, SECTION)
    event = held(view).set_index("code").loc[opened(view)]
    title = words.pick(event, "name")
    chosen = partial(_chosen, title, words)
    return Offer(SECTION, title, len(made()), made, columns, chosen, ("region",))


def offered_states(page: Page[View]) -> Offer:
    """Give the states of taking part in the event shown, with how many of each are named."""
    words, places = page.words, offered(page)
    made = partial(keep, state_rows, page.view)
    columns = tables.file_columns(STATES, words, SECTION)
    title = words("events.states_title")
    chosen = places.definitions
    return Offer("events_states", title, len(made()), made, columns, chosen, ("region",))


def _chosen(title: str, words: Words) -> tuple[tuple[str, str], ...]:
    return ((words("view.event"), title),)
