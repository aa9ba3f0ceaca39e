"""Give the slides of the page for stories: the plot, the flow, and what stands side by side."""

from components.base.pins import pinned
from components.explore import flow_told, offer, scatter_told, side_told
from components.explore.choice import ExploreView
from components.explore.flow import flow
from components.shell.page import Page
from components.slides.of_views import Source
from components.slides.told import Message


def messages(page: Page[ExploreView]) -> tuple[Message, ...]:
    """Give what the page says of its view, in the order in which it is told."""
    if not page.view.year:
        return ()
    found = []
    if page.view.across:
        found.append(Message("points", scatter_told.offered(page), scatter_told.told(page)))
    if len(flow(page.view).years) > 1:
        found.append(Message("flow", flow_told.offered_streams(page), flow_told.streams(page)))
    if len(pinned(page.view, side_told.kind(page))) > 1:
        offered = side_told.offered_compared(page)
        found.append(Message("side", offered, side_told.compared(page)))
        found.append(Message("years", side_told.offered_years(page), side_told.years(page)))
    return tuple(each for each in found if each.offer.count)


SOURCE = Source(
    "explore",
    ExploreView,
    ("region", "municipality", "year", "cohort", "schools", "picked"),
    messages,
    offer.narrowed,
)
