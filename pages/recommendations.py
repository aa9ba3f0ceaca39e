"""Recommendations: what was asked of whom, what it lacks, what came back, what was marked done."""

import streamlit as st

from components import page
from components.recommendations import chosen, nothing, parts
from components.recommendations.numbers import everything

p = page.begin(
    "recommendations.title",
    ("region", "year", "event", "direction", "addressee"),
    chosen.narrowed,
    chosen.possible,
)
if fallen := chosen.notice(p):
    st.caption(fallen)
if everything(p.view).empty:
    nothing.draw(p)
else:
    parts.draw(p)
page.end(p)
