"""Lead from the number of measures that are not done to the list of them by name."""

import pandas as pd
import streamlit as st

from components.shell.page import Page
from queries.links import write_link
from queries.view import View

ROAD_MAPS = "pages/roadmaps.py"
PART = {"desk": "overdue"}
"""The part of the page of road maps that lists them, as its link names it."""


def draw(page: Page[View], totals: pd.DataFrame) -> None:
    """Draw the link under the cards; where nothing is left undone, or known, there is none."""
    here = totals[totals["indicator"].eq("IND-13") & totals["year"].eq(page.view.year)]
    left = int((here["denominator"] - here["numerator"]).sum())
    if left:
        label = page.words("overview.to_overdue", n=left)
        link = write_link(page.view, page.choices) | PART
        st.page_link(ROAD_MAPS, label=label, query_params=link)
