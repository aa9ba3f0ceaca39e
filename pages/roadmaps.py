"""Road maps: what is due by the report date, what of it is done and shown, what is late."""

import streamlit as st

from components import messages, page
from components.roadmaps import calendar_files, chosen, parts, top

p = page.begin(
    "roadmaps.title",
    ("region", "municipality", "year", "on", "cohort", "schools"),
    chosen.narrowed,
    chosen.possible,
)
if not p.view.year:
    messages.nothing_chosen(p.words)
else:
    if fallen := chosen.notice(p):
        st.caption(fallen)
    top.draw(p)
    parts.draw(p)
    with p.tools:
        calendar_files.draw(p)
page.end(p)
