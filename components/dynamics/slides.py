"""Give the slides of the page for stories: lines, the honest three, parts, places, the funnel."""

from components.dynamics import offer, published_page, tables
from components.dynamics.choice import DynamicsView
from components.dynamics.groups import by_cohort
from components.dynamics.levels import kind, level
from components.dynamics.numbers import numbers
from components.dynamics.told import told
from components.shell.page import Page
from components.slides.of_views import Source
from components.slides.told import Message

OF_SHARES = ("lines", "three", "panel", "places", "funnel", "comparison")


def messages(page: Page[DynamicsView]) -> tuple[Message, ...]:
    """Give what the page says of its view, in the order in which it is told."""
    of = kind(page.view)
    if of == "published":
        offered = published_page.offered(page.view)
        return (Message("lines", offered, published_page.told(page)),) if offered.count else ()
    if of != "shares":
        known = level(page.view).rows["share"].notna().any()
        return (Message("lines", tables.offered(page.view, of), told(page, of)),) if known else ()
    if not numbers(page.view).years or not by_cohort(page.view)["share"].notna().any():
        return ()
    offers = {table: tables.offered(page.view, table) for table in OF_SHARES}
    return tuple(
        Message(table, each, told(page, table)) for table, each in offers.items() if each.count
    )


SOURCE = Source(
    "dynamics",
    DynamicsView,
    ("region", "municipality", "indicator", "cohort", "year", "schools", "group", "cohorts"),
    messages,
    offer.narrowed,
    of_region=True,
)
