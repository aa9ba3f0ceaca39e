"""Dynamics: what became of each cohort of the project, and what of it chance alone explains."""

import streamlit as st

from components.dynamics import level_page, nothing, offer, parts, published_page, top
from components.dynamics.groups import by_cohort
from components.dynamics.levels import kind
from components.dynamics.numbers import numbers
from components.dynamics.slides import SOURCE
from components.shell import bringing, messages, page

p = SOURCE.begin(offer.possible)
if fallen := offer.notice(p):
    st.caption(fallen)
if kind(p.view) == "published":
    published_page.draw(p)
elif kind(p.view) != "shares":
    level_page.draw(p)
elif not numbers(p.view).years:
    messages.nothing_chosen(p.words)
    bringing.draw(p, "dynamics")
elif not by_cohort(p.view)["share"].notna().any():
    nothing.draw(p, by_cohort(p.view))
else:
    top.draw(p)
    parts.draw(p)
page.end(p)
