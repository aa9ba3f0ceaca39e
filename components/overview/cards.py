"""Draw the cards of the summary: a number, what it counts, how it changed, in words first."""

import streamlit as st

from components.base.markup import written
from components.overview.sentences import Card


def draw(cards: list[Card]) -> None:
    """Draw cards side by side, of one height."""
    st.html(written("overview/cards.html", cards=cards))
