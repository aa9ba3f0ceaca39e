"""Say why no share or mean can be shown: all hidden, no school in each year, or none at all."""

import pandas as pd
import streamlit as st

from components.dynamics.choice import DynamicsView
from components.dynamics.levels import kind
from components.shell import messages
from components.shell.page import Page


def draw(page: Page[DynamicsView], found: pd.DataFrame) -> None:
    """Tell shares that are there and hidden from a choice that leaves no rows at all."""
    words, view = page.words, page.view
    if len(found) and kind(view) != "counts":
        with messages.box(words("dynamics.hidden_title")):
            st.write(words("dynamics.all_hidden"))
    elif view.panel == "fixed" and kind(view) == "shares":
        messages.nothing_chosen(words, words("dynamics.no_fixed"))
    else:
        messages.nothing_chosen(words)
