"""Dynamics: what became of each cohort of the project, and what of it chance alone explains."""

import streamlit as st

from components import messages, page
from components.dynamics import chosen, parts, top
from components.dynamics.numbers import numbers

p = page.begin(
    "dynamics.title",
    ("region", "municipality", "indicator", "cohort", "year", "schools"),
    chosen.narrowed,
    chosen.possible,
    of_region=True,
)
if fallen := chosen.notice(p):
    st.caption(fallen)
if numbers(p.view).results.empty:
    messages.nothing_chosen(p.words)
else:
    top.draw(p)
    parts.draw(p)
page.end(p)
