"""Give the slides of the page for stories: the decisions, what came back, what was marked done."""

from components.recommendations import offer, tables
from components.recommendations.choice import RecommendationsView
from components.recommendations.numbers import everything
from components.recommendations.told import told
from components.shell.page import Page
from components.slides.of_views import Source
from components.slides.told import Message

TABLES = {"decisions": "list", "returned": "returned", "marks": "marks"}
"""Tables by the names of their slides."""


def messages(page: Page[RecommendationsView]) -> tuple[Message, ...]:
    """Give what the page says of its view, in the order in which it is told."""
    if everything(page.view).empty:
        return ()
    offers = {name: (table, tables.offered(page, table)) for name, table in TABLES.items()}
    return tuple(
        Message(name, each, told(page, table))
        for name, (table, each) in offers.items()
        if each.count
    )


SOURCE = Source(
    "recommendations",
    RecommendationsView,
    ("region", "year", "event", "direction", "addressee"),
    messages,
    offer.narrowed,
)
