"""Draw the switch of the page of exploring, and the part that is chosen."""

from collections.abc import Callable

import streamlit as st

from components.explore import flow_part, offer, scatter_part, side_part
from components.explore.choice import ExploreView
from components.shell import view_bar
from components.shell.page import Page

PARTS: dict[str, Callable[[Page[ExploreView]], None]] = {
    "scatter": scatter_part.draw,
    "flow": flow_part.draw,
    "side": side_part.draw,
}
SWITCHES: dict[str, Callable[[Page[ExploreView]], None]] = {
    "scatter": scatter_part.switches,
    "side": side_part.switches,
}
"""What a part lets the reader switch, in one row with the parts: the finding stands higher."""


def draw(page: Page[ExploreView]) -> None:
    """Draw the switches of the page and of its part in one row, and the part that is chosen."""
    with st.container(horizontal=True, vertical_alignment="center", key="part_switches"):
        view_bar.switch(page.view, page.choices, page.words, "desk", offer.possible)
        if switches := SWITCHES.get(page.view.desk):
            switches(page)
    PARTS[page.view.desk](page)
