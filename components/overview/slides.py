"""Give the slides of the summary for stories: who needs help, who has it, what to look at first."""

from components.base.load import load
from components.overview import attention, told
from components.shell.page import Page
from components.slides.of_views import Source
from components.slides.told import Message
from queries import overview
from queries.view import View


def messages(page: Page[View]) -> tuple[Message, ...]:
    """Give what the page says of its view, in the order in which it is told."""
    if not load(overview.totals, page.view)["year"].eq(page.view.year).any():
        return ()
    by_year, found = told.offered_years(page), attention.rows(page.view)
    said = [
        Message("need", by_year, told.need(page)),
        Message("mentored_by_year", by_year, told.mentored(page)),
    ]
    if len(found):
        offer = attention.offered(page, found)
        said.append(Message("attention", offer, told.first(page, found)))
    return tuple(said)


SOURCE = Source(
    "overview", View, ("region", "municipality", "year", "cohort", "schools", "picked"), messages
)
