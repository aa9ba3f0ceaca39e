"""Draw the rows of a part as a table with its files; what is long scrolls in a box of its own."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from components.base.load import count_of_all, keep
from components.base.markdown import strong
from components.mentoring.choice import MentoringView, figures_key
from components.mentoring.told import told
from components.shell import tables
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import menu

FILTERS = ("region", "municipality", "year", "on", "cohort", "schools")
OWN_FILTERS = {"pairs": ("mentor",)}
"""What narrows one table alone."""
Make = Callable[[MentoringView], pd.DataFrame]


def offered(
    page: Page[MentoringView], name: str, make: Make, columns: tables.Columns, **gaps: object
) -> Offer:
    """Give the rows of a table as they leave, under the title that stands over it."""
    words, view = page.words, figures_key(page.view)
    title = words(f"mentoring.table_{name}", n=count_of_all(keep, make, view), **gaps)
    files = tables.file_columns(columns, words, "mentoring")
    filters = (*FILTERS, *OWN_FILTERS.get(name, ()))
    made = partial(keep, make, view)
    return Offer(f"mentoring_{name}", title, len(made()), made, files, filters=filters)


def table(
    page: Page[MentoringView],
    name: str,
    make: Make,
    columns: tables.Columns,
    shown: tables.Columns = (),
    **gaps: object,
) -> None:
    """Draw rows under their title, with their files beside it.

    `columns` are those of the files; on the page stand `shown`, where those are fewer. `gaps`:
    what the title says beside the number of rows.
    """
    view = figures_key(page.view)
    found, offer = keep(make, view), offered(page, name, make, columns, **gaps)
    with st.container(horizontal=True, vertical_alignment="center", key=f"head_{name}"):
        st.markdown(strong(offer.title))
        if len(found):
            menu.draw(page, offer, told(page, name, offer.title))
    if len(found):
        written = keep(tables.of_view, make, shown or columns, view, "mentoring", "boxed")
        st.html(written)
