"""Events: who came, who is named as absent, and what the documents count."""

import streamlit as st

from components.events import offer, parts
from components.events.numbers import held
from components.events.slides import SOURCE
from components.shell import page

p = SOURCE.begin(offer.possible)
if fallen := offer.notice(p):
    st.caption(fallen)
if held(p.view).empty:
    parts.nothing(p)
else:
    parts.draw(p)
page.end(p)
