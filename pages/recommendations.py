"""Recommendations: what was asked of whom, what it lacks, what came back, what was marked done."""

import streamlit as st

from components.recommendations import choice, nothing, parts
from components.recommendations.numbers import everything
from components.shell import page

p = page.begin(
    "recommendations.title",
    ("region", "year", "event", "direction", "addressee"),
    choice.narrowed,
    choice.possible,
)
if fallen := choice.notice(p):
    st.caption(fallen)
if everything(p.view).empty:
    nothing.draw(p)
else:
    parts.draw(p)
page.end(p)
