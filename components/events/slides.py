"""Give the slides of the page for stories: who came to the event shown."""

from components.events import offer, tables, told
from components.events.numbers import held, states
from components.shell.page import Page
from components.slides.of_views import Source
from components.slides.told import Message
from queries.view import View


def messages(page: Page[View]) -> tuple[Message, ...]:
    """Give what the page says of its view."""
    if held(page.view).empty:
        return ()
    places = Message("places", tables.offered(page), told.places(page))
    if states(page.view).empty:
        return (places,)
    return Message("attendance", tables.offered_states(page), told.attendance(page)), places


SOURCE = Source("events", View, ("region", "municipality", "event"), messages, offer.narrowed)
