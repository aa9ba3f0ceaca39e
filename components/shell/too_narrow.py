"""Say that a figure has no room in a narrow window, in the place where it would stand."""

import streamlit as st

from components.base.room import figure
from components.shell.page import Page
from queries.view import View


def said(page: Page[View], of_laptop: int, least: int) -> bool:
    """Tell whether a figure that needs `least` px has no room, and say where its numbers are."""
    if figure(of_laptop, page.room) >= least:
        return False
    st.caption(page.words("page.too_narrow"))
    return True
