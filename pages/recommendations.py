"""Recommendations: what was asked of whom, what it lacks, what came back, what was marked done."""

import streamlit as st

from components.recommendations import nothing, offer, parts
from components.recommendations.choice import RecommendationsView
from components.recommendations.numbers import everything
from components.shell import page

p = page.begin(
    "recommendations",
    RecommendationsView,
    ("region", "year", "event", "direction", "addressee"),
    offer.narrowed,
    offer.possible,
)
if fallen := offer.notice(p):
    st.caption(fallen)
if everything(p.view).empty:
    nothing.draw(p)
else:
    parts.draw(p)
page.end(p)
