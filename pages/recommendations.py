"""Recommendations: what was asked of whom, what it lacks, what came back, what was marked done."""

import streamlit as st

from components.recommendations import nothing, offer, parts
from components.recommendations.numbers import everything
from components.recommendations.slides import SOURCE
from components.shell import page

p = SOURCE.begin(offer.possible)
if fallen := offer.notice(p):
    st.caption(fallen)
if everything(p.view).empty:
    nothing.draw(p)
else:
    parts.draw(p)
page.end(p)
