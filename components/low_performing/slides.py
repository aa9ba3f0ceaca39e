"""Give the slides of the page for stories: how lists differ, and who is on them."""

from components.low_performing import offer, told
from components.low_performing.choice import ListView
from components.low_performing.numbers import numbers, years
from components.shell.page import Page
from components.slides.of_views import Source
from components.slides.told import Message


def messages(page: Page[ListView]) -> tuple[Message, ...]:
    """Give what the page says of its view, in the order in which it is told."""
    if not page.view.year or not years(page.view):
        return ()
    found = []
    if len(numbers(page.view).flows):
        found.append(Message("flow", told.offered_flow(page), told.flow(page)))
    if told.count(page):
        offered = told.offered_changes(page, told.title(page))
        found.append(Message("changes", offered, told.changes(page)))
    return tuple(found)


SOURCE = Source(
    "low_performing",
    ListView,
    ("region", "municipality", "year", "cohort", "schools", "picked"),
    messages,
    offer.narrowed,
)
