"""Events: who came, who is named as absent, and what the documents count."""

import streamlit as st

from components.events import offer, parts
from components.events.numbers import held
from components.shell import page
from queries.view import View

p = page.begin("events", View, ("region", "municipality", "event"), offer.narrowed, offer.possible)
if fallen := offer.notice(p):
    st.caption(fallen)
if held(p.view).empty:
    parts.nothing(p)
else:
    parts.draw(p)
page.end(p)
