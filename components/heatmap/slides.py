"""Give the slide of the page for stories: the indicator of the view, as the page draws it."""

from components.heatmap import table
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from components.heatmap.told import told
from components.shell.page import Page
from components.slides.of_views import Source
from components.slides.told import Message


def messages(page: Page[HeatmapView]) -> tuple[Message, ...]:
    """Give what the page says of its view."""
    h = heat(page.view)
    if h.rows.empty:
        return ()
    return (Message("heatmap", table.offered(page, h), told(page)),)


SOURCE = Source(
    "heatmap",
    HeatmapView,
    (
        "region",
        "municipality",
        "year",
        "indicator",
        "cohort",
        "schools",
        "picked",
        "group",
        "places",
    ),
    messages,
)
