"""Say that the documents of a region hold no recommendations, and what they do hold."""

import streamlit as st

from components.recommendations.choice import RecommendationsView
from components.shell import bringing, elsewhere, messages
from components.shell.page import Page

PAGES = ("events", "roadmaps")
"""What may be known of a region without recommendations."""


def draw(page: Page[RecommendationsView]) -> None:
    """Draw the message with the ways to the region's events and road maps, where it has any."""
    with messages.box(page.words("recommendations.nothing_title")):
        st.write(page.words("recommendations.nothing"))
        elsewhere.draw(page, PAGES)
    bringing.draw(page, "recommendations")
