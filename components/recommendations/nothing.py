"""Say that the documents of a region hold no recommendations, and what they do hold."""

import streamlit as st

from components import navigation
from components.page import Page
from queries.links import write_link

ELSEWHERE = {"events": "recommendations.to_events", "roadmaps": "recommendations.to_roadmaps"}


def draw(page: Page) -> None:
    """Draw the message with the ways to the region's events and road maps."""
    words = page.words
    with st.container(border=True, key="message"):
        st.subheader(words("recommendations.nothing_title"), anchor=False)
        st.write(words("recommendations.nothing"))
        for name, key in ELSEWHERE.items():
            if navigation.has(name):
                link = write_link(page.view, page.choices)
                st.page_link(f"pages/{name}.py", label=words(key), query_params=link)
