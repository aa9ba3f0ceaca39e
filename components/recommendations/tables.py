"""Write the tables of the page, and offer the same rows as files."""

from functools import partial

from components.base.load import keep
from components.recommendations.choice import RecommendationsView
from components.recommendations.offer import possible
from components.recommendations.rows import COLUMNS, rows
from components.recommendations.told import OWN_FILTERS
from components.shell import offering, tables
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from queries.view import ALL

SECTION = "recommendations"
FILTERS = ("region", "year")

READ = {
    "returned": (("pair", "text"), ("added", "text"), ("between", "text")),
    "list": tuple(each for each in COLUMNS["list"] if each[0] != "indicator_said"),
}
"""Columns that are read on the page, where they are fewer than those of the file."""


def html(view: RecommendationsView, table: str) -> str:
    """Write a table of the page in the reader's language."""
    columns = READ.get(table, COLUMNS[table])
    return tables.of_view(rows, columns, view, SECTION, "wrapped", (table,))


def offered(page: Page[RecommendationsView], table: str) -> Offer:
    """Give the rows of a table of the page as they leave."""
    view, words = page.view, page.words
    found = keep(rows, view, table)
    title = f"{words('recommendations.title')} · {words(f'view.desk_{table}')}"
    columns = tables.file_columns(COLUMNS[table], words, SECTION)
    made = partial(keep, rows, view, table)
    own = tuple(field for field in OWN_FILTERS if field != "direction" or view.event != ALL)
    chosen = partial(offering.named, view, possible, own)
    return Offer(f"{SECTION}_{table}", title, len(found), made, columns, chosen, FILTERS, own)
