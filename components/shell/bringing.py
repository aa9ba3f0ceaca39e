"""Lead from a page without data to the place where they are brought, with what it lacks marked."""

import streamlit as st

from components.base import table_names
from components.base.opens import lacking
from components.shell.page import Page
from queries.links import write_link
from queries.view import View, of

IMPORT = "pages/import_data.py"


def draw(page: Page[View], name: str) -> None:
    """Say which tables the page of this name would be filled by, each a link; none, no word."""
    words, view = page.words, page.view
    missing = lacking(name, view.region)
    if not missing:
        return
    st.write(words("empty.bring"))
    link = write_link(of(View, view), page.choices)
    with st.container(horizontal=True, key="to_bring"):
        for table in missing:
            st.page_link(
                IMPORT,
                label=table_names.title(table, words),
                query_params=link | {"wanted": table},
            )
