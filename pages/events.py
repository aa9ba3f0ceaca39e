"""Events: who came, who is named as absent, and what the documents count."""

import streamlit as st

from components import page
from components.events import chosen, parts
from components.events.numbers import held

p = page.begin(
    "events.title", ("region", "municipality", "event"), chosen.narrowed, chosen.possible
)
if fallen := chosen.notice(p):
    st.caption(fallen)
if held(p.view).empty:
    parts.nothing(p)
else:
    parts.draw(p)
page.end(p)
