"""Write the headline of the page over its chart, and under it its numbers and whose they are."""

import streamlit as st

from components.dynamics.choice import DynamicsView
from components.shell.page import Page
from queries.view import ALL


def draw(page: Page[DynamicsView], headline: str, told: str) -> None:
    """Say the verdict, and under it what it rests on.

    With a municipality chosen, that it is of the whole region all the same.
    """
    st.subheader(headline, anchor=False)
    marked_only = page.of_region and page.view.municipality != ALL
    whose = page.words("dynamics.whole_region") if marked_only else ""
    if said := " ".join(part for part in (whose, told) if part):
        st.markdown(said)
