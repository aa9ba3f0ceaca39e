"""Write the tables of the page, and offer the same rows as files."""

from functools import partial

from components.base.load import keep
from components.recommendations.choice import RecommendationsView
from components.recommendations.offer import possible
from components.recommendations.rows import COLUMNS, rows
from components.shell import downloads_menu, offering, tables
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from queries.view import ALL

SECTION = "recommendations"
FILTERS = ("region", "year")
OWN_FILTERS = ("event", "direction", "addressee", "lacks")
"""Filters that only this page can name; a direction is one within its event."""

READ = {"returned": (("pair", "text"), ("added", "text"), ("between", "text"))}
"""Columns that are read on the page, where they are fewer than those of the file."""


def html(view: RecommendationsView, table: str) -> str:
    """Write a table of the page in the reader's language."""
    columns = READ.get(table, COLUMNS[table])
    return tables.of_view(rows, columns, view, SECTION, "wrapped", (table,))


def files(page: Page[RecommendationsView], table: str) -> None:
    """Offer the rows of a table of the page as files."""
    view, words = page.view, page.words
    found = keep(rows, view, table)
    if found.empty:
        return
    title = f"{words('recommendations.title')} · {words(f'view.desk_{table}')}"
    columns = tables.file_columns(COLUMNS[table], words, SECTION)
    made = partial(keep, rows, view, table)
    own = tuple(field for field in OWN_FILTERS if field != "direction" or view.event != ALL)
    chosen = partial(offering.named, view, possible, own)
    offer = Offer(f"{SECTION}_{table}", title, len(found), made, columns, chosen, FILTERS, own)
    downloads_menu.draw(page, offer)
