"""Give the slides of the page for stories: the road, the gaps, and the schools without a mentor."""

from components.mentoring import offer, rows
from components.mentoring.choice import MentoringView
from components.mentoring.listing import offered
from components.mentoring.numbers import numbers
from components.mentoring.told import told
from components.shell.page import Page
from components.slides.of_views import Source
from components.slides.told import Message

TABLES = {
    "road": ("months", rows.months, rows.MONTHS),
    "gaps": ("places", rows.places, rows.PLACES),
    "gap": ("gap", rows.gap, rows.GAP),
    "cohorts": ("cohorts", rows.cohorts, rows.COHORTS),
}
"""By the name of a slide: its table, what makes its rows, and their columns."""


def messages(page: Page[MentoringView]) -> tuple[Message, ...]:
    """Give what the page says of its view, in the order in which it is told."""
    if not page.view.year or not numbers(page.view).listed:
        return ()
    offers = {
        name: (table, offered(page, table, make, columns))
        for name, (table, make, columns) in TABLES.items()
    }
    return tuple(
        Message(name, each, told(page, table, each.title))
        for name, (table, each) in offers.items()
        if each.count
    )


SOURCE = Source(
    "mentoring",
    MentoringView,
    ("region", "municipality", "year", "on", "cohort", "schools", "picked"),
    messages,
    offer.narrowed,
)
