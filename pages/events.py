"""Events: who came, who is named as absent, and what the documents count."""

import streamlit as st

from components.events import choice, parts
from components.events.numbers import held
from components.shell import page

p = page.begin(
    "events.title", ("region", "municipality", "event"), choice.narrowed, choice.possible
)
if fallen := choice.notice(p):
    st.caption(fallen)
if held(p.view).empty:
    parts.nothing(p)
else:
    parts.draw(p)
page.end(p)
