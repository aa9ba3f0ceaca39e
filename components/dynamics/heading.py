"""Write the finding of the page over its chart, and whose numbers it is about."""

import streamlit as st

from components.dynamics.choice import DynamicsView
from components.shell.page import Page
from queries.view import ALL


def draw(page: Page[DynamicsView], finding: str) -> None:
    """Say the finding; with a municipality chosen, that it is of the whole region all the same."""
    marked_only = page.of_region and page.view.municipality != ALL
    told = page.words("dynamics.whole_region", said=finding) if marked_only else finding
    st.subheader(told, anchor=False)
