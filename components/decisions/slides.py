"""Give the slides of the page for stories: whom to act on, what came of a meeting, how many."""

from components.decisions import action_part, meeting_part, offer, power, power_part
from components.decisions.choice import DecisionsView
from components.decisions.meeting import meeting
from components.decisions.numbers import numbers
from components.shell.page import Page
from components.slides.of_views import Source
from components.slides.told import Message
from queries.methods.refusal import Refusal
from queries.view import ALL


def messages(page: Page[DecisionsView]) -> tuple[Message, ...]:
    """Give what the page says of its view, in the order in which it is told."""
    view, found = page.view, []
    if not view.year or not numbers(view).schools:
        return ()
    if action_part.count(page):
        found.append(Message("actions", action_part.offered(page), action_part.told(page)))
    if view.meeting != ALL and meeting(view).schools:
        found.append(Message("meeting", meeting_part.offered(page), meeting_part.told(page)))
    if not isinstance(power.spread(view), Refusal):
        found.append(Message("power", power_part.offered(page), power_part.told(page)))
    return tuple(found)


SOURCE = Source(
    "decisions",
    DecisionsView,
    ("region", "municipality", "year", "on", "picked"),
    messages,
    offer.narrowed,
)
