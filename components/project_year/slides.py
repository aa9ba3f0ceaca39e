"""Give the slide of the page for stories: where the documents of the project year stand."""

from components.project_year import tables, told
from components.project_year.choice import ProjectYearView
from components.project_year.numbers import known
from components.shell.page import Page
from components.slides.of_views import Source
from components.slides.told import Message


def messages(page: Page[ProjectYearView]) -> tuple[Message, ...]:
    """Give what the page says of its view."""
    if not known(page.view):
        return ()
    return (Message("documents", tables.offered_kinds(page), told.documents(page)),)


SOURCE = Source("project_year", ProjectYearView, ("region", "municipality", "year"), messages)
