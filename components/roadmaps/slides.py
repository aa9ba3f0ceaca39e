"""Give the slides of the page for stories: completion, workload, what is overdue, stated facts."""

from components.roadmaps import counts, facts, offer, overdue, rows, workload
from components.roadmaps.choice import RoadmapsView
from components.roadmaps.files import offered
from components.roadmaps.numbers import numbers
from components.roadmaps.offer import has_facts
from components.roadmaps.told import told
from components.shell.page import Page
from components.slides.of_views import Source
from components.slides.told import Message

TABLES = {
    "completion": (counts.completion_by_all, counts.COMPLETION),
    "executions": (rows.executions, rows.EXECUTIONS),
    "overdue": (overdue.every, overdue.FILE),
    "workload": (workload.rows, workload.COLUMNS),
}
FACTS = {"facts": (facts.facts, facts.FACTS)}


def messages(page: Page[RoadmapsView]) -> tuple[Message, ...]:
    """Give what the page says of its view, in the order in which it is told."""
    if not page.view.year:
        return ()
    tables = {} if numbers(page.view).maps.empty else TABLES
    if not tables and has_facts(page.view):
        tables = FACTS
    offers = {name: offered(page, name, *of) for name, of in tables.items()}
    return tuple(
        Message(name, each, told(page, name)) for name, each in offers.items() if each.count
    )


SOURCE = Source(
    "roadmaps",
    RoadmapsView,
    ("region", "municipality", "year", "on", "cohort", "schools", "picked"),
    messages,
    offer.narrowed,
)
