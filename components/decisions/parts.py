"""Draw the page of decisions: its finding, the switch of parts, and the part that is chosen."""

from collections.abc import Callable

import streamlit as st

from components.decisions import action_part, meeting_part, offer, power_part
from components.decisions.choice import DecisionsView
from components.shell import bringing, messages, offering, view_bar
from components.shell.page import Page


def draw(page: Page[DecisionsView]) -> None:
    """Say what the part that is chosen found, and draw it."""
    view, words = page.view, page.words
    offering.tell_fallen(page, offer.OWN)
    finding = FINDINGS.get(view.desk, action_part.finding)
    st.subheader(finding(page), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", key="part_switches"):
        view_bar.switch(view, page.choices, words, "desk", offer.possible)
    PARTS[view.desk](page)


def nothing(page: Page[DecisionsView]) -> None:
    """Say that the region has no schools, and what to bring."""
    with messages.box(page.words("decisions.nothing_title")):
        st.write(page.words("decisions.nothing"))
    bringing.draw(page, "decisions")


def _method(page: Page[DecisionsView]) -> None:
    st.markdown(page.words.marked("decisions.method_text"))


PARTS: dict[str, Callable[[Page[DecisionsView]], None]] = {
    "actions": action_part.draw,
    "meeting": meeting_part.draw,
    "power": power_part.draw,
    "method": _method,
}

FINDINGS: dict[str, Callable[[Page[DecisionsView]], str]] = {
    "meeting": meeting_part.finding,
    "power": power_part.finding,
}
"""What stands above a part; the others speak of the action list."""
