"""Give the slides of the page for stories: factors, schools, municipalities, what answers."""

from components.base.load import count_of_all, keep
from components.risks import answers, board, offer, rows
from components.risks.choice import RisksView, rows_key
from components.risks.numbers import numbers
from components.risks.told import offered, told
from components.shell.page import Page
from components.slides.of_views import Source
from components.slides.told import Message

EVERY = {
    "factors": (rows.factors, rows.FACTORS_FILE),
    "places": (rows.places, rows.PLACES_FILE),
    "profiles": (rows.profiles, rows.PROFILES),
    "answers": (rows.answered, rows.ANSWERS),
}
"""By the name of a slide: what makes the rows of its table, and their columns."""

OF_FACTOR = {
    "mentors": (rows.able, rows.MENTORS),
    "measures": (rows.measures, rows.MEASURES),
    "decisions": (rows.decisions, rows.DECISIONS),
}
"""The same of the tables that stand on the page once a factor is chosen."""


def messages(page: Page[RisksView]) -> tuple[Message, ...]:
    """Give what the page says of its view, in the order in which it is told."""
    if not page.view.year or not numbers(page.view).surveyed:
        return ()
    view, found = rows_key(page.view), []
    for name, (make, columns) in (EVERY | (OF_FACTOR if view.factor else {})).items():
        counted = board.of_factor if name == "profiles" else make
        each = offered(page, name, make, columns, count_of_all(keep, counted, view))
        if each.count and (name != "answers" or answers.answers(page.view).told[0]):
            found.append(Message(name, each, told(page, name, each.title)))
    return tuple(found)


SOURCE = Source(
    "risks",
    RisksView,
    ("region", "municipality", "year", "on", "cohort", "schools", "picked"),
    messages,
    offer.narrowed,
)
