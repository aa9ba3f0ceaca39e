"""Write the tables of the page, and offer the same rows as files."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from components.base.load import keep
from components.roadmaps.choice import RoadmapsView, figures_key
from components.roadmaps.offer import possible
from components.roadmaps.told import OWN_FILTERS, told
from components.shell import offering, tables
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import menu

FILTERS = ("region", "municipality", "year", "on", "cohort", "schools")
Make = Callable[[RoadmapsView], pd.DataFrame]


def files(page: Page[RoadmapsView], name: str, make: Make, columns: tables.Columns) -> None:
    """Offer the rows of a table as files and slides, in the title row of the page."""
    offer = offered(page, name, make, columns)
    if offer.count:
        with page.tools:
            menu.draw(page, offer, told(page, name))


def offered(page: Page[RoadmapsView], name: str, make: Make, columns: tables.Columns) -> Offer:
    """Give the rows of a table as they leave."""
    words, view = page.words, figures_key(page.view)
    title = f"{words('roadmaps.title')} · {words(f'roadmaps.table_{name}')}"
    named = tables.file_columns(columns, words, "roadmaps")
    made = partial(keep, make, view)
    chosen = partial(offering.named, page.view, possible, OWN_FILTERS)
    return Offer(f"roadmaps_{name}", title, len(made()), made, named, chosen, FILTERS)


def table(
    page: Page[RoadmapsView], make: Make, columns: tables.Columns, look: str = "wrapped"
) -> None:
    """Draw the rows of a part as a table."""
    written = keep(tables.of_view, make, columns, figures_key(page.view), "roadmaps", look)
    st.html(written or "<p></p>")
