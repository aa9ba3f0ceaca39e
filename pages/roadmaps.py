"""Road maps: what is due by the report date, what of it is done and shown, what is late."""

import streamlit as st

from components.roadmaps import calendar_files, offer, parts, top
from components.roadmaps.slides import SOURCE
from components.shell import bringing, messages, page

p = SOURCE.begin(offer.possible)
if not p.view.year:
    messages.nothing_chosen(p.words)
    bringing.draw(p, "roadmaps")
else:
    if fallen := offer.notice(p):
        st.caption(fallen)
    top.draw(p)
    parts.draw(p)
    with p.tools:
        calendar_files.draw(p)
page.end(p)
